"""A sound that is read only as long as somebody wants to know about it."""

from collections.abc import Callable

from studio.audio.clip import Frames
from studio.audio.source import SoundSource


class NotWanted(Exception):
    """The sound was changed meanwhile, or its screen was left."""


class WhileWanted:
    """Stops a listener in a long sound; otherwise leaving would wait for the end of an hour."""

    def __init__(self, source: SoundSource, is_wanted: Callable[[], bool]) -> None:
        self._source = source
        self._is_wanted = is_wanted
        self.samplerate = source.samplerate
        self.channels = source.channels
        self.length = source.length

    def read(self, start: int, stop: int) -> Frames:
        """Frames of the sound.

        Raises
        ------
        NotWanted
            If nobody waits for them any more.
        """
        if not self._is_wanted():
            raise NotWanted
        return self._source.read(start, stop)
