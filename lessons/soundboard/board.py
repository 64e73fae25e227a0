"""A board: four to six giant buttons, the sound on each, and how they are chosen."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from evidence.words import clean_title
from studio.errors import StudioError
from studio.wording import did_you_mean

LEAST_BUTTONS, MOST_BUTTONS = 4, 6
OFF, TWO_KEYS, ONE_KEY = SCANNING = ("off", "two-keys", "one-key")
"""Each button has its key; one key goes on and one chooses; the highlight walks and any key chooses."""
SLOWEST_PACE, QUICKEST_PACE = 6.0, 1.0
LONGEST_PAUSE, SHORTEST_PAUSE = 2.0, 0.3
LONGEST_NAME = 40


class BadBoard(StudioError):
    """Something that a board cannot be set to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """One button with a sound on it."""

    place: int
    """1 to 6."""
    sound: str
    """Id of the sound."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """One board; those of its buttons that have no sound yet are not in `buttons`."""

    id: str = ""
    name: str = "Sound buttons"
    many: int = LEAST_BUTTONS
    """How many buttons it shows; a sound on one that is not shown stays there."""
    buttons: tuple[Button, ...] = ()
    scanning: str = OFF
    """One of `SCANNING`."""
    pace: float = 2.0
    """Seconds that the highlight stands still before it walks on."""
    pause: float = 0.0
    """Seconds without a press before the next press counts; 0 where every press counts."""
    big_words: bool = False
    """Whether words are the big thing on the buttons, and not shapes."""
    struck: bool = False
    """Whether it was taken out; it can be put back."""
    chosen: datetime
    """When somebody chose it last: the newest is the one that opens."""

    def __post_init__(self) -> None:
        if not LEAST_BUTTONS <= self.many <= MOST_BUTTONS:
            raise ValueError(f"a board has {LEAST_BUTTONS} to {MOST_BUTTONS} buttons, not {self.many}")
        places = [button.place for button in self.buttons]
        if len(set(places)) < len(places) or not set(places) <= set(range(1, MOST_BUTTONS + 1)):
            raise ValueError(f"no board has its sounds on {places}")
        if self.scanning not in SCANNING or not QUICKEST_PACE <= self.pace <= SLOWEST_PACE:
            raise ValueError(f"no board is chosen from by {self.scanning} at {self.pace} s")
        if self.pause != 0 and not SHORTEST_PAUSE <= self.pause <= LONGEST_PAUSE:
            raise ValueError(f"no board has a pause of {self.pause} s")

    @property
    def is_slow(self) -> bool:
        """Whether presses that come too soon do not count."""
        return self.pause > 0

    @property
    def shown(self) -> tuple[str, ...]:
        """The ids of the sounds on the buttons that it shows, in their order."""
        there = {button.place: button.sound for button in self.buttons}
        return tuple(there[place] for place in range(1, self.many + 1) if place in there)

    def sound_at(self, place: int) -> str:
        """The id of the sound on a button; empty where there is none."""
        return next((button.sound for button in self.buttons if button.place == place), "")

    def with_sound(self, place: int, sound_id: str) -> Self:
        """The same with another sound on one button; with none when the id is empty."""
        if not 1 <= place <= MOST_BUTTONS:
            raise BadBoard(f"There is no button {place}.", f"Use 1 to {MOST_BUTTONS}.")
        others = [button for button in self.buttons if button.place != place]
        here = [Button(place=place, sound=sound_id)] if sound_id else []
        buttons = sorted((*others, *here), key=lambda button: button.place)
        return replace(self, buttons=tuple(buttons))


def clean_name(name: str) -> str:
    """What a board is called, as it is kept."""
    title = clean_title(name)
    if len(title) > LONGEST_NAME:
        raise BadBoard(f"“{title[:60]}” is too long.", f"Use at most {LONGEST_NAME} letters.")
    return title


def clean_many(many: int) -> int:
    """How many buttons, if a board can have so many."""
    if not LEAST_BUTTONS <= many <= MOST_BUTTONS:
        raise BadBoard(f"A board cannot have {many} buttons.", f"Give {LEAST_BUTTONS} to {MOST_BUTTONS}.")
    return many


def clean_scanning(word: str) -> str:
    """How buttons are chosen, as a word of `SCANNING`."""
    known = "-".join(word.lower().split())
    if known not in SCANNING:
        raise BadBoard(f"“{word[:20]}” is no way to choose.", did_you_mean(known, SCANNING))
    return known


def clean_pace(pace: float) -> float:
    """Seconds a step, if the highlight can walk so."""
    if not QUICKEST_PACE <= pace <= SLOWEST_PACE:
        raise BadBoard(
            f"The highlight cannot wait {pace:g} seconds.", f"Give {QUICKEST_PACE:g} to {SLOWEST_PACE:g}."
        )
    return float(pace)


def clean_pause(pause: float) -> float:
    """Seconds between presses, if they can be kept apart so; 0 for none."""
    if pause != 0 and not SHORTEST_PAUSE <= pause <= LONGEST_PAUSE:
        raise BadBoard(
            f"Presses cannot be {pause:g} seconds apart.",
            f"Give {SHORTEST_PAUSE:g} to {LONGEST_PAUSE:g}, or 0 for no pause.",
        )
    return float(pause)
