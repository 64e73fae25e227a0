"""Sound files: read, written, brought in from any kind and taken out to the usual ones."""
