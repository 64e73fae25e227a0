"""The rota on paper: codes only, no photos, and the day on which it was changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from evidence.library import Library
from evidence.papers.document import write_document
from evidence.papers.paper import Block, Bullets, Grid, Paper, Text
from lessons.assembly.event import Event
from lessons.assembly.events import Events
from lessons.assembly.rota import STAND_IN, TRAINEE, Rota
from lessons.assembly.rota_log import words_of
from lessons.assembly.rotas import Rotas
from lessons.assembly.skill import team_roles, team_rules
from studio.wording import date_in_words

_NOBODY = "–"
_MOST_CHANGES = 8


@dataclass(frozen=True, slots=True)
class RotaTable:
    """A rota as a table, with a line for each event."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    foot: str
    """Whether it is a draft, or when it was changed."""


def rota_table(library: Library, rota: Rota) -> RotaTable:
    """What the sheet shows."""
    roles = team_roles()
    return RotaTable(
        title=rota.title,
        columns=("Day", "Event", *(role.title for role in roles), "Stands in"),
        rows=tuple(_row(rota, event) for event in Rotas(library).events(rota)),
        foot=_foot(rota),
    )


def rota_paper(library: Library, rota_id: str) -> Paper:
    """The sheet as a paper, with the changes since it was published and the hand signals."""
    library.adults.need("print a rota")
    rota = Rotas(library).one(rota_id)
    table = rota_table(library, rota)
    signals = "; ".join(f"{each.sign}: {each.means}" for each in team_rules().signals)
    titles = {event.id: event.title for event in Events(library).all()}
    return Paper(
        over="Assembly team",
        title=table.title,
        school=library.school,
        made=library.now(),
        foot=table.foot,
        blocks=(
            Text(f"{table.foot} If somebody is away, the stand-in comes."),
            Grid("Who does what", table.columns, table.rows, (3, 5, *(4 for _ in team_roles()), 6)),
            *_changes(rota, titles),
            Text(f"Signals: {signals}.", soft=True),
        ),
        landscape=True,
    )


def print_rota(library: Library, rota_id: str, out: Path | str, *, overwrite: bool = False) -> Path:
    """Write the sheet: as a PDF for the wall in the school's colours, or as Word, page or text.

    Raises
    ------
    AdultsOnly, NothingToPrint, PaperExists, PaperNotWritten
    """
    library.adults.need("print a rota")
    if Path(out).suffix.lower() != ".pdf":
        return write_document(library, rota_paper(library, rota_id), out, overwrite=overwrite)
    from lessons.printing.rota_sheet import rota_sheet  # draws, which the rest does not need

    table = rota_table(library, Rotas(library).one(rota_id))
    return rota_sheet(library, table.title, table.columns, table.rows, table.foot, out, overwrite=overwrite)


def _row(rota: Rota, event: Event) -> tuple[str, ...]:
    day = f"{event.date.day} {date_in_words(event.date).split()[1][:3]} {event.begins}"
    if not event.is_on:
        why = f": {event.why}" if event.why else ""
        return (day, f"{event.title} CANCELLED{why}", *(_NOBODY for _ in team_roles()), _NOBODY)
    where = f" ({event.place})" if event.place else ""
    jobs = (_job(rota, event, role.id) for role in team_roles())
    return (day, f"{event.title}{where}", *jobs, _stand_ins(rota, event))


def _job(rota: Rota, event: Event, role: str) -> str:
    """Who does it, and who learns it beside them."""
    code = rota.who(event.id, role)
    if not code:
        return "nobody yet" if role in event.needs else _NOBODY
    learns = rota.who(event.id, role, TRAINEE)
    return f"{code}, {learns} learns" if learns else code


def _stand_ins(rota: Rota, event: Event) -> str:
    """Such as `Y5-fox: Picture, Sound; Y4-wren: Floor`."""
    titles: Mapping[str, str] = {role.id: role.title for role in team_roles()}
    found: dict[str, list[str]] = {}
    for duty in rota.at(event.id):
        if duty.part == STAND_IN:
            found.setdefault(duty.code, []).append(titles.get(duty.role, duty.role))
    return "; ".join(f"{code}: {', '.join(roles)}" for code, roles in found.items()) or _NOBODY


def _foot(rota: Rota) -> str:
    if rota.status == "draft":
        return "Draft: not for the wall yet."
    if rota.changed:
        return f"Changed on {date_in_words(rota.changed.date())}."
    return f"Published on {date_in_words(rota.published.date())}." if rota.published else ""


def _changes(rota: Rota, titles: dict[str, str]) -> tuple[Block, ...]:
    told = [words_of(each, titles) for each in rota.changes if each.what != "published"]
    return (Bullets(tuple(told[-_MOST_CHANGES:])),) if told else ()
