"""Brief cards: narrowed by year group, purpose and words; one is chosen for the next competition."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input, Static

from evidence.years import PRIMARY_YEARS, in_order
from studio.ui.brief_words import brief_about, brief_line
from studio.ui.screens.competition.competition_work import CompetitionWorkScreen
from studio.ui.screens.listed import ListedScreen
from studio.ui.text import literal
from studio.ui.widgets.long_list import LongList
from studio.ui.widgets.search_line import SearchLine, Wanted
from studio.wording import count

if TYPE_CHECKING:
    from lessons.competitions.brief import Brief


class BriefsScreen(CompetitionWorkScreen, ListedScreen):
    """A list of cards; the pane below reads the marked one."""

    HELP_PAGE = "briefs"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "open", "read it big", key_display="Enter", id="briefs.open", tooltip="The whole card"
        ),
        Binding("s", "set", "set a competition", id="briefs.set", tooltip="With this card"),
        Binding("slash", "search", "look for", key_display="/", id="briefs.search", tooltip="Any words"),
        Binding("y", "next_year", "year", id="briefs.year", tooltip="Only for one year group"),
        Binding("p", "next_purpose", "purpose", id="briefs.purpose", tooltip="Character, game, poetry ..."),
        Binding("x", "all", "show all", id="briefs.all", tooltip="Ask for nothing"),
        Binding("n", "new", "our own card", id="briefs.new", tooltip="Write a card of our own"),
        Binding("e", "edit", "change", id="briefs.edit", tooltip="Change a card of our own"),
        Binding("t", "strike", "take out", id="briefs.strike", tooltip="A card of our own; Z brings it back"),
    ]

    found: reactive[tuple[Brief, ...]] = reactive((), init=False, bindings=True)
    year: reactive[str] = reactive("", init=False, bindings=True)
    purpose: reactive[str] = reactive("", init=False, bindings=True)
    text: reactive[str] = reactive("", init=False, bindings=True)

    def __init__(self) -> None:
        super().__init__()
        self.every: tuple[Brief, ...] = ()
        self.own: frozenset[str] = frozenset()

    def compose_middle(self) -> Iterable[Widget]:
        """The list, and below it the marked card."""
        yield SearchLine()
        yield Static(id="asked")
        yield Static(id="empty")
        yield LongList(id="briefs")
        yield Static(id="about")

    def on_mount(self) -> None:
        """Say where we are."""
        self.title_is("Brief cards")
        self.query_one("#asked").display = self.query_one("#empty").display = False

    @property
    def marked(self) -> Brief | None:
        """The card that the list stands on."""
        return self.found[self.listing.marked] if self.found else None

    def look(self) -> tuple[tuple[Brief, ...], frozenset[str]]:
        """Every card, and which are the school's own."""
        from lessons.competitions.briefs import Briefs

        briefs = Briefs(self.library)
        return briefs.all(), frozenset(each.id for each in briefs.own())

    def show(self, seen: Any) -> None:
        """Show the cards."""
        self.every, self.own = seen
        self._find(marked=self.listing.marked)

    def _find(self, *, marked: int = 0) -> None:
        from lessons.competitions.briefs import Briefs

        named = Briefs(self.library).find(self.text, year=self.year or None)
        self.found = found = tuple(each for each in named if self.purpose in ("", each.purpose))
        self.listing.show(len(found), lambda line, width: brief_line(found[line], width), marked=marked)
        asked = ", ".join(filter(None, [self.year, self.purpose, f"“{self.text}”" if self.text else ""]))
        self.query_one("#asked", Static).update(literal(f"Only: {asked}"))
        self.query_one("#asked").display = bool(asked)
        self.query_one("#empty", Static).update(literal("No card like that. X shows all; N writes our own."))
        self.query_one("#empty").display = not found and bool(self.every)
        self.query_one(SearchLine).write(self.text)
        of = f"{len(found)} of " if asked else ""
        self.title_is(f"Brief cards: {of}{count(len(self.every), 'card')}")
        self.show_about()

    @on(LongList.Moved)
    def show_about(self) -> None:
        """Read the marked card."""
        card = self.marked
        width = max(20, self.size.width - 6)
        self.query_one("#about", Static).update(brief_about(card, width) if card else Content(""))
        self.refresh_bindings()

    # Narrowing

    def action_next_year(self) -> None:
        """One year group after the other, then all."""
        there = {year for each in self.every for year in each.years}
        self.year = _next(self.year, in_order([*PRIMARY_YEARS, *there]))
        self._find()

    def action_next_purpose(self) -> None:
        """One purpose after the other, then all."""
        self.purpose = _next(
            self.purpose, tuple(dict.fromkeys(each.purpose for each in self.every if each.purpose))
        )
        self._find()

    def action_all(self) -> None:
        """Ask for nothing."""
        self.year = self.purpose = self.text = ""
        self._find()

    def action_search(self) -> None:
        """Type what to look for."""
        self.query_one(SearchLine).open()

    @on(Input.Changed, "Wanted")
    def _look_for(self, message: Input.Changed) -> None:
        self.text = message.value
        self._find()

    @on(Wanted.Done)
    def _search_done(self) -> None:
        self.refocus()
        self.query_one(SearchLine).write(self.text)

    # Going on

    @on(LongList.Clicked)
    def action_open(self) -> None:
        """Read the marked card."""
        from studio.ui.screens.competition.brief_card import BriefCardScreen

        if self.marked is not None:
            self.app.push_screen(BriefCardScreen(self.marked))

    def action_set(self) -> None:
        """Set a competition with the marked card."""
        from studio.ui.screens.competition.competition_form import CompetitionFormScreen

        if self.marked is not None:
            self.app.push_screen(CompetitionFormScreen(self.marked))

    def action_new(self) -> None:
        """Write a card."""
        from studio.ui.screens.competition.brief_form import BriefFormScreen

        self.app.push_screen(BriefFormScreen())

    def action_edit(self) -> None:
        """Change a card of the school's own."""
        from studio.ui.screens.competition.brief_form import BriefFormScreen

        if self.marked is not None:
            self.app.push_screen(BriefFormScreen(self.marked))

    def action_strike(self) -> None:
        """Take a card of the school's own out."""
        if (card := self.marked) is not None:
            self.as_adult(lambda: self._strike(card))

    def _strike(self, card: Brief) -> None:
        from lessons.competitions.briefs import Briefs

        def job() -> str:
            Briefs(self.library).strike(card.id)
            return f"“{card.title}” is out. Z brings it back."

        def undo() -> str:
            Briefs(self.library).strike(card.id, struck=False)
            return f"“{card.title}” is back."

        self.do(job, undo=undo)

    def can_do(self, action: str) -> bool:
        """Most keys need a card; some need one of the school's own."""
        if action in ("open", "set"):
            return bool(self.found)
        if action in ("edit", "strike"):
            is_own = self.marked is not None and self.marked.id in self.own
            return is_own and not (action == "strike" and self.studio.door.is_locked)
        if action == "all":
            return bool(self.year or self.purpose or self.text)
        if action == "search":
            return not isinstance(self.focused, Wanted)
        return super().can_do(action)


def _next(now: str, choices: tuple[str, ...]) -> str:
    every = ("", *choices)
    return every[(every.index(now) + 1) % len(every)] if now in every else ""
