"""Comparisons that were kept, and the filled sheet on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from lessons.comparing import Comparison, Comparisons, noted
from studio.ui.screens.listed import ListedScreen
from studio.ui.screens.reading import ReadingScreen
from studio.ui.text import cut_to, literal, when_words
from studio.ui.widgets.long_list import LongList

if TYPE_CHECKING:
    from evidence.papers.paper import Paper


class EarlierScreen(ListedScreen):
    """Comparisons that were kept, the newest first."""

    HELP_PAGE: ClassVar[str] = "two_sounds"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "choose", "open", key_display="Enter", id="earlier.open", tooltip="Go on with this one"
        ),
    ]

    kept: reactive[tuple[Comparison, ...]] = reactive((), init=False, bindings=True)

    def __init__(self, then: Callable[[Comparison], None]) -> None:
        super().__init__()
        self._then = then

    def compose_middle(self) -> Iterable[Widget]:
        """The list, and what was noted."""
        yield Static(id="empty")
        yield LongList(id="patterns")
        yield Static(id="about")

    def on_mount(self) -> None:
        """Say where we are."""
        self.title_is("Two sounds: earlier ones")

    def read_library(self) -> None:
        """Read them."""
        self.kept = Comparisons(self.library).all()
        self.listing.show(len(self.kept), self._line, marked=self.listing.marked)
        self.query_one("#empty", Static).update(literal("None was kept yet. Choose words, and it is kept."))
        self.query_one("#empty").display = not self.kept
        self.show_marked()

    def _line(self, line: int, width: int) -> Content:
        each = self.kept[line]
        when = when_words(each.made, self.studio.clock())
        return Content.assemble(cut_to(each.title, max(20, width - 20)), "  ", when)

    @on(LongList.Moved)
    def show_marked(self) -> None:
        """What was noted."""
        lines = noted(self.kept[self.listing.marked]) if self.kept else ()
        self.query_one("#about", Static).update(Content("\n").join(map(literal, lines)))

    @on(LongList.Clicked)
    def action_choose(self) -> None:
        """Open it."""
        chosen = self.kept[self.listing.marked]
        self.app.pop_screen()
        self._then(chosen)

    def can_do(self, action: str) -> bool:
        """There must be one."""
        return action != "choose" or bool(self.kept)


class TwoSoundsPageScreen(ReadingScreen):
    """The filled sheet, to read and to print."""

    HELP_PAGE: ClassVar[str] = "two_sounds"

    def __init__(self, comparison: Comparison) -> None:
        super().__init__()
        self.comparison = comparison

    def on_mount(self) -> None:
        """Say which it is."""
        self.title_is("Two sounds, two ears: the sheet")

    def paper(self) -> Paper:
        """As it is now."""
        from lessons.comparing import comparison_paper

        return comparison_paper(self.library, self.comparison)

    def file_stem(self) -> str:
        """What the file is called."""
        return "two-sounds"
