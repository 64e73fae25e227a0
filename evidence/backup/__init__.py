"""The whole library, kept twice, and brought back."""
