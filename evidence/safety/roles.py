"""What a pupil can be in the club and the assembly team, from assets."""

from dataclasses import dataclass
from functools import cache

from assets import asset
from rubric.tables import ContentFault, read_table
from studio.errors import StudioError
from studio.wording import did_you_mean

AMBASSADOR, HELPER = "ambassador", "helper"
"""Those that the program itself asks about."""


class RoleFault(ContentFault):
    """The file of roles cannot be used as it stands."""


class UnknownClubRole(StudioError):
    """A word that is no role in the club."""


@dataclass(frozen=True, slots=True)
class ClubRole:
    """One step on the way from new member to leader."""

    id: str
    title: str
    does: str


@cache
def club_roles() -> tuple[ClubRole, ...]:
    """Every role, in the order in which pupils grow into them."""
    table = read_table(asset("roles.toml"), RoleFault)
    found = []
    for row in table.tables("roles"):
        id_ = row.text("id", pattern="[a-z]+(-[a-z]+)*", example="ambassador", longest=20)
        found.append(ClubRole(id_, row.text("title", longest=40), row.text("does", longest=100)))
        row.expect_nothing_else()
    table.expect_nothing_else()
    return tuple(found)


def club_role(text: str) -> ClubRole:
    """The role of an id, in capitals or not.

    Raises
    ------
    UnknownClubRole
        If there is none.
    """
    known = {role.id: role for role in club_roles()}
    word = text.strip().lower().replace(" ", "-")
    if word not in known:
        raise UnknownClubRole(f"“{text[:40]}” is no role in the club.", did_you_mean(word, known))
    return known[word]
