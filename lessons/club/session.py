"""One session of the club: who came, who led which part, who sat where, what was said."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from lessons.club.plan import SIX_PARTS, PlanPart
from lessons.occasion import SCOPES
from studio.errors import StudioError
from studio.wording import did_you_mean

STATUSES = ("planned", "open", "held", "not-held")
MARKS = ("here", "late", "away")
PRESENT = ("here", "late")


class UnknownMark(StudioError):
    """A word that is no mark in the register."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One child in the register."""

    code: str
    mark: str
    year: str = ""
    """The year group on that day."""

    def __post_init__(self) -> None:
        if self.mark not in MARKS:
            raise ValueError(f"a mark is one of {MARKS}, not {self.mark!r:.20}")

    @property
    def is_here(self) -> bool:
        """Whether they came, in time or late."""
        return self.mark in PRESENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """Who leads one part of the plan."""

    part: str
    codes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.part not in SIX_PARTS:
            raise ValueError(f"a part is one of {SIX_PARTS}, not {self.part!r:.20}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One PC and who sits at it."""

    number: int
    """From 1."""
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Something that somebody said, word for word; nobody's name or code belongs in it."""

    text: str
    part: str = ""
    """In which part of the session; empty when it does not matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPart:
    """A part of the plan as the school wants it in this session; what is empty stays as the plan has it."""

    part: str
    minutes: int = 0
    do: tuple[str, ...] = ()
    ask: str = ""

    def over(self, part: PlanPart) -> PlanPart:
        """The plan's part with what is said here."""
        return replace(
            part, minutes=self.minutes or part.minutes, do=self.do or part.do, ask=self.ask or part.ask
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One session, planned or past."""

    id: str
    date: date
    number: int
    """The how-manieth of its half-term, as it was planned."""
    title: str
    plan: str = ""
    """Id of the plan; empty for a session of one's own."""
    step: int = 0
    """The number of its session in that plan; 0 for a session of one's own."""
    status: str = "planned"
    why_not: str = ""
    """Why it never happened."""
    begins: str = "15:30"
    minutes: int = 60
    place: str = ""
    leads: tuple[Lead, ...] = ()
    register: tuple[Mark, ...] = ()
    seats: tuple[Seat, ...] = ()
    seed: int = 0
    """Of the chance with which the seats were last given out; 0 when they were not."""
    said: tuple[Said, ...] = ()
    note: str = ""
    tools: tuple[str, ...] = ()
    """Ids of the tools that were used."""
    scope: str = "school"
    resources: tuple[str, ...] = ()
    own: tuple[OwnPart, ...] = ()
    occasion: str = ""
    """Id of what it became as something that happened; empty until it was held."""
    teaching: str = ""
    """Id of the peer teaching in it, where there was some."""
    made: datetime

    def __post_init__(self) -> None:
        if self.status not in STATUSES:
            raise ValueError(f"a session is one of {STATUSES}, not {self.status!r:.20}")
        if self.scope not in SCOPES:
            raise ValueError(f"scope must be one of {SCOPES}, not {self.scope!r:.20}")

    @property
    def is_over(self) -> bool:
        """Whether nothing more happens in it: it was held, or it never was."""
        return self.status in ("held", "not-held")

    @property
    def here(self) -> tuple[str, ...]:
        """Who came, by code, in the order of the register."""
        return tuple(each.code for each in self.register if each.is_here)

    @property
    def leaders(self) -> tuple[str, ...]:
        """Everybody who leads a part, by code."""
        return tuple(dict.fromkeys(code for lead in self.leads for code in lead.codes))

    def mark_of(self, code: str) -> str:
        """The mark of somebody; empty when there is none yet."""
        return next((each.mark for each in self.register if each.code == code), "")

    def leads_of(self, part: str) -> tuple[str, ...]:
        """Who leads a part, by code."""
        return next((lead.codes for lead in self.leads if lead.part == part), ())

    def seat_of(self, code: str) -> Seat | None:
        """Where somebody sits."""
        return next((seat for seat in self.seats if code in seat.codes), None)

    def with_leads(self, part: str, codes: Iterable[str]) -> "Session":
        """The same with these as the leaders of a part; with nobody, it has none."""
        chosen = tuple(dict.fromkeys(codes))
        leads = {lead.part: lead for lead in self.leads} | {part: Lead(part=part, codes=chosen)}
        ordered = (leads[name] for name in SIX_PARTS if name in leads)
        return replace(self, leads=tuple(lead for lead in ordered if lead.codes))


def parse_mark(text: str) -> str:
    """Read a mark; `h`, `l` and `a` will do."""
    word = text.strip().lower()
    for mark in MARKS:
        if word in (mark, mark[0]):
            return mark
    raise UnknownMark(f"“{text[:20]}” is no mark.", did_you_mean(word, MARKS))
