"""Evidence told in lines."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from studio.cli.output import one_line

if TYPE_CHECKING:
    from evidence.entry import Entry


def entry_lines(entry: "Entry") -> Iterator[str]:
    """Everything about one entry, a line each."""
    for line in _lines(entry):
        yield one_line(line)


def _lines(entry: "Entry") -> Iterator[str]:
    from evidence.entry_types import entry_type, is_late
    from evidence.views.also_fits import also_fits

    yield f"{entry.id}  {entry.title}"
    if entry.status == "withdrawn":
        yield f"withdrawn; it happened {entry.date_happened}, and nothing else of it was kept"
        return
    late = ", written down later" if is_late(entry) else ""
    yield (
        f"happened {entry.date_happened}, recorded {entry.date_recorded:%Y-%m-%d %H:%M}{late}, {entry.status}"
    )
    yield f"shows {', '.join(map(str, entry.criteria)) or 'nothing'} with {', '.join(entry.year_groups)}"
    yield f"{entry_type(entry.type).title}; who may see it: {entry.sensitivity}"
    if entry.key_for:
        yield f"Key piece for {', '.join(entry.key_for)}"
    yield from _said(entry)
    for use in entry.sounds:
        yield f"Sound {use.sound_id}: {use.title} ({'; '.join(use.words) or 'as it was recorded'})"
    for file in entry.files:
        yield f"File: {file.name}"
    for made in entry.amendments:
        yield f"Changed {made.when:%Y-%m-%d %H:%M} by {made.by or 'not said'}: {', '.join(made.earlier)}"
    for hint in also_fits(entry.criteria):
        yield hint.words


def _said(entry: "Entry") -> Iterator[str]:
    feedback = entry.feedback
    for label, text in (
        ("Proposed because", entry.why),
        ("Subject", entry.subject),
        ("Before", entry.before),
        ("What happened", entry.happened),
        ("Difference", entry.impact),
        ("Shows what came of", entry.action_id or ""),
        ("Belongs to", ", ".join(entry.tags)),
        ("Written down by", entry.by or ""),
        ("Heard or seen", ", ".join(entry.heard)),
        ("A name is said in it", "yes" if entry.names_spoken else ""),
        ("Works, on version 1", feedback.works if feedback else ""),
        ("Try next, on version 1", feedback.next if feedback else ""),
        ("Said by", (feedback.by or "") if feedback else ""),
    ):
        if text:
            yield f"{label}: {text}"
