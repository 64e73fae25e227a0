"""What makes a good recording: how to hear whether it is, and what to do when it is not."""

from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from assets import asset
from rubric.tables import ContentFault, Table, read_table


class GoodRecordingFault(ContentFault):
    """The file of what makes a good recording cannot be used as it stands."""


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that makes a recording good."""

    good: str
    check: str
    fix: str

    def as_dict(self) -> dict[str, Any]:
        """Its words as plain values, for JSON."""
        return asdict(self)


@cache
def good_recording() -> tuple[Point, ...]:
    """The points that come with the program."""
    return points_of(read_table(asset("lessons", "good-recording.toml"), GoodRecordingFault))


def points_of(table: Table) -> tuple[Point, ...]:
    """The points in a file's table.

    Raises
    ------
    GoodRecordingFault
        At the first thing that is missing, misspelt or of the wrong kind.
    """
    found = []
    for row in table.tables("points"):
        found.append(Point(*(row.text(key, longest=200) for key in ("good", "check", "fix"))))
        row.expect_nothing_else()
    table.expect_nothing_else()
    return tuple(found)
