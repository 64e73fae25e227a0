"""Adult mode: a PIN opens what children should not meet; after five quiet minutes it closes by itself."""

import hashlib
import hmac
import secrets
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

import orjson

from evidence.store import LibraryDamaged
from studio.disk import read_whole, write_whole
from studio.errors import StudioError

PIN_FILE = "adult.json"
QUIET_SECONDS = 300.0
"""Without a key for so long, the program is the pupils' again."""
_MEMORY = 64 << 20


class AdultsOnly(StudioError):
    """Something that only an adult may do."""


class WrongPin(StudioError):
    """A PIN that is not the one that was set."""


class WeakPin(StudioError):
    """A PIN that is too short."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """What is kept of the PIN: enough to check one, nothing to read it from."""

    salt: str
    hash: str
    n: int = 1 << 15
    r: int = 8
    p: int = 1

    @classmethod
    def of(cls, pin: str) -> Self:
        """The lock that this PIN opens."""
        lock = cls(salt=secrets.token_hex(16), hash="")
        return cls(salt=lock.salt, hash=lock.worked_out(pin))

    def opens_with(self, pin: str) -> bool:
        """Whether it is the PIN; takes as long for a wrong one."""
        return hmac.compare_digest(self.worked_out(pin), self.hash)

    def worked_out(self, pin: str) -> str:
        """What would be kept of a PIN (RFC 7914, with the numbers kept beside it)."""
        made = hashlib.scrypt(
            _plain(pin).encode(), salt=bytes.fromhex(self.salt), n=self.n, r=self.r, p=self.p, maxmem=_MEMORY
        )
        return made.hex()


class Adults:
    """Whether an adult is at the keyboard, as far as a PIN can tell."""

    def __init__(self, folder: Path, *, ticking: Callable[[], float] = time.monotonic) -> None:
        self._path = folder / PIN_FILE
        self._ticking = ticking
        self._until: float | None = None

    @property
    def has_pin(self) -> bool:
        """Whether a PIN was set; without one everything is open."""
        return self._path.exists()

    @property
    def is_adult(self) -> bool:
        """Whether adults' things are open now."""
        return not self.has_pin or self.seconds_left > 0

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
            raise AdultsOnly(f"Only an adult can {what}.", "Enter the PIN first.")

    def touch(self) -> None:
        """Somebody did something: the five minutes begin again."""
        if self.seconds_left > 0:
            self._until = self._ticking() + QUIET_SECONDS

    def lock(self) -> None:
        """Back to pupil mode."""
        self._until = None

    def unlock(self, pin: str) -> None:
        """Open adult mode.

        Raises
        ------
        WrongPin
            If it is not the PIN.
        """
        if not self._load().opens_with(pin):
            raise WrongPin("That is not the PIN.", "Try again, or ask the colleague who set it.")
        self._until = self._ticking() + QUIET_SECONDS

    def set_pin(self, new: str, *, old: str | None = None) -> None:
        """Set the PIN, or change it with the old one; adult mode is open afterwards.

        Raises
        ------
        WeakPin, WrongPin
            If it is shorter than six digits or three words, or the old one is wrong.
        """
        if self.has_pin:
            self.unlock(old or "")
        words = _plain(new).split()
        if len("".join(words)) < 6 or (len(words) < 3 and not "".join(words).isdigit()):
            raise WeakPin("That PIN is too easy.", "Use at least six digits, or three words.")
        write_whole(self._path, orjson.dumps(asdict(Lock.of(new)), option=orjson.OPT_INDENT_2))
        self._until = self._ticking() + QUIET_SECONDS

    def _load(self) -> Lock:
        try:
            return Lock(**orjson.loads(read_whole(self._path)))
        except (TypeError, ValueError) as error:
            raise LibraryDamaged(f"The library's file {PIN_FILE} is damaged.") from error


def _plain(pin: str) -> str:
    """Capitals and spaces do not matter."""
    return " ".join(pin.lower().split())
