"""Sound to picture: films of the class's own, or for use in class, with sounds at chosen moments."""
