"""Screens of big keys: for the youngest, and for one switch or two."""
