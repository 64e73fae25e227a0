"""Pulse and rhythm: patterns of steps, how they are said and written, and those that a class keeps."""
