"""What happens in the room: ideas a teacher can use."""
