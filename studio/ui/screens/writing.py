"""Screens that write files for people: into the library's exports, or into a folder that one types."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from textual.widget import Widget
from textual.widgets import Static
from textual.widgets.option_list import Option

from studio.errors import StudioError
from studio.ui.screens.long_job import LongJobScreen, Progress
from studio.ui.text import literal
from studio.ui.typed_path import is_folder, typed_path
from studio.ui.widgets.listing import Listing
from studio.ui.widgets.progress_line import ProgressLine


class WritingScreen(LongJobScreen):
    """It has a key for `where`, and begins its writing with `write_to`."""

    _chosen: Path | None = None

    @property
    def folder(self) -> Path:
        """Where the files go."""
        return self._chosen or self.library.exports

    def write_to(self, out: Path, write: Callable[[Path], object], then: str = "") -> None:
        """Write a file in a thread, and say where it is and what to do with it then."""

        def job(progress: Progress) -> str:
            out.parent.mkdir(exist_ok=True)
            write(out)
            progress(1.0)
            return f"Written: {out}. {then}".rstrip()

        self.begin("Writing.", job)

    def action_where(self) -> None:
        """Ask for a folder; a stick that is plugged in stands there already."""
        from studio.sticks import sticks

        self.ask("Into which folder?", self._put_it, value=str(next(iter(sticks()), self.folder)))

    def _put_it(self, typed: str) -> None:
        if not typed:
            return
        if not is_folder(typed_path(typed)):
            raise StudioError("That folder is not there.", "Plug the stick in, or type another folder.")
        self._chosen = typed_path(typed)
        self.folder_chosen()

    def folder_chosen(self) -> None:
        """Show that files go elsewhere now."""
        self.read_library()

    def can_do(self, action: str) -> bool:
        """Nothing but help while one is written."""
        return not self.busy or action == "help"


class KindsScreen(WritingScreen):
    """A list of what can be written, and below it what the marked one is."""

    def compose_middle(self) -> Iterable[Widget]:
        """The kinds, what the marked one is for, how far it is."""
        yield Listing(id="kinds")
        yield Static(id="about")
        yield ProgressLine(id="bar")

    def offer(self, titles: Iterable[str]) -> None:
        """Fill the list; it has the keys."""
        listing = self.query_one("#kinds", Listing)
        listing.add_options(Option(literal(title)) for title in titles)
        listing.highlighted = 0
        self.refocus()

    def refocus(self) -> None:
        """The list has the keys."""
        self.query_one("#kinds").focus()

    @property
    def marked(self) -> int:
        """The place of the marked kind."""
        return self.query_one("#kinds", Listing).marked

    @property
    def is_filled(self) -> bool:
        """Whether there is anything to mark yet."""
        return self.is_mounted and self.query_one("#kinds", Listing).option_count > 0

    def read_library(self) -> None:
        """Another name, when this one is taken now."""
        if self.is_filled:
            self.show_about()

    def show_about(self) -> None:
        """Say what the marked one is for, and what it will be; every such screen says."""
        raise NotImplementedError
