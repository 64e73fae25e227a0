"""The cue sheet on paper: what is seen when, and which sound comes."""

from pathlib import Path

from evidence.library import Library
from evidence.papers.document import write_document
from evidence.papers.paper import Grid, Paper, Text
from studio.film.films import CARE, Film
from studio.film.moments import picture_at


def sheet_paper(library: Library, film: Film) -> Paper:
    """The cues in their order."""
    library.adults.need("print a cue sheet")
    titles = {sound.id: sound.title for sound in library.sounds()}
    rows = tuple(
        (
            film.words_at(cue.seconds).partition("  ")[0],
            str(picture_at(cue.seconds, film.pictures_a_second)),
            cue.words,
            titles.get(cue.sound, "a sound that is gone"),
            f"{cue.gain_db:+.0f} dB" if cue.gain_db else "",
        )
        for cue in film.cues
    )
    grid = Grid("Cues", ("Time", "Picture", "What is seen", "Sound", "Level"), rows, (12, 12, 36, 28, 12))
    return Paper(
        over="Cue sheet",
        title=film.title,
        school=library.school,
        made=library.now(),
        foot=CARE,
        blocks=(Text(CARE), grid),
        about=tuple(cue.sound for cue in film.cues),
    )


def print_sheet(library: Library, film: Film, out: Path | str, *, overwrite: bool = False) -> Path:
    """Write the cue sheet as the end of the name says: .pdf, .docx, .html or .txt."""
    return write_document(library, sheet_paper(library, film), out, overwrite=overwrite)
