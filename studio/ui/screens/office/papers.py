"""Papers: what a school takes to a meeting, written from the evidence as a Word file or a page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import OptionList, Static

from lessons.desk.report import REPORTS, Report, write_report
from studio.ui.free_name import free_name
from studio.ui.screens.writing import KindsScreen
from studio.ui.text import literal

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


class PapersScreen(KindsScreen):
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

    def on_mount(self) -> None:
        """The list has the keys."""
        from evidence.papers.kinds import PAPERS

        self.title_is("Papers and reports")
        self.kinds: list[Kind | Report] = [*PAPERS.values(), *REPORTS]
        self.offer(kind.title for kind in self.kinds)

    @property
    def kind(self) -> Kind | Report:
        """The marked one."""
        return self.kinds[self.marked]

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
        return free_name(self.folder, stem, self.end)

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
            from studio.ui.screens.award.about_which import AboutWhichScreen

            self.app.push_screen(AboutWhichScreen(self.kind.title, self._write))
        else:
            self._write(None)

    def _write(self, about: str | None) -> None:
        kind, framework = self.kind.id, self.studio.framework

        def paper(out: Path) -> None:
            from evidence.papers.write import write_paper

            write_paper(self.library, kind, out, framework, about=about)

        def report(out: Path) -> None:
            write_report(self.library, kind, out, framework)

        if self.is_report:
            self.write_to(self.out_path(), report)
        else:
            self.write_to(self.out_path(), paper, _TO_READ)

    def action_form(self) -> None:
        """The next form that the marked one can have."""
        forms = [each for each in _FORMS if self.is_report or each != _OF_REPORTS]
        self.form = forms[(forms.index(self.end) + 1) % len(forms)]
        self.show_about()
