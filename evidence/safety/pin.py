"""The PIN: what is kept of it, and how long after a wrong one the next may be tried."""

import hashlib
import hmac
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Self

import orjson

from studio.disk import read_whole, write_whole
from studio.errors import StudioError

PIN_FILE = "adult.json"
LONGEST_WAIT = 60.0
"""Seconds; nobody is ever locked out."""

_MEMORY = 256 << 20
_COSTS = {1 << power for power in range(14, 18)}
_LONGEST_PIN = 200


class WeakPin(StudioError):
    """A PIN that is too easy."""


class PinFileDamaged(StudioError):
    """The file of the PIN is not as it was left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """What is kept of the PIN: enough to check one, nothing to read it from."""

    salt: str
    hash: str
    n: int = 1 << 15
    r: int = 8
    p: int = 1
    failures: int = 0
    """How often a PIN was tried since it was last right."""
    tried: float = 0.0
    """When that was, in seconds since 1970."""
    way_back_salt: str = ""
    way_back: str = ""
    """Of the words that open it when the PIN is forgotten, kept like the PIN; empty without any."""

    def __post_init__(self) -> None:
        sound = self.n in _COSTS and self.r == 8 and self.p in (1, 2, 3, 4)
        if not sound or len(bytes.fromhex(self.salt)) < 16 or len(bytes.fromhex(self.hash)) != 64:
            raise ValueError("no lock of ours has these numbers")
        if self.way_back and (
            len(bytes.fromhex(self.way_back)) != 64 or not bytes.fromhex(self.way_back_salt)
        ):
            raise ValueError("no way back of ours has these numbers")
        if type(self.failures) is not int or self.failures < 0 or not isinstance(self.tried, (int, float)):
            raise ValueError("nobody tried so often, or then")

    @classmethod
    def of(cls, pin: str) -> Self:
        """The lock that this PIN opens.

        Raises
        ------
        WeakPin
            If it is shorter than six digits or three words, or the first that anybody would try.
        """
        refuse_easy(pin)
        lock = cls(salt=secrets.token_hex(16), hash="0" * 128)
        return replace(lock, hash=lock.worked_out(pin))

    def opens_with(self, pin: str) -> bool:
        """Whether it is the PIN or the words of the way back; takes as long for a wrong one."""
        is_pin = hmac.compare_digest(self.worked_out(pin), self.hash)
        if not self.way_back:
            return is_pin
        return hmac.compare_digest(self.worked_out(pin, self.way_back_salt), self.way_back) or is_pin

    def with_way_back(self, words: str) -> Self:
        """The same that these words open, too, and no others that did."""
        salt = secrets.token_hex(16)
        return replace(self, way_back_salt=salt, way_back=self.worked_out(words, salt))

    def worked_out(self, pin: str, salted: str = "") -> str:
        """What would be kept of a PIN (RFC 7914, with the numbers kept beside it)."""
        told, salt = _plain(pin).encode("utf-8", "surrogatepass"), bytes.fromhex(salted or self.salt)
        return hashlib.scrypt(told, salt=salt, n=self.n, r=self.r, p=self.p, maxmem=_MEMORY).hex()

    def wait(self, now: float) -> float:
        """Seconds until a PIN may be tried: 1, 2, 4 ... 60 after each failure, whatever the clock does."""
        if not self.failures:
            return 0.0
        pause = min(LONGEST_WAIT, 2.0 ** min(self.failures - 1, 10))
        return min(pause, max(0.0, self.tried + pause - now))

    def failed(self, now: float) -> Self:
        """One more try that is not known to be right."""
        return replace(self, failures=self.failures + 1, tried=now)

    def opened(self) -> Self:
        """No failure any more."""
        return replace(self, failures=0, tried=0.0)

    def save(self, folder: Path) -> None:
        """Write it down, durably."""
        write_whole(folder / PIN_FILE, orjson.dumps(asdict(self), option=orjson.OPT_INDENT_2))

    @classmethod
    def load(cls, folder: Path) -> Self | None:
        """Read the lock of a library; `None` when no PIN was set.

        Raises
        ------
        PinFileDamaged
            If it is there and is not what `save` writes.
        """
        try:
            plain: Mapping[str, Any] = orjson.loads(read_whole(folder / PIN_FILE))
            return cls(**plain)
        except FileNotFoundError:
            return None
        except (TypeError, ValueError) as error:
            raise PinFileDamaged(
                f"The library's file {PIN_FILE} is damaged, so no PIN can be checked.",
                "Move that file out of the folder, then set the PIN again.",
            ) from error


def _plain(pin: str) -> str:
    """Capitals, spaces and how a letter is put together do not matter."""
    return " ".join(unicodedata.normalize("NFKC", pin[:_LONGEST_PIN]).casefold().split())


def refuse_easy(pin: str) -> None:
    """Refuse a PIN that somebody would guess, or that nobody would type.

    Raises
    ------
    WeakPin
    """
    words = _plain(pin).split()
    together = "".join(words)
    if len(pin) > _LONGEST_PIN:
        raise WeakPin("That PIN is too long.", f"Use at most {_LONGEST_PIN} letters.")
    digits = together.isdigit() and len(together) >= 6
    if not digits and (len(together) < 6 or len(set(words)) < 3):
        raise WeakPin("That PIN is too easy.", "Use at least six digits, or three different words.")
    rows = "01234567890 9876543210"
    if digits and (len(set(together)) == 1 or together in rows):
        raise WeakPin("That PIN is the first that anybody would try.", "Use other digits, or three words.")
