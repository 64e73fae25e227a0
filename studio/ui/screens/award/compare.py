"""Compare: two audits side by side, then and now, or ours and the hub's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static
from textual.widgets.option_list import Option

from evidence.award.audits import Audits
from rubric.audit import Snapshot
from rubric.profile import Moved, compare, counts
from studio.ui.screens.base import StudioScreen
from studio.ui.text import cut_to, literal
from studio.ui.widgets.listing import Listing
from studio.wording import count, date_in_words

_WIDTH = 16


class CompareScreen(StudioScreen):
    """What has changed, and what has not; never a verdict."""

    HELP_PAGE = "audit"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "view", "whose views", id="compare.view", tooltip="Then and now, or ours and the hub's"),
        Binding("o", "only", "changed only", id="compare.only", tooltip="Only what differs, or everything"),
    ]

    hubs: reactive[bool] = reactive(False, init=False)
    changed_only: reactive[bool] = reactive(False, init=False)

    def compose_middle(self) -> Iterable[Widget]:
        """Which two, then a line a criterion."""
        yield Static(id="which")
        yield Listing(id="moved")

    def on_mount(self) -> None:
        """The arrows scroll."""
        self.title_is("Compare two audits")
        self.refocus()

    def refocus(self) -> None:
        """The list has the keys."""
        self.query_one("#moved").focus()

    def read_library(self) -> None:
        """Look again."""
        listing, which = self.query_one("#moved", Listing), self.query_one("#which", Static)
        listing.clear_options()
        found = pair(Audits(self.library).all(framework=self.studio.framework.id), hubs=self.hubs)
        if found is None:
            missing = "the hub's view" if self.hubs else "a review"
            which.update(literal(f"There is nothing to compare with yet: {missing} is missing."))
            return
        moved = compare(*found, self.studio.framework)
        which.update(
            Content("\n").join(
                [
                    *(self._profile(each) for each in found),
                    literal(self._sum_words(moved), "bold"),
                ]
            )
        )
        listing.add_options(
            Option(self._line(each), each.criterion.code)
            for each in moved
            if self._differs(each) or not self.changed_only
        )
        listing.highlighted = 0 if listing.option_count else None

    def _differs(self, each: Moved) -> bool:
        """What the hub has not judged is no other judgement."""
        return each.changed and not (self.hubs and None in (each.then, each.now))

    def _sum_words(self, moved: tuple[Moved, ...]) -> str:
        changed = sum(map(self._differs, moved))
        if not self.hubs:
            return f"{changed} of {count(len(moved), 'criterion', 'criteria')} changed."
        both = sum(None not in (each.then, each.now) for each in moved)
        return f"Both judged {count(both, 'criterion', 'criteria')}, {changed} differently."

    def _profile(self, audit: Snapshot) -> Content:
        found = counts(audit, self.studio.framework)
        said = ", ".join(f"{number} {level.replace('-', ' ')}" for level, number in found.items() if number)
        state = "locked" if audit.locked else "still open"
        about = f"{audit.id} {audit.kind}, {audit.view}'s view, {date_in_words(audit.date)}, {state}: "
        return Content.assemble((about, "bold"), literal(said))

    def _line(self, each: Moved) -> Content:
        then, now = ((level or "not judged").replace("-", " ") for level in (each.then, each.now))
        style = "bold" if self._differs(each) else ""
        after = f"→ {now}" if then != now else ""
        levels = f"{then:<{_WIDTH}}{after:<{_WIDTH + 2}}"
        title = cut_to(each.criterion.title, max(10, self.size.width - 2 * _WIDTH - 14))
        return Content.assemble(f"{each.criterion.code:<7}", (levels, style), title)

    def action_view(self) -> None:
        """Then and now, or the school's view and the hub's."""
        self.hubs = not self.hubs
        self.read_library()

    def action_only(self) -> None:
        """Only what differs, or everything."""
        self.changed_only = not self.changed_only
        self.read_library()


def pair(audits: tuple[Snapshot, ...], *, hubs: bool) -> tuple[Snapshot, Snapshot] | None:
    """The school's first and newest, or the newest of each view; `None` while there are not two."""
    ours = [each for each in audits if each.view == "school"]
    theirs = [each for each in audits if each.view == "hub"]
    if hubs:
        return (ours[-1], theirs[-1]) if ours and theirs else None
    return (ours[0], ours[-1]) if len(ours) > 1 else None
