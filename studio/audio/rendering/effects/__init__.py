"""Stages that change what a sound is like; each reads the one before it."""
