"""Plans of a club: sessions in six parts, ready to be held by a teacher who is no musician."""

from dataclasses import dataclass, replace
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

from assets import asset
from lessons.part_names import PARTS
from rubric.tables import ContentFault, Table, read_table
from studio.errors import StudioError
from studio.wording import did_you_mean

SIX_PARTS = (*PARTS, "resources")
"""Those of a session's plan: what takes time, and what is needed for it."""
_SHARES = (5, 8, 7, 30, 10)
"""Minutes of an hour for each part that takes time."""
_LONGEST_PART = 90
"""Minutes; the timer of the class screen has two figures for them."""
_FILES = ("plans-six.toml", "plans-twelve.toml")


class ClubPlanFault(ContentFault):
    """A file of a club's plan that cannot be used as it stands."""


class UnknownPlan(StudioError):
    """A word that is no plan of a club."""


class UnknownPart(StudioError):
    """A word that is no part of a session."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPart:
    """One part of a session that takes time."""

    name: str
    minutes: int
    do: tuple[str, ...]
    say: str = ""
    """Words that anybody can read out."""
    ask: str = ""
    ambassador: str = ""
    """What an Ambassador can do in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPlan:
    """One session of a plan."""

    number: int
    title: str
    word: str
    """The one new word of the session."""
    parts: tuple[PlanPart, ...]
    resources: tuple[str, ...]
    level_up: str = ""
    """For those who want it harder."""
    log: str = ""
    """A line for the record."""

    @property
    def minutes(self) -> int:
        """How long all parts take."""
        return sum(part.minutes for part in self.parts)

    def part(self, name: str) -> PlanPart:
        """One part that takes time; UnknownPart if there is none of this name."""
        wanted = parse_part(name)
        return next(part for part in self.parts if part.name == wanted)

    def with_part(self, changed: PlanPart) -> "SessionPlan":
        """The same with one part put differently."""
        return replace(self, parts=tuple(changed if p.name == changed.name else p for p in self.parts))


@dataclass(frozen=True, slots=True, kw_only=True)
class ClubPlan:
    """Sessions that follow each other."""

    id: str
    title: str
    about: str
    sessions: tuple[SessionPlan, ...]

    def session(self, number: int) -> SessionPlan:
        """One session by its number in the plan; ValueError if there is none."""
        if not 1 <= number <= len(self.sessions):
            raise ValueError(f"the plan {self.id} has no session {number}")
        return self.sessions[number - 1]


def own_plan(title: str, minutes: int) -> SessionPlan:
    """The empty plan of a session of one's own, in the usual shares of its time."""
    shares = (minutes * share // 60 for share in _SHARES)
    parts = tuple(
        PlanPart(name=name, minutes=max(1, share), do=()) for name, share in zip(PARTS, shares, strict=True)
    )
    return SessionPlan(number=0, title=title, word="", parts=parts, resources=())


def parse_part(text: str) -> str:
    """Read the name of a part of a session."""
    word = text.strip().lower()
    if word not in SIX_PARTS:
        raise UnknownPart(f"“{text[:30]}” is no part of a session.", did_you_mean(word, SIX_PARTS))
    return word


def club_plan(plan_id: str) -> ClubPlan:
    """One plan by its id, such as `six`.

    Raises
    ------
    UnknownPlan
        If there is none.
    """
    known = {plan.id: plan for plan in club_plans()}
    word = plan_id.strip().lower()
    if word not in known:
        raise UnknownPlan(f"“{plan_id[:30]}” is no plan of the club.", did_you_mean(word, known))
    return known[word]


@cache
def club_plans() -> tuple[ClubPlan, ...]:
    """The plans that come with the program, the shortest first."""
    return tuple(load_club_plan(asset("club", name)) for name in _FILES)


def load_club_plan(file: Path | Traversable) -> ClubPlan:
    """Read the file of one plan.

    Raises
    ------
    ClubPlanFault
        At the first thing that is missing, double, misspelt or of the wrong kind.
    """
    return club_plan_of(read_table(file, ClubPlanFault))


def club_plan_of(table: Table) -> ClubPlan:
    """The plan in a file's table; see `load_club_plan`."""
    rows = table.tables("sessions")
    plan = ClubPlan(
        id=table.text("id", pattern="[a-z]+", example="six", longest=20),
        title=table.text("title", longest=60),
        about=table.text("about", longest=300),
        sessions=tuple(_session(row, number) for number, row in enumerate(rows, start=1)),
    )
    table.expect_nothing_else()
    return plan


def _session(row: Table, number: int) -> SessionPlan:
    if row.number("number") != number:
        raise row.fault("number", f"this is session {number} of the file.", f"Write number = {number}.")
    rows = row.tables("parts")
    if len(rows) != len(PARTS):
        raise row.fault("parts", "five parts are wanted.", f"Give each of: {', '.join(PARTS)}.")
    session = SessionPlan(
        number=number,
        title=row.text("title", longest=60),
        word=row.text("word", longest=40),
        parts=tuple(_part(part, name) for part, name in zip(rows, PARTS, strict=True)),
        resources=row.texts("resources"),
        level_up=row.text("level_up", longest=400),
        log=row.text("log", longest=300),
    )
    row.expect_nothing_else()
    return session


def _part(row: Table, name: str) -> PlanPart:
    if row.text("name") != name:
        raise row.fault("name", f"the {name} stands here.", f'Write name = "{name}".')
    part = PlanPart(
        name=name,
        minutes=row.whole("minutes", most=_LONGEST_PART),
        do=row.texts("do"),
        say=row.text("say", longest=600),
        ask=row.text("ask", longest=200) if row.has("ask") else "",
        ambassador=row.text("ambassador", longest=300) if row.has("ambassador") else "",
    )
    row.expect_nothing_else()
    return part
