"""A screen one hears something on: playing, stopping, and following the playhead."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.timer import Timer

from studio.errors import StudioError
from studio.ui.faults import FAULTS
from studio.ui.messages import PlayingFailed
from studio.ui.screens.base import StudioScreen

if TYPE_CHECKING:
    from evidence.sound import Sound
    from studio.ui.speaker import Playable

_PLAYHEAD_SECONDS = 0.1


class HearingScreen(StudioScreen):
    """Space plays and stops; the playhead moves ten times a second and only while something sounds."""

    PLAYS_WITH: ClassVar[str] = "press Space"
    """What one does to hear something, in words."""

    _ticking: Timer | None = None
    _by_itself = False
    """Nobody asked for what plays now: it follows a change."""

    def hear(
        self,
        sound: Sound,
        *,
        before: bool = False,
        start: int = 0,
        stop: int | None = None,
        by_itself: bool = False,
    ) -> None:
        """Play a sound as its steps leave it, or as it was before them."""
        self._by_itself = by_itself
        self.hear_source(lambda: self.to_hear(sound, before=before), start=start, stop=stop)

    def to_hear(self, sound: Sound, *, before: bool = False) -> Playable:
        """A sound to be heard; called in a thread."""
        from studio.takes import rendition

        return rendition(self.library, sound, before=before)

    def hear_source(
        self, open_sound: Callable[[], Playable], *, start: int = 0, stop: int | None = None
    ) -> None:
        """Play whatever opens."""
        self._play(self.studio.speaker.wish(), open_sound, start, stop)
        if self._ticking is None:
            self._ticking = self.set_interval(_PLAYHEAD_SECONDS, self._tick)

    def hush(self) -> None:
        """Stop playing."""
        self.studio.speaker.hush()
        self._settle()

    @property
    def is_hearing(self) -> bool:
        """True while something sounds or is about to."""
        return self.studio.speaker.is_busy

    def playhead_moved(self, frame: int | None) -> None:
        """The frame that sounds now, counted in what is played; `None` when it is over."""

    def leave(self) -> None:
        """Silence, then back."""
        self.hush()
        super().leave()

    @work(thread=True, group="speaker")
    def _play(self, wish: object, open_sound: Callable[[], Playable], start: int, stop: int | None) -> None:
        try:
            self.studio.speaker.play(wish, open_sound, start=start, stop=stop)
        except FAULTS as error:
            self.post_message(PlayingFailed(error))

    @work(thread=True, group="speaker")
    def _settle(self) -> None:
        self.studio.speaker.settle()

    def _tick(self) -> None:
        speaker = self.studio.speaker
        if speaker.is_busy:
            self.playhead_moved(speaker.position)
            return
        if self._ticking is not None:
            self._ticking.stop()
            self._ticking = None
        self.playhead_moved(None)
        if speaker.problem is not None:
            self._cannot_play(speaker.problem)

    @on(PlayingFailed)
    def _not_played(self, message: PlayingFailed) -> None:
        message.stop()
        message.prevent_default()  # the way of every other problem
        self._cannot_play(message.error)

    def _cannot_play(self, error: StudioError) -> None:
        """Say it once; without speakers it would otherwise hide what each change has done."""
        if self._by_itself and str(error) == self.studio.speaker.said:
            return
        self.studio.speaker.said = str(error)
        self.problem(_with_the_key(error, self.PLAYS_WITH))


def _with_the_key(error: StudioError, plays_with: str) -> StudioError:
    from studio.audio.live.devices import NoSpeakers  # loads NumPy

    if isinstance(error, NoSpeakers):
        return NoSpeakers(error.what, f"Plug some in or switch them on, then {plays_with}.")
    return error
