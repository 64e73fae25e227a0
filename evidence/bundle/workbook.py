"""`summary.xlsx`: the evidence, the matrix, the year groups, one row for a hub's tracker, and the award.

The workbook is packed again as the bundle is, so that its bytes do not depend on the machine.
"""

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import UTC

from evidence.bundle.archive import ArchiveWriter
from evidence.bundle.award import NO_AWARD, Award
from evidence.bundle.bundled import BundledEntry
from evidence.bundle.schema import Facts
from evidence.bundle.sheet import Cell, Sheet, SheetWriter, plain
from evidence.bundle.story import Story, term_title
from evidence.bundle.table import COLUMNS, row_of
from evidence.bundle.tracker import tracker_row
from evidence.entry import Entry
from evidence.views.coverage import CLASSES_CRITERION
from rubric.framework import LEVELS, Framework
from rubric.plan import pounds

_NOTE = "Numbers of pieces of evidence, as the school judged them itself; they award no level."


def workbook_bytes(
    facts: Facts, framework: Framework, entries: Sequence[Entry], award: Award = NO_AWARD
) -> bytes:
    """The workbook; the same bytes for the same evidence."""
    from xlsxwriter import Workbook  # 40 ms, which only sealing needs

    story = Story(facts, framework, [BundledEntry(entry, [], []) for entry in entries], award)
    out = io.BytesIO()
    never = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    with Workbook(out, {"in_memory": True, **never}) as book:
        sealed = facts.sealed.astimezone(UTC).replace(tzinfo=None)
        book.set_properties({"title": plain(f"{facts.school}: music evidence"), "created": sealed})
        writer = SheetWriter(book, foot=facts.school)
        for sheet in _sheets(story):
            writer.write(sheet)
    return _packed_again(out, facts)


def _sheets(story: Story) -> Iterator[Sheet]:
    """Those that are always there, in an order that stays; then those that there is something for."""
    yield Sheet("Entries", COLUMNS, map(row_of, story.entries), fixed=2)
    yield Sheet("Matrix", ("criterion", "area", "title", *LEVELS), _matrix(story), _NOTE)
    yield Sheet(f"{CLASSES_CRITERION} by year", ("year group", *LEVELS), _years(story), _NOTE)
    tracked = tracker_row(story)
    yield Sheet("Tracker row", tuple(tracked), [tuple(tracked.values())])
    if story.grids:
        terms = ("school year", "year group", "term", *LEVELS)
        yield Sheet(f"{CLASSES_CRITERION} by term", terms, _terms(story), _NOTE, fixed=3)
    if story.profile:
        titles = [f"{column.title}, {column.when}" for column in story.profile.columns]
        note = "As people judged it, the school itself unless it says so; it awards no level."
        yield Sheet("Profile", ("criterion", "title", *titles, "how sure", "reason"), _profile(story), note)
    if story.award.gaps:
        yield Sheet("Gaps", ("criterion", "title", "now", "level", "what the level asks"), _gaps(story))
    if story.plan:
        columns = ("id", "action", "criteria", "status", "when", "owner", "cost", "success")
        yield Sheet("Plan", (*columns, "what is different now", "evidence"), _plan(story), fixed=2)
    if story.award.figures:
        yield Sheet("Numbers", ("claim", "name", "value", "of", "the sum", "note"), _figures(story))


def _matrix(story: Story) -> Iterator[tuple[Cell, ...]]:
    for area in story.framework.areas:
        for criterion in story.framework.criteria_of(area):
            counts = story.found.criteria[criterion.code]
            yield (criterion.code, area.title, criterion.title, *(counts[level] for level in LEVELS))


def _years(story: Story) -> Iterator[tuple[Cell, ...]]:
    for year, counts in story.found.mt1_year_groups.items():
        yield (year, *(counts[level] for level in LEVELS))


def _terms(story: Story) -> Iterator[tuple[Cell, ...]]:
    for grid in story.grids:
        for year, terms in grid.rows.items():
            for term, counts in terms.items():
                yield (
                    grid.title.removeprefix("School year "),
                    year,
                    term_title(term),
                    *(counts[level] for level in LEVELS),
                )


def _profile(story: Story) -> Iterator[tuple[Cell, ...]]:
    for row in story.profile.rows if story.profile else ():
        words = (f"{shown.word} {shown.sign}".strip() for shown in row.outcomes)
        judged = row.judgement
        sure, reason = (judged.sure, judged.reason) if judged else ("", "")
        yield row.criterion.code, row.criterion.title, *words, sure, reason


def _gaps(story: Story) -> Iterator[tuple[Cell, ...]]:
    for gap in story.award.gaps:
        for descriptor in gap.missing:
            now = (gap.now or "not judged").replace("-", " ")
            yield gap.criterion.code, gap.criterion.title, now, descriptor.level, descriptor.text


def _plan(story: Story) -> Iterator[tuple[Cell, ...]]:
    for planned in story.plan:
        action = planned.action
        cost = pounds(action.cost_pence) if action.cost_pence else ""
        pieces = "; ".join(entry.id for entry in planned.pieces)
        about = (action.id, action.title, "; ".join(action.criteria), action.status)
        yield *about, planned.when, action.owner, cost, action.success, action.impact, pieces


def _figures(story: Story) -> Iterator[tuple[Cell, ...]]:
    for asked in story.award.figures:
        if asked.figure and asked.found:
            of = "" if asked.figure.of is None else asked.figure.of
            found = asked.found.words
            yield str(asked.claim), asked.measure.name, asked.figure.value, of, found, asked.figure.note


def _packed_again(workbook: io.BytesIO, facts: Facts) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(workbook) as archive:
        writer = ArchiveWriter(out, facts.sealed)
        for name in sorted(archive.namelist()):
            writer.add(name, [archive.read(name)])
        writer.finish()
    return out.getvalue()
