"""Soundingboard: record, shape and keep classroom sounds, and turn them into dated evidence."""

__version__ = "0.1.0"
