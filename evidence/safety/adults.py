"""Adult mode: a PIN opens what children should not meet; after five quiet minutes it closes by itself.

The PIN keeps honest people honest. Whoever can read the library's folder can read its files without it:
that is for the rights of the folder to prevent.
"""

import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import local

from evidence.receipt_words import word_list
from evidence.records.lock import turn_in
from evidence.records.store import LibraryUnwritable
from evidence.safety.pin import PIN_FILE, Lock, PinFileDamaged, WeakPin
from studio.disk import reason
from studio.errors import StudioError

__all__ = [
    "ENTER_THE_PIN",
    "PIN_FILE",
    "QUIET_SECONDS",
    "Adults",
    "AdultsOnly",
    "NoPin",
    "PinFileDamaged",
    "TooSoon",
    "WeakPin",
    "WrongPin",
]

UNCOUNTED_SECONDS = 5.0
"""How long a try takes where it cannot be counted."""
QUIET_SECONDS = 300.0
"""Without a key for so long, the program is the pupils' again."""
WAY_BACK_WORDS = 6
"""Of 1024 each: as many guesses as there are PINs of eighteen digits."""
_PATIENCE_SECONDS = 10.0
ENTER_THE_PIN = "Enter the PIN first."


class AdultsOnly(StudioError):
    """Something that only an adult may do."""


class NoPin(StudioError):
    """A way back wanted where nothing is locked."""


class WrongPin(StudioError):
    """A PIN that is not the one that was set."""


class TooSoon(StudioError):
    """A PIN tried again before the pause after a wrong one is over."""

    def __init__(self, seconds: float) -> None:
        whole = max(1, round(seconds + 0.49))
        super().__init__(
            "A PIN was wrong a moment ago.",
            f"Wait {whole} {'second' if whole == 1 else 'seconds'}, then try again.",
        )
        self.seconds = seconds


class Adults:
    """Whether an adult is at the keyboard, as far as a PIN can tell."""

    def __init__(
        self,
        folder: Path,
        *,
        ticking: Callable[[], float] | None = None,
        clock: Callable[[], float] = time.time,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self._folder = folder
        self._ticking = ticking or _awake_or_asleep
        self._clock = clock
        self._pause = pause
        self._until: float | None = None
        self._staying = local()

    @property
    def has_pin(self) -> bool:
        """Whether a PIN was set; without one everything is open."""
        return (self._folder / PIN_FILE).exists()

    @property
    def is_adult(self) -> bool:
        """Whether adults' things are open now."""
        return not self.has_pin or self.seconds_left > 0 or getattr(self._staying, "on", False)

    @property
    def seconds_left(self) -> float:
        """Until adult mode ends by itself."""
        return max(0.0, self._until - self._ticking()) if self._until is not None else 0.0

    def need(self, what: str) -> None:
        """Refuse what only an adult may do; `what` follows “can”, such as `seal a bundle`.

        Raises
        ------
        AdultsOnly
            In pupil mode.
        """
        if not self.is_adult:
            raise AdultsOnly(f"Only an adult can {what}.", ENTER_THE_PIN)

    @contextmanager
    def staying(self) -> Iterator[None]:
        """In this thread, what an adult began goes on to its end, also when five minutes are over."""
        was, self._staying.on = getattr(self._staying, "on", False), self.is_adult
        try:
            yield
        finally:
            self._staying.on = was

    def touch(self) -> None:
        """Somebody did something: the five minutes begin again."""
        if self.seconds_left > 0:
            self._open()

    def lock(self) -> None:
        """Back to pupil mode."""
        self._until = None

    def unlock(self, pin: str) -> None:
        """Open adult mode; after a wrong PIN the next may be tried after 1, 2, 4 ... 60 seconds.

        Raises
        ------
        WrongPin
            If it is not the PIN.
        TooSoon
            If the pause is not over; the PIN was then not looked at.
        PinFileDamaged, LibraryBusy, LibraryUnwritable
        """
        try:
            with self._turn():
                if lock := Lock.load(self._folder):
                    self._try(lock, pin)
        except LibraryUnwritable:
            self._try_uncounted(pin)
        self._open()

    def _try_uncounted(self, pin: str) -> None:
        """Where no failure can be written down, every try takes long, so that adults get in."""
        lock = Lock.load(self._folder)
        if lock is None:
            return
        if wait := lock.wait(self._clock()):
            raise TooSoon(wait)
        self._pause(UNCOUNTED_SECONDS)
        if not lock.opens_with(pin):
            raise _wrong(lock)

    def set_pin(self, new: str, *, old: str | None = None) -> None:
        """Set the PIN, or change it with the old one; adult mode is open afterwards.

        Raises
        ------
        WeakPin, WrongPin, TooSoon
        """
        made = Lock.of(new)
        with self._turn():
            if lock := Lock.load(self._folder):
                if not old:
                    raise WrongPin("The old PIN is missing.", "Give it to set a new one.")
                self._try(lock, old)
                made = replace(made, way_back_salt=lock.way_back_salt, way_back=lock.way_back)
            made.save(self._folder)
        self._open()

    def make_way_back(self) -> str:
        """Six words that open adult mode when the PIN is forgotten, said this once; older ones end.

        They are for the library's owner, on paper in the school's safe.

        Raises
        ------
        AdultsOnly, NoPin
        """
        self.need("make a way back")
        words = " ".join(secrets.choice(word_list()) for _ in range(WAY_BACK_WORDS))
        with self._turn():
            lock = Lock.load(self._folder)
            if lock is None:
                raise NoPin("There is no PIN that could be forgotten.", "Set one first.")
            lock.with_way_back(words).save(self._folder)
        return words

    def _try(self, lock: Lock, pin: str) -> None:
        now = self._clock()
        if lock.failures and now < lock.tried:
            # The clock was set back: the pause begins anew, so that this neither frees nor locks for long.
            lock = replace(lock, tried=now)
            lock.save(self._folder)
        if wait := lock.wait(now):
            raise TooSoon(wait)
        # The failure is on the disk before the PIN is looked at: who kills the program gains nothing.
        lock = lock.failed(now)
        lock.save(self._folder)
        if not lock.opens_with(pin):
            raise _wrong(lock)
        lock.opened().save(self._folder)

    def _open(self) -> None:
        self._until = self._ticking() + QUIET_SECONDS

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """One program at a time, and whole on the disk."""
        try:
            with turn_in(self._folder, patience=_PATIENCE_SECONDS, now=lambda: datetime.now().astimezone()):
                yield
        except OSError as error:
            raise LibraryUnwritable(
                f"The PIN could not be checked, for nothing can be written: {reason(error)}.",
                "Make room, or get the right to write in the library's folder, then try again.",
            ) from error


def _wrong(lock: Lock) -> WrongPin:
    """What to try next: the words of the way back only where some were made."""
    other = "use the six words of the way back" if lock.way_back else "ask the colleague who set it"
    return WrongPin("That is not the PIN.", f"Try again, or {other}.")


def _awake_or_asleep() -> float:
    """Seconds that nobody can set; they go on while the computer sleeps, where the system can tell."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot is None else time.clock_gettime(boot)
