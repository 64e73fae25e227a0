"""One file of records: a small TinyDB, so that a change costs the same in a library of any size."""

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import orjson
from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document

from evidence.records.store import KINDS, LibraryDamaged, Record, RecordId
from studio.disk import read_whole, stage

_RECORDS_A_FILE = 100
"""TinyDB rewrites a file for every change: 100 records are about 150 KB."""
_LARGE = {"judgement": 10, "session": 25, "run": 25}
"""Of kinds whose records are large, fewer."""

_NAME = re.compile(r"(?P<plural>[a-z]+)(-(?P<year>\d{4}))?-(?P<first>\d{4,9})\.json", re.ASCII)


def records_a_file(kind: str) -> int:
    """How many records of a kind lie in one file."""
    return _LARGE.get(kind, _RECORDS_A_FILE)


def file_name(kind: str, record_id: RecordId) -> str:
    """The name of the file that a record lies in, such as `entries-2026-0101.json`."""
    _, *year = record_id.series.split("-")
    many = records_a_file(kind)
    first = (record_id.number - 1) // many * many + 1
    return f"{'-'.join([KINDS[kind], *year])}-{first:04d}.json"


def file_names(folder: Path, kind: str, *, year: str | None = None) -> list[str]:
    """The files of a kind, in the order of their records' ids; of one year (`""` for none) when given."""
    found = []
    for name in os.listdir(folder):
        match = _NAME.fullmatch(name)
        if match and match["plural"] == KINDS[kind]:
            found.append((match["year"] or "", int(match["first"]), name))
    return [name for of, _, name in sorted(found) if year in (None, of)]


def read_records(path: Path) -> dict[int, Record]:
    """The records in a file by their numbers, in order; none when it is not there yet.

    Raises
    ------
    LibraryDamaged
        If it cannot be read.
    """
    kind = _kind_of(path)
    table = (StagingStorage(path).read() or {}).get(kind, {})
    try:
        records = {
            number: Record.from_plain(table[str(number)] | {"kind": kind}) for number in map(int, table)
        }
    except (KeyError, TypeError, ValueError) as error:
        raise _damaged(path) from error
    if any(not record.id.endswith(f"-{number:04d}") for number, record in records.items()):
        raise _damaged(path)
    return dict(sorted(records.items()))


def record_of(records: Mapping[int, Record], record_id: RecordId) -> Record | None:
    """The one of that very id: its number alone would make AC-0001 stand for LN-0001."""
    found = records.get(record_id.number)
    return found if found is not None and found.id == str(record_id) else None


def stage_records(path: Path, records: Iterable[Record]) -> Path:
    """Write a file anew with some records new or changed, beside its place -> where."""
    storage = StagingStorage(path)
    with TinyDB(storage=lambda: storage) as database:
        for record in records:  # of two changes of one record in one turn, the later one stands
            plain = record.as_plain()
            number = int(record.id.rpartition("-")[2])
            database.table(plain.pop("kind")).upsert(Document(plain, doc_id=number))
    if storage.staged is None:
        raise ValueError("TinyDB closed without storing")
    return storage.staged


class StagingStorage(Storage):
    """A TinyDB storage that writes once, when closed, beside the file; the store moves it into its place."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.staged: Path | None = None
        self._tables: dict[str, dict[str, Any]] | None = None

    def read(self) -> dict[str, dict[str, Any]] | None:
        """The tables; `None` when the file is not there yet.

        Raises
        ------
        LibraryDamaged
            If the file is there and cannot be read as tables of records.
        """
        if self._tables is None and self.path.exists():
            self._tables = _read_tables(self.path)
        return self._tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Keep the tables for `close`."""
        self._tables = data

    def close(self) -> None:
        """Write the tables beside the file, durably."""
        self.staged = stage(self.path, orjson.dumps(self._tables, option=orjson.OPT_INDENT_2))


def _read_tables(path: Path) -> dict[str, dict[str, Any]]:
    try:
        tables = orjson.loads(read_whole(path))
    except ValueError as error:
        raise _damaged(path) from error
    if not isinstance(tables, dict) or not all(_is_table(table) for table in tables.values()):
        raise _damaged(path)
    return tables


def _kind_of(path: Path) -> str:
    plural = path.name.partition("-")[0]
    return next(kind for kind, many in KINDS.items() if many == plural)


def _is_table(table: object) -> bool:
    return isinstance(table, dict) and all(isinstance(record, dict) for record in table.values())


def _damaged(path: Path) -> LibraryDamaged:
    return LibraryDamaged(f"The library's file {path.parent.name}/{path.name} is damaged.")
