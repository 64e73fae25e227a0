"""Did it: two keys write an event down, with who led and what was put right; evidence is proposed of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.events import Key
from textual.reactive import reactive

from studio.ui.screens.base import StudioScreen
from studio.wording import count, listed

if TYPE_CHECKING:
    from evidence.library import Library
    from lessons.assembly.event import Event

DID_IT_KEYS = (
    Binding("d", "did_it", "did it", id="did.it", tooltip="It was done: twice, and it is written down"),
)


class DidItScreen(StudioScreen):
    """D, and D again."""

    asked_about: reactive[str] = reactive("", init=False)
    """The event that one more D writes down."""
    written: reactive[tuple[str, ...]] = reactive((), init=False, bindings=True)
    """Events written down here, the last at the end."""

    def event_done(self) -> Event | None:
        """What D is about; every screen says."""
        raise NotImplementedError

    def on_key(self, event: Key) -> None:
        """Any other key, and D must be pressed twice again."""
        if event.key != "d":
            self.asked_about = ""

    def action_did_it(self) -> None:
        """Ask once, then write it down."""
        event = self.event_done()
        assert event is not None  # else the key does nothing
        if self.asked_about != event.id:
            from lessons.assembly.rotas import Rotas

            self.asked_about = event.id
            crew = listed(list(Rotas(self.library).crew(event.id)))
            led = f" Sound and vision: {crew}." if crew else ""
            self.say(f"{event.title} is done?{led} D once more writes it down.")
            return
        self.asked_about = ""
        self._write_down(event)

    def _write_down(self, event: Event) -> None:
        from lessons.assembly.did_it import log_done

        note = event.note or what_was_put_right(self.library, event.id)
        log_done(self.library, event.id, note=note)
        self.written = (*self.written, event.id)
        self.read_library()
        self.say(f"{event.title} is written down. An adult accepts the evidence. Well done.")

    def undo_done(self) -> None:
        """It was not done after all."""
        from lessons.assembly.did_it import log_undone

        *rest, last = self.written
        event = log_undone(self.library, last)
        self.written = tuple(rest)
        self.read_library()
        self.say(f"{event.title} is planned again.")

    def can_do(self, action: str) -> bool:
        """Only what has been, or is today, and was not written down."""
        if action != "did_it":
            return super().can_do(action)
        event = self.event_done()
        today = self.studio.clock().date()
        return event is not None and event.status == "planned" and event.date <= today


def what_was_put_right(library: Library, event_id: str) -> str:
    """What went wrong at an event and what helped, in sentences; no codes."""
    from lessons.assembly.trouble import Troubles

    told = []
    for fix in Troubles(library).fixes(event=event_id):
        end = f"put right in {count(fix.minutes, 'minute')}" if fix.fixed else "an adult was fetched"
        by = f" ({fix.fixed_by.rstrip('.?!')})" if fix.fixed_by else ""
        told.append(f"{fix.symptom}: {end}{by}.")
    return " ".join(told)
