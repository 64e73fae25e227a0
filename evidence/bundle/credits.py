"""Whom to thank for sounds that came with the program."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass

from assets import asset
from evidence.sound import Sound


@dataclass(frozen=True, slots=True)
class Credit:
    """Who made a sound, and what one may do with it."""

    maker: str
    licence: str


def credits_of(sounds: Iterable[Sound]) -> dict[str, Credit]:
    """The credit of every sound that came with the program, by the id of the sound."""
    shipped = [sound for sound in sounds if sound.origin == "shipped"]
    if not shipped:
        return {}
    with asset("sounds", "sounds.toml").open("rb") as file:
        listed = tomllib.load(file)["sounds"]
    known = {each["title"]: Credit(each["maker"], each["licence"]) for each in listed}
    # A sound may have another title since; then any of the list will do as long as they agree.
    common = next(iter(known.values())) if len(set(known.values())) == 1 else Credit("Soundingboard", "")
    return {sound.id: known.get(sound.title, common) for sound in shipped}


def credit_lines(used: Iterable[tuple[str, Credit]]) -> list[str]:
    """One line a sound, of pairs of a title and its credit, each once."""
    return [
        f"“{title}” is made from a sound that comes with Soundingboard, by {credit.maker}"
        + (f" ({credit.licence})." if credit.licence else ".")
        for title, credit in dict.fromkeys(used)
    ]
