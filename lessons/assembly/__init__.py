"""The assembly team: who does what, the lists to tick, the trouble to put right, and what came of it."""
