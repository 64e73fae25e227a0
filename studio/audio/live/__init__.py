"""The sound card: devices, recording, playing, and takes that a crash left."""
