"""The lists that the team ticks: before, during and after an event, and those of the adult beside it."""

from dataclasses import dataclass
from functools import cache

from assets import asset
from lessons.assembly.skill import team_roles
from rubric.tables import ContentFault, Table, read_table
from studio.errors import StudioError
from studio.wording import did_you_mean

EVERYBODY, ADULT = "all", "adult"


class ListFault(ContentFault):
    """The file of lists cannot be used as it stands."""


class UnknownList(StudioError):
    """A word that is no list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do and tick."""

    id: str
    words: str
    who: str
    """The id of a job, `all`, or `adult`."""
    why: str = ""
    minutes: int | None = None
    """How long before the start it is due; `None` where the list has no clock."""

    @property
    def t(self) -> str:
        """Such as `T-20`; empty where the list has no clock."""
        return "" if self.minutes is None else f"T-{self.minutes}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """One list."""

    id: str
    title: str
    about: str
    steps: tuple[Step, ...]

    def step(self, step_id: str) -> Step | None:
        """The step of an id."""
        return next((step for step in self.steps if step.id == step_id.strip().upper()), None)


def whose(who: str) -> str:
    """What people read for those who do a step."""
    titles = {EVERYBODY: "All", ADULT: "Adult"} | {role.id: role.title for role in team_roles()}
    return titles.get(who, who)


def shipped_list(text: str) -> Checklist:
    """The list of an id as it comes with the program; UnknownList if there is none."""
    known = {each.id: each for each in shipped_lists()}
    word = text.strip().lower().replace(" ", "-")
    if word not in known:
        raise UnknownList(f"“{text[:40]}” is not a list.", did_you_mean(word, known))
    return known[word]


@cache
def shipped_lists() -> tuple[Checklist, ...]:
    """The lists that come with the program, in the order of the day."""
    return lists_of(read_table(asset("assembly", "lists.toml"), ListFault))


def lists_of(table: Table) -> tuple[Checklist, ...]:
    """The lists in a file's table.

    Raises
    ------
    ListFault
        At the first thing that is missing, double, misspelt or of the wrong kind.
    """
    found = table.rows("lists", _list, named=lambda each: each.id)
    table.expect_nothing_else()
    return found


def _list(row: Table) -> Checklist:
    steps = tuple(map(_step, row.tables("steps")))
    row.refuse_twins("steps", (step.id for step in steps))
    made = Checklist(
        id=row.text("id", pattern="[a-z]+(-[a-z]+)*", example="set-up", longest=20),
        title=row.text("title", longest=40),
        about=row.text("about", longest=200),
        steps=steps,
    )
    row.expect_nothing_else()
    return made


def _step(row: Table) -> Step:
    made = Step(
        id=row.text("id", pattern=r"[A-Z][0-9]{1,2}", example="S1"),
        words=row.text("words", longest=160),
        who=row.choice("who", doers()),
        why=row.text("why", longest=100) if row.has("why") else "",
        minutes=_minutes(row) if row.has("minutes") else None,
    )
    row.expect_nothing_else()
    return made


def doers() -> list[str]:
    """Who can have a step: every job, everybody, or an adult."""
    return [*(role.id for role in team_roles()), EVERYBODY, ADULT]


def _minutes(row: Table) -> int:
    minutes = row.number("minutes")
    if not minutes.is_integer() or minutes > LONGEST_BEFORE:
        raise row.fault("minutes", "a whole number of minutes is wanted.", "Write minutes = 20.")
    return int(minutes)


LONGEST_BEFORE = 240
"""Minutes before the start: nobody sets up earlier."""
