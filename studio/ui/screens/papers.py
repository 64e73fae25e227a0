"""Papers: what a school takes to a meeting, written from the evidence as a Word file or a page."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from lessons.desk.report import REPORTS, Report, write_report
from studio.errors import StudioError
from studio.ui.screens.long_job import LongJobScreen, Progress
from studio.ui.text import literal
from studio.ui.typed_path import is_folder, typed_path
from studio.ui.widgets.listing import Listing
from studio.ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from evidence.papers.kinds import Kind

_FORMS = {
    ".docx": "a Word file",
    ".pdf": "a PDF",
    ".html": "a page for any browser",
    ".xlsx": "a workbook for Excel",
}
_OF_REPORTS = ".xlsx"
"""A form that only lists of lines can have."""
_TO_READ = "Read it through, and fill in what is marked."


class PapersScreen(LongJobScreen):
    """Every kind of paper; Enter writes the marked one."""

    HELP_PAGE = "papers"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "write", "write it", key_display="Enter", id="papers.write", tooltip="Make the file"
        ),
        Binding("f", "form", "another form", id="papers.form", tooltip="Word, PDF, a page; reports: Excel"),
        Binding("w", "where", "where to", id="papers.where", tooltip="Another folder, or a USB stick"),
    ]

    form: reactive[str] = reactive(".docx", init=False)

    def compose_middle(self) -> Iterable[Widget]:
        """The kinds, what the marked one is for, where it goes."""
        yield Listing(id="kinds")
        yield Static(id="about")
        yield ProgressLine(id="bar")

    def on_mount(self) -> None:
        """The list has the keys."""
        from evidence.papers.kinds import PAPERS

        self.title_is("Papers and reports")
        self.folder = self.library.exports
        self.kinds: list[Kind | Report] = [*PAPERS.values(), *REPORTS]
        listing = self.query_one("#kinds", Listing)
        listing.add_options(Option(literal(kind.title), kind.id) for kind in self.kinds)
        listing.highlighted = 0
        self.refocus()

    def refocus(self) -> None:
        """The list has the keys."""
        self.query_one("#kinds").focus()

    @property
    def kind(self) -> Kind | Report:
        """The marked one."""
        return self.kinds[self.query_one("#kinds", Listing).marked]

    @property
    def is_report(self) -> bool:
        """Whether the marked one is a list of lines."""
        return isinstance(self.kind, Report)

    @property
    def end(self) -> str:
        """The end of the file's name: as chosen, but only reports are workbooks."""
        return self.form if self.is_report or self.form != _OF_REPORTS else ".docx"

    def out_path(self) -> Path:
        """The file it will be: its kind, the day, and a number when that is there already."""
        stem = f"{self.kind.id}-{self.studio.clock().date().isoformat()}"
        names = [f"{stem}{self.end}", *(f"{stem}-{number}{self.end}" for number in range(2, 1000))]
        return next((self.folder / name for name in names if not (self.folder / name).exists()), self.folder)

    @on(OptionList.OptionHighlighted, "#kinds")
    def show_about(self) -> None:
        """Say what the marked one is for, and what it will be."""
        lines = [self.kind.about, f"It will be {_FORMS[self.end]}: {self.out_path()}", *self._due()]
        self.query_one("#about", Static).update(Content("\n").join(map(literal, lines)))

    def _due(self) -> list[str]:
        """When the development plan is due, which a school puts out before each new year."""
        if self.kind.id != "development-plan":
            return []
        from evidence.award.plans import Plans
        from evidence.papers.development_plan import due_words

        return [due_words(Plans(self.library).calendar(), self.studio.clock().date())]

    @on(OptionList.OptionSelected, "#kinds")
    def action_write(self) -> None:
        """Write it; what it is about is asked for first where there must be one."""
        if not isinstance(self.kind, Report) and self.kind.needs_about:
            self.ask("About which entry or action? Its id, like EV-2026-0001 or AC-0001:", self._write_about)
        else:
            self._write(None)

    def _write_about(self, about: str) -> None:
        if about:
            self._write(about)

    def _write(self, about: str | None) -> None:
        kind, out, is_report = self.kind.id, self.out_path(), self.is_report

        def job(progress: Progress) -> str:
            from evidence.papers.write import write_paper

            out.parent.mkdir(exist_ok=True)
            if is_report:
                write_report(self.library, kind, out, self.studio.framework)
            else:
                write_paper(self.library, kind, out, self.studio.framework, about=about)
            progress(1.0)
            return f"Written: {out}." if is_report else f"Written: {out}. {_TO_READ}"

        self.begin("Writing.", job)

    def read_library(self) -> None:
        """Another name, when this one is taken now."""
        if self.is_mounted and self.query_one("#kinds", Listing).option_count:
            self.show_about()

    def action_form(self) -> None:
        """The next form that the marked one can have."""
        forms = [each for each in _FORMS if self.is_report or each != _OF_REPORTS]
        self.form = forms[(forms.index(self.end) + 1) % len(forms)]
        self.show_about()

    def action_where(self) -> None:
        """Ask for a folder; a stick that is plugged in stands there already."""
        from studio.sticks import sticks

        self.ask("Into which folder?", self._put_it, value=str(next(iter(sticks()), self.folder)))

    def _put_it(self, typed: str) -> None:
        if not typed:
            return
        if not is_folder(typed_path(typed)):
            raise StudioError("That folder is not there.", "Plug the stick in, or type another folder.")
        self.folder = typed_path(typed)
        self.show_about()

    def can_do(self, action: str) -> bool:
        """Nothing while one is being written."""
        return not self.busy or action == "help"
