"""The keys of the page with more to do, in groups: one key, one thing."""

from textual.binding import Binding

from studio.ui.screens.sounds.beginnings import BEGINNING_KEYS
from studio.ui.screens.sounds.lines import PART_KEYS


def _key(key: str, action: str, word: str, tooltip: str) -> Binding:
    name = action.partition("(")[0]
    return Binding(key, action, word, show=False, id=f"more.{name}", tooltip=tooltip)


def _there(key: str, action: str, word: str, tooltip: str) -> Binding:
    """A key of the sound's own page, which this one only tells of: it goes there and does it."""
    return Binding(key, f"there('{action}')", word, show=False, id=f"more.{action}", tooltip=tooltip)


_PART, _LOOP, _FIT, _SNAP = PART_KEYS

GROUPS: tuple[tuple[str, tuple[Binding, ...]], ...] = (
    (
        "Between the lines",
        (
            _key("t", "take_out", "take it out", "What was after it follows at once"),
            _key("s", "silence", "make it silent", "As long as it was"),
            _key("c", "copy", "copy to a new sound", "This one stays as it is"),
            _PART,
            _LOOP,
            _FIT,
        ),
    ),
    (
        "At the cursor",
        (
            _key("p", "pause", "put in a pause", "A second of silence; again, two"),
            _key("d", "split", "divide it in two", "Two new sounds; this one stays as it is"),
            _key("l", "label", "label this moment", "A name that stays with what sounds here"),
            _key("e", "labels", "every label", "Go to one, name it anew, take it off"),
            BEGINNING_KEYS[0],
            _SNAP,
        ),
    ),
    (
        "With another sound",
        (
            _key("j", "join", "join one to its end", "A new sound; this one stays as it is"),
            _key("x", "mix", "mix one in", "A new sound; this one stays as it is"),
        ),
    ),
    (
        "How loud",
        (
            _key("v", "volume", "louder by so many dB", "With a minus, quieter"),
            _key("u", "peak", "loudest moment, dBFS", "The whole sound is turned up or down to fit"),
            _key("k", "loudness", "loudness, LUFS", "How loud it seems, all of it together"),
            _key("o", "offset", "wave to the middle", "Some microphones push it up or down"),
            _key("i", "shape", "shape of last fade", "Straight, gentle, quick; again for the next"),
        ),
    ),
)
"""What they are about, and the keys; in the order to show them."""

THERE: tuple[str, tuple[Binding, ...]] = (
    "On its page",
    (
        _there("r", "reverse", "backwards", "Play it backwards"),
        _there("n", "rename", "name", "Give it another name"),
        _there("g", "whose", "whose", "Its year group, or its maker's code"),
        _there("q", "alike", "equal loudness", "B plays before and after equally loud"),
        _there("w", "why", "why", "The figures behind the sentence, for adults"),
    ),
)
