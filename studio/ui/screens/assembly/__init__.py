"""Screens of the assembly team."""
