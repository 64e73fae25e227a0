"""Sealing evidence into a bundle, and checking one."""
