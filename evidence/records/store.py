"""The contract of a store: dated records, changed in turns, each change with its line in the log."""

import re
import secrets
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from evidence.records.journal import commitment
from studio.errors import StudioError

KINDS = {
    "entry": "entries",
    "sound": "sounds",
    "audit": "audits",
    "target": "targets",
    "action": "actions",
    "reflection": "reflections",
    "conversation": "conversations",
    "training": "trainings",
    "calendar": "calendars",
    "person": "people",
    "release": "releases",
    "occasion": "occasions",
    "figure": "figures",
    "statement": "statements",
    "bundle": "bundles",
    "place": "places",
    "line": "lines",
    "erasure": "erasures",
    "look": "looks",
    "club": "clubs",
    "member": "members",
    "profile": "profiles",
    "apart": "aparts",
    "session": "sessions",
    "nomination": "nominations",
    "skill": "skills",
    "teaching": "teachings",
    "brief": "briefs",
    "bond": "bonds",
    "competition": "competitions",
    "submission": "submissions",
    "judgement": "judgements",
    "reason": "reasons",
    "event": "events",
    "rota": "rotas",
    "run": "runs",
    "fix": "fixes",
    "passport": "passports",
    "reading": "readings",
    "away": "aways",
    "checklist": "checklists",
    "input": "inputs",
    "tip": "tips",
    "board": "boards",
    "reader": "readers",
    "rhythm": "rhythms",
    "comparison": "comparisons",
    "film": "films",
    "arrival": "arrivals",
    "inbox": "inboxes",
    "favourite": "favourites",
}
"""Every kind of record, with its plural."""

_ID = re.compile(r"(?P<series>[A-Z]+(-\d{4})?)-(?P<number>\d{4,9})", re.ASCII)


class LibraryDamaged(StudioError):
    """A file of the library is missing, cannot be read, or says what cannot be."""

    def __init__(
        self, what: str, fix: str = "Put it back from your newest backup; nothing was changed."
    ) -> None:
        super().__init__(what, fix)


class LibraryUnwritable(StudioError):
    """The library cannot be written: no room, no right, or no disk."""


class ChangeUnfinished(LibraryUnwritable):
    """A change that could not be finished now and will be, so that it need not be made again."""


@dataclass(frozen=True, slots=True)
class RecordId:
    """An id's two parts: `EV-2026-0012` is number 12 of the series `EV-2026`."""

    series: str
    number: int

    def __str__(self) -> str:
        return f"{self.series}-{self.number:04d}"

    @classmethod
    def parse(cls, text: str) -> "RecordId | None":
        """Read an id; `None` when the text is none."""
        found = _ID.fullmatch(text)
        return cls(found["series"], int(found["number"])) if found else None


@dataclass(frozen=True, slots=True)
class Record:
    """One record as it is stored."""

    kind: str
    id: str
    fields: Mapping[str, Any]
    """The content, in plain values; never changed in place."""
    salt: str
    """Of the commitment in the log; content and salt can be erased, and the log still verifies."""
    seq: int
    """The line of the log that tells of its newest change."""

    @property
    def commitment(self) -> str:
        """What the log's line must say about the content."""
        return commitment(self.salt, self.fields)

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "Record":
        """Read what `as_plain` wrote, believing none of it: the id says which file the record lies in.

        Raises
        ------
        KeyError, TypeError, ValueError
            If it cannot be a record.
        """
        record = cls(**plain)
        sound = isinstance(record.fields, dict) and isinstance(record.seq, int) and record.seq > 0
        if not sound or record.kind not in KINDS or RecordId.parse(record.id) is None:
            raise ValueError("a record's parts have the wrong kind")
        bytes.fromhex(record.salt)
        return record

    def as_plain(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {"kind": self.kind, "id": self.id, "fields": self.fields, "salt": self.salt, "seq": self.seq}


@dataclass(frozen=True, slots=True)
class Change:
    """One line for the log, and the content that a record shall have from then on."""

    kind: str
    id: str
    action: str
    who: str | None
    fields: Mapping[str, Any] | None
    """`None` for an event that belongs to no record, such as sealing a bundle."""

    def salted(self) -> str:
        """A salt for the new content."""
        return secrets.token_hex(16) if self.fields is not None else ""


class Turn(Protocol):
    """The right to write, held by one program at a time; what is put is stored together at its end."""

    def get(self, kind: str, record_id: str) -> Record | None:
        """The record as it is now, whatever other programs did before this turn."""

    def new_id(self, kind: str, series: str) -> str:
        """An id of a series that no record has or had."""

    def put(
        self, kind: str, record_id: str, fields: Mapping[str, Any], *, action: str, who: str | None
    ) -> None:
        """Store a record's content, new or changed."""

    def note(self, kind: str, about: str, *, action: str, who: str | None) -> None:
        """Write a line in the log about something that is no record."""


class Store(Protocol):
    """Where records are kept."""

    def get(self, kind: str, record_id: str) -> Record | None:
        """One record; `None` when there is none of this id."""

    def all(self, kind: str) -> tuple[Record, ...]:
        """Every record of a kind, in the order of their ids."""

    def turn(self) -> AbstractContextManager[Turn]:
        """Wait for the turn to write; at its end all that was put is durable or, after an error, nothing."""
