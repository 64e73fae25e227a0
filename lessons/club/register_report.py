"""The club's register as counts: a paper or a workbook that others may read."""

from pathlib import Path

from evidence.award.registers import FEWEST
from evidence.library import Library
from evidence.papers.document import FORMS, check_name, put_file, write_document
from evidence.papers.paper import Block, Bullets, Grid, Heading, Paper, Text
from lessons.club.attendance import FEWER, Attendance, Came, Counts, shown_counts
from lessons.club.club import Clubs
from rubric.year import HalfTerm
from studio.wording import count, date_in_words

_WORKBOOK = ".xlsx"


def register_report(library: Library, half_term: str | None = None) -> Paper:
    """The paper of a half-term: of the newest with a session that was held, unless one is named.

    Raises
    ------
    AdultsOnly, NoClub, UnknownHalfTerm
    """
    library.adults.need("print a register")
    club, asked, counts = _facts(library, half_term)
    return Paper(
        over="Club register",
        title=club,
        school=library.school,
        made=library.now(),
        foot=f"{club}, {asked.title}",
        blocks=tuple(_blocks(asked, counts)),
    )


def write_register(
    library: Library, out: Path | str, half_term: str | None = None, *, overwrite: bool = False
) -> Path:
    """Write the counts of a half-term as a paper or, for a name ending in .xlsx, a workbook.

    Raises
    ------
    AdultsOnly, NoClub, UnknownHalfTerm, PaperExists, PaperNotWritten
    """
    library.adults.need("print a register")
    out = Path(out)
    check_name(out, (*FORMS, _WORKBOOK), overwrite=overwrite)
    if out.suffix.lower() != _WORKBOOK:
        return write_document(library, register_report(library, half_term), out, overwrite=overwrite)
    from rubric.workbook import workbook_of  # XlsxWriter, which papers do not need

    _, _, counts = _facts(library, half_term)
    return put_file(out, workbook_of(_head(counts), [_row(each, counts) for each in counts.held]))


def _facts(library: Library, half_term: str | None) -> tuple[str, HalfTerm, Counts]:
    return Clubs(library).need().name, *Attendance(library).half_term(half_term)


def _blocks(asked: HalfTerm, counts: Counts) -> list[Block]:
    blocks: list[Block] = [Heading(f"{asked.title}, {asked.last.year}"), Bullets(_summary(counts))]
    if counts.held:
        head = _head(counts)
        rows = tuple(_row(each, counts) for each in counts.held)
        blocks.append(Grid("Sessions held", head, rows, (20, 34, 12, *(11,) * len(counts.years))))
    if counts.not_held:
        missed = (f"{date_in_words(each.date)}: {each.why_not}" for each in counts.not_held)
        blocks += [Heading("Not held", rank=3), Bullets(tuple(missed))]
    small = f"Fewer than {FEWEST} children are shown as {FEWER}, so that no child can be known by a number."
    return [*blocks, Text(small, soft=True)]


def _summary(counts: Counts) -> tuple[str, ...]:
    lines = [f"{count(len(counts.held), 'session')} held, {len(counts.not_held)} not held."]
    if counts.percent is not None:
        lines.append(f"Attendance: {counts.percent} % of the members' places were taken.")
    joined, left = shown_counts([counts.joined])[0], shown_counts([counts.left])[0]
    lines.append(f"Joined: {joined}. Left: {left}.")
    if counts.retention is not None and counts.began >= FEWEST:
        gone = counts.began - counts.stayed
        stayed = f"{counts.retention} %" if gone == 0 or gone >= FEWEST else "most"
        lines.append(f"Of those there at the beginning, {stayed} are still members.")
    return tuple(lines)


def _head(counts: Counts) -> tuple[str, ...]:
    return ("Date", "Session", "Came", *counts.years)


def _row(came: Came, counts: Counts) -> tuple[str, ...]:
    by_year = dict(came.by_year)
    shown = shown_counts([by_year.get(year, 0) for year in counts.years])
    (total,) = shown_counts([came.number])
    return (date_in_words(came.session.date), came.session.title, total, *shown)
