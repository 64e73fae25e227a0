"""A screen where one chooses what goes into a bundle, how large it may be, and where it goes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from studio.errors import StudioError
from studio.ui.entry_words import entry_line
from studio.ui.faults import FAULTS
from studio.ui.messages import ProblemMet
from studio.ui.screens.long_job import LongJobScreen
from studio.ui.text import literal
from studio.ui.typed_path import is_folder, typed_path
from studio.ui.widgets.long_list import LongList
from studio.wording import count, size_words

if TYPE_CHECKING:
    from evidence.bundle.sizes import Preset
    from evidence.entry import Entry

_IN, _OUT, _STAYS, _KEY = "■", "·", "!", "*"
_SIZE_WIDTH = 9


class PackingRead(Message):
    """What could go in is known, and what may not leave."""

    def __init__(self, entries: tuple[Entry, ...], blocked: Mapping[str, str]) -> None:
        super().__init__()
        self.entries = entries
        self.blocked = blocked


class PackingScreen(LongJobScreen):
    """All accepted entries that may leave go in, unless one is left out or only key pieces are wanted."""

    entries: reactive[tuple[Entry, ...]] = reactive((), init=False, bindings=True)
    chosen: reactive[frozenset[str]] = reactive(frozenset(), init=False, bindings=True)
    preset: reactive[Preset | None] = reactive(None, init=False, bindings=True)
    in_parts: reactive[bool] = reactive(False, init=False, bindings=True)

    def __init__(self) -> None:
        super().__init__()
        self.blocked: Mapping[str, str] = {}
        self.sizes: dict[str, int] = {}
        self.folder: Path | None = None
        self.out: Path | None = None
        """The file that was typed; otherwise the bundle's own name in the folder."""

    def read_library(self) -> None:
        """Look what there is and what may leave; in a thread, for a library may have thousands."""
        self._read()

    @work(thread=True, group="looking", exclusive=True)
    def _read(self) -> None:
        from evidence.bundle.chosen import CHANNEL
        from evidence.safety.releases import Releases

        try:
            accepted = [entry for entry in self.library.entries() if entry.status == "accepted"]
            accepted.sort(key=lambda entry: (entry.date_happened, entry.id), reverse=True)
            gate = Releases(self.library).gate(accepted, CHANNEL)
        except FAULTS as error:
            self.post_message(ProblemMet(error))
            return
        reasons = {blocked.entry.id: blocked.reason for blocked in gate.blocked}
        self.post_message(PackingRead(tuple(accepted), reasons))

    @on(PackingRead)
    def _show(self, message: PackingRead) -> None:
        from evidence.bundle.sizes import entry_size

        known = {entry.id for entry in self.entries}
        self.entries, self.blocked = message.entries, message.blocked
        self.sizes = {entry.id: entry_size(entry) for entry in self.entries}
        # What was left out on this visit stays out; what is new goes in.
        fresh = {entry.id for entry in self.entries} - known
        self.chosen = (self.chosen | fresh) - self.blocked.keys()
        self._fill()

    def on_resize(self) -> None:
        """The columns follow the width."""
        if self.entries:
            self._fill()

    def refocus(self) -> None:
        """The list has the keys."""
        self.query_one("#entries").focus()

    def _fill(self) -> None:
        listing = self.query_one("#entries", LongList)
        listing.show(len(self.entries), self._line, marked=listing.marked)
        self.show_about()

    def _line(self, line: int, width: int) -> Content:
        entry = self.entries[line]
        mark = _STAYS if entry.id in self.blocked else _IN if entry.id in self.chosen else _OUT
        key = _KEY if entry.key_for else " "
        size = f"{size_words(self.sizes[entry.id]):>{_SIZE_WIDTH}}"
        words = entry_line(entry, width - 4 - _SIZE_WIDTH).truncate(
            max(0, width - 4 - _SIZE_WIDTH), ellipsis=True, pad=True
        )
        return Content.assemble((f"{mark} {key} ", "bold"), words, size)

    @on(LongList.Moved)
    def say_why(self) -> None:
        """Of an entry that may not leave, say why."""
        if self.entries and self.marked.id in self.blocked:
            self.say(f"It may not leave. {self.blocked[self.marked.id]}")

    @property
    def marked(self) -> Entry:
        """The entry the list stands on."""
        return self.entries[self.query_one("#entries", LongList).marked]

    # What it will be

    def show_about(self) -> None:
        """Say what it will be."""
        if not self.entries:
            words = "There is no evidence yet. Press Esc, then open a sound and press E."
        else:
            words = "\n".join(self._about())
        self.query_one("#about", Static).update(literal_lines(words))

    def _about(self) -> list[str]:
        total = count(len(self.entries), "entry", "entries")
        stays = f"; {len(self.blocked)} may not leave" if self.blocked else ""
        lines = [
            f"Going in: {len(self.chosen_entries())} of {total}, about {size_words(self.size_now())}{stays}."
        ]
        if self.preset is not None:
            fits = "" if self.fits() else self._too_large()
            lines.append(f"For {self.preset.words}.{fits}")
        lines.append(f"It will be: {self.out_path()}")
        return lines

    def _too_large(self) -> str:
        return (
            " Sealed in parts, by area." if self.in_parts else " Too large: K key pieces only, or S in parts."
        )

    def chosen_entries(self) -> list[Entry]:
        """What goes in."""
        return [entry for entry in self.entries if entry.id in self.chosen]

    def size_now(self) -> int:
        """About how many bytes."""
        from evidence.bundle.sizes import expected_size

        return expected_size(self.chosen_entries(), log_bytes=self.library.journal.size())

    def fits(self) -> bool:
        """Whether it is small enough for the way in which it travels."""
        largest = self.preset.largest if self.preset else None
        return largest is None or self.size_now() <= largest

    def out_path(self) -> Path:
        """The file it will be."""
        from evidence.bundle.issue import next_name

        return self.out or (self.folder or self.library.exports) / next_name(self.library)

    # What the keys do

    @on(LongList.Clicked)
    def action_choose(self) -> None:
        """The marked entry in or out."""
        if self.marked.id in self.blocked:
            self.say_why()
            return
        self.chosen ^= {self.marked.id}
        self._fill()

    def action_all(self) -> None:
        """Everything in; or, when it is, everything out."""
        everything = frozenset(entry.id for entry in self.entries) - self.blocked.keys()
        self.chosen = frozenset() if self.chosen == everything else everything
        self._fill()

    def action_key_only(self) -> None:
        """Only key pieces."""
        pieces = frozenset(entry.id for entry in self.entries if entry.key_for) - self.blocked.keys()
        if not pieces:
            self.say("There are no key pieces yet: open a level of the Quality Mark and press K.")
            return
        self.chosen = pieces
        self._fill()
        self.say(f"Only {count(len(pieces), 'key piece')}. A takes everything in again.")

    def action_preset(self) -> None:
        """The next way in which it can travel."""
        from evidence.bundle.sizes import presets

        known = presets()
        self.preset = known[(known.index(self.preset) + 1) % len(known) if self.preset else 0]
        self.in_parts = False
        self.say("")
        self.show_about()

    def action_parts(self) -> None:
        """In parts, or in one piece."""
        self.in_parts = not self.in_parts
        self.show_about()

    def action_where(self) -> None:
        """Ask for a folder or a file; a stick that is plugged in stands there already."""
        from studio.sticks import sticks

        first = next(iter(sticks()), self.out_path().parent)
        self.ask("Which folder, or which file.zip?", self._put_it, value=str(first))

    def _put_it(self, typed: str) -> None:
        path = typed_path(typed)
        if not typed:
            return
        if path.suffix.lower() == ".zip" and is_folder(path.parent):
            self.out = path
        elif is_folder(path):
            self.out, self.folder = None, path
        else:
            raise StudioError("That folder is not there.", "Plug the stick in, or type another folder.")
        self.show_about()


def literal_lines(words: str) -> Content:
    """Several lines, each shown as it stands."""
    return Content("\n").join(literal(line) for line in words.split("\n"))
