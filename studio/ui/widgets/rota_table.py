"""A rota: events down, jobs across; the arrows walk."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive

from lessons.assembly.skill import team_roles
from studio.ui.rota_words import RotaCell, RotaRow, row_line
from studio.ui.widgets.long_list import LongList


class RotaTable(LongList):
    """One line an event; a column is marked as well as a line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "sideways(-1)", "job", key_display="← →", id="rota.left", tooltip="Another job"),
        Binding("right", "sideways(1)", "right", show=False),
    ]

    column: reactive[int] = reactive(0, init=False)
    rows: tuple[RotaRow, ...] = ()

    def show_rows(self, rows: tuple[RotaRow, ...], *, marked: int) -> None:
        """Show these."""
        self.rows = rows
        self.show(len(rows), self._row, marked=marked)

    def _row(self, line: int, width: int) -> Content:
        return row_line(self.rows[line], width, column=self.column if line == self.marked else None)

    @property
    def line_width(self) -> int:
        """Cells that a line has."""
        return max(0, self.scrollable_content_region.width - 2)

    @property
    def row(self) -> RotaRow | None:
        """The marked one."""
        return self.rows[self.marked] if self.rows else None

    @property
    def cell(self) -> RotaCell | None:
        """The marked job of the marked event."""
        return self.row.cells[self.column] if self.row else None

    def validate_column(self, column: int) -> int:
        """One that is there."""
        return max(0, min(column, len(team_roles()) - 1))

    def watch_column(self) -> None:
        """Draw it, and tell the screen."""
        self.refresh()
        self.post_message(self.Moved())

    def action_sideways(self, by: int) -> None:
        """To another job."""
        self.column += by
