"""A school in the tests, whose term is played by keys: every key must stand in the line of keys."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from evidence.library import Library
from lessons.club.member import Members
from studio.audio.live.take_file import FinishedTake
from studio.ui.app import StudioApp
from studio.ui.widgets.key_line import KeyLine
from tests.builders import a_sine, a_wav
from tests.ui.club import Clock
from tests.ui.competition_room import come_to_judge, judge
from tests.ui.fakes import FakeRecorder, FakeSoundIO, Keyboard, a_noisy_beep

_WRITTEN = {
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "tab": "Tab",
    "left": "←",
    "right": "→",
    "-": "-",
}
_WALKING = ("up", "down", "home", "end")
"""Every list has them, so no line of keys names them."""


@dataclass
class RecorderNow(FakeRecorder):
    """Has heard something short, now."""

    clock: Callable[[], datetime] = field(default_factory=Clock)

    def stop(self) -> FinishedTake:
        take = super().stop()
        return FinishedTake(
            take.path, take.overview, self.clock(), take.seconds, take.samplerate, take.channels
        )


@dataclass
class SoundIONow(FakeSoundIO):
    """One microphone that hears half a second, by the clock of the term."""

    clock: Callable[[], datetime] = field(default_factory=Clock)

    def recorder(self, folder: Path, device: object, how: object = None) -> RecorderNow:
        made = RecorderNow(folder, a_noisy_beep(0.6), clock=self.clock)
        self.recorders.append(made)
        return made


@dataclass
class School:
    """What a term is played in: an empty library and a clock that stands where it is put."""

    folder: Path
    clock: Clock = field(default_factory=lambda: Clock(datetime(2026, 9, 7, 14, 0, tzinfo=UTC)))

    def __post_init__(self) -> None:
        self.library = Library.open(self.folder / "library", create=True, clock=self.clock)
        self.sound_io = SoundIONow(clock=self.clock)
        self.app = StudioApp(self.library, sound_io=self.sound_io, clock=self.clock)


def a_school(folder: Path, monkeypatch: pytest.MonkeyPatch) -> School:
    """One whose codes and competitions come out the same every time."""
    monkeypatch.setattr("random.SystemRandom", lambda: random.Random(4))
    return School(folder)


@dataclass
class TermKeys:
    """The keys of a term, counted by chapter."""

    school: School
    keys: Keyboard
    counted: dict[str, int] = field(default_factory=dict)
    pin: str = ""
    pins_given: int = 0

    @property
    def library(self) -> Library:
        """What the keys write to."""
        return self.school.library

    @property
    def members(self) -> tuple[str, ...]:
        """The codes of the club, in the order of its register."""
        return tuple(each.code for each in Members(self.library).here())

    def screen(self) -> str:
        """What the screen says, without its line breaks."""
        return " ".join(self.keys.screen().split())

    def says(self, words: str) -> None:
        """It must stand on the screen."""
        assert words in self.screen(), self.keys.screen()

    # Time

    async def on(self, day: date, hour: int = 15, minute: int = 30) -> None:
        """Go home, and from now on it is this moment."""
        await self.keys.home()
        self.school.clock.now = datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)

    def begin(self, chapter: str) -> Callable[[], None]:
        """Count the keys of a chapter until what this gives is called."""
        before = self.keys.pressed

        def end() -> None:
            self.counted[chapter] = self.counted.get(chapter, 0) + self.keys.pressed - before

        return end

    # Keys

    async def press(self, *keys: str) -> None:
        """Keys that the screen names."""
        for key in keys:
            if key not in _WALKING:
                offered = offers(self.keys)
                assert _WRITTEN.get(key, key.upper()) in offered, (key, keys, self.keys.screen())
            await self.keys.press(key)

    async def answer(self, words: str) -> None:
        """Type an answer to the question at the foot, or what a line of a form asks; then Enter."""
        await self.keys.type(words)
        await self.press("enter")

    async def run(self, *keys: str) -> None:
        """Keys pressed one after the other without a look at the screen between them."""
        assert _WRITTEN.get(keys[0], keys[0].upper()) in offers(self.keys), (keys, self.keys.screen())
        await self.keys.mash(*keys)
        self.keys.pressed += len(keys)

    async def adult(self, *keys: str) -> None:
        """Keys of which the last is for adults: it asks for the PIN when there is one."""
        await self.press(*keys)
        if self.pin and "PIN:" in self.keys.screen():
            await self.give_pin()

    async def give_pin(self) -> None:
        """An adult types it."""
        await self.answer(self.pin)
        self.pins_given += 1

    async def adult_by_home(self, *way: str) -> None:
        """The way to a key that pupils do not see; without a PIN its last key alone does."""
        if self.pin:
            await self.keys.home()
            await self.press("a")
            await self.give_pin()
            await self.press(*way)
        else:
            await self.press(way[-1])

    async def pupils_again(self, *way: str) -> None:
        """Five quiet minutes have passed and led Home, from where pupils go on; without a PIN nothing did."""
        if self.pin:
            self.keys.app.door.lock()
            await self.keys.settle()
            await self.press(*way)

    # Sounds

    def a_file(self, name: str) -> Path:
        """A recording that a pupil brings from home."""
        return a_wav(self.school.folder / f"{name}.wav", a_sine(1.0, samplerate=8000))

    async def judge(self, code: str, taste: Callable[[int], str]) -> set[str]:
        """Let somebody of the panel do all there is to do; what they saw on the way."""
        await come_to_judge(self.keys, code)
        return await judge(self.keys, self.school.sound_io, taste)


def offers(keys: Keyboard) -> set[str]:
    """Every key that the line of keys names, ranges written out."""
    found: set[str] = set()
    for written, _ in keys.app.screen.query_one(KeyLine).keys():  # noqa: SIM118
        for part in written.split():
            first, dash, last = part.partition("-")
            if dash and first.isdigit() and last.isdigit():
                found |= {str(number) for number in range(int(first), int(last) + 1)}
            else:
                found.add(part)
    return found


def table(counted: dict[str, int]) -> str:
    """Keys by chapter, one a line."""
    lines = [f"{number:5}  {chapter}" for chapter, number in counted.items()]
    return "\n".join([*lines, f"{sum(counted.values()):5}  all together"])
