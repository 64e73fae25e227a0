"""Frozen dataclasses as plain values for JSON, and back, believing nothing of what is read."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")
Reader = Callable[[Any], Any]
"""Reads one value of a known kind."""


def to_plain(value: Any) -> dict[str, Any]:
    """A dataclass as plain values; dates as ISO texts."""
    return {field.name: _written(getattr(value, field.name)) for field in fields(value)}


def from_plain(shape: type[T], plain: Mapping[str, Any]) -> T:
    """Read what `to_plain` wrote; a field that a later version added takes its default.

    Raises
    ------
    AttributeError, KeyError, TypeError, ValueError
        If a value is not of the kind that its field says.
    """
    readers = _readers(shape)  # type: ignore[arg-type]  # every class is hashable
    return shape(**{name: readers[name](value) for name, value in plain.items()})


def _written(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_written(each) for each in value]
    return to_plain(value) if is_dataclass(value) else value


@cache
def _readers(shape: type) -> dict[str, Reader]:
    """What reads each field; worked out once, for a library has thousands of records of a kind."""
    return {name: _reader(hint) for name, hint in get_type_hints(shape).items()}


def _reader(hint: Any) -> Reader:
    kinds = get_args(hint)
    if get_origin(hint) is tuple:
        return _tuple_of(_reader(kinds[0]))
    if get_origin(hint) is UnionType:
        return _none_or(_reader(kinds[0]))
    if hint is date:
        return date.fromisoformat
    if hint is datetime:
        return _moment
    if is_dataclass(hint) and isinstance(hint, type):
        return lambda value: from_plain(hint, value)
    return _exactly(hint)


def _tuple_of(reader: Reader) -> Reader:
    def read(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise ValueError(f"{value!r:.40} is no list")
        return tuple([reader(each) for each in value])

    return read


def _none_or(reader: Reader) -> Reader:
    return lambda value: None if value is None else reader(value)


def _moment(value: Any) -> datetime:
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError(f"{value!r:.40} does not know its time zone")
    return moment


def _exactly(kind: Any) -> Reader:
    def read(value: Any) -> Any:
        if type(value) is not kind:
            raise ValueError(f"{value!r:.40} is of the wrong kind")
        return value

    return read
