"""Competitions: a brief, entries, judges who hear blind, and a result that can be worked out again."""
