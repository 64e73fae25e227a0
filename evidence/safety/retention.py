"""The review at the end of the year: what has been kept long enough; it lists, and deletes nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from assets import asset
from evidence.award.audits import Audits
from evidence.award.plans import Plans
from evidence.library import Library
from evidence.safety.people import People
from evidence.safety.releases import end_of_school_year
from rubric.tables import ContentFault, read_table
from rubric.year import Calendar

KINDS = ("sound", "bin", "evidence", "proposal", "left")
_AFTER = ("made", "award", "left")
_MOST_YEARS = 50


class RetentionFault(ContentFault):
    """The file that says how long things are kept cannot be used as it stands."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How long one kind of thing is kept."""

    kind: str
    after: str
    years: int
    why: str


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to decide about."""

    kind: str
    id: str
    """Of an entry or a sound, or the code of a person."""
    title: str
    since: date
    """When it was made, happened or left."""
    due: date
    """The last day on which there was no question."""
    why: str


def review_list(library: Library, today: date | None = None) -> tuple[Due, ...]:
    """Everything that has been kept long enough, the oldest first; an adult decides about each.

    Raises
    ------
    AdultsOnly
    """
    library.adults.need("look through what is kept")
    day = today or library.now().date()
    review = _Review.of(library)
    found = (
        due for kind, id_, title, since in _things(library) if (due := review.due(kind, id_, title, since))
    )
    return tuple(sorted((due for due in found if due.due < day), key=lambda due: (due.since, due.id)))


@cache
def rules() -> tuple[dict[str, Rule], int]:
    """How long each kind is kept, and the most school years of all, from assets."""
    table = read_table(asset("retention.toml"), RetentionFault)
    longest, found = table.whole("longest_years", most=_MOST_YEARS), {}
    for row in table.tables("rules"):
        kind = row.choice("kind", KINDS)
        years = row.whole("years", least=0, most=_MOST_YEARS)
        found[kind] = Rule(kind, row.choice("after", _AFTER), years, row.text("why", longest=200))
        row.expect_nothing_else()
    table.expect_nothing_else()
    return found, longest


@dataclass(frozen=True, slots=True)
class _Review:
    """What the last days follow from."""

    calendar: Calendar
    decided: tuple[date, ...]
    """When awards were decided, the earliest first."""
    _ends: dict[tuple[date, int], date] = field(default_factory=dict)
    """Worked out before: thousands of things share a few hundred days."""

    @classmethod
    def of(cls, library: Library) -> "_Review":
        locked = (audit.date for audit in Audits(library).all(view="hub") if audit.locked is not None)
        return cls(Plans(library).calendar(), tuple(sorted(locked)))

    def due(self, kind: str, id_: str, title: str, since: date) -> Due | None:
        by_kind, longest = rules()
        rule = by_kind.get(kind)
        if rule is None:
            return None
        if rule.after != "award":
            return Due(kind, id_, title, since, self._end(since, rule.years), rule.why)
        decided = next((day for day in self.decided if day >= since), None)
        if decided is not None:
            return Due(kind, id_, title, since, self._end(decided, rule.years), rule.why)
        why = f"No award was decided in {longest} school years."
        return Due(kind, id_, title, since, self._end(since, longest), why)

    def _end(self, day: date, years: int) -> date:
        """The end of the school year of a day, and of so many more."""
        if (day, years) not in self._ends:
            end = end_of_school_year(self.calendar, day)
            for _ in range(years):
                end = end_of_school_year(self.calendar, date.fromordinal(end.toordinal() + 1))
            self._ends[day, years] = end
        return self._ends[day, years]


def _things(library: Library) -> Iterator[tuple[str, str, str, date]]:
    entries = [entry for entry in library.entries() if entry.status != "withdrawn"]
    used = {use.sound_id for entry in entries if entry.status == "accepted" for use in entry.sounds}
    for sound in library.sounds():
        if sound.binned or sound.id not in used:
            yield "bin" if sound.binned else "sound", sound.id, sound.title, sound.made.date()
    kinds = {"accepted": "evidence", "proposed": "proposal", "binned": "bin"}
    for entry in entries:
        yield kinds[entry.status], entry.id, entry.title, entry.date_happened
    for person in People(library).all():
        if person.left is not None and not person.withdrawn:
            yield "left", person.code, "", person.left
