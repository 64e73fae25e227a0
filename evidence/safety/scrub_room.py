"""What records of the room say after a withdrawal: registers, pairs, judgements, rotas and all like them.

They are read as plain values, for this room lies below theirs. What it relies on: a record about one person
has their code in `code`, and one about one sound has its id in `sound_id`; everywhere else codes and ids
stand in lists, alone or in small tables.
"""

import re
from collections.abc import Collection, Mapping
from typing import Any

ROOM_KINDS = (
    "occasion",
    "member",
    "profile",
    "apart",
    "session",
    "nomination",
    "skill",
    "teaching",
    "competition",
    "submission",
    "judgement",
    "reason",
    "bond",
    "event",
    "rota",
    "run",
    "fix",
    "passport",
    "reading",
    "away",
    "tip",
    "checklist",
    "input",
    "board",
    "rhythm",
    "comparison",
    "film",
    "arrival",
)
_WHOSE = ("code", "sound_id")
_BY = ("by", "decided_by", "owner")
_SOMEBODY = "somebody"


def without(fields: Mapping[str, Any], gone: Collection[str]) -> dict[str, Any] | None:
    """A record's fields without codes and ids that go; `None` when the whole record is about one of them.

    Inside a sentence a code becomes “somebody”.
    """
    if any(fields.get(name) in gone for name in _WHOSE):
        return None
    inside = _inside(gone) if gone else None
    return {name: _cleared(value, gone, inside) for name, value in fields.items()}


def in_words(value: Any, gone: Collection[str]) -> Any:
    """Any value with “somebody” for codes inside its texts, and none of them in its lists.

    Who did it, under `by` and the like, stays.
    """
    return _said(value, gone, _inside(gone)) if gone else value


def _said(value: Any, gone: Collection[str], inside: re.Pattern[str]) -> Any:
    if isinstance(value, list):
        return [_said(each, gone, inside) for each in value if not (isinstance(each, str) and each in gone)]
    if isinstance(value, Mapping):
        return {name: each if name in _BY else _said(each, gone, inside) for name, each in value.items()}
    return inside.sub(_SOMEBODY, value) if isinstance(value, str) else value


def _inside(gone: Collection[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, sorted(gone)))})(?![\w-])")


def _cleared(value: Any, gone: Collection[str], inside: re.Pattern[str] | None) -> Any:
    if isinstance(value, list):
        return [_cleared(each, gone, inside) for each in value if not _is_about(each, gone)]
    if isinstance(value, Mapping):
        return {name: _cleared(each, gone, inside) for name, each in value.items()}
    if isinstance(value, str):
        if value in gone:
            return ""
        return inside.sub(_SOMEBODY, value) if inside is not None else value
    return value


def _is_about(value: Any, gone: Collection[str]) -> bool:
    """Whether an element of a list is one that goes: a code, an id, or a small table with one of them."""
    if isinstance(value, str):
        return value in gone
    return isinstance(value, Mapping) and any(
        isinstance(each, str) and each in gone for each in value.values()
    )
