"""What a list of evidence is narrowed to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from studio.ui.entry_words import STATUS_WORDS

if TYPE_CHECKING:
    from evidence.entry import Entry
    from evidence.views.find import Finder

COUNTS_NO_MORE = ("binned", "withdrawn")
"""What one has to ask for to see it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryFilter:
    """Everything that an entry must have to be shown; what is `None` or empty asks for nothing."""

    text: str = ""
    criterion: str | None = None
    level: str | None = None
    year: str | None = None
    status: str | None = None
    """Without one, all that still counts."""
    type: str | None = None
    since: date | None = None
    until: date | None = None
    called: str = ""
    """What a stretch of time is called, such as `Autumn 1`."""

    def next(self, field: str, choices: Sequence[str]) -> EntryFilter:
        """The same with the next choice of a field; after the last one, none."""
        now = getattr(self, field)
        left = choices[choices.index(now) + 1 :] if now in choices else choices
        changed: dict[str, Any] = {field: left[0] if left else None}
        return replace(self, **changed)

    def words(self, type_title: str = "") -> str:
        """What is asked for, such as `MT1 gold, Y4, “rain”`."""
        claim = " ".join(filter(None, [self.criterion, self.level]))
        status = STATUS_WORDS[self.status] if self.status else ""
        said = f"“{self.text}”" if self.text else ""
        return ", ".join(filter(None, [self.called, claim, self.year, type_title or self.type, status, said]))

    def found(self, finder: Finder) -> tuple[Entry, ...]:
        """The entries that have it, the newest first."""
        found = finder.find(
            self.text,
            criterion=self.criterion,
            level=self.level,
            year=self.year,
            status=self.status,
            type=self.type,
            since=self.since,
            until=self.until,
        )
        return found if self.status else tuple(e for e in found if e.status not in COUNTS_NO_MORE)
