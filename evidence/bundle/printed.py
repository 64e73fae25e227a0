"""`summary.pdf`: the bundle on paper, for a meeting."""

from collections.abc import Sequence

from evidence.bundle.award import NO_AWARD, Award
from evidence.bundle.bundled import BundledEntry, BundledSound
from evidence.bundle.card import descriptor_text, lines_of_travel, type_title
from evidence.bundle.printed_award import add_award
from evidence.bundle.profile import outcome_of
from evidence.bundle.schema import Facts
from evidence.bundle.story import Story, YearGrid, hints, term_title
from evidence.entry import Entry
from evidence.entry_types import is_late, is_old, keeping
from evidence.printing.paper import Paper
from evidence.views.coverage import CLASSES_CRITERION, Counts
from rubric.framework import LEVELS, Claim, Framework
from studio.wording import count, date_in_words, length_in_words, listed

_NONE = "·"


def pdf_bytes(
    facts: Facts, framework: Framework, bundled: Sequence[BundledEntry], award: Award = NO_AWARD
) -> bytes:
    """The PDF; the same bytes for the same evidence."""
    story = Story(facts, framework, bundled, award)
    day = date_in_words(facts.sealed.date())
    paper = Paper(
        title=f"{facts.school}: music evidence", foot=f"{facts.school}   ·   sealed {day}", made=facts.sealed
    )
    _add_front(paper, story)
    add_award(paper, story)
    _add_matrix(paper, story)
    paper.heading("The evidence")
    for one in story.pieces.in_order():
        _add_entry(paper, one, story)
    _add_wording(paper, story)
    if story.credits:
        paper.heading("Credits")
        for line in story.credits:
            paper.text(line, soft=True)
    return paper.finish()


def _add_front(paper: Paper, story: Story) -> None:
    facts, target = story.facts, story.award.target
    paper.text(f"Music evidence for the {story.framework.title}", soft=True)
    paper.heading(facts.school, rank=1)
    if target:
        paper.text(f"Aims for {target.level} by {date_in_words(target.by_date)}.", bold=True)
    pieces, sounds = count(len(story.bundled), "piece"), count(story.sounds, "sound")
    between = " to ".join(map(date_in_words, story.days))
    paper.text(f"{pieces} of evidence with {sounds}, {between}.")
    every = len(story.found.criteria)
    there = every - len(story.without_evidence)
    paper.text(f"The school chose evidence for {there} of {count(every, 'criterion', 'criteria')}.")
    paper.text(
        f"Sealed on {date_in_words(facts.sealed.date())} as {facts.name}. We can tell if anything in the "
        "bundle changes after that day; the eight words to compare are in receipt.txt. The sounds are in "
        "OPEN-ME-FIRST.html, which opens in any browser."
    )
    paper.text(
        "Numbers count pieces of evidence, as the school judged them itself; they award no level.", soft=True
    )


def _add_matrix(paper: Paper, story: Story) -> None:
    framework, found = story.framework, story.found
    paper.heading("At a glance")
    levels = [level.capitalize() for level in LEVELS]
    for area in framework.areas:
        rows = [
            (f"{criterion.code}  {criterion.title}", *_shown(found.criteria[criterion.code]))
            for criterion in framework.criteria_of(area)
        ]
        paper.table((area.title, *levels), rows, widths=(64, 12, 12, 12))
    if story.without_evidence:
        codes = listed([criterion.code for criterion in story.without_evidence])
        paper.text(f"No evidence here yet for {codes}, which may only mean that none was chosen.")
    if story.classes_criterion:
        paper.heading(f"{CLASSES_CRITERION} by year group")
        years = [(year, *_shown(counts)) for year, counts in found.mt1_year_groups.items()]
        paper.table(("Year group", *levels), years, widths=(64, 12, 12, 12))
    for grid in story.grids:
        _add_terms(paper, grid, framework)


