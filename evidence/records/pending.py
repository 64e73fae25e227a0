"""The change that is being made: written down first, so that a kill half-way can be made good."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Self

import orjson

from evidence.records.journal import canonical
from evidence.records.store import LibraryDamaged, Record
from studio.disk import patiently, read_whole, write_whole

PENDING = "pending.json"


@dataclass(frozen=True, slots=True)
class Pending:
    """Everything needed to make a change again from its beginning; doing so twice does no harm."""

    log_size: int
    """Length of the log before the change, in bytes."""
    lines: bytes
    """What the change adds to the log."""
    records: list[Record]

    def save(self, folder: Path) -> None:
        """Write it down, durably: from now on the change will happen."""
        plain = {
            "log_size": self.log_size,
            "lines": self.lines.decode(),
            "records": [record.as_plain() for record in self.records],
        }
        write_whole(folder / PENDING, canonical(plain | {"hash": sha256(canonical(plain)).hexdigest()}))

    @staticmethod
    def remove(folder: Path) -> None:
        """The change is made."""
        patiently(lambda: (folder / PENDING).unlink(missing_ok=True))

    @classmethod
    def load(cls, folder: Path) -> Self | None:
        """Read the change that was left unfinished; `None` when there is none.

        Raises
        ------
        LibraryDamaged
            If it is there and is not what was saved.
        """
        try:
            plain = orjson.loads(read_whole(folder / PENDING))
            if plain.pop("hash") != sha256(canonical(plain)).hexdigest():
                raise ValueError("the hash does not fit")
            if not isinstance(plain["log_size"], int) or plain["log_size"] < 0:
                raise ValueError("no log has this size")
            records = [Record.from_plain(record) for record in plain["records"]]
            return cls(plain["log_size"], plain["lines"].encode(), records)
        except FileNotFoundError:
            return None
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise LibraryDamaged(
                "The library's file pending.json, a change that was not finished, is damaged.",
                "Move that file out of the folder; only that last change will be missing.",
            ) from error
