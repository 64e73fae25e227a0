"""Make it evidence: what happened, when, for whom, and what it shows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static

from evidence.coverage import CLASSES_CRITERION
from rubric.framework import LEVELS, Claim
from studio.errors import StudioError
from studio.ui.faults import FAULTS
from studio.ui.screens.base import StudioScreen
from studio.ui.text import literal
from studio.ui.widgets.criteria_list import CriteriaList
from studio.ui.widgets.field_row import Answer, FieldRow
from studio.ui.widgets.years_row import YearsRow

if TYPE_CHECKING:
    from evidence.sound import Sound


class MakeEvidenceScreen(StudioScreen):
    """A form; Tab walks through it, Enter saves it."""

    HELP_PAGE = "make_evidence"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "save", "save", key_display="Enter", id="evidence.save", tooltip="Save it as evidence"
        ),
        Binding(
            "tab", "app.focus_next", "next", key_display="Tab", id="evidence.next", tooltip="The next line"
        ),
        Binding("shift+tab", "app.focus_previous", "line above", show=False, id="evidence.previous"),
    ]

    def __init__(self, *, sound: Sound | None = None, claim: Claim | None = None) -> None:
        super().__init__()
        self.sound = sound
        self.claim = claim

    def compose_middle(self) -> Iterable[Widget]:
        """The lines of the form, the criteria in the middle."""
        sound = self.sound
        now = self.studio.clock()
        day = (now if sound is None else sound.made.astimezone(now.tzinfo)).date()
        years = frozenset({sound.year} if sound is not None and sound.year else set())
        yield FieldRow("Title", id="title", value=sound.title if sound else "", placeholder="what it was")
        yield FieldRow("Date", id="date", value=day.isoformat(), placeholder="year-month-day")
        yield YearsRow(years, id="years")
        with Horizontal(id="criteria-row"):
            yield CriteriaList(self.studio.framework, [self.claim] if self.claim else [], id="criteria")
            with VerticalScroll(id="descriptors", can_focus=False):
                yield Static(id="descriptor-words")
        yield Static(id="chosen")
        yield FieldRow("What happened", id="happened", placeholder="one or two sentences")
        yield FieldRow("Impact", id="impact", placeholder="what difference it made")

    def on_mount(self) -> None:
        """Start at the criteria when the title is there already."""
        self.title_is("Make it evidence", f"with the sound “{self.sound.title}”" if self.sound else None)
        self._show_chosen()
        self.refocus()

    def refocus(self) -> None:
        """The first place that is not filled in."""
        (self.query_one(CriteriaList) if self.sound else self.query_one("#title").query_one(Answer)).focus()

    @on(OptionList.OptionHighlighted, "#criteria")
    def _show_descriptors(self) -> None:
        criteria = self.query_one(CriteriaList)
        criterion = criteria.criterion
        parts: list[Content] = [literal(criterion.title, "bold")]
        for level in LEVELS:
            mark = "■ " if Claim(criterion.code, level) in criteria.claims else ""
            words = literal(criterion.descriptor(level).text)
            parts.append(Content.assemble((f"{mark}{level.capitalize()}  ", "bold $accent"), words))
        self.query_one("#descriptor-words", Static).update(Content("\n").join(parts))
        self.query_one("#descriptors").scroll_home(animate=False)

    @on(CriteriaList.ReadOn)
    def _read_on(self) -> None:
        descriptors = self.query_one("#descriptors")
        if descriptors.scroll_offset.y >= descriptors.max_scroll_y:
            descriptors.scroll_home(animate=False)
        else:
            descriptors.scroll_page_down(animate=False)

    @on(CriteriaList.ClaimsChanged)
    def _claims_changed(self) -> None:
        self._show_descriptors()
        self._show_chosen()

    def _show_chosen(self) -> None:
        claims = self._claims()
        words = ", ".join(f"{claim.criterion} {claim.level}" for claim in claims)
        empty = "It shows: nothing yet. Tab to the criteria, then B, S or G."
        hint = "   MT1 asks which year groups." if self._lacks_years(claims) else ""
        self.query_one("#chosen", Static).update(literal(f"It shows: {words}{hint}" if words else empty))

    def _lacks_years(self, claims: list[Claim]) -> bool:
        asked = any(claim.criterion == CLASSES_CRITERION for claim in claims)
        return asked and not self.query_one(YearsRow).chosen

    @on(YearsRow.YearsChanged)
    def _years_changed(self) -> None:
        self._show_chosen()

    def _claims(self) -> list[Claim]:
        claimed = self.query_one(CriteriaList).claims
        return [claim for claim in self.studio.framework.claims() if claim in claimed]

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Save it and go back."""
        from studio.takes import make_evidence

        claims = self._claims()
        if not claims:
            self.query_one(CriteriaList).focus()
            self.problem(StudioError("It shows nothing yet.", "Choose a criterion, then press B, S or G."))
            return
        try:
            entry = make_evidence(
                self.library,
                title=self._typed("title") or "Evidence",
                criteria=claims,
                year_groups=sorted(self.query_one(YearsRow).chosen),
                date_happened=_day(self._typed("date")),
                happened=self._typed("happened"),
                impact=self._typed("impact"),
                sounds=[self.sound] if self.sound else [],
                framework=self.studio.framework,
            )
        except FAULTS as error:
            self.problem(error)
            return
        self.app.pop_screen()
        if isinstance(self.app.screen, StudioScreen):
            shown = ", ".join(f"{claim.criterion} {claim.level}" for claim in entry.criteria)
            self.app.screen.say(f"Saved as {entry.id}, for {shown}.")

    def _typed(self, row: str) -> str:
        return self.query_one(f"#{row}", FieldRow).value


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise StudioError(
            f"“{text[:20]}” is not a date.", "Write the year, the month and the day, like 2026-11-24."
        ) from None
