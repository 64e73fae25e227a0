"""Files of records as they were last read; each is read anew only when it may have changed."""

from pathlib import Path
from typing import NamedTuple

from evidence.records.records_file import read_records
from evidence.records.stamp import Stamp
from evidence.records.store import Record


class _ReadFile(NamedTuple):
    """One of them."""

    stamp: Stamp
    log: Stamp
    """Of the log, from before the file was read."""
    records: dict[int, Record]


class ReadFiles:
    """What the files of records say, whoever wrote them last.

    Every change ends with a line in the log. So a file is as it was read while the log is as it was,
    and also later, when it was old already by the disk's own clock and its stamp is the same.
    """

    def __init__(self, log: Path) -> None:
        self._log = log
        self._read: dict[Path, _ReadFile] = {}

    def log_now(self) -> Stamp:
        """The stamp of the log, for looking at many files at one moment."""
        return Stamp.of(self._log)

    def of(self, path: Path, log: Stamp | None = None) -> dict[int, Record]:
        """The records in a file, by their numbers."""
        log = log or self.log_now()
        stamp = Stamp.of(path)
        known = self._read.get(path)
        if known is None or known.stamp != stamp or not _still_holds(known, log):
            known = self._read[path] = _ReadFile(stamp, log, read_records(path))
        return known.records


def _still_holds(known: _ReadFile, log: Stamp) -> bool:
    return known.log == log or known.stamp.is_older_than(known.log)
