"""The log: one line for every change, each sealed to the line before by its hash."""

import hmac
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from studio.disk import read_whole, sync
from studio.errors import StudioError

LOG = "log.jsonl"
BEGINNING = "0" * 64
"""What the first line has for the hash of the line before."""

_FIELDS: dict[str, type | tuple[type, ...]] = {
    "action": str,
    "commitment": str,
    "hash": str,
    "id": str,
    "kind": str,
    "prev": str,
    "seq": int,
    "when": str,
    "who": (str, type(None)),
}
_TAIL = 1 << 13


class LogDamaged(StudioError):
    """The log cannot be read where the next line should go."""


class Head(NamedTuple):
    """The newest line's number and hash: whoever has them can tell if any line before it changes."""

    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class LogLine:
    """One change: who did what to which record, when."""

    seq: int
    when: str
    """ISO date and time with its zone."""
    who: str | None
    """A code; `None` when not known."""
    action: str
    kind: str
    id: str
    commitment: str
    """Salted hash of the record's content after the change; empty for what has no content."""
    prev: str
    hash: str

    @classmethod
    def sealed(
        cls,
        before: Head,
        *,
        when: datetime,
        who: str | None,
        action: str,
        kind: str,
        about: str,
        commitment: str,
    ) -> "LogLine":
        """The next line after a head."""
        open_line = cls(
            before.seq + 1, when.isoformat(), who, action, kind, about, commitment, before.hash, hash=""
        )
        return replace(open_line, hash=open_line.seal())

    @property
    def head(self) -> Head:
        """The head, when this is the newest line."""
        return Head(self.seq, self.hash)

    def seal(self) -> str:
        """The hash that the line should have."""
        plain = {name: getattr(self, name) for name in _FIELDS if name != "hash"}
        return sha256(canonical(plain)).hexdigest()

    def text(self) -> bytes:
        """The line as it stands in the file, with its end."""
        return canonical({name: getattr(self, name) for name in _FIELDS}) + b"\n"


@dataclass(frozen=True, slots=True)
class LogFault:
    """What is wrong with a log, and at which line (the first is 1)."""

    kind: str
    """`unreadable`, `changed`, `removed`, `reordered` or `inserted`."""
    line: int
    detail: str

    def __str__(self) -> str:
        return self.detail


class Journal:
    """The log of one library; lines are only ever added, by whoever has the turn to write."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read_bytes(self) -> bytes:
        """The log as it stands, whole lines only; empty before the first change."""
        data = read_whole(self.path) if self.path.exists() else b""
        return data[: data.rfind(b"\n") + 1]

    def lines(self) -> tuple[LogLine, ...]:
        """Every line, oldest first.

        Raises
        ------
        LogDamaged
            If a line cannot be read; `check_journal` tells everything that is wrong.
        """
        return tuple(self._read(text) for text in _split(self.read_bytes()))

    def head(self) -> Head:
        """The newest line's number and hash, found without reading the rest."""
        last = self._last_line()
        return self._read(last).head if last else Head(0, BEGINNING)

    def size(self) -> int:
        """How long the file is, in bytes."""
        return self.path.stat().st_size if self.path.exists() else 0

    def ends_whole(self) -> bool:
        """Whether the last line is complete."""
        size = self.size()
        return size == 0 or self.read_from(size - 1) == b"\n"

    def read_from(self, offset: int) -> bytes:
        """The bytes from a place to the end."""
        if not self.path.exists():
            return b""
        with self.path.open("rb") as file:
            file.seek(offset)
            return file.read()

    def append(self, text: bytes, *, at: int) -> None:
        """Put whole lines at a place, durably; what a kill left after it is cut off."""
        with self.path.open("r+b" if self.path.exists() else "wb") as file:
            file.truncate(at)
            file.seek(at)
            file.write(text)
            sync(file)

    def _last_line(self) -> bytes:
        size, length = self.size(), _TAIL
        while True:
            tail = self.read_from(max(0, size - length))
            whole = tail[: tail.rfind(b"\n") + 1]
            start = whole.rfind(b"\n", 0, -1) + 1
            if start or length >= size:
                return whole[start:]
            length *= 2

    def _read(self, text: bytes) -> LogLine:
        line = _parse(text)
        if isinstance(line, str):
            raise LogDamaged(
                f"A line of {self.path.name} in the library cannot be read.",
                "Put the newest backup of the library in its place, or ask whoever looks after the computer.",
            )
        return line


