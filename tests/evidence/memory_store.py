"""A store in memory: the contract without the disk."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from evidence.records.store import Change, Record, RecordId


@dataclass
class MemoryStore:
    """Records and their changes, gone at the end of the test."""

    records: dict[tuple[str, str], Record] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)

    def get(self, kind: str, record_id: str) -> Record | None:
        return self.records.get((kind, record_id))

    def all(self, kind: str) -> tuple[Record, ...]:
        return tuple(record for _, record in sorted(self.records.items()) if record.kind == kind)

    @contextmanager
    def turn(self) -> Iterator["MemoryTurn"]:
        turn = MemoryTurn(self)
        yield turn
        for change in turn.changes:
            self.changes.append(change)
            if change.fields is not None:
                record = Record(change.kind, change.id, change.fields, change.salted(), len(self.changes))
                self.records[change.kind, change.id] = record


@dataclass
class MemoryTurn:
    store: MemoryStore
    changes: list[Change] = field(default_factory=list)

    def get(self, kind: str, record_id: str) -> Record | None:
        return self.store.get(kind, record_id)

    def new_id(self, kind: str, series: str) -> str:
        given = [record.id for record in self.store.all(kind)]
        given += [change.id for change in self.changes]
        numbers = [found.number for found in map(RecordId.parse, given) if found and found.series == series]
        return str(RecordId(series, max(numbers, default=0) + 1))

    def put(
        self, kind: str, record_id: str, fields: Mapping[str, Any], *, action: str, who: str | None
    ) -> None:
        self.changes.append(Change(kind, record_id, action, who, fields))

    def note(self, kind: str, about: str, *, action: str, who: str | None) -> None:
        self.changes.append(Change(kind, about, action, who, None))
