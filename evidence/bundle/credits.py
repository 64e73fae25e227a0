"""Whom to thank for sounds that the school did not make."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass

from assets import asset
from evidence.sound import Sound


@dataclass(frozen=True, slots=True)
class Credit:
    """Who made a sound, and what one may do with it."""

    maker: str
    licence: str = ""
    is_shipped: bool = True
    """Whether it came with the program."""
    is_ours: bool = False
    """Whether we made it, and only parts of it were found."""

    def words(self, title: str) -> str:
        """A line of thanks for the sound of a title."""
        if self.is_ours:
            return f"“{title}” is ours, with sounds of others in it: {self.maker}"
        if not self.is_shipped:
            return f"“{title}” was found elsewhere: {self.maker}"
        made = f"“{title}” is made from a sound that comes with Soundingboard, by {self.maker}"
        return f"{made} ({self.licence})." if self.licence else f"{made}."


def credits_of(sounds: Iterable[Sound]) -> dict[str, Credit]:
    """The credit of every sound that somebody else made, or had a part in, by the id of the sound."""
    thanked = [sound for sound in sounds if sound.is_found or sound.credit]
    elsewhere = {
        each.id: Credit(each.credit, is_shipped=False, is_ours=not each.is_found)
        for each in thanked
        if each.credit
    }
    return elsewhere | _shipped([sound for sound in thanked if not sound.credit])


def _shipped(shipped: list[Sound]) -> dict[str, Credit]:
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
    return [credit.words(title) for title, credit in dict.fromkeys(used)]
