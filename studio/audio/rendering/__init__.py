"""What a recipe does to a sound, worked out wherever it is read, drawn or written."""
