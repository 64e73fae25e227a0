"""Sounds that were typed into a form: by their names as My sounds has them, or by their ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.errors import StudioError

if TYPE_CHECKING:
    from evidence.library import Library

_SHOWN = 40


class NoSuchSound(StudioError):
    """A name that no sound has."""


def sounds_typed(library: Library, typed: str) -> list[str]:
    """The ids of sounds whose names or ids stand between commas; of two with one name, the newest.

    Raises
    ------
    NoSuchSound
        If nothing is called so.
    """
    if not typed.strip(" ,;"):
        return []
    sounds = [sound for sound in library.sounds() if not sound.binned]
    ids = {sound.id.casefold(): sound.id for sound in sounds}
    names = {sound.title.casefold(): sound.id for sound in sorted(sounds, key=lambda each: each.made)}
    words = [word.strip(",;").casefold() for word in typed.split()]
    if all(word in ids for word in words if word):
        return [ids[word] for word in words if word]
    found = []
    for part in typed.replace(";", ",").split(","):
        name = " ".join(part.casefold().split())
        if not name:
            continue
        if name not in ids and name not in names:
            raise _not_found(part.strip(), [sound.title for sound in sounds])
        found.append(ids.get(name) or names[name])
    return found


def _not_found(name: str, titles: list[str]) -> NoSuchSound:
    from difflib import get_close_matches

    close = get_close_matches(name.casefold(), [title.casefold() for title in titles], n=1)
    meant = next((title for title in titles if close and title.casefold() == close[0]), None)
    fix = f"Did you mean “{meant}”?" if meant else "Write its name as My sounds has it; commas between two."
    return NoSuchSound(f"There is no sound called “{name[:_SHOWN]}”.", fix)
