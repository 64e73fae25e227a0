"""Evidence to accept: what the program proposes, one after the other, with the reason for each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import get_current_worker

from studio.ui.entry_facts import proposal_lines
from studio.ui.entry_words import entry_line
from studio.ui.faults import FAULTS
from studio.ui.messages import ProblemMet
from studio.ui.screens.award.hearing_entry import HearingEntryScreen
from studio.ui.text import literal
from studio.ui.widgets.long_list import LongList
from studio.ui.widgets.waveform import Waveform

if TYPE_CHECKING:
    from evidence.entry import Entry, SoundUse

_SIDES = 5
_OF_ADULTS = ("accept", "bin", "take_back", "change")


class ProposalsFound(Message):
    """Everything was looked at, and what waits is known."""

    def __init__(self, waiting: tuple[Entry, ...]) -> None:
        super().__init__()
        self.waiting = waiting


class ProposalsScreen(HearingEntryScreen):
    """A accepts, X bins, and the next one stands there already."""

    HELP_PAGE = "proposals"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "accept", "accept", id="proposals.accept", tooltip="It is evidence from now on"),
        Binding("e", "change", "change", id="proposals.change", tooltip="Put it right first"),
        Binding("x", "bin", "bin", id="proposals.bin", tooltip="It is not proposed again"),
        Binding("z", "take_back", "undo", id="proposals.undo", tooltip="Take the last one back"),
        Binding("enter", "open", "read all of it", key_display="Enter", id="proposals.open", tooltip="More"),
    ]

    waiting: reactive[tuple[Entry, ...]] = reactive((), init=False, bindings=True)
    done: reactive[tuple[str, ...]] = reactive((), init=False, bindings=True)
    """Ids of what was accepted or binned on this visit, the last one at the end."""

    def __init__(self) -> None:
        super().__init__()
        self._looked = False
        self._accepted = 0

    def compose_middle(self) -> Iterable[Widget]:
        """The list, and everything about the marked one."""
        yield Static(id="empty")
        yield LongList(id="proposals")
        yield Waveform(id="picture")
        with VerticalScroll(id="about", can_focus=False):
            yield Static(id="about-words")

    def on_mount(self) -> None:
        """The list has the keys."""
        self.title_is("Evidence to accept")
        self.query_one("#empty", Static).update(literal("Looking at the sounds and what happened ..."))
        self.query_one("#about").display = False
        self.refocus()

    def on_resize(self) -> None:
        """Long lines break where there is room."""
        self._show_about()

    def refocus(self) -> None:
        """The list has the keys."""
        self.listing.focus()

    @property
    def listing(self) -> LongList:
        """The list."""
        return self.query_one("#proposals", LongList)

    def entry_to_hear(self) -> Entry | None:
        """The marked one."""
        return self.waiting[self.listing.marked] if self.waiting and self.is_mounted else None

    # Looking for them

    def read_library(self) -> None:
        """Propose what is new, the first time; then only look again."""
        self._look(propose=not self._looked)

    @work(thread=True, group="proposals", exclusive=True)
    def _look(self, *, propose: bool) -> None:
        from lessons.proposals import proposals
        from lessons.proposals import propose as propose_new

        worker = get_current_worker()
        try:
            if propose:
                propose_new(self.library, self.studio.framework)
            waiting = proposals(self.library)
        except FAULTS as error:
            self.post_message(ProblemMet(error))
            return
        if not worker.is_cancelled:
            self.post_message(ProposalsFound(waiting))

    @on(ProposalsFound)
    def _found(self, message: ProposalsFound) -> None:
        self._looked = True
        self._show(message.waiting, marked=self.listing.marked)

    # Showing them

    def _show(self, waiting: tuple[Entry, ...], *, marked: int) -> None:
        self.waiting = waiting
        self.title_is(f"Evidence to accept: {len(waiting):,}")
        self.listing.show(len(waiting), lambda line, width: entry_line(waiting[line], width), marked=marked)
        self.query_one("#empty", Static).update(literal(self._empty_words()))
        self.query_one("#empty").display = not waiting
        self.listing.display = bool(waiting)
        self.query_one("#about").display = bool(waiting)
        self._show_about()
        if waiting and not self.is_asking:
            self.refocus()

    def _empty_words(self) -> str:
        if self.done:
            binned = len(self.done) - self._accepted
            return f"All done: {self._accepted} accepted, {binned} in the bin. Press Esc to go back."
        return "Nothing waits. Keep sounds with a year group, and they are proposed here."

    @on(LongList.Moved)
    def _moved(self) -> None:
        self.hush()
        self._show_about()
        self.refresh_bindings()

    def _draw(self, use: SoundUse | None) -> None:
        from studio.ui.pictures import picture_of_use  # loads NumPy

        wave = self.query_one(Waveform)
        wave.display = use is not None
        try:
            wave.show(picture_of_use(self.library, use) if use else None)
        except FAULTS as error:
            wave.show(None)
            self.problem(error)

    def about_to_hear(self, use: SoundUse) -> None:
        """Show what sounds."""
        self._draw(use)

    def playhead_moved(self, frame: int | None) -> None:
        """Show where it is."""
        self.query_one(Waveform).playhead = frame

    def _show_about(self) -> None:
        entry = self.entry_to_hear()
        self._draw(entry.sounds[0] if entry and entry.sounds else None)
        if entry is not None:
            today, width = self.studio.clock().date(), self.size.width - _SIDES
            lines = proposal_lines(entry, self.studio.framework, today, width)
            self.query_one("#about-words", Static).update(Content("\n").join(lines))
            self.query_one("#about").scroll_home(animate=False)

    # Deciding

    def action_accept(self) -> None:
        """It is evidence from now on."""
        from evidence.review import accept

        if (entry := self.entry_to_hear()) is not None:
            accept(self.library, entry.id, framework=self.studio.framework)
            self._accepted += 1
            self._decided(entry, "Accepted")

    def action_bin(self) -> None:
        """It is not proposed again."""
        from evidence.review import bin_entry

        if (entry := self.entry_to_hear()) is not None:
            bin_entry(self.library, entry.id)
            self._decided(entry, "In the bin")

    def _decided(self, entry: Entry, words: str) -> None:
        self.hush()
        self.done = (*self.done, entry.id)
        left = tuple(other for other in self.waiting if other.id != entry.id)
        self._show(left, marked=self.listing.marked)
        self.say(f"{words}: {entry.title}. Z takes it back.")

    def action_take_back(self) -> None:
        """The last one waits again."""
        from evidence.review import put_back

        if not self.done:
            return
        was = self.library.entry(self.done[-1])
        entry = put_back(self.library, was.id)
        self._accepted -= was.status == "accepted"
        self.done = self.done[:-1]
        newest_first = sorted((*self.waiting, entry), key=lambda e: (e.date_happened, e.id), reverse=True)
        self._show(tuple(newest_first), marked=newest_first.index(entry))
        self.say(f"It waits again: {entry.title}.")

    def action_change(self) -> None:
        """Put it right, then accept it."""
        if (entry := self.entry_to_hear()) is not None:
            self.hush()
            self.studio.open_make_evidence(entry=entry)

    def action_open(self) -> None:
        """Read all of it."""
        from studio.ui.screens.award.entry import EntryScreen

        if (entry := self.entry_to_hear()) is not None:
            self.hush()
            self.app.push_screen(EntryScreen(entry))

    def can_do(self, action: str) -> bool:
        """Deciding needs something that waits, and an adult."""
        if action in _OF_ADULTS and not self.library.adults.is_adult:
            return False
        if action == "take_back":
            return bool(self.done)
        if action in ("accept", "bin", "change", "open"):
            return bool(self.waiting)
        return super().can_do(action)
