"""The club: today's session with its part, clock, pairs and sounds; or what comes next."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.club_next import next_words
from studio.ui.club_now import ClubNow, ClubRead, read_club
from studio.ui.club_told import made_content, title_words, told_lines
from studio.ui.club_words import came_words, meter_line
from studio.ui.read_in_thread import read_in_thread
from studio.ui.screens.club.club_doing import ClubDoingScreen
from studio.ui.screens.club.club_ways import CLUB_KEYS
from studio.ui.session_clock import recall, remember
from studio.ui.text import literal
from studio.ui.widgets.countdown import Countdown
from studio.ui.widgets.session_view import SessionView

if TYPE_CHECKING:
    from lessons.club.session import Session

_TALL = 32
_LINES_OF_SOUNDS = 6
_LOOK_SECONDS = 2.0
"""How often it is looked whether a new sound has come in."""
_OF_ADULTS = ("leads", "not_held", "evidence", "set_up", "today", "note")


class ClubScreen(ClubDoingScreen):
    """Today's session, or what there is instead of it."""

    HELP_PAGE = "club"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "clock", "start", key_display="Space", id="club.clock", tooltip="Start or stop it"),
        Binding("right", "next_part", "next part", key_display="→", id="club.next", tooltip="The next part"),
        Binding("left", "part_before", "part before", show=False, id="club.before"),
        Binding("plus", "longer", "a minute more", key_display="+", id="club.longer", tooltip="More time"),
        Binding("d", "read_on", "read on", id="club.read_on", tooltip="The rest of what to do"),
        *CLUB_KEYS,
    ]

    now: reactive[ClubNow | None] = reactive(None, init=False, bindings=True)

    def compose_middle(self) -> Iterable[Widget]:
        """The session, or words; then the sounds, who came, and what is next."""
        yield Static(id="words")
        yield SessionView(id="session")
        yield Static(id="made")
        yield Static(id="meter")
        yield Static(id="next")

    def on_mount(self) -> None:
        """Look again and again: sounds come in from other screens and other computers."""
        self.title_is("Club")
        self.view.display = False
        self.set_interval(_LOOK_SECONDS, self._look_while_seen)

    def on_resize(self) -> None:
        """Where there is room, more of the sounds show."""
        self._show_foot()

    @property
    def view(self) -> SessionView:
        """The session's part of the screen."""
        return self.query_one(SessionView)

    @property
    def shown(self) -> Session | None:
        """Today's session."""
        return self.now.session if self.now else None

    # Reading

    def read_library(self) -> None:
        """Look how the club stands, in a thread: there may be years of it."""
        self.look()

    def look(self) -> None:
        """Read it again."""
        self._look()

    def _look_while_seen(self) -> None:
        if self.is_current:
            self._look()

    @read_in_thread
    def _look(self) -> Message:
        return ClubRead(read_club(self.library))

    @on(ClubRead)
    def _read(self, message: ClubRead) -> None:
        if message.now != self.now:
            self.show(message.now)

    def show(self, now: ClubNow) -> None:
        """Show how the club stands."""
        before, self.now = self.now, now
        in_it = now.session is not None and not now.session.is_over
        self.view.display = in_it
        self.query_one("#words").display = not in_it
        self.title_is(title_words(now))
        if now.session is not None and in_it:
            is_new = before is None or before.session is None or before.session.id != now.session.id
            self.view.show(now, recall(self.studio, now.session.id) if is_new else None)
        else:
            self.query_one("#words", Static).update(Content("\n").join(map(literal, told_lines(now))))
        self._show_foot()
        self._refresh_keys()

    def _show_foot(self) -> None:
        now = self.now
        if now is None:
            return
        tall = self.size.height >= _TALL
        self.set_class(tall, "-tall")
        self.query_one("#made", Static).update(made_content(now, _LINES_OF_SOUNDS if tall else 1))
        lines = [Content("")] if now.meter is None else [meter_line(now.meter)]
        if now.session is not None:
            lines.append(literal(came_words(now.session)))
        self.query_one("#meter", Static).update(Content("   ·   ").join(lines))
        adult = not self.studio.door.is_locked
        words = next_words(now, part=self.view.part, running=self.view.has_begun, adult=adult)
        self.query_one("#next", Static).update(literal(words, "bold"))

    @property
    def part(self) -> str:
        """The name of the part that is on."""
        part = self.view.plan_part
        return part.name if part else ""

    # The clock

    @on(SessionView.Moved)
    def _clock_moved(self) -> None:
        if self.view.clock is not None:
            remember(self.studio, self.view.clock)
        self._show_foot()
        self._refresh_keys()

    def _refresh_keys(self) -> None:
        """What the keys do now; whether there is more to read shows when it is laid out."""
        self.key_words = {
            "club.clock": "stop" if self.view.countdown.is_running else "start",
            "club.finish": "finish (adults)" if self.studio.door.is_locked else "finish",
        }
        self.call_after_refresh(self.refresh_bindings)

    @on(Countdown.TimeUp)
    def _time_up(self) -> None:
        self.say(f"Time is up for the {self.part}. → goes on, + gives a minute more.")

    def action_clock(self) -> None:
        """Start the clock, or stop it."""
        self.view.countdown.start_or_pause()

    def action_next_part(self) -> None:
        """To the next part."""
        self.view.go(1)

    def action_part_before(self) -> None:
        """To the part before."""
        self.view.go(-1)

    def action_longer(self) -> None:
        """A minute more."""
        self.view.countdown.add()
        self._clock_moved()

    def action_read_on(self) -> None:
        """The rest of what to do."""
        self.view.read_on()

    def can_do(self, action: str) -> bool:
        """What a key does depends on whether there is a club, and a session today."""
        now, session = self.now, self.shown
        if action in ("help", "back", "pulse"):
            return True
        if action == "undo":
            return bool(self.undos)
        if now is None or (action in _OF_ADULTS and self.studio.door.is_locked):
            return now is not None and now.club is None and action == "set_up"
        if now.club is None:
            return action == "set_up"
        if action in ("register", "term", "ambassadors"):
            return True
        if session is None or session.is_over:
            if action == "today":
                return session is None
            return action == "set_up" or (session is not None and _is_open_to(action, session))
        if action == "not_held":
            return not session.register  # nobody marks a register of what does not happen
        return action not in ("evidence", "set_up", "today", "note") and (
            action != "read_on" or self.view.is_long
        )


def _is_open_to(action: str, session: Session) -> bool:
    """Whether something can still be done with a session that is over."""
    return action in ("sounds", "write") or (action in ("evidence", "note") and session.status == "held")
