"""Whose a sound is: pupils by code with their jobs, a year group, or somebody outside with a credit."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from evidence.credit_card import CreditCard
from evidence.inheritance import made_from
from evidence.library import Library
from evidence.sound import Sound


def say_whose(
    library: Library,
    sound: Sound,
    *,
    year: str | None = None,
    by: str | None = None,
    partners: Sequence[str] | None = None,
    credit: str | None = None,
    crew: Sequence[tuple[str, str]] | None = None,
) -> Sound:
    """Say whose a sound is: a year group, pupils by code and their jobs, or the credit of somebody outside.

    Only an adult takes it from those whose it is: what they said about releases goes with it.
    """
    stay = {sound.by if by is None else by, *(sound.partners if partners is None else partners)}
    if not stay.issuperset(sound.makers):
        _need_an_adult(library)
    given = {
        "year": year,
        "by": by,
        "partners": None if partners is None else tuple(partners),
        "credit": credit,
        "crew": None if crew is None else tuple(crew),
    }
    said: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    saved = _saved(library, sound, replace(sound, **said))
    for whole in made_from(library.sounds(), [sound.id]):  # who made a part made the whole, too
        more = tuple(code for code in saved.makers if code not in whole.makers)
        _saved(library, whole, replace(whole, partners=whole.partners + more))
    return saved


def fill_card(
    library: Library,
    sound: Sound,
    *,
    title: str | None = None,
    author: str | None = None,
    licence: str | None = None,
    link: str | None = None,
) -> Sound:
    """Write down what is given on its credit card, and leave the rest of that as it was."""
    given = {"title": title, "author": author, "licence": licence, "link": link}
    known = {name: value for name, value in given.items() if value is not None}
    filled = replace(sound.card or CreditCard(), **known)
    return _saved(library, sound, replace(sound, card=filled, credit=filled.words))


def _saved(library: Library, sound: Sound, changed: Sound) -> Sound:
    """Keep it; what pupils made, or may have, is said to be found, and so free to go out, by adults alone."""
    may_be_ours = bool(sound.makers) or sound.origin in ("recorded", "made")
    if changed.is_found and not sound.is_found and may_be_ours:
        _need_an_adult(library)
    return sound if changed == sound else library.save_sound(changed, "credited", was=sound)


def _need_an_adult(library: Library) -> None:
    library.adults.need("say that a sound is somebody else's")
