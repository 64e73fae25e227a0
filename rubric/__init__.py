"""Awards as data: frameworks, criteria, descriptors."""
