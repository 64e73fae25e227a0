"""The player: one sound at a time, from any source to the speakers."""

import time
from collections.abc import Callable

from studio.audio.live.devices import Device
from studio.audio.live.playback import Playback
from studio.audio.live.streams import OpenOutput, open_output
from studio.audio.source import SoundSource
from studio.audio.units import db_to_amplitude
from studio.errors import StudioError


class Player:
    """Plays sounds without ever making its caller wait.

    What goes wrong is never raised; it is in `problem`.

    Parameters
    ----------
    device : a device, its number or part of its name; the usual speakers otherwise
    gain_db : level of everything played; at 0 the samples reach the device unchanged
    """

    def __init__(
        self,
        *,
        device: Device | str | int | None = None,
        gain_db: float = 0.0,
        open_stream: OpenOutput = open_output,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.gain_db = gain_db
        self._device = device
        self._open_stream = open_stream
        self._clock = clock
        self._playback: Playback | None = None

    def play(self, source: SoundSource, *, start: int = 0, stop: int | None = None) -> None:
        """Play frames `start` to `stop` of a source; what was playing fades out first.

        Raises
        ------
        ValueError
            If the range is not inside the sound.
        """
        end = source.length if stop is None else stop
        if not 0 <= start <= end <= source.length:
            raise ValueError(f"frames {start} to {end} are not inside 0 to {source.length}")
        self.stop()
        self._playback = Playback(
            source,
            start,
            end,
            gain=db_to_amplitude(self.gain_db),
            open_stream=lambda fill, on_end: self._open_stream(
                fill, on_end, device=self._device, samplerate=source.samplerate
            ),
            clock=self._clock,
            after=self._playback,
        )
        self._playback.begin()

    def stop(self) -> None:
        """Fade out and end; does nothing when nothing plays."""
        if self._playback is not None:
            self._playback.fade_out()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until the sound was heard to its end; false when it still plays after `timeout` seconds."""
        return self._playback is None or self._playback.wait(timeout)

    @property
    def position(self) -> int:
        """The frame of the source that is heard now, for a playhead; where it ended after the end."""
        return 0 if self._playback is None else self._playback.position

    @property
    def is_playing(self) -> bool:
        """Whether a sound is on its way to the ears; false at once after `stop`."""
        return self._playback is not None and self._playback.is_going

    @property
    def problem(self) -> StudioError | None:
        """What went wrong with the last sound."""
        return None if self._playback is None else self._playback.problem
