"""The desk of an adult: what needs doing now, the calendar, and reports."""
