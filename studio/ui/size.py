"""How much a screen shows: keys that a size of reader leaves out, and the words that say so."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from textual.actions import parse
from textual.binding import Binding

from studio.ui.faults import FAULTS

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from evidence.library import Library
    from lessons.readers import Size

SIZE_VARIABLE = "SOUNDINGBOARD_SIZE"
"""For a computer that always has the same readers."""

Action = tuple[str, tuple[object, ...]]
"""A screen's action, and what it is given."""


def size_at_start(library: Library) -> Size:
    """The size of this computer, if it has one of its own, else the one that was chosen last."""
    from lessons.readers import SIZES, STUDIO, Readers, size_named

    own = os.environ.get(SIZE_VARIABLE, "").lower()
    try:
        return size_named(own if own in SIZES else Readers(library).now().size)
    except FAULTS:  # the screen that reads the library says what is wrong with it
        return size_named(STUDIO)


@cache
def actions_left_out(screen: type[DOMNode], ids: frozenset[str]) -> frozenset[Action]:
    """What a screen does not do while the keys of these ids are left out."""
    return frozenset(_action(binding) for binding in _bindings(screen) if binding.id in ids)


def words_left_out(screen: type[DOMNode], size: Size) -> str:
    """What to say in a screen's help about the keys that a size leaves out; empty when it shows all."""
    there = {binding.id: binding for binding in _bindings(screen) if binding.id in size.not_shown}
    if not there:
        return ""
    keys = ", ".join(f"**{_key(each)}** {each.description}" for each in there.values())
    return f"\nThe size of reader is {size.title}, which leaves out: {keys}. **S** on Home shows more.\n\n"


def _bindings(screen: type[DOMNode]) -> Iterator[Binding]:
    for kind in screen.__mro__:
        for binding in vars(kind).get("BINDINGS", ()):
            if isinstance(binding, Binding):
                yield binding


def _action(binding: Binding) -> Action:
    _, name, given = parse(binding.action)
    return name, given


def _key(binding: Binding) -> str:
    return binding.key_display or binding.key.partition(",")[0].upper()