def _add_terms(paper: Paper, grid: YearGrid, framework: Framework) -> None:
    paper.text(f"{CLASSES_CRITERION} term by term, {grid.title.lower()}", bold=True)
    rows = [
        (year, *(_levels(counts, framework) for counts in terms.values()))
        for year, terms in grid.rows.items()
    ]
    paper.table(("Year group", *map(term_title, grid.terms)), rows, widths=(25, *[25] * len(grid.terms)))


def _levels(counts: Counts, framework: Framework) -> str:
    there = [
        f"{outcome_of(level, framework).sign} {level} {counts[level]}" for level in LEVELS if counts[level]
    ]
    return ", ".join(there) or _NONE


def _add_entry(paper: Paper, one: BundledEntry, story: Story) -> None:
    entry = one.entry
    paper.heading(f"{entry.id}  {entry.title}", rank=3)
    for line in _facts_of(entry, story):
        paper.text(line, soft=True)
    for label, text in lines_of_travel(entry):
        paper.text(label, bold=True)
        paper.text(text)
    if entry.feedback:
        paper.text("What pupils said of version 1", bold=True)
        paper.text(f"What works: {entry.feedback.works}")
        paper.text(f"Try next: {entry.feedback.next}")
    for number, sound in enumerate(one.sounds, 1):
        paper.text(_sound_text(sound, f"Version {number}" if entry.versions and number < 3 else "Sound"))
    for name, was in one.files:
        paper.text(f"File {name}: it was called {was}")
    shows = "; ".join(_claim_words(claim, entry, story) for claim in entry.criteria)
    paper.text(f"Shows, as the school judges it: {shows}.")
    for hint in hints(story.framework, entry.criteria):
        paper.text(hint.words, soft=True)
    paper.line()


def _claim_words(claim: Claim, entry: Entry, story: Story) -> str:
    title = story.criterion_titles.get(claim.criterion, "")
    more = [*([title] if title else []), *(["key piece"] if claim.criterion in entry.key_for else [])]
    return f"{claim} ({', '.join(more)})" if more else str(claim)


def _add_wording(paper: Paper, story: Story) -> None:
    """What each level that the evidence shows asks for, once."""
    shown = {claim for entry in story.entries for claim in entry.criteria}
    if not shown:
        return
    paper.heading("What these levels ask for")
    known = [claim for claim in story.framework.claims() if claim in shown]
    for claim in (*known, *sorted(shown - set(known), key=str)):
        paper.text(f"{claim}  {descriptor_text(story.framework, claim)}")


def _facts_of(entry: Entry, story: Story) -> list[str]:
    happened, recorded = date_in_words(entry.date_happened), date_in_words(entry.date_recorded.date())
    late = f", {entry.days_between} days later" if is_late(entry) else ""
    old = is_old(entry, story.facts.sealed.date())
    kind = f"{type_title(entry)} in {entry.subject}" if entry.subject else type_title(entry)
    lines = [
        f"{kind}. Happened on {happened}, recorded on {recorded}{late}. "
        f"Year groups: {listed(list(entry.year_groups)) or 'not told'}."
        + (f" More than {keeping().old_after_months} months old." if old else "")
    ]
    if entry.heard:
        lines.append(f"Heard or seen: {listed(list(entry.heard))}.")
    if entry.tags:
        tags = [f"{tag} {story.award.tag_titles.get(tag, '')}".strip() for tag in entry.tags]
        lines.append(f"Also fits: {'; '.join(tags)}.")
    if entry.action_id in story.action_titles:
        lines.append(f"Part of the plan: {story.action_titles[entry.action_id]}.")
    return lines


def _sound_text(sound: BundledSound, label: str) -> str:
    by = f" by {listed(list(sound.use.makers))}" if sound.use.makers else ""
    title = f"{label}: {sound.use.title}{by}, {length_in_words(sound.after.seconds)}"
    steps = "; ".join(sound.steps)
    return f"{title}. Changed: {steps}." if steps else f"{title}, as it was recorded."


def _shown(counts: Counts) -> list[str]:
    return [str(counts[level] or _NONE) for level in LEVELS]
