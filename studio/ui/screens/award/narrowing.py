"""A screen with a long list of entries, which keys and typing narrow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from copy import copy
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from evidence.years import PRIMARY_YEARS, in_order
from rubric.framework import LEVELS
from studio.ui.entry_filter import EntryFilter
from studio.ui.entry_words import STATUS_WORDS, marked_line, type_title
from studio.ui.faults import FAULTS
from studio.ui.messages import ProblemMet
from studio.ui.screens.base import StudioScreen
from studio.ui.text import literal
from studio.ui.widgets.long_list import LongList
from studio.ui.widgets.search_line import SearchLine, Wanted

if TYPE_CHECKING:
    from evidence.entry import Entry
    from evidence.views.find import Finder
    from rubric.framework import Claim

_NARROWING = ("search", "criterion", "next_level", "next_year", "next_status", "next_type")


class EntriesRead(Message):
    """All entries are read and ready to be looked through."""

    def __init__(self, entries: tuple[Entry, ...], finder: Finder) -> None:
        super().__init__()
        self.entries = entries
        self.finder = finder


class NarrowingScreen(StudioScreen):
    """Every entry that still counts, or those that one asks for; the newest first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open", key_display="Enter", id="entries.open", tooltip="Read it"),
        Binding("slash", "search", "look for", key_display="/", id="entries.search", tooltip="Words, a code"),
        Binding("c", "criterion", "criterion", id="entries.criterion", tooltip="Only what shows one"),
        Binding("l", "next_level", "level", id="entries.level", tooltip="Only bronze, silver or gold"),
        Binding("y", "next_year", "year", id="entries.year", tooltip="Only one year group"),
        Binding("s", "next_status", "status", id="entries.status", tooltip="Accepted, waiting, binned"),
        Binding("t", "next_type", "type", id="entries.type", tooltip="Only one type of evidence"),
        Binding("x", "all", "show all", id="entries.all", tooltip="Ask for nothing"),
    ]

    entries: reactive[tuple[Entry, ...]] = reactive((), init=False, bindings=True)
    narrowed: reactive[EntryFilter] = reactive(EntryFilter(), init=False, bindings=True)

    def __init__(self, first: EntryFilter | None = None) -> None:
        super().__init__()
        self.first = first or EntryFilter()
        """What is asked for from the start, and again after X."""
        self.set_reactive(NarrowingScreen.narrowed, self.first)
        self.known: tuple[Entry, ...] = ()
        self._finder: Finder | None = None

    def compose_middle(self) -> Iterable[Widget]:
        """What comes above the list, and the list."""
        yield Static(id="above")
        yield SearchLine()
        yield Static(id="asked")
        yield Static(id="empty")
        yield LongList(id="entries")

    def on_mount(self) -> None:
        """The list has the keys."""
        self.title_is("Evidence")
        self.query_one("#above").display = self.claim is not None
        self.listing.focus()

    @property
    def listing(self) -> LongList:
        """The list."""
        return self.query_one("#entries", LongList)

    @property
    def old_before(self) -> date:
        """The first day of which evidence is not old."""
        from evidence.entry_types import old_before

        return old_before(self.studio.clock().date())

    @property
    def claim(self) -> Claim | None:
        """What a new entry should show; `None` when that is open."""
        return None

    @property
    def marked(self) -> Entry | None:
        """The entry that the list stands on."""
        return self.entries[self.listing.marked] if self.entries else None

    # Reading, which takes a quarter of a second for 10,000 entries

    def read_library(self) -> None:
        """Read the list."""
        self._read()

    @work(thread=True, group="entries", exclusive=True)
    def _read(self) -> None:  # without arguments: Textual would write all of them out, entry by entry
        from evidence.views.find import Finder

        worker = get_current_worker()
        known, finder = self.known, self._finder
        try:
            entries = self.library.entries()
        except FAULTS as error:
            self.post_message(ProblemMet(error))
            return
        if finder is None or entries != known:
            finder = copy(finder) if finder else Finder()  # the screen may be looking through the old one
            finder.update(entries)
        if not worker.is_cancelled:
            self.post_message(EntriesRead(entries, finder))

    @on(EntriesRead)
    def _entries_read(self, message: EntriesRead) -> None:
        self.known, self._finder = message.entries, message.finder
        waiting = sum(entry.status == "proposed" for entry in self.known)
        self.key_words = {"entries.accept": f"accept ({waiting})"} if waiting else {}
        self._find(marked=self.listing.marked)

    # Narrowing

    def watch_narrowed(self) -> None:
        """Look again."""
        self._find()

    def _find(self, *, marked: int = 0) -> None:
        if self._finder is None:
            return
        self.entries = found = self.narrowed.found(self._finder)
        self.listing.show(len(found), lambda line, width: self.line_of(found[line], width), marked=marked)
        self._say_what_is_shown()

    def line_of(self, entry: Entry, width: int) -> Content:
        """One line of the list."""
        return marked_line(entry, width, old_before=self.old_before)

    def _say_what_is_shown(self) -> None:
        asked = self.asked_words()
        self.query_one(SearchLine).write(self.narrowed.text)
        self.query_one("#asked", Static).update(literal(f"Only: {asked}" if asked else ""))
        self.query_one("#asked").display = bool(asked)
        self.query_one("#empty", Static).update(literal(self.empty_words()))
        self.query_one("#empty").display = not self.entries
        self.say_title(f"{len(self.entries):,} of " if self.narrowed != self.first else "")

    def asked_words(self) -> str:
        """What is asked for."""
        beside_words = replace(self.narrowed, text="")  # the words stand in the line one types into
        return beside_words.words(type_title(self.narrowed.type or ""))

    def say_title(self, part: str) -> None:
        """How many there are; `part` is such as `12 of `, or nothing when all are shown."""
        total = len(self.first.found(self._finder)) if part and self._finder else len(self.entries)
        self.title_is(f"Evidence: {part}{total:,} {'entry' if total == 1 else 'entries'}")

    def empty_words(self) -> str:
        """What to do where there is nothing to show."""
        if self.narrowed != self.first:
            return "Nothing like that. Press X to see all of them."
        return "Nothing yet. Press E to write it down."

    def action_search(self) -> None:
        """Type what to look for."""
        self.query_one(SearchLine).open()

    @on(Input.Changed, "Wanted")
    def _look_for(self, message: Input.Changed) -> None:
        self.narrowed = replace(self.narrowed, text=message.value)

    @on(Wanted.Done)
    def _search_done(self) -> None:
        self.listing.focus()
        self.query_one(SearchLine).write(self.narrowed.text)

    def action_criterion(self) -> None:
        """Ask which criterion."""
        self.ask("Which criterion, such as MT1? Empty for all.", self._of_criterion)

    def _of_criterion(self, code: str) -> None:
        chosen = self.studio.framework.criterion(code.upper()).code if code else None
        self.narrowed = replace(self.narrowed, criterion=chosen)

    def action_next_level(self) -> None:
        """Bronze, silver, gold, all."""
        self.narrowed = self.narrowed.next("level", LEVELS)

    def action_next_year(self) -> None:
        """One year group after the other."""
        there = {year for entry in self.known for year in entry.year_groups}
        self.narrowed = self.narrowed.next("year", in_order([*PRIMARY_YEARS, *there]))

    def action_next_status(self) -> None:
        """Accepted, waiting, binned, withdrawn."""
        self.narrowed = self.narrowed.next("status", tuple(STATUS_WORDS))

    def action_next_type(self) -> None:
        """One type after the other, the commonest first."""
        common = Counter(entry.type for entry in self.known).most_common()
        self.narrowed = self.narrowed.next("type", tuple(kind for kind, _ in common))

    def action_all(self) -> None:
        """Ask for nothing."""
        self.narrowed = self.first

    # Going on

    @on(LongList.Clicked)
    def action_open(self) -> None:
        """Read the marked one."""
        from studio.ui.screens.award.entry import EntryScreen

        if self.marked is not None:
            self.app.push_screen(EntryScreen(self.marked))

    def can_do(self, action: str) -> bool:
        """What one looked for can be given up; without entries there is nothing to look for."""
        if action == "open":
            return bool(self.entries)
        if action == "search" and isinstance(self.focused, Wanted):
            return False
        if action == "all":
            return self.narrowed != self.first
        return action not in _NARROWING or bool(self.known)

    def refocus(self) -> None:
        """The list has the keys."""
        self.listing.focus()
