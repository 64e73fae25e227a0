"""Tools: what else one can do with sounds, one line each."""

from __future__ import annotations

from studio.ui.screens.place_list import PlaceListScreen


class ToolsScreen(PlaceListScreen):
    """Places to play, to look and to listen."""

    HELP_PAGE = "tools"
    TITLE_WORDS = "Tools"
    THERE = (
        ("pulse", "Rhythm", "a bar of boxes that plays, with notes and names"),
        ("buttons", "Big buttons", "giant keys with a sound on each, also for a switch"),
        ("two_sounds", "Compare two", "hear two sounds, and find words for each"),
        ("tuner", "Tuner", "which note do you play or sing?"),
        ("films", "Films", "set sounds to moments of a film"),
        ("clinic", "Edit clinic", "recordings that are broken on purpose, to mend"),
    )
