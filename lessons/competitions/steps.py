"""What a judge is asked to do now: hear an entry, give stars, compare a pair, give reasons, or wait."""

from dataclasses import dataclass

from lessons.competitions.criteria import Question
from lessons.competitions.submission import Blind


@dataclass(frozen=True, slots=True)
class Listen:
    """Hear one entry, and answer the questions about it."""

    entry: Blind
    number: int
    """The how-manieth of the judge's own order, from 1."""
    of: int
    times: int
    """How often it was heard so far."""
    answers: dict[str, int]
    """Given so far, by question."""
    asks: tuple[Question, ...]
    """Those without an answer; none can be answered before it was heard."""
    note: str = ""
    again: bool = False
    """Only hear it: others were heard more often, and everything is heard equally often."""


@dataclass(frozen=True, slots=True)
class Star:
    """Everything was heard: give up to three stars."""

    entries: tuple[Blind, ...]
    most: int
    stars: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlayOff:
    """Hear two, the left one first, and say which is better."""

    left: Blind
    right: Blind
    number: int
    of: int
    heard: tuple[str, ...]
    """Ids of those that were heard; both must be before there is an answer."""
    asks: str
    """The question: which fits the brief better; in one more round, the brief's own question for a tie."""
    more: bool = False
    """Whether it is one more round, since there was a tie."""


@dataclass(frozen=True, slots=True)
class Reasons:
    """Judging has closed: words are wanted for these entries."""

    winners: tuple[Blind, ...]
    kind_lines: tuple[Blind, ...]


@dataclass(frozen=True, slots=True)
class Wait:
    """The judge has done everything for now."""

    judges: int
    """How many others are not done; with none, it is for the adult to close judging."""
    why: str


@dataclass(frozen=True, slots=True)
class Finished:
    """Nothing is left to do."""

    why: str


Step = Listen | Star | PlayOff | Reasons | Wait | Finished
