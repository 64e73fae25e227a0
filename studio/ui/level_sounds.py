"""The sounds to set a loudspeaker by, and a level heard by the microphone, for the screen of levels."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from studio.audio.rendering.rendition import Rendition
    from studio.ui.sound_io import SoundIO

TONE, PINK = "test tone", "pink noise"
START_SECONDS = 5.0
"""How long it grows."""
_LENGTH_SECONDS = 60.0
LISTEN_SECONDS = 3.0
_LOOK_SECONDS = 0.1


def open_test_sound(which: str) -> Rendition:
    """A minute of it, from nothing, slowly; it takes a moment to make."""
    from studio.audio.source import ClipSource
    from studio.audio.tone import pink_noise, steady_tone

    class TestSound(ClipSource):
        """A clip that the speaker may close."""

        def close(self) -> None:
            """There is no file."""

    make = steady_tone if which == TONE else pink_noise
    # The speaker asks for length and frames alone, and closes what it played.
    return cast("Rendition", TestSound(make(_LENGTH_SECONDS, start_seconds=START_SECONDS)))


def hear_level(
    sound_io: SoundIO, heard: Callable[[float], None], *, is_stopped: Callable[[], bool]
) -> float | None:
    """Listen for three seconds; the level over them in dBFS, and `None` when it was stopped.

    Nothing that was heard is kept.

    Raises
    ------
    StudioError
        If the microphone cannot be opened, or stops.
    """
    with TemporaryDirectory(prefix="level-") as folder:
        recorder = sound_io.recorder(Path(folder), None)
        recorder.start()
        powers = []
        try:
            while True:
                status = recorder.poll()
                if status.problem is not None:
                    raise status.problem
                powers.append(10 ** (status.rms_dbfs / 10))
                heard(status.peak_dbfs)
                if status.seconds >= LISTEN_SECONDS or is_stopped():
                    break
                time.sleep(_LOOK_SECONDS)
        finally:
            recorder.stop()
    return None if is_stopped() else 10 * math.log10(max(sum(powers) / len(powers), _FAINTEST))


_FAINTEST = 1e-14
