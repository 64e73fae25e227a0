"""The skills of the assembly team, each ticked by an adult, and the roles that need them."""

from dataclasses import dataclass
from functools import cache

from assets import asset
from rubric.tables import ContentFault, Table, read_table
from studio.errors import StudioError
from studio.wording import did_you_mean

_WORD = "[a-z]+(-[a-z]+)*"


class TeamFault(ContentFault):
    """The file of roles and skills cannot be used as it stands."""


class UnknownSkill(StudioError):
    """A word that is no skill."""


class UnknownTeamRole(StudioError):
    """A word that is no role in the team."""


@dataclass(frozen=True, slots=True)
class Skill:
    """One thing that a pupil can do alone, as an adult has seen."""

    id: str
    title: str
    shows: str
    """What the adult looks for before the tick."""


@dataclass(frozen=True, slots=True)
class TeamRole:
    """One of the jobs at an assembly."""

    id: str
    title: str
    does: str
    skills: tuple[str, ...]
    """Who has these is trained for it."""


@dataclass(frozen=True, slots=True)
class Signal:
    """A sign with the hand, across a noisy hall."""

    sign: str
    means: str


@dataclass(frozen=True, slots=True)
class TeamRules:
    """All that the file says."""

    roles: tuple[TeamRole, ...]
    skills: tuple[Skill, ...]
    signals: tuple[Signal, ...]


@cache
def team_rules() -> TeamRules:
    """The roles, skills and hand signals that come with the program."""
    return team_rules_of(read_table(asset("assembly", "roles.toml"), TeamFault))


def team_rules_of(table: Table) -> TeamRules:
    """The rules in a file's table.

    Raises
    ------
    TeamFault
        At the first thing that is missing, double, misspelt or of the wrong kind.
    """
    skills = table.rows("skills", _skill, named=lambda each: each.id)
    roles = tuple(_role(row, [each.id for each in skills]) for row in table.tables("roles"))
    table.refuse_twins("roles", (each.id for each in roles))
    signals = tuple(map(_signal, table.tables("signals")))
    table.expect_nothing_else()
    return TeamRules(roles, skills, signals)


def team_roles() -> tuple[TeamRole, ...]:
    """Every job, in the order of the file."""
    return team_rules().roles


def team_role(text: str) -> TeamRole:
    """The job of an id, in capitals or not; UnknownTeamRole if there is none."""
    known = {each.id: each for each in team_rules().roles}
    if (word := text.strip().lower()) not in known:
        raise UnknownTeamRole(f"“{text[:40]}” is no role in the team.", did_you_mean(word, known))
    return known[word]


def skill(text: str) -> Skill:
    """The skill of an id, in capitals or not; UnknownSkill if there is none."""
    known = {each.id: each for each in team_rules().skills}
    if (word := text.strip().lower().replace(" ", "-")) not in known:
        raise UnknownSkill(f"“{text[:40]}” is no skill of the team.", did_you_mean(word, known))
    return known[word]


def _skill(row: Table) -> Skill:
    made = Skill(
        id=row.text("id", pattern=_WORD, example="windows-p", longest=20),
        title=row.text("title", longest=60),
        shows=row.text("shows", longest=200),
    )
    row.expect_nothing_else()
    return made


def _role(row: Table, skills: list[str]) -> TeamRole:
    made = TeamRole(
        id=row.text("id", pattern=_WORD, example="sound", longest=20),
        title=row.text("title", longest=20),
        does=row.text("does", longest=100),
        skills=row.texts("skills", choices=skills),
    )
    row.expect_nothing_else()
    return made


def _signal(row: Table) -> Signal:
    made = Signal(sign=row.text("sign", longest=60), means=row.text("means", longest=60))
    row.expect_nothing_else()
    return made
