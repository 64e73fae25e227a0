"""What a rhythm is chosen from: patterns to begin with and rhythms that were kept; sounds for a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from lessons.rhythm.kept import Rhythms, sound_title
from lessons.rhythm.notation import said
from lessons.rhythm.shipped import rhythm_book
from studio.ui.screens.listed import ListedScreen, UndoingScreen
from studio.ui.text import cut_to, literal, when_words
from studio.ui.widgets.long_list import LongList

if TYPE_CHECKING:
    from lessons.rhythm.pattern import Pattern, Row

_TITLE = 32


@dataclass(frozen=True, slots=True)
class Offered:
    """A line of the list."""

    pattern: Pattern
    about: str
    rhythm_id: str = ""


class PatternsScreen(UndoingScreen):
    """Those that were kept come first, the newest on top."""

    HELP_PAGE: ClassVar[str] = "pulse"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "choose", "open", key_display="Enter", id="patterns.open", tooltip="Go on with this one"
        ),
        Binding("x,delete", "bin", "bin", key_display="X", id="patterns.bin", tooltip="Z takes it out again"),
        Binding("z", "undo", "undo the bin", id="patterns.undo", tooltip="Take the last one out of the bin"),
    ]

    def __init__(self, then: Callable[[Pattern, str], None]) -> None:
        super().__init__()
        self._then = then
        self.offered: tuple[Offered, ...] = ()

    def compose_middle(self) -> Iterable[Widget]:
        """The list, and how the marked one is said."""
        yield LongList(id="patterns")
        yield Static(id="about")

    def on_mount(self) -> None:
        """Say where we are."""
        self.title_is("Pulse: patterns")

    def read_library(self) -> None:
        """The kept ones may have changed."""
        now = self.studio.clock()
        kept = (
            Offered(each.pattern, f"ours, {when_words(each.changed, now)}", each.id)
            for each in Rhythms(self.library).all()
        )
        shipped = (Offered(each.pattern, each.about) for each in rhythm_book().starts)
        self.offered = (*kept, *shipped)
        self.listing.show(len(self.offered), self._line, marked=self.listing.marked)
        self.show_marked()

    def _line(self, line: int, width: int) -> Content:
        each = self.offered[line]
        tempo = f"{each.pattern.tempo:>4} a minute  "
        return Content.assemble(cut_to(each.pattern.title, _TITLE), tempo, literal(each.about))

    @property
    def marked(self) -> Offered:
        """The line that the list stands on."""
        return self.offered[self.listing.marked]

    @on(LongList.Moved)
    def show_marked(self) -> None:
        """How it is said, row by row."""
        rows = (row for row in self.marked.pattern.rows if not row.is_empty)
        words = [self.marked.about, *(f"{sound_title(self.library, row.sound)}: {said(row)}" for row in rows)]
        self.query_one("#about", Static).update(Content("\n").join(map(literal, words)))
        self.refresh_bindings()

    @on(LongList.Clicked)
    def action_choose(self) -> None:
        """Open it."""
        chosen = self.marked
        self.app.pop_screen()
        self._then(chosen.pattern, chosen.rhythm_id)

    def action_bin(self) -> None:
        """Put a kept one in the bin."""
        rhythm_id = self.marked.rhythm_id
        Rhythms(self.library).bin(rhythm_id)
        self.did(lambda: Rhythms(self.library).unbin(rhythm_id))
        self.read_library()
        self.say("It is in the bin. Z takes it out again.")

    def can_do(self, action: str) -> bool:
        """Only our own go into the bin."""
        if action == "bin":
            return self.is_mounted and bool(self.offered) and bool(self.marked.rhythm_id)
        return super().can_do(action)


class RowSoundsScreen(ListedScreen):
    """The sounds of the grid, then the sounds of the library, the newest first."""

    HELP_PAGE: ClassVar[str] = "pulse"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "take it", key_display="Enter", id="row.take", tooltip="For this row"),
    ]

    def __init__(self, row: Row, then: Callable[[str], None]) -> None:
        super().__init__()
        self.row = row
        self._then = then
        self.offered: tuple[tuple[str, str], ...] = ()
        """Ids, and what they are called."""

    def compose_middle(self) -> Iterable[Widget]:
        """The list."""
        yield LongList(id="patterns")

    def on_mount(self) -> None:
        """Say what it is for."""
        self.title_is("Pulse: a sound for the row")

    def read_library(self) -> None:
        """Read the sounds."""
        ours = (each for each in reversed(self.library.sounds()) if not each.binned)
        shipped = [(each.id, each.title) for each in rhythm_book().sounds]
        self.offered = (*shipped, *((each.id, each.title) for each in ours))
        ids = [each[0] for each in self.offered]
        marked = ids.index(self.row.sound) if self.row.sound in ids else 0
        self.listing.show(len(self.offered), self._line, marked=marked)

    def _line(self, line: int, width: int) -> Content:
        sound_id, title = self.offered[line]
        mark = "■ " if sound_id == self.row.sound else "  "
        whose = "comes with the program" if line < len(rhythm_book().sounds) else f"ours, {sound_id}"
        return Content.assemble(mark, cut_to(title, _TITLE), "  ", whose)

    @on(LongList.Clicked)
    def action_choose(self) -> None:
        """Take it."""
        sound_id = self.offered[self.listing.marked][0]
        self.app.pop_screen()
        self._then(sound_id)
