"""One brief card, big enough to read aloud."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.brief_words import brief_page
from studio.ui.reading_on import read_on
from studio.ui.screens.base import StudioScreen
from studio.ui.widgets.big_words import BigWords

if TYPE_CHECKING:
    from lessons.competitions.brief import Brief


class BriefCardScreen(StudioScreen):
    """Its title in big letters, then everything on it."""

    HELP_PAGE = "briefs"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,s",
            "set",
            "set a competition",
            key_display="Enter",
            id="card.set",
            tooltip="With this card",
        ),
        Binding("d", "read_on", "read on", id="card.read_on", tooltip="The rest of the card"),
    ]

    def __init__(self, brief: Brief, *, is_set: bool = False) -> None:
        super().__init__()
        self.brief = brief
        self.is_set = is_set
        """Whether a competition was set with it already."""

    def compose_middle(self) -> Iterable[Widget]:
        """The card."""
        with VerticalScroll(id="page"):
            yield BigWords(self.brief.title, id="big", most_lines=2)
            yield Static(id="card")

    def on_mount(self) -> None:
        """The arrows scroll."""
        self.title_is(f"Brief: {self.brief.title}")
        page = self.query_one("#page")
        self.watch(page, "virtual_size", self._laid_out, init=False)
        self.refocus()

    def _laid_out(self) -> None:
        self.call_after_refresh(self.refresh_bindings)

    def refocus(self) -> None:
        """The page has the keys."""
        self.query_one("#page").focus()

    def on_resize(self) -> None:
        """The card is as wide as the window."""
        from lessons.competitions.criteria import questions_for

        asked = tuple(question.words for question in questions_for(self.brief))
        self.query_one("#card", Static).update(brief_page(self.brief, max(20, self.size.width - 8), asked))

    def action_read_on(self) -> None:
        """Down by a page; from the end back to the start."""
        read_on(self.query_one("#page"))

    def action_set(self) -> None:
        """Set a competition with it."""
        from studio.ui.screens.competition.competition_form import CompetitionFormScreen

        self.app.switch_screen(CompetitionFormScreen(self.brief))

    def can_do(self, action: str) -> bool:
        """Reading on is for long cards."""
        if action == "read_on":
            return self.is_mounted and self.query_one("#page").max_scroll_y > 0
        return action != "set" or not self.is_set
