"""What stays of a record whose content was withdrawn: that it was there, and until when."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from evidence.entry import Entry

_FIELDS = {"id", "withdrawn"}
TITLE = "Withdrawn"


def tombstone(record_id: str, day: date) -> dict[str, Any]:
    """The fields that take the place of all others; no list shows the record any more."""
    return {"id": record_id, "withdrawn": day.isoformat()}


def is_tombstone(fields: Mapping[str, Any]) -> bool:
    """Whether a record is one of which nothing stayed."""
    return fields.keys() == _FIELDS


def emptied(entry: Entry) -> Entry:
    """An entry that only says when something happened and was withdrawn; lists show it as that.

    Its source stays, by id: nothing must be proposed from it again, unless others took part in that.
    """
    return Entry(
        id=entry.id,
        title=TITLE,
        criteria=(),
        date_happened=entry.date_happened,
        date_recorded=entry.date_recorded,
        status="withdrawn",
        type=entry.type,
        source=entry.source,
    )


def without_code(entry: Entry, code: str) -> Entry:
    """An entry that stays, without a person who only wrote it down or said what to try next."""
    feedback = entry.feedback
    if feedback is not None and feedback.by == code:
        feedback = replace(feedback, by=None)
    return replace(entry, by=None if entry.by == code else entry.by, feedback=feedback)
