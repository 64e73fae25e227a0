"""Record: one key to start, one to stop, and how loud it is in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.messages import TakeKept
from studio.ui.screens.sounds.listening import POLL_SECONDS
from studio.ui.screens.sounds.record_keys import RECORD_KEYS, does_something
from studio.ui.screens.sounds.taking import TakingScreen
from studio.ui.widgets.big_time import BigTime
from studio.ui.widgets.meter import Meter
from studio.ui.widgets.peaks import PeaksStrip

if TYPE_CHECKING:
    from evidence.sound import Sound
    from studio.errors import StudioError


class RecordScreen(TakingScreen):
    """Ready, counting in, recording, or putting the take away; then one hears it."""

    HELP_PAGE = "record"
    again_here: ClassVar[bool] = True
    """Whether one comes back here from the take, to record again."""
    BINDINGS: ClassVar[list[BindingType]] = [*RECORD_KEYS]

    def __init__(self) -> None:
        super().__init__()
        self.binned: Sound | None = None
        self.made: Sound | None = None
        """The take before; it stays in My sounds whatever is recorded next."""

    def compose_middle(self) -> Iterable[Widget]:
        """Seconds, meter, the last minute, one sentence, and how it is recorded."""
        yield BigTime()
        yield Meter()
        yield PeaksStrip()
        yield Static(id="minute")
        yield Static(id="advice")
        yield Static(id="how")

    def on_mount(self) -> None:
        """Look which microphones there are."""
        self.title_is("Record", "looking for a microphone")
        self.ask_for_enter()
        self.find_microphones()
        self.set_interval(POLL_SECONDS, self.poll)

    def read_library(self) -> None:
        """On coming back from a take: it is kept, and the next one can be made."""
        super().read_library()
        if self.made is not None and self.is_ready:
            sound = self.library.sound(self.made.id)
            where = "the bin" if sound.binned else "My sounds"
            self.say(f"“{sound.title}” is in {where}. Press Enter to record again.")

    def action_start(self) -> None:
        """Count in if that was chosen, then record."""
        self.binned = self.made = self.met = None
        self.say("")
        self.note(None)
        self.query_one(Meter).rest()
        if self.how.counts:
            self.count_in()
        else:
            self.begin()

    @on(TakeKept)
    def _kept(self, message: TakeKept) -> None:
        self.state = "ready"
        self.rest()
        if not message.sound.binned:
            self.made = message.sound
            self.open_take(message.sound, message.problem or self.met)
            return
        self.binned = message.sound
        self.say("That take is in the bin. Press Z to take it back.")
        self.refresh_bindings()
        self.microphone_changed()

    def open_take(self, sound: Sound, problem: StudioError | None = None) -> None:
        """Let it be heard."""
        self.studio.open_sound(sound, play=True, instead=not self.again_here, problem=problem)

    # Keys

    def action_unbin(self) -> None:
        """Take the take out of the bin and open it."""
        from studio.takes import unbin

        if self.binned is not None:
            self.made, self.binned = unbin(self.library, self.binned), None
            self.open_take(self.made)

    def action_bin_take(self) -> None:
        """Stop, and put the take in the bin."""
        self._end(binned=True)

    def action_how(self) -> None:
        """Choose how to record."""
        from studio.ui.screens.sounds.how_to_record import HowToRecordScreen

        self.app.push_screen(HowToRecordScreen())

    def can_do(self, action: str) -> bool:
        """What a key does depends on whether we record."""
        if action == "start":
            return self.is_ready and not self.has_none
        if action == "microphone":
            return self.is_ready and len(self.microphones) > 1
        if action == "longer" and self.how.longest_seconds is None:
            return False
        if action == "unbin":
            return self.is_ready and self.binned is not None
        return does_something(action, self.state)
