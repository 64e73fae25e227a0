"""Ways of looking at evidence: counted, found, marked, by time and by year group."""
