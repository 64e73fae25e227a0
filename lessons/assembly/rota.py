"""A rota: who does which job at which event, who learns beside them, and who stands in."""

from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from evidence.codes import parse_code

CREW, TRAINEE, STAND_IN = "crew", "trainee", "stand-in"
PARTS = (CREW, TRAINEE, STAND_IN)
STATUSES = ("draft", "published")


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One pupil at one event: doing a job, learning it beside a trained pupil, or standing in for it."""

    event: str
    role: str
    code: str
    part: str = CREW

    def __post_init__(self) -> None:
        if self.part not in PARTS or parse_code(self.code) != self.code:
            raise ValueError(f"{self.code!r:.30} cannot be {self.part!r:.20}")


@dataclass(frozen=True, slots=True, kw_only=True)
class RotaChange:
    """A line of the change log; its words are made when it is read, so that a withdrawn code is gone."""

    when: datetime
    what: str
    """One of `CHANGES`."""
    event: str = ""
    role: str = ""
    codes: tuple[str, ...] = ()
    """Who it is about: who was there first, then who came."""
    why: str = ""
    by: str = ""
    """The role of the adult who said yes; empty when none was needed."""
    took: tuple[Duty, ...] = ()
    """The duties that went."""
    gave: tuple[Duty, ...] = ()
    """The duties that came."""
    taken_back: bool = False

    def __post_init__(self) -> None:
        if self.what not in CHANGES:
            raise ValueError(f"a rota does not get {self.what!r:.20}")


CHANGES = ("published", "swapped", "stood-in", "filled", "cancelled", "moved", "back-on", "undone")


@dataclass(frozen=True, slots=True, kw_only=True)
class SwapAsked:
    """A swap that pupils ask for; it holds when an adult has said yes."""

    number: int
    event: str
    role: str
    code: str
    """Who would like to give this duty away."""
    with_code: str
    """Who would take it."""
    other_event: str = ""
    other_role: str = ""
    """The duty that is taken in return; empty when none is."""
    asked: datetime
    answer: str = ""
    """`yes`, `no`, or nothing yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rota:
    """The duties of a term or half-term."""

    id: str
    title: str
    first: date
    last: date
    status: str = "draft"
    seed: int
    """Of its order by chance: the same events, team and seed give the same rota."""
    duties: tuple[Duty, ...] = ()
    swaps: tuple[SwapAsked, ...] = ()
    changes: tuple[RotaChange, ...] = ()
    published: datetime | None = None
    made: datetime

    def __post_init__(self) -> None:
        if self.status not in STATUSES or self.last < self.first:
            raise ValueError(f"a rota cannot be {self.status!r:.20} from {self.first} to {self.last}")

    @property
    def changed(self) -> datetime | None:
        """When it was last changed after it was published; the sheet says so."""
        after = [each.when for each in self.changes if each.what != "published"]
        return max(after, default=None) if self.published else None

    @property
    def open_swaps(self) -> tuple[SwapAsked, ...]:
        """Swaps that wait for an adult."""
        return tuple(each for each in self.swaps if not each.answer)

    def who(self, event: str, role: str, part: str = CREW) -> str:
        """The code of whoever has this duty; empty for nobody."""
        for duty in self.duties:
            if (duty.event, duty.role, duty.part) == (event, role, part):
                return duty.code
        return ""

    def at(self, event: str) -> tuple[Duty, ...]:
        """Every duty at an event."""
        return tuple(duty for duty in self.duties if duty.event == event)

    def crew(self, event: str) -> tuple[str, ...]:
        """Who leads sound and vision at an event: those with a job, then who learns beside them."""
        ordered = sorted(self.at(event), key=lambda duty: PARTS.index(duty.part))
        return tuple(dict.fromkeys(duty.code for duty in ordered if duty.part != STAND_IN))

    def counts(self, events: Container[str], *, part: str = CREW) -> dict[str, int]:
        """How many duties each pupil has at these events, such as those that were not cancelled."""
        return counts(self.duties, events, part=part)


def counts(duties: Iterable[Duty], events: Container[str], *, part: str = CREW) -> dict[str, int]:
    """How many duties of a part each pupil has at these events."""
    return dict(Counter(duty.code for duty in duties if duty.part == part and duty.event in events))
