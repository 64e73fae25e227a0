"""A club session on the screen: its part, the clock, who sits where and who has the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from studio.ui.club_words import (
    is_swapping,
    keys_holder,
    part_lines,
    parts_line,
    seats_content,
    swap_words,
)
from studio.ui.reading_on import read_on
from studio.ui.session_clock import PartClock
from studio.ui.text import literal
from studio.ui.widgets.countdown import Countdown

if TYPE_CHECKING:
    from lessons.club.plan import PlanPart
    from studio.ui.club_now import ClubNow

_TIME_WIDTH = 37
_WIDE = 100
"""So wide, and there is room for the clock before it runs."""
_SHARED = ("activity",)
"""The parts in which two work at a PC and change places."""


class SessionView(Vertical):
    """Shows what it is given; its screen says which keys do what."""

    part: reactive[int] = reactive(0, init=False)

    class Moved(Message):
        """The clock began or stopped, or another part is on."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.now: ClubNow | None = None

    def compose(self) -> ComposeResult:
        """The parts, what to do beside the clock, then the PCs."""
        yield Static(id="parts")
        with Horizontal(id="part"):
            with VerticalScroll(id="plan", can_focus=False):
                yield Static(id="steps")
            with Vertical(id="time"):
                yield Countdown(id="clock")
        yield Static(id="swap")
        yield Static(id="seats")

    def on_mount(self) -> None:
        """Follow the clock, second by second."""
        self.watch(self.countdown, "shown", self._show_seats, init=False)
        self.watch(self.countdown, "state", self._state_changed, init=False)

    def on_resize(self) -> None:
        """Long lines break where there is room."""
        self.redraw()

    @property
    def countdown(self) -> Countdown:
        """The clock of the part."""
        return self.query_one(Countdown)

    @property
    def has_begun(self) -> bool:
        """Whether the clock of this part was started."""
        return self.countdown.state != "set"

    @property
    def is_long(self) -> bool:
        """Whether there is more to do than fits."""
        return self.is_mounted and self.query_one("#plan").max_scroll_y > 0

    @property
    def plan_part(self) -> PlanPart | None:
        """The part that is on."""
        plan = self.now.plan if self.now else None
        return plan.parts[min(self.part, len(plan.parts) - 1)] if plan else None

    @property
    def clock(self) -> PartClock | None:
        """How the clock stands, to come back to."""
        session = self.now.session if self.now else None
        return PartClock(session.id, self.part, self.countdown.timer) if session else None

    def show(self, now: ClubNow, left: PartClock | None = None) -> None:
        """Show a session; `left` is its clock as it was left."""
        is_new = self.now is None
        self.now = now
        if left is not None and now.plan is not None:
            self.set_reactive(SessionView.part, min(left.part, len(now.plan.parts) - 1))
            self.countdown.put(left.timer)
        elif is_new and (part := self.plan_part) is not None:
            self.countdown.set_to(60 * part.minutes)
        self.redraw()

    def go(self, by: int) -> None:
        """To the next part, or the one before; where the clock was running it runs on."""
        plan = self.now.plan if self.now else None
        if plan is None or not 0 <= self.part + by < len(plan.parts):
            return
        runs = self.countdown.state in ("running", "up")
        self.part += by
        self.countdown.set_to(60 * plan.parts[self.part].minutes, start=runs)
        self.query_one("#plan").scroll_home(animate=False)
        self._state_changed()

    def read_on(self) -> None:
        """The rest of what to do."""
        read_on(self.query_one("#plan"))

    def redraw(self) -> None:
        """Draw everything again."""
        now, part = self.now, self.plan_part
        if now is None or now.session is None or now.plan is None or part is None:
            return
        self.query_one("#parts", Static).update(parts_line(now.plan, self.part))
        beside = self.has_begun or self.size.width >= _WIDE
        self.query_one("#time").display = beside
        width = max(20, self.size.width - (_TIME_WIDTH if beside else 0) - 4)
        title = now.club.ambassador_title if now.club else ""
        lines = part_lines(part, now.plan, now.session.leads_of(part.name), width, title=title)
        self.query_one("#steps", Static).update(Content("\n").join(lines))
        self._show_seats()

    def _state_changed(self) -> None:
        self.redraw()
        self.post_message(self.Moved())

    def _show_seats(self) -> None:
        now, part = self.now, self.plan_part
        if now is None or now.session is None or now.club is None or part is None:
            return
        seats, swap = now.session.seats, now.club.swap_minutes
        shared = part.name in _SHARED and any(len(seat.codes) > 1 for seat in seats)
        elapsed = self.countdown.timer.seconds - self.countdown.seconds_left if shared else 0.0
        keys = {seat.number: keys_holder(seat, elapsed, swap) for seat in seats} if shared else {}
        line = self.query_one("#swap", Static)
        line.update(literal(swap_words(elapsed, swap, running=self.countdown.is_running) if shared else ""))
        line.set_class(shared and is_swapping(elapsed, swap), "-swap")
        line.display = shared
        width = max(20, self.size.width - 4)
        self.query_one("#seats", Static).update(seats_content(seats, width, keys))
