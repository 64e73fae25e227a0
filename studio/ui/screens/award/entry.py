"""One entry as it was written down, and what an adult does with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from evidence.route import routes
from studio.ui.entry_facts import history_lines, main_lines, more_lines, route_lines, sound_lines
from studio.ui.entry_words import type_title
from studio.ui.screens.award.hearing_entry import HearingEntryScreen

if TYPE_CHECKING:
    from evidence.entry import Entry
    from evidence.library import Library

_SIDES = 5
_OF_ADULTS = ("key", "change", "accept", "bin", "take_back", "withdraw")


class EntryScreen(HearingEntryScreen):
    """Reads one entry; Space plays its sounds, one after the other."""

    HELP_PAGE = "entry"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "key", "key piece", id="entry.key", tooltip="Among the few that speak for a criterion"),
        Binding("a", "accept", "accept", id="entry.accept", tooltip="Make it evidence"),
        Binding("e", "change", "change", id="entry.change", tooltip="What it said before stays with it"),
        Binding("x", "bin", "bin", id="entry.bin", tooltip="It counts no more; Z takes it out again"),
        Binding("z", "take_back", "undo", id="entry.undo", tooltip="Take the last thing back"),
        Binding("r", "withdraw", "withdraw", id="entry.withdraw", tooltip="Erase it in every copy"),
    ]

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.entry = entry
        self._undo: list[Callable[[], Entry]] = []

    def compose_middle(self) -> Iterable[Widget]:
        """The words."""
        with VerticalScroll(id="page"):
            yield Static(id="facts")

    def on_mount(self) -> None:
        """The arrows scroll."""
        self.refocus()

    def refocus(self) -> None:
        """The page has the keys."""
        self.query_one("#page").focus()

    def entry_to_hear(self) -> Entry:
        """The one that is read."""
        return self.entry

    def read_library(self) -> None:
        """Read it again: it may have been changed."""
        self._show(self.library.entry(self.entry.id))

    def on_resize(self) -> None:
        """Two versions stand side by side in the width there is."""
        self._show(self.entry)

    def _show(self, entry: Entry) -> None:
        self.entry = entry
        self.title_is(f"{entry.id}  {entry.title}")
        width = self.size.width - _SIDES
        lines = [
            *main_lines(entry, self.studio.clock().date(), width),
            *sound_lines(entry, width),
            *route_lines(routes(self.library, entry).values(), width),
            *self._more(width),
            *history_lines(entry.amendments, width),
        ]
        self.query_one("#facts", Static).update(Content("\n").join(lines))
        self.refresh_bindings()

    def _more(self, width: int) -> list[Content]:
        lines = more_lines(
            self.entry,
            width,
            type_title=type_title(self.entry.type),
            action=action_words(self.library, self.entry.action_id, self.studio.clock().date()),
            tags=tag_words(self.library, self.entry.tags),
        )
        return [Content(""), *lines] if lines else []

    # What an adult does

    def _do(self, change: Callable[[], Entry], back: Callable[[], Entry], words: str) -> None:
        self._show(change())
        self._undo.append(back)
        self.refresh_bindings()
        self.say(f"{words} Z takes it back.")

    def action_key(self) -> None:
        """A key piece for a criterion, or not after all."""
        codes = list(dict.fromkeys(claim.criterion for claim in self.entry.criteria))
        if len(codes) == 1:
            self._turn_key(codes[0])
        else:
            question = f"For which criterion: {', '.join(codes)}?"
            self.ask(question, lambda code: self._turn_key(code.upper()) if code else None, value=codes[0])

    def _turn_key(self, code: str) -> None:
        from evidence.review import set_key

        entry_id, on = self.entry.id, code not in self.entry.key_for
        words = f"A key piece for {code}." if on else f"No longer a key piece for {code}."
        self._do(
            lambda: set_key(self.library, entry_id, code, on),
            lambda: set_key(self.library, entry_id, code, not on),
            words,
        )

    def action_accept(self) -> None:
        """Make it evidence."""
        from evidence.review import accept

        entry_id, back = self.entry.id, self._as_it_is()
        framework = self.studio.framework
        self._do(lambda: accept(self.library, entry_id, framework=framework), back, "Accepted.")

    def action_bin(self) -> None:
        """It counts no more."""
        from evidence.review import bin_entry

        entry_id, back = self.entry.id, self._as_it_is()
        self._do(lambda: bin_entry(self.library, entry_id), back, "In the bin.")

    def _as_it_is(self) -> Callable[[], Entry]:
        from evidence.review import accept, bin_entry, put_back

        ways = {"accepted": accept, "binned": bin_entry, "proposed": put_back}
        entry_id, way = self.entry.id, ways[self.entry.status]
        return lambda: way(self.library, entry_id)

    def action_take_back(self) -> None:
        """Take the last thing back."""
        self._show(self._undo[-1]())
        self._undo.pop()
        self.refresh_bindings()
        self.say("Taken back.")

    def action_change(self) -> None:
        """Change what it says."""
        self.studio.open_make_evidence(entry=self.entry)

    def action_withdraw(self) -> None:
        """Erase it in every copy; that screen asks first."""
        from studio.ui.screens.office.withdraw import WithdrawScreen

        self.hush()
        self.app.push_screen(WithdrawScreen(entry_id=self.entry.id))

    def can_do(self, action: str) -> bool:
        """Pupils read and listen; what was withdrawn stays as it is."""
        if action in _OF_ADULTS and not self.library.adults.is_adult:
            return False
        allowed = {
            "key": self.entry.status == "accepted",
            "accept": self.entry.status in ("proposed", "binned"),
            "change": self.entry.status != "withdrawn",
            "withdraw": self.entry.status != "withdrawn",
            "bin": self.entry.status in ("proposed", "accepted"),
            "take_back": bool(self._undo) and self.entry.status != "withdrawn",
        }
        return allowed.get(action, super().can_do(action))


def action_words(library: Library, action_id: str | None, today: date) -> str:
    """An action of the plan by its number and its words."""
    from evidence.award.plans import Plans

    if action_id is None:
        return ""
    found = next((action for action in Plans(library).actions() if action.id == action_id), None)
    return f"{action_id} {found.title}" if found else action_id


def tag_words(library: Library, tags: Iterable[str]) -> list[str]:
    """Codes of other frameworks with their titles."""
    from evidence.tags import tag_titles

    titles = tag_titles(library)
    return [f"{tag} {titles.get(tag, '')}".strip() for tag in tags]
