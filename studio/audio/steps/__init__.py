"""The kinds of steps that a recipe can have."""
