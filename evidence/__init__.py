"""The school's library: sounds, dated entries, the log, and the sealed bundle."""
