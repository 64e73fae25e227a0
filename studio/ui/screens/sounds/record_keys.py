"""The keys of the Record screen, and in which state each does something."""

from __future__ import annotations

from textual.binding import Binding

from studio.ui.screens.sounds.microphone import MICROPHONE_KEYS

RECORD_KEYS = (
    Binding(
        "enter,space", "start", "start", key_display="Enter", id="record.start", tooltip="Start recording"
    ),
    Binding(
        "enter,space", "stop", "stop", key_display="Enter", id="record.stop", tooltip="Stop, and hear it"
    ),
    Binding("p", "pause", "pause", id="record.pause", tooltip="Stand still; P goes on without a gap"),
    Binding("p", "go_on", "go on", id="record.on", tooltip="Go on with the same take"),
    Binding("l", "longer", "longer", id="record.longer", tooltip="Let this take be longer than it might be"),
    *MICROPHONE_KEYS,
    Binding("o", "how", "how to record", id="record.how", tooltip="Count in, start by a sound, how long"),
    Binding("z", "unbin", "take it back", id="record.unbin", tooltip="Take the last take out of the bin"),
    Binding(
        "escape",
        "bin_take",
        "stop and bin (you can take it back)",
        key_display="Esc",
        id="record.bin",
        tooltip="Z takes it out again",
    ),
    Binding(
        "escape,enter,space",
        "never_mind",
        "never mind",
        key_display="Esc",
        id="record.never",
        tooltip="Record nothing after all",
    ),
    Binding("escape", "back", "back", key_display="Esc", id="back", tooltip="Go back; nothing is lost"),
)

_STATES = {
    "stop": ("recording", "paused"),
    "pause": ("recording",),
    "go_on": ("paused",),
    "longer": ("recording", "paused"),
    "bin_take": ("recording", "paused"),
    "never_mind": ("counting", "waiting"),
    "look_again": ("ready",),
    "how": ("ready",),
    "back": ("ready",),
    "help": ("ready",),
}


def does_something(action: str, state: str) -> bool:
    """Whether an action does something in a state."""
    return action not in _STATES or state in _STATES[action]
