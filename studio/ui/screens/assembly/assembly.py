"""Assembly: the next event, who does what at it, and everything the team needs from here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from studio.ui.assembly_read import LISTS, AssemblyNow, AssemblyRead, list_line, read_assembly
from studio.ui.assembly_words import after_lines, duty_lines, heading_lines, hitch_lines
from studio.ui.read_in_thread import read_in_thread
from studio.ui.screens.assembly.did_it import DID_IT_KEYS, DidItScreen
from studio.ui.text import literal
from studio.ui.widgets.listing import Listing

if TYPE_CHECKING:
    from lessons.assembly.event import Event

_NONE = "No event is planned yet. An adult plans one: E."
_ADULTS = ("events", "passports", "team", "lists")


class AssemblyScreen(DidItScreen):
    """One event at a time; digits open its lists."""

    HELP_PAGE = "assembly"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                str(number),
                f"open_list({number})",
                "lists",
                show=number == 1,
                key_display=f"1-{len(LISTS)}",
                id=f"assembly.{number}",
                tooltip="Tick a list, one key a step",
            )
            for number in range(1, len(LISTS) + 1)
        ),
        Binding("enter", "open_marked", "the marked list", show=False, id="assembly.open"),
        Binding("t", "trouble", "trouble", id="assembly.trouble", tooltip="Something does not work"),
        Binding("l", "levels", "levels", id="assembly.levels", tooltip="The test sound, and is it right?"),
        *DID_IT_KEYS,
        Binding("r", "rota", "rota", id="assembly.rota", tooltip="Who does what this term; ask for a swap"),
        Binding("c", "cards", "cards", id="assembly.cards", tooltip="Windows and P, inputs, volume"),
        Binding(
            "left", "other(-1)", "event", key_display="← →", id="assembly.before", tooltip="Another event"
        ),
        Binding("right", "other(1)", "event after", show=False, id="assembly.after"),
        Binding("z", "undo", "undo", id="assembly.undo", tooltip="It was not done after all"),
        Binding(
            "n", "unplanned", "not planned", id="assembly.unplanned", tooltip="We did one nobody planned"
        ),
        Binding("e", "events", "events", id="assembly.events", tooltip="Plan, change, cancel"),
        Binding("p", "passports", "passports", id="assembly.passports", tooltip="Tick what they can do"),
        Binding("m", "team", "team", id="assembly.team", tooltip="Who is in it, and away when"),
        Binding("s", "lists", "our lists", id="assembly.lists", tooltip="Your own words, order and inputs"),
        Binding("a", "adults", "adults", id="assembly.adults", tooltip="Events, passports, team, lists"),
    ]

    shown: reactive[AssemblyNow | None] = reactive(None, init=False, bindings=True)

    def __init__(self) -> None:
        super().__init__()
        self._wanted: str | None = None
        """The id of the event to show; the next one when there is none."""

    def compose_middle(self) -> Iterable[Widget]:
        """The event, who does what, the lists."""
        yield Static(id="event")
        yield Static(id="duties")
        yield Listing(id="lists")
        yield Static(id="next")

    def on_mount(self) -> None:
        """The list has the keys."""
        self.title_is("Assembly")
        self.refocus()

    def refocus(self) -> None:
        """The lists have the keys."""
        self.query_one("#lists").focus()

    @property
    def event(self) -> Event | None:
        """The one that is shown."""
        return self.shown.event if self.shown else None

    def event_done(self) -> Event | None:
        """D is about the one that is shown."""
        return self.event

    @property
    def today(self) -> date:
        """By the program's clock."""
        return self.studio.clock().date()

    # Reading

    def read_library(self) -> None:
        """Look again, in a thread: there may be years of it."""
        self._read(self._wanted)

    @read_in_thread
    def _read(self, wanted: str | None) -> Message:
        return AssemblyRead(read_assembly(self.library, wanted, self.today))

    @on(AssemblyRead)
    def _show_read(self, message: AssemblyRead) -> None:
        self.shown = message.now
        self._wanted = self.event.id if self.event else None
        self._show_event(message.now)
        self._show_lists(message.now)

    # Showing

    def _show_event(self, read: AssemblyNow) -> None:
        event = self.event
        lines = heading_lines(event, self.today) if event else [literal(_NONE, "bold")]
        self.query_one("#event", Static).update(Content("\n").join(lines))
        duties = [*duty_lines(event, read.rota), *hitch_lines(read.hitches)] if event else []
        self.query_one("#duties", Static).update(Content("\n").join(duties))
        self.query_one("#next", Static).update(Content("\n").join(after_lines(read.after, read.rota)))

    def _show_lists(self, read: AssemblyNow) -> None:
        listing = self.query_one("#lists", Listing)
        marked = listing.marked
        listing.clear_options()
        for number, list_id in enumerate(LISTS, start=1):
            line = list_line(number, read.lists[list_id], read.runs.get(list_id))
            listing.add_option(Option(line, list_id))
        listing.highlighted = marked

    # Going

    def action_open_list(self, number: int) -> None:
        """Open the list of a digit at the event that is shown."""
        from studio.ui.screens.assembly.checklist import ChecklistScreen

        if self.shown is not None and self.event is not None:
            self.app.push_screen(ChecklistScreen(self.event, self.shown.lists[LISTS[number - 1]]))

    @on(OptionList.OptionSelected, "#lists")
    def action_open_marked(self) -> None:
        """Open the marked list."""
        if self.event is not None and self.event.is_on:
            self.action_open_list(self.query_one("#lists", Listing).marked + 1)

    def action_other(self, by: int) -> None:
        """The event before or after."""
        assert self.shown is not None
        at = max(0, min(len(self.shown.events) - 1, self.shown.at + by))
        self._wanted = self.shown.events[at].id
        self._read(self._wanted)

    def action_trouble(self) -> None:
        """Something does not work."""
        from studio.ui.screens.assembly.trouble import TroubleScreen

        self.app.push_screen(TroubleScreen(self._event_today()))

    def action_levels(self) -> None:
        """The test sound, and whether it is right."""
        from studio.ui.screens.assembly.levels import LevelsScreen

        self.app.push_screen(LevelsScreen(self.event))

    def _event_today(self) -> Event | None:
        """The event that trouble belongs to: what is shown, if it is today."""
        return self.event if self.event is not None and self.event.date == self.today else None

    def action_rota(self) -> None:
        """Who does what this term."""
        from studio.ui.screens.assembly.rota import RotaScreen

        self.app.push_screen(RotaScreen(self.event))

    def action_cards(self) -> None:
        """What hangs beside the mixer."""
        from studio.ui.screens.assembly.assembly_cards import CardsScreen

        self.app.push_screen(CardsScreen())

    def action_undo(self) -> None:
        """It was not done after all."""
        self.undo_done()

    def action_unplanned(self) -> None:
        """Write down what nobody had planned."""
        from studio.ui.screens.assembly.assembly_unplanned import UnplannedScreen

        self.app.push_screen(UnplannedScreen())

    def action_adults(self) -> None:
        """The PIN opens what is for adults."""
        self.studio.door.pass_through(
            self, partial(self.say, "Adults: E, P, M and S are open. Home, A locks.")
        )

    def action_events(self) -> None:
        """Plan, change, cancel."""
        from studio.ui.screens.assembly.assembly_events import EventsScreen

        self.app.push_screen(EventsScreen())

    def action_passports(self) -> None:
        """What they can do."""
        from studio.ui.screens.assembly.passports import PassportsScreen

        self.app.push_screen(PassportsScreen())

    def action_team(self) -> None:
        """Who is in it."""
        from studio.ui.screens.assembly.assembly_team import TeamScreen

        self.app.push_screen(TeamScreen())

    def action_lists(self) -> None:
        """The school's own lists and inputs."""
        from studio.ui.screens.assembly.assembly_lists import ListsScreen

        self.app.push_screen(ListsScreen())

    def can_do(self, action: str) -> bool:
        """Adults' keys for adults; lists where there is an event."""
        if action in _ADULTS:
            return not self.studio.door.is_locked
        if action == "adults":
            return self.studio.door.is_locked
        if action in ("open_list", "open_marked"):
            return self.event is not None and self.event.is_on
        if action == "other":
            return self.shown is not None and len(self.shown.events) > 1
        if action == "undo":
            return bool(self.written)
        return super().can_do(action)
