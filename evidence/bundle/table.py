"""`summary.csv`: one row an entry, safe to open in any spreadsheet."""

import csv
import io
from collections.abc import Iterable

from evidence.bundle.card import type_title
from evidence.entry import Entry

COLUMNS = (
    "id",
    "title",
    "date happened",
    "date recorded",
    "criteria",
    "year groups",
    "what happened",
    "impact",
    "recorded by",
    "sounds",
    "seconds of sound",
    "files",
    "type",
    "subject",
    "before",
    "key for",
    "also fits",
    "heard or seen",
    "action",
    "what works",
    "try next",
)
"""In an order that stays: a new one is only ever added at the end."""
_STARTS_A_FORMULA = "=+-@|%\t\uff1d\uff0b\uff0d\uff20"
"""Some programs take the wide forms of the signs for the signs."""


def table_text(entries: Iterable[Entry]) -> bytes:
    """The table as UTF-8 with a byte order mark, which spreadsheets need to show every letter."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for entry in entries:
        writer.writerow([_cell(text) for text in row_of(entry)])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def row_of(entry: Entry) -> list[str]:
    """An entry in the order of the columns."""
    return [
        entry.id,
        entry.title,
        entry.date_happened.isoformat(),
        entry.date_recorded.date().isoformat(),
        "; ".join(map(str, entry.criteria)),
        "; ".join(entry.year_groups),
        entry.happened,
        entry.impact,
        entry.by or "",
        "; ".join(use.title for use in entry.sounds),
        f"{sum(use.seconds_after for use in entry.sounds):.1f}",
        "; ".join(use.name for use in entry.files),
        type_title(entry),
        entry.subject,
        entry.before,
        "; ".join(entry.key_for),
        "; ".join(entry.tags),
        "; ".join(entry.heard),
        entry.action_id or "",
        entry.feedback.works if entry.feedback else "",
        entry.feedback.next if entry.feedback else "",
    ]


def _cell(text: str) -> str:
    """One line; what a spreadsheet would work out as a formula gets an apostrophe before it."""
    line = " / ".join(part for part in map(str.strip, text.splitlines()) if part)
    return f"'{line}" if line.lstrip()[:1] and line.lstrip()[0] in _STARTS_A_FORMULA else line
