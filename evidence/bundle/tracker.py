"""One row for a hub's tracker: what it keeps of a school, a column each, in an order that stays."""

from collections.abc import Iterator

from evidence.award.standing import music_technology
from evidence.bundle.sheet import Cell
from evidence.bundle.story import Story
from evidence.views.coverage import CLASSES_CRITERION
from rubric.audit import NOT_YET, Snapshot
from rubric.framework import LEVELS
from rubric.profile import NOT_JUDGED, counts


def tracker_row(story: Story) -> dict[str, Cell]:
    """The row by its columns; new ones are only ever added at the end."""
    return dict([*_of_evidence(story), *_of_award(story)])


def _of_evidence(story: Story) -> Iterator[tuple[str, Cell]]:
    facts, framework, found = story.facts, story.framework, story.found
    yield "school", facts.school
    yield "framework", framework.title
    yield "framework version", framework.version
    yield "bundle", facts.name
    yield "sealed", facts.sealed.date().isoformat()
    yield "first evidence", story.days[0].isoformat() if story.days else ""
    yield "last evidence", story.days[-1].isoformat() if story.days else ""
    yield "pieces of evidence", len(story.entries)
    yield "sounds", sum(len(entry.sounds) for entry in story.entries)
    yield "criteria", len(found.criteria)
    yield "criteria with evidence", len(found.criteria) - len(story.without_evidence)
    for level in LEVELS:
        yield f"{level} (pieces)", sum(numbers[level] for numbers in found.criteria.values())
    for level in LEVELS:
        classes = [year for year, numbers in found.mt1_year_groups.items() if numbers[level]]
        yield f"{CLASSES_CRITERION} {level}: year groups", ", ".join(classes)


def _of_award(story: Story) -> Iterator[tuple[str, Cell]]:
    award = story.award
    yield "target", award.target.level if award.target else ""
    yield "target by", award.target.by_date.isoformat() if award.target else ""
    first, newest = award.then, award.school[-1] if award.school else None
    for label, audit in (("first audit", first), ("newest audit", newest), ("hub's view", award.hub)):
        yield f"{label}: date", audit.date.isoformat() if audit else ""
        yield from _profile(story, label, audit)
    for criterion in filter(music_technology, story.framework.criteria):
        for label, audit in (("now", newest), ("hub's view", award.hub)):
            yield f"{criterion.code} {label}", (audit.level(criterion.code) or "") if audit else ""
    yield "key pieces", len(story.pieces.key)
    yield "gaps to the target", len(award.gaps) if award.target else ""
    yield "actions", len(award.actions)
    yield "actions done", sum(action.status == "done" for action in award.actions)
    yield "questions", len(award.questions)
    yield "statement by", award.statement.role if award.statement else ""
    yield "statement on", award.statement.date.isoformat() if award.statement else ""
    yield "receipt (write the eight words here)", ""


def _profile(story: Story, label: str, audit: Snapshot | None) -> Iterator[tuple[str, Cell]]:
    """How many criteria are judged as what, self-judged or in the hub's eyes; blank without an audit."""
    numbers = counts(audit, story.framework)
    for outcome in (NOT_YET, *story.framework.levels, NOT_JUDGED):
        yield f"{label}: {outcome.replace('-', ' ')}", numbers[outcome] if audit else ""
