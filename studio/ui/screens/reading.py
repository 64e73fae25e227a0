"""A screen that shows a paper to read, and prints it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.reactive import reactive
from textual.widget import Widget

from studio.ui.free_name import free_name
from studio.ui.reading_on import read_on
from studio.ui.screens.writing import WritingScreen
from studio.ui.widgets.paper_words import PaperWords
from studio.ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from evidence.papers.paper import Block, Paper

_FORMS = {".pdf": "PDF", ".docx": "Word", ".html": "page", ".txt": "text"}


class ReadingScreen(WritingScreen):
    """The paper fills the screen; P prints it into the exports, or where one says."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "print", "print", id="reading.print", tooltip="Make a file to print or send"),
        Binding("f", "form", "PDF", id="reading.form", tooltip="A PDF, a Word file, a page or plain text"),
        Binding("w", "where", "where to", id="reading.where", tooltip="Another folder, or a USB stick"),
        Binding("d", "read_on", "read on", id="reading.on", tooltip="The rest of it, then its start again"),
    ]

    form: reactive[str] = reactive(".pdf", init=False)

    def paper(self) -> Paper:
        """What is read and printed; every such screen says."""
        raise NotImplementedError

    def blocks_shown(self) -> Sequence[Block]:
        """What stands on the screen: the paper, unless there is more to say here."""
        return self.paper().blocks

    def file_stem(self) -> str:
        """What the file is called, without the end of its name."""
        raise NotImplementedError

    def compose_middle(self) -> Iterable[Widget]:
        """The page, and how far the printing is."""
        with VerticalScroll(id="page"):
            yield PaperWords(id="words")
        yield ProgressLine(id="bar")

    def on_mount(self) -> None:
        """The arrows scroll; runs after the `on_mount` of a screen made of this one."""
        self.watch_form()
        self.refocus()
        page = self.query_one("#page")
        # How long the page is turns out when it is laid out.
        self.watch(page, "virtual_size", self._laid_out, init=False)

    def _laid_out(self) -> None:
        self.call_after_refresh(self.refresh_bindings)

    def refocus(self) -> None:
        """The page has the keys."""
        self.query_one("#page").focus()

    def read_library(self) -> None:
        """Show it as it is now."""
        self.show_paper()

    def show_paper(self) -> None:
        """Write the page."""
        self.query_one(PaperWords).blocks = tuple(self.blocks_shown())

    def action_read_on(self) -> None:
        """Down by a page; from the end back to the start."""
        read_on(self.query_one("#page"))

    def action_form(self) -> None:
        """The next form."""
        forms = list(_FORMS)
        self.form = forms[(forms.index(self.form) + 1) % len(forms)]

    def watch_form(self) -> None:
        """The line of keys says which it is."""
        self.key_words = {"reading.form": f"as {_FORMS[self.form]}"}
        self.refresh_bindings()

    def out_path(self) -> Path:
        """The file it will be: never one that is there."""
        return free_name(self.folder, self.file_stem(), self.form)

    def action_print(self) -> None:
        """Write the file."""
        paper = self.paper()

        def write(out: Path) -> None:
            from evidence.papers.document import write_document

            write_document(self.library, paper, out)

        self.write_to(self.out_path(), write)

    def folder_chosen(self) -> None:
        """Say where files go now."""
        self.say(f"P writes into {self.folder}.")

    def can_do(self, action: str) -> bool:
        """Nothing but help while one is written; reading on is for long pages."""
        if self.busy:
            return action == "help"
        if action == "read_on":
            return self.is_mounted and self.query_one("#page").max_scroll_y > 0
        return True
