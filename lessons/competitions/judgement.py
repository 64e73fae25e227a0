"""What one judge heard and said in one competition."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from evidence.codes import parse_code
from lessons.competitions.criteria import ANSWERS

SAME = "same"
"""Instead of the better one of a pair: both are as good."""
MOST_STARS = 3


@dataclass(frozen=True, slots=True)
class Heard:
    """How often an entry was heard before the stars."""

    submission: str
    times: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question about one entry, 1 to 4."""

    submission: str
    question: str
    answer: int

    def __post_init__(self) -> None:
        if self.answer not in ANSWERS:
            raise ValueError(f"an answer is one of {ANSWERS}, not {self.answer!r:.20}")


@dataclass(frozen=True, slots=True)
class Duel:
    """A pair that the judge is to hear in a round, the left one first."""

    round: int
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair that was heard, and which was better: its id, or `same`."""

    round: int
    left: str
    right: str
    better: str
    liked: str = ""

    def __post_init__(self) -> None:
        if self.better not in (self.left, self.right, SAME):
            raise ValueError(f"{self.better!r:.20} is not in the pair")


@dataclass(frozen=True, slots=True)
class Told:
    """Something that the judge wanted an adult to know; it stops nothing."""

    submission: str
    """Empty when it is about no entry."""
    text: str
    when: datetime


@dataclass(frozen=True, slots=True)
class Note:
    """What the judge liked in an entry, as it was written."""

    submission: str
    text: str


@dataclass(frozen=True, slots=True)
class Did:
    """One thing that can be taken back: what, about which entry, and what stood there before."""

    what: str
    """`answered`, `starred`, `preferred` or `knew`."""
    submission: str = ""
    question: str = ""
    was: int = 0
    stars: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One judge's part in one competition."""

    id: str
    competition: str
    code: str
    order: tuple[str, ...]
    """The entries to hear, in an order of the judge's own; never one that they know the makers of."""
    heard: tuple[Heard, ...] = ()
    answers: tuple[Answer, ...] = ()
    stars: tuple[str, ...] = ()
    starred: bool = False
    """Whether the stars were given; there may be fewer than three."""
    duels: tuple[Duel, ...] = ()
    """The pairs to hear, in all rounds so far."""
    listening: tuple[str, ...] = ()
    """What was heard of the pair that is being asked about."""
    pairs: tuple[Pair, ...] = ()
    knows: tuple[str, ...] = ()
    """Entries whose makers the judge recognised: what was said about them is set aside."""
    told: tuple[Told, ...] = ()
    notes: tuple[Note, ...] = ()
    done: tuple[Did, ...] = field(default=(), repr=False)
    """What can be taken back, the last one last."""

    def __post_init__(self) -> None:
        if parse_code(self.code) != self.code or len(self.stars) > MOST_STARS:
            raise ValueError(f"{self.id} says what cannot be")

    def times(self, submission: str) -> int:
        """How often an entry was heard before the stars."""
        return next((each.times for each in self.heard if each.submission == submission), 0)

    def answers_to(self, submission: str) -> dict[str, int]:
        """The answers about one entry, by question."""
        return {each.question: each.answer for each in self.answers if each.submission == submission}

    def note_on(self, submission: str) -> str:
        """What the judge liked in an entry; empty when nothing was written."""
        return next((each.text for each in self.notes if each.submission == submission), "")

    def with_(self, did: Did | None = None, **changes: Any) -> "Judgement":
        """The same with changes, and one more thing that can be taken back."""
        return replace(self, **changes, done=(*self.done, did) if did else self.done)
