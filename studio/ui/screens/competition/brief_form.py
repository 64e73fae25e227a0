"""The form of a brief card of the school's own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from textual.widget import Widget

from evidence.years import YEAR_GROUPS, in_order
from studio.errors import StudioError
from studio.ui.screens.form import FormScreen, as_options
from studio.ui.widgets.choice_row import ChoiceRow
from studio.ui.widgets.field_row import Answer, FieldRow

if TYPE_CHECKING:
    from lessons.competitions.brief import Brief

_TYPED = ("title", "hook", "make", "tie_break")
_WANTED = {"title": "The card has no title.", "make": "The card does not say what to make."}


class BriefUnfinished(StudioError):
    """A card that leaves out what it must have."""


class BriefFormScreen(FormScreen):
    """A new card, or one to change."""

    HELP_PAGE: ClassVar[str] = "brief_form"

    def __init__(self, brief: Brief | None = None) -> None:
        super().__init__()
        self.brief = brief

    def rows(self) -> Iterable[Widget]:
        """The lines, filled in with what the card says."""
        card = self.brief
        must = (*(card.must if card else ()), "", "", "")
        yield FieldRow("Title", id="title", value=card.title if card else "", placeholder="a few words")
        yield FieldRow(
            "Hook", id="hook", value=card.hook if card else "", placeholder="why one wants to do it"
        )
        yield FieldRow("Make", id="make", value=card.make if card else "", placeholder="what to make")
        for number in range(3):
            yield FieldRow("Must" if not number else "and", id=f"must{number}", value=must[number])
        yield FieldRow(
            "Shortest", id="shortest", value=str(card.shortest if card else 10), placeholder="seconds"
        )
        yield FieldRow(
            "Longest", id="longest", value=str(card.longest if card else 60), placeholder="seconds"
        )
        first, last = (card.years[0], card.years[-1]) if card else ("Y3", "Y6")
        yield ChoiceRow("From year", as_options(YEAR_GROUPS), id="first", value=first)
        yield ChoiceRow("to year", as_options(YEAR_GROUPS), id="last", value=last)
        purpose = card.purpose if card else "our own"
        yield ChoiceRow("Purpose", as_options(_purposes(purpose)), id="purpose", value=purpose)
        yield FieldRow("If level, ask", id="tie_break", value=card.tie_break if card else "")
        asked = (*(card.criteria if card else ()), "", "", "")
        for number in range(3):
            yield FieldRow(
                "Judges ask" if not number else "and",
                id=f"ask{number}",
                value=asked[number],
                placeholder="" if number else "two questions or more; empty: the usual ones",
            )

    def on_mount(self) -> None:
        """Start at the title."""
        super().on_mount()
        self.title_is("Change our own card" if self.brief else "A card of our own")

    def save(self) -> str:
        """Keep the card."""
        from lessons.competitions.briefs import Briefs

        for row, what in _WANTED.items():
            if not self.typed(row):
                self.query_one(f"#{row}").query_one(Answer).focus()
                raise BriefUnfinished(what, "Write it in a few words.")
        said: dict[str, Any] = {row: self.typed(row) for row in _TYPED}
        said |= {"shortest": self._number("shortest"), "longest": self._number("longest")}
        said |= {"must": self._lines("must"), "criteria": self._lines("ask"), "years": self._years()}
        said |= {"purpose": self.typed("purpose")}
        briefs = Briefs(self.library)
        if self.brief is not None:
            return f"“{briefs.edit(self.brief.id, **said).title}” is changed."
        card = briefs.add(said.pop("title"), said.pop("make"), **said)
        return f"“{card.title}” is kept. S sets a competition with it."

    def _lines(self, row: str) -> tuple[str, ...]:
        return tuple(filter(None, (self.typed(f"{row}{number}") for number in range(3))))

    def _years(self) -> tuple[str, ...]:
        places = sorted(YEAR_GROUPS.index(self.typed(row)) for row in ("first", "last"))
        return in_order(YEAR_GROUPS[places[0] : places[1] + 1])

    def _number(self, row: str) -> int:
        text = self.typed(row)
        if not (text.isascii() and text.isdecimal() and len(text) < 5):
            self.query_one(f"#{row}").query_one(Answer).focus()
            raise BriefUnfinished(f"“{text[:20]}” is no number here.", "Write whole seconds, like 40.")
        return int(text)


def _purposes(own: str) -> list[str]:
    from lessons.competitions.brief import shipped_briefs

    return list(dict.fromkeys(["our own", own, *(each.purpose for each in shipped_briefs())]))
