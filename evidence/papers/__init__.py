"""Papers for people: what a school takes to a meeting, as a Word file or a page to print."""
