"""Screens of recording, one sound, all sounds."""
