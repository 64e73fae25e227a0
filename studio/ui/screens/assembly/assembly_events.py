"""Events: what the team looks after, planned, cancelled with a reason, written down when it is done."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.assembly_words import about_event, event_line
from studio.ui.screens.assembly.did_it import DID_IT_KEYS, DidItScreen
from studio.ui.text import literal
from studio.ui.widgets.long_list import LongList
from studio.wording import count

if TYPE_CHECKING:
    from lessons.assembly.event import Event
    from lessons.assembly.events import Events

_RESTORED = ("kind", "title", "date", "begins", "place", "scope", "years", "roles", "note")


class EventsScreen(DidItScreen):
    """By day; the next one is marked."""

    HELP_PAGE = "assembly_events"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "add", id="events.add", tooltip="Plan one, or one a week"),
        Binding("enter", "edit", "change", key_display="Enter", id="events.edit", tooltip="Change this one"),
        Binding("x", "cancel", "cancel", id="events.cancel", tooltip="It will not be; say why"),
        Binding("b", "put_back", "on again", id="events.back", tooltip="It is on after all"),
        *DID_IT_KEYS,
        Binding("v", "view", "all or coming", id="events.view", tooltip="Also what has been"),
        Binding("z", "undo", "undo", id="events.undo", tooltip="As it was before the last key"),
    ]

    events: reactive[tuple[Event, ...]] = reactive((), init=False, bindings=True)
    before: reactive[tuple[tuple[str, Event | None], ...]] = reactive((), init=False, bindings=True)
    """What was changed here, as it was; `None` for what was new."""
    all_of_them: reactive[bool] = reactive(False, init=False)

    def compose_middle(self) -> Iterable[Widget]:
        """The list, and the marked one below it."""
        yield Static(id="empty")
        yield LongList(id="events")
        yield Static(id="about")

    def on_mount(self) -> None:
        """The list has the keys."""
        self.title_is("Events")
        self.refocus()

    def refocus(self) -> None:
        """The list has the keys."""
        self.listing.focus()

    @property
    def listing(self) -> LongList:
        """The list."""
        return self.query_one("#events", LongList)

    @property
    def kept(self) -> Events:
        """The events of the library."""
        from lessons.assembly.events import Events

        return Events(self.library)

    @property
    def event(self) -> Event | None:
        """The marked one."""
        return self.events[self.listing.marked] if self.events and self.is_mounted else None

    def event_done(self) -> Event | None:
        """D is about the marked one."""
        return self.event

    # Showing

    def read_library(self) -> None:
        """Look again; stay with the event that was marked."""
        kept = self.kept
        found, coming = kept.all(), kept.coming()
        self.today = kept.today
        marked = self.event.id if self.event else (coming[0].id if coming else "")
        self.events = found if self.all_of_them else tuple(each for each in found if each.date >= self.today)
        hidden = len(found) - len(self.events)
        past = f", {hidden} in the past: V" if hidden else ""
        self.title_is(f"Events: {count(len(coming), 'event')} planned{past}")
        self._show(marked)

    def _show(self, marked: str) -> None:
        ids = [each.id for each in self.events]
        self.listing.show(len(ids), self._line, marked=ids.index(marked) if marked in ids else 0)
        empty = self.query_one("#empty", Static)
        empty.display = not ids
        empty.update(literal("Nothing is planned. A plans an assembly, a play or a concert."))
        self._show_marked()

    def _line(self, line: int, width: int) -> Content:
        return event_line(self.events[line], self.today, width, marked=line == self.listing.marked)

    @on(LongList.Moved)
    def _show_marked(self) -> None:
        words = about_event(self.event, self.today) if self.event else Content("")
        self.query_one("#about", Static).update(words)
        self.refresh_bindings()

    # What becomes of them

    def action_add(self) -> None:
        """A form for a new one."""
        from studio.ui.screens.assembly.assembly_event_form import EventScreen

        self.app.push_screen(EventScreen(kept=lambda made: self._remember(made.id, None)))

    def action_edit(self) -> None:
        """A form with what it says now."""
        from studio.ui.screens.assembly.assembly_event_form import EventScreen

        event = self._need()
        self.app.push_screen(EventScreen(event, kept=lambda made: self._remember(made.id, event)))

    @on(LongList.Clicked)
    def _clicked(self) -> None:
        if self.can_do("edit"):
            self.action_edit()

    def action_cancel(self) -> None:
        """Ask why, then cancel."""
        event = self._need()
        self.ask(f"Why is “{event.title}” cancelled?", partial(self._cancel, event))

    def _cancel(self, event: Event, why: str) -> None:
        if why:
            self.kept.cancel(event.id, why)
            self._changed(event, f"{event.title} is cancelled. A published rota says so. Z takes it back.")

    def action_put_back(self) -> None:
        """It is on after all."""
        event = self._need()
        self.kept.put_back(event.id)
        self._changed(event, f"{event.title} is on again.")

    def _changed(self, event: Event, words: str) -> None:
        self._remember(event.id, event)
        self.read_library()
        self.say(words)

    def _remember(self, event_id: str, before: Event | None) -> None:
        self.before = (*self.before, (event_id, before))

    def action_undo(self) -> None:
        """As it was; what was new is gone, unless a rota has it already."""
        *rest, (event_id, before) = self.before
        if before is None:
            self.kept.take_back(event_id)
        elif before.status == "cancelled":
            self.kept.cancel(event_id, before.why)
        elif self.kept.one(event_id).status == "cancelled":
            self.kept.put_back(event_id)
        else:
            self.kept.edit(event_id, **{name: getattr(before, name) for name in _RESTORED})
        self.before = tuple(rest)
        self.read_library()
        self.say("Taken back.")

    def _need(self) -> Event:
        assert self.event is not None  # else the key does nothing
        return self.event

    def action_view(self) -> None:
        """Also what has been, or only what comes."""
        self.all_of_them = not self.all_of_them
        self.read_library()

    def can_do(self, action: str) -> bool:
        """Only what fits the marked event."""
        event = self.event
        if action == "undo":
            return bool(self.before)
        if action in ("edit", "cancel"):
            return event is not None and event.status == "planned"
        if action == "put_back":
            return event is not None and event.status == "cancelled"
        return super().can_do(action)
