"""The store on disk: files of records, their log, and the turn to write both."""

import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from evidence.folder import RECORDS
from evidence.records.journal import LOG, Journal, LogLine
from evidence.records.lock import turn_in
from evidence.records.pending import Pending
from evidence.records.read_files import ReadFiles
from evidence.records.records_file import (
    file_name,
    file_names,
    read_records,
    record_of,
    records_a_file,
    stage_records,
)
from evidence.records.store import (
    KINDS,
    Change,
    ChangeUnfinished,
    LibraryDamaged,
    LibraryUnwritable,
    Record,
    RecordId,
)
from studio.disk import PART, publish, reason

_LOOKS = 5


class DiskStore:
    """Records in `records/`, their log, and the turn to write both."""

    def __init__(
        self,
        folder: Path,
        journal: Journal,
        *,
        now: Callable[[], datetime],
        patience: float = 10.0,
        renew: Callable[[], None] | None = None,
    ) -> None:
        self._folder = folder
        self._records = folder / RECORDS
        self._journal = journal
        self._now = now
        self._patience = patience
        self._renew = renew
        """Brings an older library to today's layout, in the first turn that changes something."""
        self._read = ReadFiles(journal.path)

    def get(self, kind: str, record_id: str) -> Record | None:
        """One record; `None` when there is none of this id."""
        found = RecordId.parse(record_id)
        return None if found is None else record_of(self._read.of(self._path(kind, found)), found)

    def all(self, kind: str) -> tuple[Record, ...]:
        """Every record of a kind, in the order of their ids."""
        log = self._read.log_now()
        return tuple(record for path in self._paths(kind) for record in self._read.of(path, log).values())

    def finish_leftovers(self) -> None:
        """Finish what a killed program had begun; does nothing when there is nothing."""
        if Pending.load(self._folder) is not None:
            with self._turn():
                pass

    def check_ends(self) -> None:
        """See that the log ends where the next line can follow, and is there when there are records.

        Raises
        ------
        LibraryDamaged, LogDamaged
            If not.
        """
        for _ in range(_LOOKS):
            # A torn end is seen for a moment while another program adds its line: its change is then pending.
            if self._journal.ends_whole() or Pending.load(self._folder) is not None:
                break
        else:
            raise LibraryDamaged(f"The last line of {LOG} in the library is cut short.")
        if self._journal.head().seq == 0 and any(self._paths(kind) for kind in KINDS):
            raise LibraryDamaged(f"The library has records, but {LOG} is missing or empty.")

    @contextmanager
    def turn(self) -> Iterator["DiskTurn"]:
        """Wait for the turn to write; at its end all that was put is durable or, after an error, nothing."""
        with self._turn():
            turn = DiskTurn(self)
            yield turn
            if turn.changes:
                self._commit(turn.changes)

    def read_now(self, kind: str, record_id: RecordId) -> Record | None:
        """One record straight from the disk: what a turn must see."""
        return record_of(read_records(self._path(kind, record_id)), record_id)

    def next_number(self, kind: str, series: str) -> int:
        """The number after the highest of a series that there is."""
        files = file_names(self._records, kind, year=series.partition("-")[2])
        highest = max(read_records(self._records / files[-1]), default=0) if files else 0
        if highest % records_a_file(kind) == 0:
            self._miss_no_file(series, highest)
        return highest + 1

    @contextmanager
    def _turn(self) -> Iterator[None]:
        try:
            with turn_in(self._folder, patience=self._patience, now=self._now):
                self._clear_parts()
                self._redo()
                yield
        except OSError as error:
            raise LibraryUnwritable(
                f"The library could not be written: {reason(error)}.",
                f"Make room or get the right to write in {self._folder}, then try again.",
            ) from error

    def _commit(self, changes: list[Change]) -> None:
        if self._renew is not None:
            self._renew()
            self._renew = None
        before = self._journal.head()
        records, lines = [], []
        for change in changes:
            salt = change.salted()
            record = Record(change.kind, change.id, change.fields or {}, salt, before.seq + 1)
            line = LogLine.sealed(
                before,
                when=self._now(),
                who=change.who,
                action=change.action,
                kind=change.kind,
                about=change.id,
                commitment=record.commitment if salt else "",
            )
            before = line.head
            lines.append(line)
            records += [record] if salt else []
        if not self._journal.ends_whole():
            raise LibraryDamaged(f"The last line of {LOG} in the library is cut short.")
        self._carry_out(Pending(self._journal.size(), b"".join(line.text() for line in lines), records))

    def _carry_out(self, pending: Pending) -> None:
        """Make a change: a failure before it is pending leaves the old state, one after that is made good."""
        staged = self._stage(pending.records)
        try:
            pending.save(self._folder)
        except BaseException:
            pending.remove(self._folder)
            for part, _ in staged:
                part.unlink(missing_ok=True)
            raise
        try:
            self._finish(pending, staged)
        except OSError as error:
            raise ChangeUnfinished(
                f"The change is safe in the library but could not be finished: {reason(error)}.",
                "Make room on the disk and open the library again: it finishes by itself.",
            ) from error

    def _finish(self, pending: Pending, staged: list[tuple[Path, Path]]) -> None:
        for part, path in staged:
            publish(part, path)
        self._journal.append(pending.lines, at=pending.log_size)
        pending.remove(self._folder)

    def _redo(self) -> None:
        pending = Pending.load(self._folder)
        if pending is None:
            return
        written = self._journal.read_from(pending.log_size)
        if self._journal.size() >= pending.log_size and written.startswith(pending.lines):
            pending.remove(self._folder)  # it was finished; only its removal was not
        elif self._journal.size() >= pending.log_size and pending.lines.startswith(written):
            self._finish(pending, self._stage(pending.records))
        else:
            raise LibraryDamaged("The log and the unfinished change in pending.json do not fit each other.")

    def _clear_parts(self) -> None:
        # A killed program staged these; nobody else does in our turn, and withdrawn content must not stay.
        for file in os.scandir(self._records):
            if file.name.endswith(PART):
                os.unlink(file.path)

    def _stage(self, records: list[Record]) -> list[tuple[Path, Path]]:
        by_path: dict[Path, list[Record]] = defaultdict(list)
        for record in records:
            found = RecordId.parse(record.id)
            if found is None:
                raise ValueError(f"{record.id!r} is not an id")
            by_path[self._path(record.kind, found)].append(record)
        staged: list[tuple[Path, Path]] = []
        try:
            for path, together in by_path.items():
                staged.append((stage_records(path, together), path))
        except BaseException:
            for part, _ in staged:
                part.unlink(missing_ok=True)
            raise
        return staged

    def _path(self, kind: str, record_id: RecordId) -> Path:
        return self._records / file_name(kind, record_id)

    def _paths(self, kind: str) -> list[Path]:
        return [self._records / name for name in file_names(self._records, kind)]

    def _miss_no_file(self, series: str, highest: int) -> None:
        # Once a file is full: a records file that went missing must not make its numbers free again.
        numbers = re.findall(rb'"id":"%b-(\d+)"' % series.encode(), self._journal.read_bytes())
        if max(map(int, numbers), default=0) > highest:
            raise LibraryDamaged(f"Records of {series} are in the log but no longer in {RECORDS}.")


@dataclass(slots=True)
class DiskTurn:
    """The right to write in one library, until the turn ends."""

    store: DiskStore
    changes: list[Change] = field(default_factory=list)

    def get(self, kind: str, record_id: str) -> Record | None:
        """The record as it is now, whatever other programs did before this turn."""
        found = RecordId.parse(record_id)
        return None if found is None else self.store.read_now(kind, found)

    def new_id(self, kind: str, series: str) -> str:
        """An id of a series that no record has or had."""
        given = sum(
            change.id.startswith(f"{series}-") for change in self.changes if change.fields is not None
        )
        return str(RecordId(series, self.store.next_number(kind, series) + given))

    def put(
        self, kind: str, record_id: str, fields: Mapping[str, Any], *, action: str, who: str | None
    ) -> None:
        """Store a record's content, new or changed."""
        self.changes.append(Change(kind, record_id, action, who, fields))

    def note(self, kind: str, about: str, *, action: str, who: str | None) -> None:
        """Write a line in the log about something that is no record."""
        self.changes.append(Change(kind, about, action, who, None))
