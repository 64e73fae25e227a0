"""Today: what needs an adult now, with the place to do it one key away."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.read_in_thread import read_in_thread
from studio.ui.screens.listed import ListedScreen
from studio.ui.text import cut_to, day_words, literal
from studio.ui.widgets.long_list import LongList
from studio.wording import count

if TYPE_CHECKING:
    from lessons.desk.matter import Matter

_PLACE_WIDTH = 15
_NAMES = {
    "club": "Club",
    "competition": "Competition",
    "assembly": "Assembly",
    "proposals": "Evidence",
    "plan": "Plan",
    "diary": "Diary",
    "registers": "Registers",
    "quality_mark": "Quality Mark",
}


class DeskRead(Message):
    """Everything on the desk is known."""

    def __init__(self, matters: tuple[Matter, ...]) -> None:
        super().__init__()
        self.matters = matters


class TodayScreen(ListedScreen):
    """One line a matter; Enter goes where it is done."""

    HELP_PAGE = "today"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "open", "go there", key_display="Enter", id="today.open", tooltip="Where it is done"
        ),
        Binding(
            "e",
            "go('proposals')",
            "evidence to accept",
            id="today.accept",
            tooltip="What waits for you",
        ),
        Binding("c", "go('calendar')", "calendar", id="today.calendar", tooltip="What is when"),
        Binding("p", "go('papers')", "papers", id="today.papers", tooltip="Papers and reports to print"),
        Binding("l", "go('evidence_list')", "all evidence", id="today.list", tooltip="All entries"),
        Binding("b", "go('bundle')", "bundle", id="today.bundle", tooltip="Seal it all into one file"),
    ]

    matters: reactive[tuple[Matter, ...]] = reactive((), init=False, bindings=True)

    def compose_middle(self) -> Iterable[Widget]:
        """How much waits, and the list."""
        yield Static(id="waits")
        yield LongList(id="matters")

    def on_mount(self) -> None:
        """Say where we are."""
        self.title_is(f"Today: {day_words(self.studio.clock().date())}")
        self.query_one("#waits", Static).update(literal("Looking ..."))

    def read_library(self) -> None:
        """Look again, without holding up the keys."""
        self._read()

    @read_in_thread
    def _read(self) -> Message:
        from lessons.desk.today import today

        return DeskRead(today(self.library, self.studio.framework))

    @on(DeskRead)
    def _show(self, message: DeskRead) -> None:
        self.matters = matters = message.matters
        waits = sum(matter.now for matter in matters)
        words = (
            f"{count(waits, 'thing waits', 'things wait')} for you now." if waits else "Nothing waits now."
        )
        self.query_one("#waits", Static).update(literal(words))
        self.listing.show(
            len(matters), lambda line, width: matter_line(matters[line], width), marked=self.listing.marked
        )

    @on(LongList.Clicked)
    def action_open(self) -> None:
        """The place of the marked matter."""
        if self.matters:
            self.action_go(self.matters[self.listing.marked].place)

    def action_go(self, place: str) -> None:
        """Open a place."""
        self.studio.open_place(place)

    def can_do(self, action: str) -> bool:
        """Opening needs a matter whose place there is."""
        return action != "open" or bool(self.matters)


def matter_line(matter: Matter, width: int) -> Content:
    """A matter: whether it waits, where it is done, what there is to say."""
    return Content.assemble(
        ("now " if matter.now else "    ", "bold"),
        cut_to(_NAMES.get(matter.place, matter.place), _PLACE_WIDTH),
        cut_to(matter.words, max(0, width - _PLACE_WIDTH - 4)),
    )
