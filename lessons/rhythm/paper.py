"""A rhythm on paper: drawn as a score for the wall, or as a table for Word and plain text."""

from pathlib import Path

from evidence.library import Library
from evidence.papers.document import write_document
from evidence.papers.paper import Grid, Paper, Text
from lessons.club.prompts import questions_for
from lessons.rhythm.kept import sound_title
from lessons.rhythm.notation import beat_name
from lessons.rhythm.pattern import OFF, STRONG, Pattern, Row

_DRAWN = {OFF: "·", STRONG: "■"}
_SOFT = "•"
_FOOT = "■ strong   • soft   · a rest. Four boxes are one beat."


def rhythm_paper(library: Library, pattern: Pattern) -> Paper:
    """The rows as boxes and as names, beat by beat, with questions to talk about."""
    library.adults.need("print a rhythm")
    beats = tuple(f"Beat {number}" for number in range(1, pattern.beats + 1))
    rows = played(pattern)
    boxes = tuple((sound_title(library, row.sound), *map(_boxes, row.beats)) for row in rows)
    names = tuple((sound_title(library, row.sound), *map(beat_name, row.beats)) for row in rows)
    widths = (20, *(20 for _ in beats))
    return Paper(
        over="Pulse and rhythm",
        title=pattern.title,
        school=library.school,
        made=library.now(),
        foot=_FOOT,
        blocks=(
            Text(f"{pattern.tempo} beats a minute. {_FOOT}"),
            Grid("Play it", ("Sound", *beats), boxes, widths),
            Grid("Say it", ("Sound", *beats), names, widths),
            Grid("Talk about it", ("",), tuple((each,) for each in questions_for("beat")), (1,)),
        ),
        about=pattern.sound_ids,
    )


def print_rhythm(library: Library, pattern: Pattern, out: Path | str, *, overwrite: bool = False) -> Path:
    """Write a rhythm: drawn as boxes and notes when the name ends in .pdf, else as a paper.

    Raises
    ------
    AdultsOnly, NothingToPrint, PaperExists, PaperNotWritten
    """
    library.adults.need("print a rhythm")
    if Path(out).suffix.lower() != ".pdf":
        return write_document(library, rhythm_paper(library, pattern), out, overwrite=overwrite)
    from lessons.printing.rhythm_sheet import rhythm_sheet  # draws, which the rest does not need

    titles = [sound_title(library, row.sound) for row in played(pattern)]
    return rhythm_sheet(
        library, pattern, list(zip(titles, played(pattern), strict=True)), out, overwrite=overwrite
    )


def played(pattern: Pattern) -> tuple[Row, ...]:
    """The rows in which something sounds."""
    return tuple(row for row in pattern.rows if not row.is_empty)


def _boxes(beat: str) -> str:
    return " ".join(_DRAWN.get(box, _SOFT) for box in beat)
