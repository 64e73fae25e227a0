"""A unit of work: what a class does in a few lessons, with the words for it and what to look out for."""

from dataclasses import dataclass, field
from typing import Any

from rubric.framework import Claim
from rubric.plain import to_plain


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the lesson."""

    name: str
    """One of `lessons.part_names.PARTS`."""
    minutes: int
    do: tuple[str, ...]
    """Steps, in short sentences."""
    say: str
    """What somebody who is not a musician can read out."""
    ask: str = ""
    """A question for the pupils; often there is one."""


@dataclass(frozen=True, slots=True)
class LookFors:
    """What a teacher may notice in pupils."""

    working: str
    """Working towards it."""
    expected: str
    deeper: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the lesson, and what it means to a child."""

    word: str
    means: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One unit; the five parts are those of each of its lessons."""

    id: str
    title: str
    year_groups: tuple[str, ...]
    shows: tuple[Claim, ...]
    """What a class works towards with it."""
    subjects: tuple[str, ...]
    curriculum: tuple[str, ...] = ()
    """Keys of `curriculum.toml`."""
    dimensions: tuple[str, ...] = ()
    """Ids of `words.toml`."""
    minutes: int
    """Of one lesson."""
    lessons: int
    idea: str
    you_need: tuple[str, ...]
    kit: tuple[str, ...]
    """Short words to find it by, such as `microphone`."""
    prepare: tuple[str, ...] = ()
    """For the teacher alone, never on the class screen."""
    words: tuple[Word, ...] = ()
    parts: tuple[Part, ...]
    look_fors: LookFors
    everyone_in: tuple[str, ...]
    safety: tuple[str, ...] = ()
    evidence: tuple[str, ...]
    """What to keep."""
    spread: tuple[str, ...] = ()
    """What each lesson does, when there are several."""
    is_own: bool = field(default=False)
    """Whether the school wrote it."""

    @property
    def length(self) -> str:
        """How long it takes, such as `3 x 45 min`."""
        return f"{self.lessons} x {self.minutes} min" if self.lessons > 1 else f"{self.minutes} min"

    @property
    def shows_words(self) -> str:
        """What it can show, such as `MT1 silver, gold; C6 bronze`."""
        levels: dict[str, list[str]] = {}
        for claim in self.shows:
            levels.setdefault(claim.criterion, []).append(claim.level)
        return "; ".join(f"{code} {', '.join(each)}" for code, each in levels.items())

    @property
    def needs(self) -> tuple[str, ...]:
        """Its kit, without the word for nothing."""
        return tuple(tag for tag in self.kit if tag != "none")

    def as_dict(self) -> dict[str, Any]:
        """The unit as plain values, for JSON."""
        return to_plain(self) | {"shows": [str(claim) for claim in self.shows]}
