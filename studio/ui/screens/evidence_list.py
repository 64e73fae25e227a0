"""Evidence: everything that was written down, the newest first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from studio.ui.screens.base import StudioScreen
from studio.ui.text import cut_to, literal
from studio.ui.widgets.listing import Listing
from studio.wording import count

if TYPE_CHECKING:
    from evidence.entry import Entry
    from rubric.framework import Claim


def entry_line(entry: Entry, width: int) -> Content:
    """An entry in one line: its day, its title, its year groups and what it shows."""
    shows = ", ".join(f"{claim.criterion} {claim.level}" for claim in entry.criteria)
    room = max(30, width - 14)
    title = cut_to(entry.title, room // 2)
    years = cut_to(" ".join(entry.year_groups), room // 6)
    return Content.assemble(f"{entry.date_happened.isoformat()}  ", title, "  ", years, "  ", literal(shows))


class EvidenceListScreen(StudioScreen):
    """All entries, or those that show one claim."""

    HELP_PAGE = "evidence_list"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open", key_display="Enter", id="entries.open", tooltip="Read it"),
        Binding("e", "make", "make evidence", id="entries.make", tooltip="Write something down"),
    ]

    entries: reactive[tuple[Entry, ...]] = reactive((), init=False, bindings=True)

    def compose_middle(self) -> Iterable[Widget]:
        """What comes above the list, and the list."""
        yield Static(id="above")
        yield Static(id="empty")
        yield Listing(id="entries")

    @property
    def claim(self) -> Claim | None:
        """What the entries must show; `None` for all of them."""
        return None

    def on_resize(self) -> None:
        """The columns follow the width."""
        self._fill()

    def read_library(self) -> None:
        """Read the list."""
        shown = (
            entry for entry in self.library.entries() if self.claim is None or self.claim in entry.criteria
        )
        self.entries = tuple(sorted(shown, key=lambda entry: (entry.date_happened, entry.id), reverse=True))
        self.title_is(f"Evidence: {count(len(self.entries), 'entry', 'entries')}")
        self._fill()

    def _fill(self) -> None:
        listing = self.query_one("#entries", Listing)
        marked = listing.marked
        listing.clear_options()
        listing.add_options(
            Option(entry_line(entry, self.size.width - 6), entry.id) for entry in self.entries
        )
        self.query_one("#empty", Static).update(
            literal("" if self.entries else "Nothing yet. Press E to write it down.")
        )
        self.query_one("#empty").display = not self.entries
        if self.entries:
            listing.highlighted = min(marked, len(self.entries) - 1)
        listing.focus()

    def action_open(self) -> None:
        """Read the marked one."""
        self.query_one("#entries", Listing).action_select()

    @on(OptionList.OptionSelected, "#entries")
    def _open(self, message: OptionList.OptionSelected) -> None:
        from studio.ui.screens.entry import EntryScreen

        self.app.push_screen(EntryScreen(self.entries[message.option_index]))

    def action_make(self) -> None:
        """Write something down."""
        self.studio.open_make_evidence(claim=self.claim)

    def can_do(self, action: str) -> bool:
        """Opening needs an entry."""
        return action != "open" or bool(self.entries)

    def refocus(self) -> None:
        """The list has the keys."""
        self.query_one("#entries").focus()
