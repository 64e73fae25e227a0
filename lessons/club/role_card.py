"""The card of an Ambassador, and what the club needs in the room: content that a teacher may edit."""

from dataclasses import dataclass
from functools import cache

from assets import asset
from rubric.tables import ContentFault, Table, read_table

_PER = ("pc", "child", "room")
_LONGEST = 180
"""Minutes of a meeting."""


class CardFault(ContentFault):
    """A file of the club's card or kit that cannot be used as it stands."""


@dataclass(frozen=True, slots=True)
class Training:
    """One meeting before Ambassadors begin."""

    title: str
    minutes: int
    do: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoleCard:
    """What Ambassadors do, ask, and leave to adults."""

    promise: tuple[str, ...]
    jobs: tuple[str, ...]
    questions: tuple[str, ...]
    fetch: tuple[str, ...]
    """To follow “something”."""
    training: tuple[Training, ...]


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that the club needs."""

    name: str
    many: str
    per: str
    note: str = ""

    def number(self, *, pcs: int, children: int) -> int:
        """How many are needed."""
        return {"pc": pcs, "child": children, "room": 1}[self.per]


@cache
def role_card() -> RoleCard:
    """The card that comes with the program."""
    table = read_table(asset("club", "role-card.toml"), CardFault)
    card = RoleCard(
        **{key: table.texts(key) for key in ("promise", "jobs", "questions", "fetch")},
        training=tuple(map(_training, table.tables("training"))),
    )
    table.expect_nothing_else()
    return card


@cache
def kit() -> tuple[Thing, ...]:
    """What the club needs, in the order of the file."""
    table = read_table(asset("club", "kit.toml"), CardFault)
    found = table.rows("things", _thing, named=lambda each: each.name)
    table.expect_nothing_else()
    return found


def _training(row: Table) -> Training:
    made = Training(row.text("title", longest=60), row.whole("minutes", most=_LONGEST), row.texts("do"))
    row.expect_nothing_else()
    return made


def _thing(row: Table) -> Thing:
    made = Thing(
        name=row.text("name", longest=60),
        many=row.text("many", longest=60),
        per=row.choice("per", _PER),
        note=row.text("note", longest=120) if row.has("note") else "",
    )
    row.expect_nothing_else()
    return made
