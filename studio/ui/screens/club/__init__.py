"""Screens of the club."""
