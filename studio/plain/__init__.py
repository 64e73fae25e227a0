"""The program as lines: one line for each thing that happens, nothing drawn anew, for screen readers."""
