"""The first line of every screen: where you are, and whose library it is."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from studio.ui.text import literal

_BETWEEN = " · "
_LEAST = 8
"""Cells of a name that are worth showing."""


def shortened(whose: str, room: int) -> str:
    """The words with their first part cut so that the day and `adult` are seen; without it when tiny."""
    name, between, rest = whose.partition(_BETWEEN)
    left = room - Content(between + rest).cell_length
    if Content(whose).cell_length <= room or not rest:
        return whose
    return literal(name).truncate(left, ellipsis=True).plain + between + rest if left >= _LEAST else rest


class TitleLine(Widget):
    """Where on the left, whose on the right; a long school's name gives way first, the left last."""

    DEFAULT_CSS = """
    TitleLine {
        height: 1;
        padding: 0 1;
        background: $panel;
    }
    """

    where: reactive[str] = reactive("")
    whose: reactive[str] = reactive("")

    def __init__(self, *, whose: str = "") -> None:
        super().__init__()
        self.set_reactive(TitleLine.whose, whose)

    def render(self) -> Content:
        """One line."""
        width = self.content_size.width
        where = literal(self.where, "bold").truncate(width, ellipsis=True)
        room = width - where.cell_length - 2
        if room < 4:
            return where
        whose = literal(shortened(self.whose, room)).truncate(room, ellipsis=True)
        gap = width - where.cell_length - whose.cell_length
        return Content.assemble(where, " " * gap, whose)
