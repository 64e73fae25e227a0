"""`summary.pdf`: the bundle on paper, for a meeting."""

from collections.abc import Sequence

from evidence.bundle.bundled import BundledEntry, BundledSound
from evidence.bundle.card import descriptor_text
from evidence.bundle.paper import Paper
from evidence.bundle.schema import Facts
from evidence.coverage import CLASSES_CRITERION, Counts, Coverage, coverage
from rubric.framework import LEVELS, Framework
from studio.wording import count, date_in_words, length_in_words, listed

_NONE = "·"


def pdf_bytes(facts: Facts, framework: Framework, bundled: Sequence[BundledEntry]) -> bytes:
    """The PDF; the same bytes for the same evidence."""
    day = date_in_words(facts.sealed.date())
    paper = Paper(
        title=f"{facts.school}: music evidence", foot=f"{facts.school}   ·   sealed {day}", made=facts.sealed
    )
    found = coverage((one.entry for one in bundled), framework)
    _add_front(paper, facts, framework, bundled, found)
    _add_matrix(paper, framework, found)
    paper.heading("The evidence")
    for one in bundled:
        _add_entry(paper, one, framework)
    return paper.finish()


def _add_front(
    paper: Paper, facts: Facts, framework: Framework, bundled: Sequence[BundledEntry], found: Coverage
) -> None:
    paper.text(f"Music evidence for the {framework.title}", soft=True)
    paper.heading(facts.school, rank=1)
    days = sorted({one.entry.date_happened for one in bundled})
    pieces, sounds = len(bundled), sum(len(one.sounds) for one in bundled)
    there = sum(any(counts.values()) for counts in found.criteria.values())
    between = " to ".join(date_in_words(day) for day in (days[:1] + days[1:][-1:]))
    paper.text(f"{count(pieces, 'piece')} of evidence with {count(sounds, 'sound')}, {between}.")
    paper.text(
        f"The school chose evidence for {there} of {count(len(found.criteria), 'criterion', 'criteria')}."
    )
    paper.text(
        f"Sealed on {date_in_words(facts.sealed.date())} as {facts.name}. We can tell if anything in the "
        "bundle changes after that day; the eight words to compare are in receipt.txt. The sounds are in "
        "OPEN-ME-FIRST.html, which opens in any browser."
    )
    paper.text(
        "Numbers count pieces of evidence, as the school judged them itself; they award no level.", soft=True
    )


def _add_matrix(paper: Paper, framework: Framework, found: Coverage) -> None:
    paper.heading("At a glance")
    levels = [level.capitalize() for level in LEVELS]
    for area in framework.areas:
        rows = [
            (f"{criterion.code}  {criterion.title}", *_shown(found.criteria[criterion.code]))
            for criterion in framework.criteria_of(area)
        ]
        paper.table((area.title, *levels), rows, widths=(64, 12, 12, 12))
    gaps = [code for code, counts in found.criteria.items() if not any(counts.values())]
    if gaps:
        paper.text(f"No evidence here yet for {listed(gaps)}, which may only mean that none was chosen.")
    if CLASSES_CRITERION in found.criteria:
        paper.heading(f"{CLASSES_CRITERION} by year group")
        years = [(year, *_shown(counts)) for year, counts in found.mt1_year_groups.items()]
        paper.table(("Year group", *levels), years, widths=(64, 12, 12, 12))


def _add_entry(paper: Paper, one: BundledEntry, framework: Framework) -> None:
    entry = one.entry
    paper.heading(f"{entry.id}  {entry.title}", rank=3)
    happened, recorded = date_in_words(entry.date_happened), date_in_words(entry.date_recorded.date())
    years = listed(list(entry.year_groups)) or "not told"
    paper.text(f"Happened on {happened}, recorded on {recorded}. Year groups: {years}.", soft=True)
    for claim in entry.criteria:
        paper.text(f"{claim}  {descriptor_text(framework, claim)}")
    for label, text in (("What happened", entry.happened), ("What difference it made", entry.impact)):
        if text:
            paper.text(label, bold=True)
            paper.text(text)
    for sound in one.sounds:
        paper.text(_sound_text(sound))
    for name, was in one.files:
        paper.text(f"File {name}: it was called {was}")
    paper.line()


def _sound_text(sound: BundledSound) -> str:
    title = f"Sound: {sound.use.title}, {length_in_words(sound.after.seconds)}"
    steps = "; ".join(sound.steps)
    return f"{title}. Changed: {steps}." if steps else f"{title}, as it was recorded."


def _shown(counts: Counts) -> list[str]:
    return [str(counts[level] or _NONE) for level in LEVELS]
