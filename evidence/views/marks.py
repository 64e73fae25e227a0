"""Marks: how much evidence each level of each criterion has, and what to know about it, in one sign."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from evidence.entry import Entry
from evidence.entry_types import old_before
from rubric.framework import Claim, Framework

LEGEND = (
    ("*", "key piece"),
    ("o", "some evidence"),
    ("~", "all of it old"),
    ("!", "not released"),
    ("·", "none"),
)


@dataclass(slots=True)
class Mark:
    """The accepted evidence of one level."""

    count: int = 0
    key: int = 0
    """Key pieces among it."""
    unreleased: int = 0
    """Entries that the channel does not let out."""
    old: int = 0
    key_unreleased: int = 0

    @property
    def glyph(self) -> str:
        """One sign; what would be missing from a bundle goes before all else."""
        if not self.count:
            return "·"
        if self.key_unreleased or self.unreleased == self.count:
            return "!"
        if self.key:
            return "*"
        return "~" if self.old == self.count else "o"


def marks(
    entries: Iterable[Entry],
    framework: Framework,
    *,
    today: date,
    blocked: Collection[str] = frozenset(),
) -> dict[Claim, Mark]:
    """A mark for every level of every criterion; `blocked` are ids of entries that may not go out."""
    found = {claim: Mark() for claim in framework.claims()}
    first_day = old_before(today)
    for entry in entries:
        if entry.status != "accepted":
            continue
        is_out, is_old = entry.id in blocked, entry.date_happened < first_day
        for claim in entry.criteria:
            mark = found.get(claim)
            if mark is None:  # an older framework may have had more
                continue
            is_key = claim.criterion in entry.key_for
            mark.count += 1
            mark.key += is_key
            mark.unreleased += is_out
            mark.old += is_old
            mark.key_unreleased += is_key and is_out
    return found
