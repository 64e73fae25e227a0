"""Screens of lessons, rhythms and listening."""
