"""Sizes of reader: how much is on the screen, chosen for a class; the sounds are the same."""

from dataclasses import dataclass, replace
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

from assets import asset
from evidence.award.records import AwardRecords
from evidence.library import Library
from evidence.years import YEAR_GROUPS, parse_year
from rubric.tables import ContentFault, Table, read_table
from studio.errors import StudioError
from studio.wording import did_you_mean

LITTLE, MIDDLE, STUDIO = SIZES = ("little", "middle", "studio")


class SizeFault(ContentFault):
    """The file of the sizes cannot be used as it stands."""


class UnknownSize(StudioError):
    """A word that is no size."""


@dataclass(frozen=True, slots=True)
class Size:
    """One amount on the screen."""

    id: str
    title: str
    about: str
    years: tuple[str, ...]
    """Year groups that begin with it."""
    not_shown: frozenset[str]
    """Ids of the keys that it leaves out, those of larger sizes too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassSize:
    """What was chosen for one year group."""

    year: str
    size: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Who reads now, and what was chosen for each class."""

    id: str = ""
    year: str = ""
    """The class that is here; empty when nobody said."""
    size: str = STUDIO
    classes: tuple[ClassSize, ...] = ()

    def __post_init__(self) -> None:
        if {self.size, *(each.size for each in self.classes)} - set(SIZES):
            raise ValueError(f"a size is one of {SIZES}")

    def size_of(self, year: str) -> str:
        """The size of a class: what was chosen, or what its year group begins with."""
        chosen = next((each.size for each in self.classes if each.year == year), "")
        return chosen or next(size.id for size in sizes() if year in size.years)


class Readers:
    """The sizes chosen in a library."""

    def __init__(self, library: Library) -> None:
        self._records = AwardRecords(library, "reader", "SZ", Reader)

    def now(self) -> Reader:
        """What was chosen last; every key for a library in which nobody chose."""
        return next(iter(self._records.all()), Reader())

    def set_size(self, size: str) -> Reader:
        """Show so much from now on, whoever is here."""
        return self._changed(size=parse_size(size))

    def come(self, year: str) -> Reader:
        """A class comes: show as much as was chosen for it."""
        known = parse_year(year)
        return self._changed(year=known, size=self.now().size_of(known))

    def choose(self, year: str, size: str) -> Reader:
        """Choose a size for a class; when it is here, it has it at once."""
        known, wanted, now = parse_year(year), parse_size(size), self.now()
        others = tuple(each for each in now.classes if each.year != known)
        classes = (*others, ClassSize(year=known, size=wanted))
        return self._changed(classes=classes, size=wanted if now.year == known else now.size)

    def put_back(self, before: Reader) -> Reader:
        """As it was before a change."""
        return self._changed(year=before.year, size=before.size, classes=before.classes)

    def _changed(self, **fields: object) -> Reader:
        now = self.now()
        if not now.id:
            return self._records.add(lambda id_: replace(now, id=id_, **fields), who=None)  # type: ignore[arg-type]
        return self._records.change(
            now.id,
            lambda stored: replace(stored, **fields),  # type: ignore[arg-type]
            action="edited",
            who=None,
        )


def parse_size(text: str) -> str:
    """The id of a size, as a person writes it."""
    word = text.strip().lower()
    if word not in SIZES:
        raise UnknownSize(f"“{text[:20]}” is no size of reader.", did_you_mean(word, SIZES))
    return word


def next_size(size: str) -> str:
    """The size after one, round and round."""
    return SIZES[(SIZES.index(size) + 1) % len(SIZES)]


def size_named(size_id: str) -> Size:
    """One of the three."""
    return next(size for size in sizes() if size.id == size_id)


@cache
def sizes() -> tuple[Size, ...]:
    """The sizes as they come with the program."""
    return load_sizes(asset("studio", "sizes.toml"))


def load_sizes(file: Path | Traversable) -> tuple[Size, ...]:
    """Read a file of sizes.

    Raises
    ------
    SizeFault
        At the first thing that is missing, misspelt or of the wrong kind.
    """
    table = read_table(file, SizeFault)
    rows = table.tables("sizes")
    found = [_size(row) for row in rows]
    if [size.id for size in found] != list(SIZES):
        raise table.fault(
            "sizes", f"these three are wanted, in this order: {', '.join(SIZES)}.", "Put them so."
        )
    if [year for size in found for year in size.years] != list(YEAR_GROUPS):
        raise table.fault(
            "sizes", "each year group needs one size.", "Let each begin where the last one ends."
        )
    table.expect_nothing_else()
    # What a larger size leaves out the smaller ones leave out, too.
    return tuple(
        replace(size, not_shown=frozenset().union(*(larger.not_shown for larger in found[at:])))
        for at, size in enumerate(found)
    )


def _size(row: Table) -> Size:
    years = row.texts("years", choices=YEAR_GROUPS)
    first, last = (YEAR_GROUPS.index(year) for year in (years[0], years[-1]))
    size = Size(
        id=row.choice("id", SIZES),
        title=row.text("title", longest=12),
        about=row.text("about", longest=60),
        years=YEAR_GROUPS[first : last + 1],
        not_shown=frozenset(row.texts("not_shown")) if row.has("not_shown") else frozenset(),
    )
    row.expect_nothing_else()
    return size
