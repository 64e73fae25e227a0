"""Sounds that come from outside: from a card, a phone, a folder, another website."""
