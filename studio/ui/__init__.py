"""The screens: the only Textual code."""
