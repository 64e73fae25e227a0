"""Reports of the desk, on paper or as workbooks: the register, competitions, the rota, the coverage."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from evidence.award.standing import music_technology
from evidence.library import Library
from evidence.papers.document import FORMS, check_name, put_file, write_document
from evidence.papers.paper import Bullets, Grid, Paper, Text
from evidence.school_years import school_years
from evidence.views.coverage import coverage
from lessons.assembly.events import Events
from lessons.assembly.rotas import Rotas
from lessons.assembly.sheet import print_rota, rota_table
from lessons.club.register_report import write_register
from lessons.competitions.announcement import winning
from lessons.competitions.competitions import Competitions
from lessons.desk.subjects import sounds_by_subject
from rubric.framework import Framework
from studio.errors import StudioError
from studio.wording import count, date_in_words, did_you_mean, listed

_WORKBOOK = ".xlsx"
_NONE = "·"


class UnknownReport(StudioError):
    """A word that is no report."""


class NothingToReport(StudioError):
    """A report of something that there is none of."""


@dataclass(frozen=True, slots=True)
class Report:
    """One kind of report."""

    id: str
    title: str
    about: str


REPORTS = (
    Report("register", "Club register", "counts of each session, by year group"),
    Report("competitions", "Competitions", "briefs, entries, judges and winners"),
    Report("rota", "Assembly rota", "who does what on which day"),
    Report("subjects", "Sounds by subject", "in which subjects sounds were made, and by which year groups"),
    Report("coverage", "Coverage", "pieces of evidence for each criterion and level"),
)


def write_report(
    library: Library, kind: str, out: Path | str, framework: Framework, *, overwrite: bool = False
) -> Path:
    """Write a report as its file's name says: .pdf, .docx, .html, .txt or .xlsx.

    Raises
    ------
    AdultsOnly, UnknownReport, NothingToReport, NoClub, PaperExists, PaperNotWritten
    """
    library.adults.need("write a report")
    chosen, out = report(kind), Path(out)
    if chosen.id == "register":
        return write_register(library, out, overwrite=overwrite)
    check_name(out, (*FORMS, _WORKBOOK), overwrite=overwrite)
    if chosen.id == "rota" and out.suffix.lower() != _WORKBOOK:
        return print_rota(library, _rota_id(library), out, overwrite=overwrite)
    tables: dict[str, Callable[[], Paper]] = {
        "competitions": lambda: _competitions(library),
        "rota": lambda: _rota(library),
        "subjects": lambda: sounds_by_subject(library),
        "coverage": lambda: _coverage(library, framework),
    }
    paper = tables[chosen.id]()
    if out.suffix.lower() != _WORKBOOK:
        return write_document(library, paper, out, overwrite=overwrite)
    from rubric.workbook import workbook_of  # XlsxWriter, which papers do not need

    grid = next(block for block in paper.blocks if isinstance(block, Grid))
    return put_file(out, workbook_of(grid.head, grid.rows))


def report(text: str) -> Report:
    """The report of an id, in capitals or not.

    Raises
    ------
    UnknownReport
    """
    known = {each.id: each for each in REPORTS}
    word = text.strip().lower()
    if word not in known:
        raise UnknownReport(f"“{text[:40]}” is no report.", did_you_mean(word, known))
    return known[word]


def _paper(library: Library, title: str, *blocks: Text | Bullets | Grid, landscape: bool = False) -> Paper:
    return Paper(
        over="Report",
        title=title,
        school=library.school,
        made=library.now(),
        foot=f"{title}, {date_in_words(library.now().date())}",
        blocks=blocks,
        landscape=landscape,
    )


def _competitions(library: Library) -> Paper:
    known = Competitions(library)
    rows = []
    for each in reversed(known.all()):
        docket = known.docket(each.id)
        winners = ", ".join(code for won in winning(docket) for code in won.makers)
        shown = winners if each.status == "announced" else ""
        rows.append(
            (
                each.title,
                f"{date_in_words(each.opens)} to {date_in_words(each.closes)}",
                each.scope,
                str(len(docket.live)),
                str(len(docket.judgements)),
                shown or each.no_award or known.stands(each),
            )
        )
    if not rows:
        raise NothingToReport(
            "There has been no competition yet.", "Set one first: soundingboard competition set."
        )
    head = ("Competition", "Open", "For", "Entries", "Judges", "Chosen by the panel")
    told = f"{count(len(rows), 'competition')}, the newest first. Nobody below the winners is ranked."
    grid = Grid("Competitions", head, tuple(rows), (26, 24, 12, 9, 9, 20))
    return _paper(library, "Competitions", Text(told), grid, landscape=True)


def _rota_id(library: Library) -> str:
    rotas = Rotas(library)
    found = rotas.now() or next(reversed(rotas.all()), None)
    if found is None:
        raise NothingToReport("There is no rota yet.", "Make one first: soundingboard assembly rota make.")
    return found.id


def _rota(library: Library) -> Paper:
    table = rota_table(library, Rotas(library).one(_rota_id(library)))
    grid = Grid("Who does what", table.columns, table.rows, (10,) * len(table.columns))
    done = [event for event in Events(library).all() if event.status == "done"]
    return _paper(library, table.title, grid, Text(f"{count(len(done), 'event')} done so far."))


def _coverage(library: Library, framework: Framework) -> Paper:
    years = school_years(library)
    found = coverage(library.entries(), framework, year_groups=years)
    levels = framework.levels
    rows = tuple(
        (
            f"{criterion.code} {criterion.title}",
            *(str(found.criteria[criterion.code][level] or _NONE) for level in levels),
        )
        for criterion in framework.criteria
    )
    by_year = tuple(
        (year, *(str(counts[level] or _NONE) for level in levels))
        for year, counts in found.mt1_year_groups.items()
    )
    counted = {c.code: found.criteria[c.code] for c in framework.criteria if music_technology(c)}
    lacking = [
        f"{code}: {listed([level for level in levels if not counts[level]])}"
        for code, counts in counted.items()
        if not all(counts.values())
    ]
    head = ("Criterion", *(level.capitalize() for level in levels))
    return _paper(
        library,
        "Coverage",
        Text(
            f"Pieces of evidence that an adult has accepted; {_NONE} means none yet. "
            "No number says that a level is met."
        ),
        Grid("Evidence by criterion and level", head, rows, (55, 15, 15, 15)),
        Grid("MT1 by year group", ("Year group", *head[1:]), by_year, (55, 15, 15, 15)),
        Text(f"Music technology without evidence: {'; '.join(lacking) or 'nothing'}."),
    )
