"""Records read back as sounds and entries, believing none of them."""

from collections.abc import Callable
from typing import Any, TypeVar

from evidence.entry import Entry
from evidence.records.store import LibraryDamaged, Record
from evidence.safety.tombstone import is_tombstone
from evidence.sound import Sound
from studio.errors import StudioError

T = TypeVar("T")
Shape = TypeVar("Shape", Sound, Entry)


class UnknownRecord(StudioError):
    """An id that the library does not have."""


class Values:
    """What records say; each is read anew only when the record has changed."""

    def __init__(self) -> None:
        self._read: dict[str, tuple[Record, Any]] = {}

    def of(self, record: Record, shape: type[Shape]) -> Shape:
        """The sound or the entry that a record says."""
        return self.read(record, shape, lambda: read_back(record, record.id, shape))

    def read(self, record: Record, shape: type[T], reading: Callable[[], T]) -> T:
        """What `reading` the record gives, which is of this shape."""
        before = self._read.get(record.id)
        # The file of a record is read anew when a neighbour changed: then it is another record and equal.
        if before is not None and before[0] == record and isinstance(before[1], shape):
            return before[1]
        value = reading()
        self._read[record.id] = (record, value)
        return value


def read_back(record: Record | None, record_id: str, shape: type[Shape]) -> Shape:
    """The value of the record of an id.

    Raises
    ------
    UnknownRecord
        If there is no record, or its content was withdrawn.
    LibraryDamaged
        If it says what cannot be.
    """
    fields = known(record, record_id).fields
    if is_tombstone(fields):
        raise withdrawn(record_id)
    try:
        value = shape.from_plain(dict(fields))
        if value.id != record_id:
            raise ValueError("the content has the id of another record")
    except (StudioError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise LibraryDamaged(f"The library has a record, {record_id}, that cannot be read.") from error
    return value


def withdrawn(record_id: str) -> UnknownRecord:
    """What to tell when nothing of a record stayed."""
    return UnknownRecord(f"{record_id} was withdrawn.", "Nothing of it was kept, and it cannot come back.")


def known(record: Record | None, record_id: str) -> Record:
    """The record that was found under an id, which a person may have mistyped."""
    if record is None:
        raise UnknownRecord(
            f"The library has nothing called “{record_id[:40]}”.",
            "Look up its id in the list of sounds or of evidence.",
        )
    return record
