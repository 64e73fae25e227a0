"""The first page of the form: what it was, when and with whom, what it shows, and how far it went."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from textual import on
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from evidence.views.coverage import CLASSES_CRITERION
from rubric.framework import LEVELS, Claim, Framework
from studio.errors import StudioError
from studio.ui.reading_on import read_on
from studio.ui.text import literal
from studio.ui.widgets.criteria_list import CriteriaList
from studio.ui.widgets.field_row import Answer, FieldRow
from studio.ui.widgets.years_row import YearsRow


class WhatHappened(Vertical):
    """Its lines, with the criteria in the middle."""

    def __init__(self, framework: Framework, start: Mapping[str, Any], *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.framework = framework
        self._start = start

    def compose(self) -> Iterable[Widget]:
        """The lines."""
        start = self._start
        yield FieldRow("Title", id="title", value=start["title"], placeholder="what it was")
        day = start["date_happened"].isoformat()
        yield FieldRow("Date", id="date", value=day, placeholder="year-month-day")
        yield YearsRow(frozenset(start["year_groups"]), id="years")
        with Horizontal(id="criteria-row"):
            yield CriteriaList(self.framework, start["criteria"], id="criteria")
            with VerticalScroll(id="descriptors", can_focus=False):
                yield Static(id="descriptor-words")
        yield Static(id="chosen")
        yield FieldRow("Before", id="before", value=start["before"], placeholder="how it was")
        did = start["happened"]
        yield FieldRow("What we did", id="happened", value=did, placeholder="one or two sentences")
        yield FieldRow("Now", id="impact", value=start["impact"], placeholder="what is different since")

    def on_mount(self) -> None:
        """Say what it shows."""
        self._show_chosen()

    def start_at(self) -> Widget:
        """The first place that is not filled in."""
        return self.query_one(CriteriaList if self._start["title"] else Answer)

    def values(self) -> dict[str, Any]:
        """What was filled in.

        Raises
        ------
        StudioError
            If the date is none.
        """
        return {
            "title": self._typed("title") or "Evidence",
            "date_happened": _day(self._typed("date")),
            "year_groups": tuple(sorted(self.query_one(YearsRow).chosen)),
            "criteria": self.claims(),
            "before": self._typed("before"),
            "happened": self._typed("happened"),
            "impact": self._typed("impact"),
        }

    def claims(self) -> tuple[Claim, ...]:
        """The levels that were chosen, in the order of the award."""
        claimed = self.query_one(CriteriaList).claims
        return tuple(claim for claim in self.framework.claims() if claim in claimed)

    def _typed(self, row: str) -> str:
        return self.query_one(f"#{row}", FieldRow).value

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
        read_on(self.query_one("#descriptors"))

    @on(CriteriaList.ClaimsChanged)
    def _claims_changed(self) -> None:
        self._show_descriptors()
        self._show_chosen()

    @on(YearsRow.YearsChanged)
    def _show_chosen(self) -> None:
        claims = self.claims()
        words = ", ".join(f"{claim.criterion} {claim.level}" for claim in claims)
        empty = "It shows: nothing yet. Tab to the criteria, then B, S or G."
        hint = "   MT1 asks which year groups." if self._lacks_years(claims) else ""
        self.query_one("#chosen", Static).update(literal(f"It shows: {words}{hint}" if words else empty))

    def _lacks_years(self, claims: Iterable[Claim]) -> bool:
        asked = any(claim.criterion == CLASSES_CRITERION for claim in claims)
        return asked and not self.query_one(YearsRow).chosen


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise StudioError(
            f"“{text[:20]}” is not a date.", "Write the year, the month and the day, like 2026-11-24."
        ) from None
