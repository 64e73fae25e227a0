"""Registers: short lists around the award, such as partners or awards; what each asks is data in assets."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from assets import asset
from evidence.words import clean_line, clean_text
from rubric.plan import parse_pounds, pounds
from rubric.tables import ContentFault, Table, read_table
from studio.errors import StudioError
from studio.wording import date_in_words, did_you_mean

KINDS = ("line", "text", "date", "money", "number", "people")
FEWEST = 5
"""Fewer people than this are not told to others: a child could be known by the number."""
_LARGEST = 1_000_000
_WORD = "[a-z]+(-[a-z]+)*"


class RegisterFault(ContentFault):
    """The file of registers cannot be used as it stands."""


class UnknownRegister(StudioError):
    """A word that is no register."""


class UnknownField(StudioError):
    """A word that is no column of a register."""


class BadValue(StudioError):
    """Something that cannot stand in a column."""


@dataclass(frozen=True, slots=True)
class Field:
    """One column."""

    id: str
    title: str
    kind: str
    needed: bool = False
    of: str = ""
    """For a number of people: the column that says how many there are in all."""
    due: bool = False

    def clean(self, typed: str) -> str:
        """What a person typed, in the one form in which it is kept; empty for nothing.

        Raises
        ------
        BadValue, BadCost, TextTooLong
        """
        typed = typed.strip()
        if not typed:
            return ""
        if self.kind == "date":
            return self._date(typed)
        if self.kind == "money":
            return str(parse_pounds(typed))
        if self.kind in ("number", "people"):
            return self._number(typed)
        return (
            clean_line(typed, called=self.title)
            if self.kind == "line"
            else clean_text(typed, called=self.title)
        )

    def shown(self, values: Mapping[str, str], *, to_others: bool = False) -> str:
        """What stands there, for people; to others small numbers of people stay hidden."""
        try:
            return self._shown(values, to_others=to_others)
        except ValueError:  # the column had another kind when this was written
            return "" if to_others else values[self.id]

    def _shown(self, values: Mapping[str, str], *, to_others: bool) -> str:
        value = values.get(self.id, "")
        if not value:
            return ""
        if self.kind == "date":
            return date_in_words(date.fromisoformat(value))
        if self.kind == "money":
            return pounds(int(value))
        if self.kind == "people":
            return self._people(int(value), values, to_others=to_others)
        return value

    def _people(self, number: int, values: Mapping[str, str], *, to_others: bool) -> str:
        total = int(values.get(self.of) or 0) if self.of else 0
        few = to_others and (0 < number < FEWEST or 0 < total < FEWEST or 0 < total - number < FEWEST)
        if few:
            return f"<{FEWEST}" if number < FEWEST else "most"
        share = f" of {total} ({100 * number / total:.0f} %)" if total else ""
        return f"{number}{share}"

    def _date(self, typed: str) -> str:
        try:
            return date.fromisoformat(typed).isoformat()
        except ValueError:
            raise BadValue(f"“{typed[:20]}” is not a date.", "Write it like 2026-11-24.") from None

    def _number(self, typed: str) -> str:
        if not typed.isascii() or not typed.isdecimal() or int(typed[:9]) > _LARGEST or len(typed) > 7:
            raise BadValue(f"“{typed[:20]}” is not a whole number.", "Write it in digits, such as 28.")
        return str(int(typed))


@dataclass(frozen=True, slots=True)
class Register:
    """One list."""

    id: str
    title: str
    line: str
    """What one line of it is called."""
    about: str
    fields: tuple[Field, ...]
    criteria: tuple[str, ...] = ()

    def field(self, text: str) -> Field:
        """The column of an id.

        Raises
        ------
        UnknownField
        """
        known = {field.id: field for field in self.fields}
        if (word := text.strip().lower()) not in known:
            raise UnknownField(f"“{text[:40]}” is no column of {self.title}.", did_you_mean(word, known))
        return known[word]

    def clean(self, typed: Mapping[str, str]) -> dict[str, str]:
        """Everything typed for a line, as it is kept.

        Raises
        ------
        UnknownField, BadValue
            If something cannot stand there, or something needed is missing.
        """
        values = {self.field(id_).id: self.field(id_).clean(text) for id_, text in typed.items()}
        for field in self.fields:
            if field.needed and not values.get(field.id):
                raise BadValue(f"“{field.title}” is missing.", f"Say it: every {self.line} needs it.")
            if field.of and int(values.get(field.id) or 0) > int(values.get(field.of) or _LARGEST):
                raise BadValue(f"“{field.title}” is more than there are.", "Look at both numbers again.")
        return {id_: text for id_, text in values.items() if text}


@cache
def registers() -> tuple[Register, ...]:
    """Every register, in the order of the file."""
    table = read_table(asset("registers.toml"), RegisterFault)
    found = table.rows("registers", _register, named=lambda each: each.id)
    table.expect_nothing_else()
    return found


def register(text: str) -> Register:
    """The register of an id, in capitals or not.

    Raises
    ------
    UnknownRegister
        If there is none.
    """
    known = {each.id: each for each in registers()}
    word = text.strip().lower().replace(" ", "-")
    if word not in known:
        raise UnknownRegister(f"“{text[:40]}” is no register.", did_you_mean(word, known))
    return known[word]


def _register(row: Table) -> Register:
    found = tuple(map(_field, row.tables("fields")))
    ids = {field.id for field in found}
    for field in found:
        if field.of and (field.of not in ids or field.kind != "people"):
            raise row.fault("fields", f"“{field.of}” is no column.", "Name a column of the same register.")
    made = Register(
        id=row.text("id", pattern=_WORD, example="whole-class", longest=20),
        title=row.text("title", longest=40),
        line=row.text("line", longest=20),
        about=row.text("about", longest=200),
        fields=found,
        criteria=row.texts("criteria") if row.has("criteria") else (),
    )
    row.expect_nothing_else()
    return made


def _field(row: Table) -> Field:
    made = Field(
        id=row.text("id", pattern=_WORD, example="cost", longest=20),
        title=row.text("title", longest=40),
        kind=row.choice("kind", KINDS),
        needed=row.truth("needed") if row.has("needed") else False,
        of=row.text("of", longest=20) if row.has("of") else "",
        due=row.truth("due") if row.has("due") else False,
    )
    row.expect_nothing_else()
    return made
