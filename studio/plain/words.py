"""What is typed and what is read out: a menu with numbers, and sentences about sounds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.wording import length_in_words

if TYPE_CHECKING:
    from evidence.sound import Sound


@dataclass(frozen=True, slots=True)
class Word:
    """One thing to do: the word for it, and what it does; its number is its place in the menu."""

    word: str
    about: str


MENU = (
    Word("record", "make a new sound"),
    Word("list", "the sounds there are"),
    Word("choose", "another sound, such as choose 2"),
    Word("play", "hear the chosen sound, or play 2"),
    Word("tidy", "cut the silence off its ends"),
    Word("check", "what is good or wrong about it"),
    Word("louder", "as loud as it goes"),
    Word("change", "a mouse, a robot, an echo"),
    Word("undo", "take the last change back"),
    Word("keep", "keep it under a name, such as keep My cow"),
    Word("bin", "put it in the bin; undo takes it out"),
    Word("stop", "be quiet"),
    Word("help", "these lines again"),
    Word("leave", "close the program"),
)
"""In the order of their numbers, from 1."""


def menu_lines() -> list[str]:
    """The menu, a line each."""
    return [f"{number} {each.word}: {each.about}." for number, each in enumerate(MENU, 1)]


def understood(line: str) -> tuple[str, str] | None:
    """The word that is meant, by its number or its beginning, and what follows it; `None` for none."""
    first, _, rest = line.strip().partition(" ")
    typed = first.lower().rstrip(".:")
    if typed.isascii() and typed.isdecimal():
        number = int(typed[:4])
        return (MENU[number - 1].word, rest.strip()) if 1 <= number <= len(MENU) else None
    meant = [each.word for each in MENU if typed and each.word.startswith(typed)]
    if typed in meant:
        return typed, rest.strip()
    return (meant[0], rest.strip()) if len(meant) == 1 else None


def sound_words(sound: Sound) -> str:
    """A sound in words: what it is called, how long it is, and what was done to it."""
    done = "; ".join(sound.recipe.words(sound.seconds))
    parts = [sound.title, length_in_words(sound.seconds_after), "kept" if sound.kept else "not kept yet"]
    return ", ".join([*parts, *([f"changed: {done}"] if done else [])])
