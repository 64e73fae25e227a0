"""Records of the award, all kept alike: read from the store, changed in one turn, one action one commit."""

from collections.abc import Callable
from typing import Any, Generic, Protocol, TypeVar

from evidence.library import Library, UnknownRecord
from evidence.records.read_back import withdrawn
from evidence.records.store import LibraryDamaged, Record
from evidence.safety.tombstone import is_tombstone
from rubric.plain import from_plain, to_plain
from studio.errors import StudioError


class HasId(Protocol):
    """What every record of the award has."""

    @property
    def id(self) -> str:
        """Its id in the library."""


T = TypeVar("T", bound=HasId)


class AwardRecords(Generic[T]):
    """The records of one kind in a library, as frozen dataclasses that have an `id`."""

    def __init__(self, library: Library, kind: str, series: str, shape: type[T]) -> None:
        self.library = library
        self._kind = kind
        self._series = series
        self._shape = shape

    def all(self) -> tuple[T, ...]:
        """Every one, oldest first, but those of which nothing stayed after a withdrawal."""
        records = self.library.store.all(self._kind)
        return tuple(self._value(record) for record in records if not is_tombstone(record.fields))

    def one(self, record_id: str) -> T:
        """One of them.

        Raises
        ------
        UnknownRecord
            If there is none of this id.
        """
        found = self.library.store.get(self._kind, record_id.strip().upper())
        if found is None:
            raise UnknownRecord(
                f"The library has no {self._kind} “{record_id[:40]}”.",
                "Look at the list for the ids there are.",
            )
        return self._value(found)

    def add(
        self, made: Callable[[str], T], *, who: str | None, refuse: Callable[[], None] = lambda: None
    ) -> T:
        """Store a new one, made with the id it is given; `refuse` may look around in the turn and raise."""
        with self.library.store.turn() as turn:
            refuse()
            record_id = turn.new_id(self._kind, self._series)
            value = made(record_id)
            turn.put(self._kind, record_id, to_plain(value), action="added", who=who)
        return value

    def change(self, record_id: str, altered: Callable[[T], T], *, action: str, who: str | None) -> T:
        """Store one changed: `altered` gets what is stored now, whatever other programs did before."""
        known = self.one(record_id)
        with self.library.store.turn() as turn:
            stored = turn.get(self._kind, known.id)
            value = altered(known if stored is None else self._value(stored))
            turn.put(self._kind, known.id, to_plain(value), action=action, who=who)
        return value

    def _value(self, record: Record) -> T:
        # Screens ask for all of a kind with a key that is pressed.
        return self.library.values.read(record, self._shape, lambda: self._read(record))

    def _read(self, record: Record) -> T:
        fields: Any = record.fields
        if is_tombstone(fields):
            raise withdrawn(record.id)
        try:
            value = from_plain(self._shape, fields)
            if value.id != record.id:
                raise ValueError("the content has the id of another record")
        except (StudioError, AttributeError, KeyError, TypeError, ValueError) as error:
            raise LibraryDamaged(f"The library has a record, {record.id}, that cannot be read.") from error
        return value
