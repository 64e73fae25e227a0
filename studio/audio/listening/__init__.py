"""What can be heard in a sound: where it lies in its room, and what is wrong with it."""
