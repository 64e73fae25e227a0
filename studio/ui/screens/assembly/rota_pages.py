"""Pages about a rota: how fair it is, and what was changed since it was published."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.screens.listed import ListedScreen
from studio.ui.text import cut_to, literal
from studio.ui.widgets.long_list import LongList

if TYPE_CHECKING:
    from lessons.assembly.rota import Rota
    from lessons.assembly.rotas import Turns

_CODE, _COUNT = 18, 24


class TurnsScreen(ListedScreen):
    """How often everybody has a turn; nobody is ranked, they stand by code."""

    HELP_PAGE: ClassVar[str] = "rota"

    def __init__(self, rota: str) -> None:
        super().__init__()
        self.rota = rota
        self.turns: tuple[Turns, ...] = ()

    def compose_middle(self) -> Iterable[Widget]:
        """The heads, then a line each."""
        yield Static(id="heads")
        yield LongList(id="turns")

    def on_mount(self) -> None:
        """Say where we are."""
        self.title_is("Rota: everybody's turns")

    def read_library(self) -> None:
        """Count again."""
        from lessons.assembly.rotas import Rotas

        self.turns = Rotas(self.library).turns(self.rota)
        heads = f" {'':<{_CODE}}{'does a job':<{_COUNT}}{'learns':<{_COUNT // 2}}stands in"
        empty = "Nobody is on this rota yet."
        self.query_one("#heads", Static).update(literal(heads if self.turns else empty))
        self.listing.show(len(self.turns), self._line)

    def _line(self, line: int, width: int) -> Content:
        each = self.turns[line]
        bar = "■" * min(each.crew, _COUNT - 6)
        return Content.assemble(
            cut_to(each.code, _CODE),
            f"{bar} {each.crew}".ljust(_COUNT),
            f"{each.trainee or '·':<{_COUNT // 2}}{each.stand_in or '·'}",
        )


class RotaLogScreen(ListedScreen):
    """The change log, the newest line first."""

    HELP_PAGE: ClassVar[str] = "rota"

    def __init__(self, rota: Rota) -> None:
        super().__init__()
        self.rota = rota
        self.lines: list[str] = []

    def compose_middle(self) -> Iterable[Widget]:
        """The lines."""
        yield Static(id="heads")
        yield LongList(id="log")
        yield Static(id="whole")

    def on_mount(self) -> None:
        """Say where we are."""
        self.title_is("Rota: what was changed")

    def read_library(self) -> None:
        """Read it again."""
        from lessons.assembly.events import Events
        from lessons.assembly.rota_log import words_of

        titles = {event.id: event.title for event in Events(self.library).all()}
        self.lines = [words_of(change, titles) for change in reversed(self.rota.changes)]
        empty = "Nothing was changed. The log begins when the rota is published."
        self.query_one("#heads", Static).update(literal("" if self.lines else empty))
        self.listing.show(len(self.lines), lambda line, _: literal(self.lines[line]))
        self._show_whole()

    def on_long_list_moved(self) -> None:
        """The marked line in full, which may be too long for one."""
        self._show_whole()

    def _show_whole(self) -> None:
        whole = self.lines[self.listing.marked] if self.lines else ""
        self.query_one("#whole", Static).update(literal(whole))