def canonical(plain: Mapping[str, Any]) -> bytes:
    """The one way to write plain values as bytes: sorted keys, no spaces, UTF-8."""
    return orjson.dumps(plain, option=orjson.OPT_SORT_KEYS)


def commitment(salt: str, fields: Mapping[str, Any]) -> str:
    """Salted hash of a record's content; without the salt it says nothing about the content."""
    return hmac.new(bytes.fromhex(salt), canonical(fields), sha256).hexdigest()


def check_journal(log: Path | bytes | Iterable[bytes | str]) -> tuple[LogFault, ...]:
    """Everything that is wrong with a log: changed, removed, reordered, inserted or unreadable lines.

    Lines cut off at the end leave no trace in the log itself: compare its head with a receipt,
    or the log with the records.
    """
    return tuple(_faults(_split(log)))


def _split(log: Path | bytes | Iterable[bytes | str]) -> list[bytes]:
    if isinstance(log, Path):
        log = read_whole(log) if log.exists() else b""
    if isinstance(log, bytes):
        lines = log.split(b"\n")
        return [line + b"\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
    texts = (line.encode("utf-8", "surrogatepass") if isinstance(line, str) else line for line in log)
    return [text.removesuffix(b"\n") + b"\n" for text in texts]


def _faults(texts: list[bytes]) -> Iterator[LogFault]:
    before: Head | None = Head(0, BEGINNING)
    seen: set[str] = set()
    for number, text in enumerate(texts, 1):
        line = _parse(text)
        if isinstance(line, str):
            yield LogFault("unreadable", number, f"Line {number} cannot be read: {line}.")
            before = None
            continue
        if line.seal() != line.hash:
            yield LogFault("changed", number, f"Line {number} does not fit its own hash: it was changed.")
        elif before is not None and line.prev != before.hash:
            yield _place_fault(number, line, before, seen)
        elif before is not None and line.seq != before.seq + 1:
            yield LogFault(
                "changed", number, f"Line {number} has the number {line.seq}, not {before.seq + 1}."
            )
        seen.add(line.hash)
        before = line.head


def _place_fault(number: int, line: LogLine, before: Head, seen: set[str]) -> LogFault:
    if line.hash in seen:
        return LogFault("inserted", number, f"Line {number} is there twice: it was put in again.")
    if line.prev in seen or line.seq <= before.seq:
        return LogFault("reordered", number, f"Line {number} does not follow the line before it.")
    if line.seq == before.seq + 1:
        return LogFault("changed", number, f"The line before line {number} is not the one it was sealed to.")
    gap = f"{before.seq + 1} to {line.seq - 1}" if line.seq - before.seq > 2 else f"{before.seq + 1}"
    return LogFault("removed", number, f"Before line {number} something is missing (number {gap}).")


def _parse(text: bytes) -> LogLine | str:
    if not text.endswith(b"\n"):
        return "it is cut short"
    try:
        plain = orjson.loads(text)
    except ValueError:
        return "it is not JSON"
    if not isinstance(plain, dict) or plain.keys() != _FIELDS.keys():
        return "it has not the fields of a log line"
    if any(not isinstance(plain[name], kind) for name, kind in _FIELDS.items()) or plain["seq"] is True:
        return "a field has the wrong kind of value"
    try:
        exact = canonical(plain)
    except TypeError:
        return "a value cannot be written"
    return LogLine(**plain) if exact + b"\n" == text else "it is not in the form in which the log is written"
