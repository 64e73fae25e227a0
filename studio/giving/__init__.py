"""Giving sounds to other programs: as files, as slides, to an editor."""
