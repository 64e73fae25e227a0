"""The lines of a school's registers."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from evidence.award.records import AwardRecords
from evidence.award.registers import Register, register, registers
from evidence.library import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What stands in one column."""

    field: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of one register."""

    id: str
    register: str
    cells: tuple[Cell, ...]
    when: datetime
    struck: bool = False
    """Whether it was taken out; it can be put back."""

    @property
    def values(self) -> dict[str, str]:
        """What stands there, by column, as it is kept."""
        return {cell.field: cell.text for cell in self.cells}

    @property
    def typed(self) -> dict[str, str]:
        """The same in the form in which a person would type it again."""
        kind = register(self.register)
        return {id_: _retyped(kind.field(id_).kind, text) for id_, text in self.values.items()}


class RegisterLines:
    """Every line; changes need an adult."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._lines = AwardRecords(library, "line", "LN", Line)

    def of(self, register_id: str, *, struck: bool = False) -> tuple[Line, ...]:
        """The lines of a register, oldest first; those taken out when asked for."""
        wanted = register(register_id).id
        return tuple(line for line in self._lines.all() if line.register == wanted and line.struck is struck)

    def one(self, line_id: str) -> Line:
        """One line; UnknownRecord if there is none of this id."""
        return self._lines.one(line_id)

    def add(self, register_id: str, typed: Mapping[str, str]) -> Line:
        """Write a new line."""
        self._library.adults.need("write in a register")
        kind = register(register_id)
        made = Line(id="", register=kind.id, cells=_cells(kind, typed), when=self._library.now())
        return self._lines.add(lambda id_: replace(made, id=id_), who=None)

    def edit(self, line_id: str, typed: Mapping[str, str]) -> Line:
        """Write some columns of a line anew; an empty text takes a column out."""
        self._library.adults.need("write in a register")

        def edited(line: Line) -> Line:
            kind = register(line.register)
            return replace(line, cells=_cells(kind, line.typed | dict(typed)))

        return self._lines.change(line_id, edited, action="edited", who=None)

    def strike(self, line_id: str, *, struck: bool = True) -> Line:
        """Take a line out, or put it back."""
        self._library.adults.need("write in a register")
        action = "struck" if struck else "put-back"
        return self._lines.change(line_id, lambda line: replace(line, struck=struck), action=action, who=None)

    def due(self, today: date) -> tuple[Line, ...]:
        """Every line with a day that has come."""
        return tuple(
            line
            for kind in registers()
            for line in self.of(kind.id)
            if any(
                field.due and line.values.get(field.id, "9999") <= today.isoformat() for field in kind.fields
            )
        )


def _cells(kind: Register, typed: Mapping[str, str]) -> tuple[Cell, ...]:
    values = kind.clean(typed)
    return tuple(Cell(field=field.id, text=values[field.id]) for field in kind.fields if field.id in values)


def _retyped(kind: str, text: str) -> str:
    is_pence = kind == "money" and text.isascii() and text.isdecimal()  # it may have had another kind once
    return f"{text[:-2] or '0'}.{text[-2:]:0>2}" if is_pence else text
