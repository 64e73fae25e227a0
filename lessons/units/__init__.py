"""Units of work: a few lessons with sound that a class teacher can give without being a musician."""
