"""A competition, from the day it is set until it is announced."""

from dataclasses import dataclass
from datetime import date, datetime

from evidence.codes import parse_code
from evidence.words import clean_line, clean_text, clean_title
from evidence.years import in_order
from lessons.competitions.brief import Brief
from lessons.competitions.criteria import Question
from studio.errors import StudioError

WHO_MAY = {"one each": 1, "pairs": 2, "groups": 8}
"""Who may enter, and how many may have made an entry together; nobody has a part in two."""
SCOPES = ("class", "key-stage", "school")
STATUSES = ("set", "open", "closed", "judging", "judged", "announced", "cancelled")
PLAY_OFF, MORE, ASKED = "play-off", "more", "asked"
"""Kinds of rounds: the first among the finalists, one more for a tie, one that an adult asked for."""


class NotNow(StudioError):
    """Something that a competition is not ready for, or is done with."""


@dataclass(frozen=True, slots=True)
class Move:
    """The closing date was moved."""

    was: date
    now: date
    why: str
    when: datetime


@dataclass(frozen=True, slots=True)
class Away:
    """A judge who could not go on."""

    code: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    """A round of play-off pairs, and between which entries."""

    number: int
    kind: str
    finalists: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A result as it was when judging closed; `inputs` is the hash of all it was worked out from."""

    winners: tuple[str, ...]
    how: str
    sure: str
    inputs: str
    when: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Competition:
    """One competition."""

    id: str
    title: str
    brief: Brief
    """Copied whole: the card may change later."""
    questions: tuple[Question, ...]
    half_term: str
    opens: date
    closes: date
    """The last day on which entries are taken."""
    who_may: str = "one each"
    years: tuple[str, ...]
    scope: str = "school"
    status: str = "set"
    """As it is stored; `stands` looks at the dates too."""
    panel: tuple[str, ...] = ()
    """The judges, by code."""
    away: tuple[Away, ...] = ()
    seed: int
    """Of every order and every animal, so that all can be worked out again."""
    method: str = "stars"
    led_by: tuple[str, ...] = ()
    """Pupils who set it."""
    announcers: tuple[str, ...] = ()
    opened_by: str = ""
    """The adult who opened judging, as a role."""
    moves: tuple[Move, ...] = ()
    rounds: tuple[Round, ...] = ()
    result: Kept | None = None
    no_award: str = ""
    """Why there is no winner this time."""
    why: str = ""
    """Why it was cancelled."""
    stood: str = ""
    """The status before it was cancelled."""
    announced: datetime | None = None
    occasion: str = ""
    """Id of the occasion that its announcement was kept as."""
    made: datetime

    def __post_init__(self) -> None:
        if self.who_may not in WHO_MAY or self.scope not in SCOPES or self.status not in STATUSES:
            raise ValueError(f"{self.id} says what cannot be")
        tidy = {
            "title": clean_title(self.title),
            "years": in_order(self.years),
            "panel": tuple(dict.fromkeys(map(parse_code, self.panel))),
            "led_by": tuple(dict.fromkeys(map(parse_code, self.led_by))),
            "announcers": tuple(dict.fromkeys(map(parse_code, self.announcers))),
            "no_award": clean_text(self.no_award, called="The reason"),
            "why": clean_line(self.why, called="The reason"),
        }
        for name, value in tidy.items():
            object.__setattr__(self, name, value)

    def stands(self, today: date) -> str:
        """The status on a day: one of `STATUSES`; the dates open it and close it."""
        if self.status != "set":
            return self.status
        if today < self.opens:
            return "set"
        return "open" if today <= self.closes else "closed"

    def need(self, today: date, *statuses: str, to: str) -> None:
        """Refuse unless it stands at one of these.

        Raises
        ------
        NotNow
        """
        stands = self.stands(today)
        if stands not in statuses:
            raise NotNow(f"“{self.title}” {_STANDS[stands]}.", f"It cannot {to} now.")

    def need_closed(self, today: date) -> None:
        """Refuse to open judging unless nothing comes in any more and nobody judges yet.

        Raises
        ------
        NotNow
        """
        stands = self.stands(today)
        if stands == "judging":
            raise NotNow(f"“{self.title}” is being judged already.", "You can change who is on the panel.")
        if stands == "open":
            raise NotNow(f"“{self.title}” {_STANDS[stands]}.", "Close it first, or wait for its day.")
        self.need(today, "closed", to="be judged")


_STANDS = {
    "set": "has not opened yet",
    "open": "is still taking entries",
    "closed": "has closed, and nobody has judged yet",
    "judging": "is being judged",
    "judged": "has been judged, and waits for its announcement",
    "announced": "has been announced",
    "cancelled": "was cancelled",
}
