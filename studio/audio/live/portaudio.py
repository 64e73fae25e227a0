"""PortAudio: found, started and left; the only place that imports sounddevice."""

import atexit
import subprocess
import sys
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from studio.audio.live.sound_thread import SoundSystemStuck, SoundThread, no_answer
from studio.errors import StudioError

T = TypeVar("T")

PROBE_SECONDS = 6.0
CALL_SECONDS = 5.0
CLOSE_SECONDS = 2.0

_LIBRARY_MISSING_STATUS = 91
_PROBE = f"""
try:
    import sounddevice
except OSError as error:
    if "portaudio" in str(error).lower():
        raise SystemExit({_LIBRARY_MISSING_STATUS})
    raise
"""


class NoSoundSystem(StudioError):
    """PortAudio is missing, or the computer's sound is not set up."""


class OpenStream(Protocol):
    """A stream that must be ended before the library is left."""

    def end(self) -> None:
        """Abort and close it; again does nothing. Runs on the sound thread."""


class PortAudio:
    """The library, started when it is first needed.

    Importing sounddevice starts PortAudio, which on Linux can hang for ever (a frozen sound server) or
    end the whole process (`abort()` where ALSA has no device called "default"). So there a child process
    tries it first. On Windows and macOS the library is inside the package and neither was ever seen.
    """

    def __init__(
        self, *, probe: Callable[[], None] | None = None, load: Callable[[], Any] | None = None
    ) -> None:
        self._thread = SoundThread()
        self._probe = probe or probe_in_child
        self._load = load or load_sounddevice
        self._library: Any = None
        self._running = False
        self.open_streams: set[OpenStream] = set()

    @property
    def is_stuck(self) -> bool:
        """Whether a call to the sound system hangs."""
        return self._thread.is_stuck

    def call(
        self,
        job: Callable[[Any], T],
        *,
        timeout: float = CALL_SECONDS,
        undo: Callable[[T], object] | None = None,
    ) -> T:
        """Run `job(sounddevice)` on the sound thread, starting PortAudio before when need be.

        Raises
        ------
        NoSoundSystem
            If PortAudio is not here or cannot start.
        SoundSystemStuck
            If it does not answer within `timeout` seconds.
        """
        if not self._running:
            self._start()
        return self._thread.call(lambda: job(self._library), timeout=timeout, undo=undo)

    def close_stream(self, stream: OpenStream, *, timeout: float = CLOSE_SECONDS) -> None:
        """End a stream and forget it.

        Raises
        ------
        SoundSystemStuck
            If the sound system does not answer within `timeout` seconds.
        """
        self.open_streams.discard(stream)
        self._thread.call(stream.end, timeout=timeout)

    def leave(self, *, timeout: float = CLOSE_SECONDS) -> None:
        """Close every stream and the library; the next call starts it again and sees new devices.

        Raises
        ------
        SoundSystemStuck
            If it does not answer within `timeout` seconds.
        """
        if self._running:
            self._thread.call(self._terminate, timeout=timeout)

    def _start(self) -> None:
        self._probe()
        self._thread.call(self._initialise, timeout=CALL_SECONDS)

    def _initialise(self) -> None:
        if self._running:
            return
        try:
            if self._library is None:
                self._library = self._load()
                # Its own exit handler would wait for a frozen sound server for ever.
                atexit.unregister(self._library._exit_handler)
                atexit.register(self._leave_at_exit)
            else:
                self._library._initialize()
        except OSError as error:
            raise library_missing() from error
        except Exception as error:  # its PortAudioError has no name before the import has ended
            raise sound_not_set_up() from error
        self._running = True

    def _terminate(self) -> None:
        if self._running:
            self._running = False
            # PortAudio would free them, and whoever closed one afterwards would touch freed memory.
            for stream in tuple(self.open_streams):
                stream.end()
            self.open_streams.clear()
            self._library._terminate()

    def _leave_at_exit(self) -> None:
        try:
            self.leave()
        except SoundSystemStuck:
            return  # the operating system closes what is left


def load_sounddevice() -> Any:
    """Import sounddevice, which loads and starts PortAudio: only when sound is really wanted."""
    import sounddevice

    return sounddevice


def probe_in_child() -> None:
    """Start PortAudio in a child process first, where that can hang or kill (Linux).

    Raises
    ------
    NoSoundSystem
        If PortAudio is missing or cannot start.
    SoundSystemStuck
        If it does not come back.
    """
    if not sys.platform.startswith("linux") or not sys.executable:
        return
    try:
        tried = subprocess.run(
            [sys.executable, "-c", _PROBE],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PROBE_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise no_answer() from error
    if tried.returncode == _LIBRARY_MISSING_STATUS:
        raise library_missing()
    if tried.returncode != 0:
        raise sound_not_set_up()


def library_missing() -> NoSoundSystem:
    """The error for a computer without PortAudio, with the remedy for its system."""
    fix = (
        "Install it with: sudo apt install libportaudio2"
        if sys.platform.startswith("linux")
        else "Install the program again; the library comes with it."
    )
    return NoSoundSystem("Recording and playing need the PortAudio library, and it is not here.", fix)


def sound_not_set_up() -> NoSoundSystem:
    """The error for a computer whose sound cannot start."""
    return NoSoundSystem(
        "This computer's sound is not set up.",
        "Check that another program can play a sound, then try again.",
    )


PORT_AUDIO = PortAudio()
"""The one PortAudio of this process."""
