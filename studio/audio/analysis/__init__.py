"""What is in a sound: its notes, beat, starts, loudness and spectrum, and a tuner's pitch of a moment."""
