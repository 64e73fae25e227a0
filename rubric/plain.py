"""Frozen dataclasses as plain values for JSON, and back, believing nothing of what is read."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")


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
    hints = get_type_hints(shape)
    return shape(**{name: _read(hints[name], value) for name, value in plain.items()})


def _written(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_written(each) for each in value]
    return to_plain(value) if is_dataclass(value) else value


def _read(hint: Any, value: Any) -> Any:
    kinds = get_args(hint)
    if get_origin(hint) is tuple:
        if not isinstance(value, list):
            raise ValueError(f"{value!r:.40} is no list")
        return tuple(_read(kinds[0], each) for each in value)
    if get_origin(hint) is UnionType:
        return None if value is None else _read(kinds[0], value)
    if hint is date:
        return date.fromisoformat(value)
    if hint is datetime:
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is None:
            raise ValueError(f"{value!r:.40} does not know its time zone")
        return moment
    if is_dataclass(hint) and isinstance(hint, type):
        return from_plain(hint, value)
    if type(value) is not hint:
        raise ValueError(f"{value!r:.40} is of the wrong kind")
    return value
