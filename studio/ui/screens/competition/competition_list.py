"""Every competition there was, the newest first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.competition_words import STANDS
from studio.ui.screens.competition.competition_work import CompetitionWorkScreen
from studio.ui.screens.listed import ListedScreen
from studio.ui.text import cut_to, literal
from studio.ui.widgets.long_list import LongList
from studio.wording import count, date_in_words

if TYPE_CHECKING:
    from datetime import date

    from lessons.competitions.competition import Competition

_FACTS = 44


class CompetitionListScreen(CompetitionWorkScreen, ListedScreen):
    """Enter shows the marked one."""

    HELP_PAGE = "competition_list"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "show", key_display="Enter", id="competitions.open", tooltip="How it went"),
    ]

    every: reactive[tuple[Competition, ...]] = reactive((), init=False, bindings=True)

    def compose_middle(self) -> Iterable[Widget]:
        """The list."""
        yield Static(id="empty")
        yield LongList(id="competitions")

    def on_mount(self) -> None:
        """Say where we are."""
        self.title_is("Competitions")

    def look(self) -> tuple[tuple[Competition, ...], dict[str, int], date]:
        """All of them, and how many entered each."""
        from lessons.competitions.competitions import Competitions
        from lessons.competitions.docket import Dockets

        competitions = Competitions(self.library)
        entries: dict[str, int] = {}
        for each in Dockets(self.library).submissions.all():
            entries[each.competition] = entries.get(each.competition, 0) + each.is_in
        return competitions.all()[::-1], entries, competitions.today

    def show(self, seen: Any) -> None:
        """Show the list."""
        self.every, entries, today = seen

        def line(number: int, width: int) -> Content:
            known = self.every[number]
            facts = (
                f"{date_in_words(known.closes):<18}{STANDS[known.stands(today)]:<14}"
                f"{count(entries.get(known.id, 0), 'entry', 'entries')}"
            )
            return Content.assemble(cut_to(known.title, max(16, width - _FACTS - 2)), "  ", literal(facts))

        self.listing.show(len(self.every), line, marked=self.listing.marked)
        self.title_is(f"Competitions: {len(self.every)}")
        self.query_one("#empty", Static).update(literal("None yet. Esc goes back; there B chooses a brief."))
        self.query_one("#empty").display = not self.every

    @on(LongList.Clicked)
    def action_open(self) -> None:
        """Show the marked one."""
        from studio.ui.screens.competition.competition import CompetitionScreen

        if self.every:
            self.app.push_screen(CompetitionScreen(self.every[self.listing.marked].id))

    def can_do(self, action: str) -> bool:
        """There must be one to show."""
        return bool(self.every) if action == "open" else super().can_do(action)
