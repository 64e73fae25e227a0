"""Lessons: every unit of work, narrowed by typing or by keys."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input, Static

from studio.ui.read_in_thread import read_in_thread
from studio.ui.screens.listed import ListedScreen
from studio.ui.text import literal
from studio.ui.unit_words import unit_facts, unit_line
from studio.ui.widgets.long_list import LongList
from studio.ui.widgets.search_line import SearchLine, Wanted
from studio.wording import count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lessons.occasion import Occasion
    from lessons.units.find import Wish
    from lessons.units.unit import Unit


class UnitsRead(Message):
    """Every unit is read."""

    def __init__(self, units: tuple[Unit, ...], taught: Mapping[str, tuple[Occasion, ...]]) -> None:
        super().__init__()
        self.units = units
        self.taught = taught


class LessonsScreen(ListedScreen):
    """A list of units; the pane below tells of the marked one."""

    HELP_PAGE = "lessons"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open", key_display="Enter", id="lessons.open", tooltip="Read it, show it"),
        Binding("slash", "search", "look for", key_display="/", id="lessons.search", tooltip="Any words"),
        Binding("y", "next('year')", "year", id="lessons.year", tooltip="Only for one year group"),
        Binding(
            "m", "next('minutes')", "minutes", id="lessons.minutes", tooltip="Only as long as there is time"
        ),
        Binding("k", "next('kit')", "kit", id="lessons.kit", tooltip="Only with a microphone, pads ..."),
        Binding("c", "next('criterion')", "criterion", id="lessons.criterion", tooltip="Only what shows one"),
        Binding("s", "next('subject')", "subject", id="lessons.subject", tooltip="Only for one subject"),
        Binding("x", "all", "show all", id="lessons.all", tooltip="Ask for nothing"),
        Binding("t", "taught", "we taught this", id="lessons.taught", tooltip="Write it down as evidence"),
        Binding("z", "untaught", "undo", id="lessons.undo", tooltip="Take back what was written down today"),
        Binding("w", "sheets", "words, sheets", id="lessons.sheets", tooltip="Words, ideas, posters"),
        Binding("o", "own", "our own", id="lessons.own", tooltip="Add units that your school wrote"),
    ]

    found: reactive[tuple[Unit, ...]] = reactive((), init=False, bindings=True)
    wish: reactive[Wish | None] = reactive(None, init=False, bindings=True)
    """What is asked for; `None` is everything."""

    def __init__(self) -> None:
        super().__init__()
        self.known: tuple[Unit, ...] = ()
        self.taught: Mapping[str, tuple[Occasion, ...]] = {}

    def compose_middle(self) -> Iterable[Widget]:
        """The list, and below it the marked one."""
        yield SearchLine()
        yield Static(id="asked")
        yield Static(id="empty")
        yield LongList(id="units")
        yield Static(id="about")

    def on_mount(self) -> None:
        """Say where we are."""
        self.title_is("Lessons")
        self.query_one("#asked").display = self.query_one("#empty").display = False

    @property
    def marked(self) -> Unit | None:
        """The unit that the list stands on."""
        return self.found[self.listing.marked] if self.found else None

    def read_library(self) -> None:
        """Read all units, which takes a moment the first time."""
        self._read()

    @read_in_thread
    def _read(self) -> Message:
        from lessons.units.own import units
        from lessons.units.taught import taught

        return UnitsRead(units(self.library), taught(self.library))

    @on(UnitsRead)
    def _units_read(self, message: UnitsRead) -> None:
        self.known, self.taught = message.units, message.taught
        self._find(marked=self.listing.marked)

    # Narrowing

    def _asked(self) -> Wish:
        from lessons.units.find import Wish

        return self.wish or Wish()

    def _ask_for(self, wish: Wish) -> None:
        from lessons.units.find import Wish

        self.wish = None if wish == Wish() else wish
        self._find()

    def _find(self, *, marked: int = 0) -> None:
        from lessons.units.find import find

        self.found = found = find(self.known, self._asked())
        self.listing.show(len(found), self._line, marked=marked)
        asked = self._asked().words()
        self.query_one("#asked", Static).update(literal(f"Only: {asked}"))
        self.query_one("#asked").display = bool(asked)
        self.query_one("#empty", Static).update(literal("Nothing like that. Press X to see all of them."))
        self.query_one("#empty").display = bool(self.known) and not found
        part = f"{len(found)} of " if self.wish else ""
        self.title_is(f"Lessons: {part}{count(len(self.known), 'unit')}")
        self.query_one(SearchLine).write(self._asked().text)
        self.show_marked()

    def _line(self, line: int, width: int) -> Content:
        return unit_line(self.found[line], width, was_taught=self.found[line].id in self.taught)

    @on(LongList.Moved)
    def show_marked(self) -> None:
        """Tell of the marked one."""
        unit = self.marked
        lines = unit_facts(unit, self.taught.get(unit.id, ())) if unit else []
        self.query_one("#about", Static).update(Content("\n").join(map(literal, filter(None, lines))))
        self.refresh_bindings()

    def action_search(self) -> None:
        """Type what to look for."""
        self.query_one(SearchLine).open()

    @on(Input.Changed, "Wanted")
    def _look_for(self, message: Input.Changed) -> None:
        if message.value != self._asked().text:
            self._ask_for(replace(self._asked(), text=message.value))

    @on(Wanted.Done)
    def _search_done(self) -> None:
        self.listing.focus()
        self.query_one(SearchLine).write(self._asked().text)

    def action_next(self, name: str) -> None:
        """One year group, time, thing, criterion or subject after the other, of those that find something."""
        from lessons.units.find import offered

        self._ask_for(self._asked().next(name, offered(self.known, self._asked(), name)))

    def action_all(self) -> None:
        """Ask for nothing."""
        from lessons.units.find import Wish

        self._ask_for(Wish())

    # Going on

    @on(LongList.Clicked)
    def action_open(self) -> None:
        """Read the marked one."""
        from studio.ui.screens.lessons.unit import UnitScreen

        if self.marked is not None:
            self.app.push_screen(UnitScreen(self.marked))

    def action_taught(self) -> None:
        """Write down that it was taught."""
        from studio.ui.screens.lessons.lesson_taught import LessonTaughtScreen

        if self.marked is not None:
            self.app.push_screen(LessonTaughtScreen(self.marked))

    @property
    def _written_today(self) -> Occasion | None:
        """What was written down today of the marked one."""
        if self.marked is None:
            return None
        from lessons.units.taught import last_written

        return last_written(self.taught.get(self.marked.id, ()), self.studio.clock().date())

    def action_untaught(self) -> None:
        """Take it back."""
        from lessons.units.taught import untaught

        if (last := self._written_today) is not None:
            gone = untaught(self.library, last.id)
            self.read_library()
            self.say(f"{gone.id} is taken back. T writes it down again.")

    def action_sheets(self) -> None:
        """Words, ideas and posters."""
        from studio.ui.screens.lessons.lesson_sheets import LessonSheetsScreen

        self.app.push_screen(LessonSheetsScreen())

    def action_own(self) -> None:
        """The school's own."""
        from studio.ui.screens.lessons.own_units import OwnUnitsScreen

        self.app.push_screen(OwnUnitsScreen())

    def can_do(self, action: str) -> bool:
        """What needs a unit, and what was asked for."""
        if action in ("open", "taught"):
            return bool(self.found)
        if action == "untaught":
            return self._written_today is not None
        if action == "search" and isinstance(self.focused, Wanted):
            return False
        if action == "all":
            return self.wish is not None
        return action not in ("search", "next") or bool(self.known)
