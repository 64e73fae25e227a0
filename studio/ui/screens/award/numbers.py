"""Numbers: what the award's texts count, ours laid beside them; sums, never verdicts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from evidence.award.audits import Audits
from evidence.award.figures import Asked, BadFigure, Figures
from lessons.counted import can_count, counted
from studio.ui.descriptor_words import descriptor_words
from studio.ui.screens.base import StudioScreen
from studio.ui.text import cut_to, literal
from studio.ui.widgets.listing import Listing
from studio.wording import count, date_in_words

_NUMBER = re.compile(r"(\d+(?:\.\d+)?)\s*%?(?:\s*(?:of|/)\s*(\d+(?:\.\d+)?))?", re.ASCII)


class NumbersScreen(StudioScreen):
    """The newest number counts; the ones before it are kept."""

    HELP_PAGE = "numbers"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "type", "type it", key_display="Enter", id="numbers.type", tooltip="Write a number"),
        Binding("c", "count", "count it", id="numbers.count", tooltip="Count it in this library"),
    ]

    asked: tuple[Asked, ...] = ()

    def __init__(self, criterion: str | None = None) -> None:
        super().__init__()
        self._first = criterion

    def compose_middle(self) -> Iterable[Widget]:
        """The list, and the marked one below it."""
        yield Listing(id="numbers")
        with VerticalScroll(id="pane", can_focus=False):
            yield Static(id="words")

    def on_mount(self) -> None:
        """The list has the keys."""
        self.refocus()

    def refocus(self) -> None:
        """The list has the keys."""
        self.query_one("#numbers").focus()

    def on_resize(self) -> None:
        """The columns follow the width."""
        self._fill()

    def read_library(self) -> None:
        """Look again."""
        target = Audits(self.library).target(self.studio.framework.id)
        self.phase = target.phase if target else None
        self.asked = Figures(self.library).asked(self.studio.framework, phase=self.phase)
        known = sum(each.figure is not None for each in self.asked)
        self.title_is(f"Numbers: {known} of {len(self.asked)} known", "sums, not verdicts")
        self._fill()

    def _fill(self) -> None:
        listing = self.query_one("#numbers", Listing)
        marked = self._to_start_at() or listing.marked
        listing.clear_options()
        listing.add_options(Option(self._line(each)) for each in self.asked)
        listing.highlighted = min(marked, len(self.asked) - 1) if self.asked else None
        self._show_marked()

    def _to_start_at(self) -> int | None:
        """The line of the criterion one came from, once."""
        codes = [each.claim.criterion for each in self.asked]
        if self._first not in codes:
            return None
        first, self._first = codes.index(self._first), None
        return first

    def _line(self, each: Asked) -> Content:
        where = f"{each.claim.criterion:<6}{each.claim.level:<8}"
        found = each.found.words.partition(":")[0] if each.found else "not known yet"
        return Content.assemble(
            (where, "bold"), f"{found:<24}", cut_to(each.measure.name, self.size.width - 44)
        )

    @property
    def marked(self) -> Asked | None:
        """The one that the list stands on."""
        return self.asked[self.query_one("#numbers", Listing).marked] if self.asked else None

    @on(OptionList.OptionHighlighted, "#numbers")
    def _show_marked(self) -> None:
        marked = self.marked
        lines = list(self._about(marked)) if marked else []
        self.query_one("#words", Static).update(Content("\n").join(lines))
        self.refresh_bindings()

    def _about(self, each: Asked) -> Iterable[Content]:
        yield literal(f"{each.measure.name[:1].upper()}{each.measure.name[1:]}", "bold")
        if each.found and each.figure:
            yield literal(each.found.words)
            noted = f" {each.figure.note}" if each.figure.note else ""
            yield literal(f"Written down on {date_in_words(each.figure.when.date())}.{noted}", "$quiet")
        text = descriptor_words(self.studio.framework.descriptor(each.claim), self.phase)
        yield Content.assemble((f"{each.claim.criterion} {each.claim.level}: ", "bold $accent"), text)

    def action_type(self) -> None:
        """Ask for the number."""
        marked = self.marked
        if marked is not None:
            share = marked.measure.unit.startswith("%")
            example = "such as 13 of 150" if share else f"in {marked.measure.unit}"
            self.ask(f"How many, {example}:", partial(self._keep_typed, marked))

    @on(OptionList.OptionSelected, "#numbers")
    def _type(self) -> None:
        self.action_type()

    def _keep_typed(self, asked: Asked, answer: str) -> None:
        found = _NUMBER.fullmatch(answer.strip().lower())
        if not found:
            raise BadFigure(f"“{answer[:30]}” is not a number.", "Write one, such as 6, or 13 of 150.")
        self._keep(asked, float(found[1]), float(found[2]) if found[2] else None, "")

    def action_count(self) -> None:
        """Let the library count it."""
        marked = self.marked
        if marked is not None:
            known = counted(self.library, marked.claim)
            self._keep(marked, known.value, known.of, known.note)

    def _keep(self, asked: Asked, value: float, of: float | None, note: str) -> None:
        figures, framework = Figures(self.library), self.studio.framework
        figures.add(asked.claim, asked.measure.name, value, of, note, framework=framework)
        self.read_library()
        marked = self.marked
        self.say(marked.found.words if marked and marked.found else "")

    def can_do(self, action: str) -> bool:
        """Some numbers only people know."""
        if action == "count":
            marked = self.marked if self.is_mounted else None
            return marked is not None and can_count(marked.claim)
        return action != "type" or bool(self.asked)


def number_lines(asked: Iterable[Asked], criterion: str) -> list[str]:
    """What is known of the numbers of one criterion, and how many are not."""
    here = [each for each in asked if each.claim.criterion == criterion]
    lines = [f"{each.claim.level}, {each.measure.name}: {each.found.words}" for each in here if each.found]
    unknown = sum(each.figure is None for each in here)
    if unknown:
        verb = "is" if unknown == 1 else "are"
        lines.append(f"{count(unknown, 'number')} that the texts ask for {verb} not known yet (U).")
    return lines
