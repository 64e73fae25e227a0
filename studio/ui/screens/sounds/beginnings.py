"""A waveform on which one goes from where one sound begins to where the next one does."""

from __future__ import annotations

from textual import on, work
from textual.binding import Binding
from textual.message import Message
from textual.worker import get_current_worker

from studio.ui.faults import FAULTS
from studio.ui.messages import ProblemMet
from studio.ui.screens.sounds.wave import WaveScreen
from studio.ui.wanted import NotWanted, WhileWanted

BEGINNING_KEYS = (
    Binding(
        "full_stop,greater_than_sign",
        "onset(1)",
        "next beginning",
        show=False,
        key_display="< >",
        id="wave.next_onset",
        tooltip="To where the next sound begins, or the one before",
    ),
    Binding("comma,less_than_sign", "onset(-1)", "beginning before", show=False, id="wave.previous_onset"),
)


class OnsetFound(Message):
    """Where the next sound begins was looked for."""

    def __init__(self, frame: int | None, length: int, direction: int) -> None:
        super().__init__()
        self.frame = frame
        self.length = length
        """Of the sound that was listened to."""
        self.direction = direction


class BeginningsScreen(WaveScreen):
    """Listens in a thread, for a long sound may be silent for long."""

    _to_go = 0
    """How often a key was pressed that is not answered yet; less than nothing goes back."""
    _seeking = False

    def action_onset(self, direction: int) -> None:
        """Move the cursor to where the next sound begins, or the one before."""
        self.back_to_now()
        self._to_go += direction
        if not self._seeking:
            self._look_for_onset()

    def _look_for_onset(self) -> None:
        self._seeking = bool(self._to_go)
        if self._seeking:
            self._seek(self.wave.cursor, 1 if self._to_go > 0 else -1)

    @work(thread=True, group="onset", exclusive=True)
    def _seek(self, frame: int, direction: int) -> None:
        from studio.audio.onsets import onset_after, onset_before

        worker = get_current_worker()
        try:
            with self.open_now() as source:
                heard = WhileWanted(source, lambda: not worker.is_cancelled)
                found = onset_after(heard, frame) if direction > 0 else onset_before(heard, frame)
                length = source.length
        except NotWanted:
            return
        except FAULTS as error:
            self.post_message(ProblemMet(error))
            found, length = None, -1
        self.post_message(OnsetFound(found, length, direction))

    @on(OnsetFound)
    def _go_to_onset(self, message: OnsetFound) -> None:
        is_this = message.length == self.wave.view.length and not self.shows_another
        if is_this and message.frame is not None:
            self._to_go -= message.direction
            self.cursor_to(message.frame)
        else:
            self._to_go = 0
        if is_this and message.frame is None:
            self.say("No sound begins after this." if message.direction > 0 else "None begins before this.")
        self._look_for_onset()
