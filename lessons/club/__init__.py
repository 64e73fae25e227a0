"""The school's music technology club: its sessions, its members and its Ambassadors."""
