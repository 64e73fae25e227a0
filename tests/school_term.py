"""A school in the tests, whose term is played by commands, day after day."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.builders import a_sine, a_wav
from tests.cli.conftest import Shell

FIRST = date(2026, 11, 3)
"""A Tuesday, the first club day after half-term."""


@dataclass
class Term:
    """One school's term: its commands, its days, its people."""

    shell: Shell
    folder: Path
    monkeypatch: pytest.MonkeyPatch
    day: datetime = datetime(2026, 11, 3, 8, 30, tzinfo=UTC)
    children: list[str] = field(default_factory=list)
    ambassadors: list[str] = field(default_factory=list)
    crew: list[str] = field(default_factory=list)
    sounds: dict[str, list[str]] = field(default_factory=dict)
    """By the code of their maker."""
    printed: list[Path] = field(default_factory=list)
    _made: int = 0

    def __post_init__(self) -> None:
        self.monkeypatch.setattr("evidence.library.local_time", lambda: self.day)

    def __call__(self, *words: object) -> str:
        """Do a command that must work -> what it said."""
        assert self.shell(*words) == 0, (words, self.shell.err)
        return self.shell.out

    def json(self, *words: object):
        return self.shell.json(*words)

    def refuses(self, *words: object) -> str:
        return self.shell.refuses(*words)

    def on(self, day: date, hour: int = 15, minute: int = 30) -> None:
        """From now on it is this moment."""
        self.day = datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)

    def prints(self, *words: object) -> Path:
        """Do a command whose last word is a file to write."""
        out = self.folder / "printed" / str(words[-1])
        out.parent.mkdir(exist_ok=True)
        self(*words[:-1], out)
        assert out.stat().st_size > 500
        self.printed.append(out)
        return out

    def makes_a_sound(self, code: str, *steps: str, partner: str = "") -> str:
        """A pupil's recording, brought in and changed."""
        self._made += 1
        wav = a_wav(self.folder / "made.wav", a_sine(12.0, hertz=200.0 + 10 * self._made, samplerate=8000))
        together = ("--with", partner) if partner else ()
        made = self.json(
            "sound", "add", wav, "--title", f"Sound {self._made}", "--year", code[:2], "--by", code, *together
        )
        if steps:
            self("sound", "edit", made["id"], *steps)
        self.sounds.setdefault(code, []).append(made["id"])
        return made["id"]


def weeks(first: date, number: int) -> list[date]:
    """The same day of the week, so many times."""
    return [first + timedelta(weeks=week) for week in range(number)]
