"""Screens of sounds set to films."""
