"""A screen where one chooses what goes into a bundle, and where the bundle goes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from studio.errors import StudioError
from studio.ui.entry_words import entry_line
from studio.ui.screens.base import StudioScreen
from studio.ui.text import literal
from studio.ui.typed_path import is_folder, typed_path
from studio.ui.widgets.listing import Listing
from studio.wording import count, size_words

if TYPE_CHECKING:
    from evidence.entry import Entry

_IN, _OUT = "■", "·"


class PackingScreen(StudioScreen):
    """All accepted entries go in unless one is left out."""

    entries: reactive[tuple[Entry, ...]] = reactive((), init=False, bindings=True)
    chosen: reactive[frozenset[str]] = reactive(frozenset(), init=False, bindings=True)

    def __init__(self) -> None:
        super().__init__()
        self.folder: Path | None = None
        self.out: Path | None = None
        """The file that was typed; otherwise a name with the date in the folder."""

    def read_library(self) -> None:
        """Everything that was accepted goes in; what was left out on this visit stays out."""
        accepted = [entry for entry in self.library.entries() if entry.status == "accepted"]
        known = {entry.id for entry in self.entries}
        self.entries = tuple(
            sorted(accepted, key=lambda entry: (entry.date_happened, entry.id), reverse=True)
        )
        self.chosen |= {entry.id for entry in self.entries} - known
        self._fill()

    def on_resize(self) -> None:
        """The columns follow the width."""
        self._fill()

    def refocus(self) -> None:
        """The list has the keys."""
        self.query_one("#entries").focus()

    def _fill(self) -> None:
        listing = self.query_one("#entries", Listing)
        marked = listing.marked
        listing.clear_options()
        listing.add_options(Option(self._line(entry), entry.id) for entry in self.entries)
        if self.entries:
            listing.highlighted = min(marked, len(self.entries) - 1)
        self.show_about()

    def _line(self, entry: Entry) -> Content:
        mark = _IN if entry.id in self.chosen else _OUT
        return Content.assemble((f"{mark} ", "bold"), entry_line(entry, self.size.width - 10))

    def show_about(self) -> None:
        """Say what it will be."""
        if not self.entries:
            words = "There is no evidence yet. Press Esc, then open a sound and press E."
        else:
            size = size_words(self._sounds_size())
            total = count(len(self.entries), "entry", "entries")
            going_in = f"{len(self.chosen_entries())} of {total}, {size} of sound"
            words = f"Going in: {going_in}.\nIt will be: {self.out_path()}"
        self.query_one("#about", Static).update(literal_lines(words))

    def chosen_entries(self) -> list[Entry]:
        """What goes in."""
        return [entry for entry in self.entries if entry.id in self.chosen]

    def _sounds_size(self) -> int:
        paths = {self.library.original_path(use) for entry in self.chosen_entries() for use in entry.sounds}
        return sum(path.stat().st_size for path in paths if path.exists())

    def out_path(self) -> Path:
        """The file it will be."""
        if self.out is not None:
            return self.out
        folder = self.folder or self.library.exports
        day = self.studio.clock().date().isoformat()
        names = [f"evidence-{day}.zip"] + [f"evidence-{day}-{number}.zip" for number in range(2, 1000)]
        return next((folder / name for name in names if not (folder / name).exists()), folder / names[0])

    @on(OptionList.OptionSelected, "#entries")
    def _clicked(self) -> None:
        self.action_choose()

    def action_choose(self) -> None:
        """The marked entry in or out."""
        listing = self.query_one("#entries", Listing)
        entry = self.entries[listing.marked]
        self.chosen ^= {entry.id}
        listing.replace_option_prompt(entry.id, self._line(entry))
        self.show_about()

    def action_all(self) -> None:
        """Everything in; or, when it is, everything out."""
        everything = frozenset(entry.id for entry in self.entries)
        self.chosen = frozenset() if self.chosen == everything else everything
        self._fill()

    def action_where(self) -> None:
        """Ask for a folder or a file."""
        self.ask("Which folder, or which file.zip?", self._put_it, value=str(self.out_path().parent))

    def _put_it(self, typed: str) -> None:
        path = typed_path(typed)
        if not typed:
            return
        if path.suffix.lower() == ".zip" and is_folder(path.parent):
            self.out = path
        elif is_folder(path):
            self.out, self.folder = None, path
        else:
            self.problem(
                StudioError("That folder is not there.", "Plug the stick in, or type another folder.")
            )
            return
        self.show_about()


def literal_lines(words: str) -> Content:
    """Several lines, each shown as it stands."""
    return Content("\n").join(literal(line) for line in words.split("\n"))
