"""What comes with the program: sounds of the grid, patterns to start from, the names of rhythms."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from assets import asset
from lessons.rhythm.pattern import LEVELS, TEMPOS, TO_A_BEAT, BadPattern, Pattern, Row
from rubric.tables import ContentFault, Table, read_table
from studio.errors import StudioError
from studio.wording import did_you_mean

_BEAT = f"[x.]{{{TO_A_BEAT}}}"


class RhythmFault(ContentFault):
    """The file of rhythms cannot be used as it stands."""


class UnknownRhythm(StudioError):
    """A word that is no pattern, and no rhythm that was kept."""


@dataclass(frozen=True, slots=True)
class GridSound:
    """A short sound for a row."""

    id: str
    title: str
    file: str


@dataclass(frozen=True, slots=True)
class Start:
    """A pattern to start from."""

    id: str
    about: str
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class RhythmBook:
    """All of it."""

    sounds: tuple[GridSound, ...]
    starts: tuple[Start, ...]
    names: Mapping[str, str]
    """How each beat is said, by its boxes."""


@cache
def rhythm_book() -> RhythmBook:
    """What comes with the program."""
    return rhythm_book_of(read_table(asset("lessons", "rhythms.toml"), RhythmFault))


def start_named(start_id: str) -> Start:
    """A pattern to start from.

    Raises
    ------
    UnknownRhythm
        If there is none of this id.
    """
    starts = {each.id: each for each in rhythm_book().starts}
    wanted = "-".join(start_id.lower().split())
    if wanted not in starts:
        raise UnknownRhythm(f"There is no pattern “{start_id[:40]}”.", did_you_mean(wanted, starts))
    return starts[wanted]


def rhythm_book_of(table: Table) -> RhythmBook:
    """The content of a file's table.

    Raises
    ------
    RhythmFault
        At the first thing that is missing, double, misspelt or of the wrong kind.
    """
    sounds = tuple(map(_sound, table.tables("sounds")))
    table.refuse_twins("sounds", (each.id for each in sounds))
    ids = tuple(each.id for each in sounds)
    starts = tuple(_start(row, ids) for row in table.tables("patterns"))
    table.refuse_twins("patterns", (each.id for each in starts))
    names = dict(map(_name, table.tables("names")))
    table.refuse_twins("names", (row.text("beat") for row in table.tables("names")))
    if len(names) < 2**TO_A_BEAT:
        raise table.fault("names", "a beat has no name.", "Give one for each way to fill four boxes.")
    table.expect_nothing_else()
    return RhythmBook(sounds, starts, MappingProxyType(names))


def _sound(row: Table) -> GridSound:
    sound = GridSound(
        id=row.text("id", pattern=r"[a-z][a-z-]{1,23}", example="low-drum"),
        title=row.text("title", longest=16),
        file=row.text("file", pattern=r"[a-z0-9-]+\.flac", example="clap.flac"),
    )
    row.expect_nothing_else()
    return sound


def _start(row: Table, sounds: tuple[str, ...]) -> Start:
    rows = tuple(_row(row, text, sounds) for text in row.texts("rows"))
    try:
        pattern = Pattern(
            title=row.text("title", longest=40),
            tempo=row.whole("tempo", least=TEMPOS[0], most=TEMPOS[1]),
            beats=len(rows[0].hits) // TO_A_BEAT,
            rows=rows,
        )
    except BadPattern as error:
        raise row.fault("rows", error.what, error.fix) from error
    start = Start(
        row.text("id", pattern=r"[a-z][a-z-]{1,23}", example="off-beat"),
        row.text("about", longest=120),
        pattern,
    )
    row.expect_nothing_else()
    return start


def _row(table: Table, text: str, sounds: tuple[str, ...]) -> Row:
    sound, colon, boxes = text.partition(":")
    hits = "".join(boxes.split())
    if not colon or sound.strip() not in sounds:
        raise table.fault("rows", f"“{text[:30]}” has no sound.", did_you_mean(sound.strip(), sounds))
    if set(hits) - set(LEVELS):
        raise table.fault("rows", f"“{text[:30]}” has other boxes.", "Write X, x and . only.")
    return Row(sound.strip(), hits)


def _name(row: Table) -> tuple[str, str]:
    beat = row.text("beat", pattern=_BEAT, example="x.x.")
    name = row.text("say", longest=12)
    row.expect_nothing_else()
    return beat, name
