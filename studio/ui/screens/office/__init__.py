"""Screens of the office and the desk."""
