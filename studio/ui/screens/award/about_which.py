"""Choosing what a paper is about: one action of the plan, or one piece of evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.entry_words import marked_line
from studio.ui.faults import FAULTS
from studio.ui.messages import ProblemMet
from studio.ui.screens.listed import ListedScreen
from studio.ui.text import cut_to, literal
from studio.ui.widgets.long_list import LongList

if TYPE_CHECKING:
    from evidence.entry import Entry
    from rubric.plan import Action

_EMPTY = "There is no accepted evidence yet, and no action in the plan. Today, then E: accept some first."
_DAY = 12


class ChoicesRead(Message):
    """What a paper can be about."""

    def __init__(self, choices: tuple[Action | Entry, ...]) -> None:
        super().__init__()
        self.choices = choices


class AboutWhichScreen(ListedScreen):
    """Actions first, then accepted evidence, the newest first; Enter takes the marked one."""

    HELP_PAGE: ClassVar[str] = "papers"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "this one", key_display="Enter", id="about.take", tooltip="Write about it"),
    ]

    choices: reactive[tuple[Action | Entry, ...]] = reactive((), init=False, bindings=True)

    def __init__(self, title: str, then: Callable[[str], None]) -> None:
        super().__init__()
        self._title = title
        self._then = then

    def compose_middle(self) -> Iterable[Widget]:
        """The list."""
        yield Static(id="empty")
        yield LongList(id="choices")

    def on_mount(self) -> None:
        """Say where we are."""
        self.title_is(f"{self._title}: about which?")
        self.query_one("#empty").display = False

    def read_library(self) -> None:
        """Look again, without holding up the keys."""
        self._read()

    @work(thread=True, group="choices", exclusive=True)
    def _read(self) -> None:
        from evidence.award.plans import Plans

        try:
            actions = Plans(self.library).actions()
            entries = [entry for entry in self.library.entries() if entry.status == "accepted"]
        except FAULTS as error:
            self.post_message(ProblemMet(error))
            return
        entries.sort(key=lambda entry: (entry.date_happened, entry.id), reverse=True)
        self.post_message(ChoicesRead((*actions, *entries)))

    @on(ChoicesRead)
    def _show(self, message: ChoicesRead) -> None:
        self.choices = choices = message.choices
        self.query_one("#empty", Static).update(literal(_EMPTY))
        self.query_one("#empty").display = not choices
        self.listing.show(len(choices), self._line, marked=self.listing.marked)

    def _line(self, line: int, width: int) -> Content:
        from evidence.entry import Entry

        chosen = self.choices[line]
        if isinstance(chosen, Entry):
            return marked_line(chosen, width)
        return Content.assemble(
            ("  action".ljust(_DAY + 2), "bold"), cut_to(chosen.title, max(0, width - _DAY - 2))
        )

    @on(LongList.Clicked)
    def action_take(self) -> None:
        """Back, with the marked one."""
        about = self.choices[self.listing.marked].id
        self.app.pop_screen()
        self._then(about)

    def can_do(self, action: str) -> bool:
        """Something to choose from."""
        return action != "take" or bool(self.choices)
