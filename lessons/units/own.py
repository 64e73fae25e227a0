"""The units of work that a library can use: those that come with the program, and the school's own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from evidence.library import Library
from lessons.units.earlier import Earlier
from lessons.units.faults import faults_in
from lessons.units.load import UnitFault, by_year, content_of, parse_unit, read_unit, shipped_units
from lessons.units.unit import Unit
from rubric.line import with_line
from rubric.shelf import frameworks
from studio.disk import write_whole
from studio.errors import StudioError
from studio.wording import did_you_mean

LESSONS = "lessons"
"""The folder of a library with the school's own units."""
_OWN = "own-{}"
"""An id alone could be a name that Windows keeps for itself, such as CON-1."""


class UnknownUnit(StudioError):
    """A unit that is neither shipped nor the school's own."""


class UnitExists(StudioError):
    """A unit whose id is taken."""


class SeveralFaults(StudioError):
    """A file with more than one thing to put right."""


@dataclass(frozen=True, slots=True)
class OwnUnit:
    """One of the school's own, and its file."""

    unit: Unit
    path: Path


def units(library: Library) -> tuple[Unit, ...]:
    """Every unit that can be used, youngest first; own ones that have a fault are left out."""
    own = (each.unit for each in OwnUnits(library).read()[0])
    return tuple(sorted((*shipped_units(), *own), key=by_year))


def unit_named(library: Library, unit_id: str) -> Unit:
    """One of them.

    Raises
    ------
    UnknownUnit
        If there is none of this id.
    """
    wanted = unit_id.strip().upper()
    found = {unit.id: unit for unit in units(library)}
    if wanted not in found:
        raise UnknownUnit(f"There is no unit “{unit_id[:40]}”.", did_you_mean(wanted, found))
    return found[wanted]


class OwnUnits:
    """The school's own units, each a file in the library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.folder = library.folder / LESSONS
        self._earlier = Earlier(self.folder)

    def read(self) -> tuple[tuple[OwnUnit, ...], tuple[UnitFault, ...]]:
        """Those that can be used, and what is wrong with those that cannot: people may edit the files."""
        taken = {unit.id for unit in shipped_units()}
        found: list[OwnUnit] = []
        faults: list[UnitFault] = []
        for path in sorted(self.folder.glob("*.toml")):
            try:
                unit = _read(path)
            except UnitFault as fault:
                faults.append(fault)
                continue
            if unit.id in taken:
                faults.append(_twin(path.name, unit.id))
                continue
            taken.add(unit.id)
            found.append(OwnUnit(unit, path))
        return tuple(found), tuple(faults)

    def check(self, file: Path) -> Unit:
        """Read a file as an own unit, without keeping it.

        Raises
        ------
        UnitFault
            At the first thing that is not right, with its line.
        """
        return self._checked(content_of(file), file.name)

    def faults(self, file: Path) -> tuple[UnitFault, ...]:
        """Everything that is wrong with a file, each fault with its line; none when it can be kept."""
        try:
            content = content_of(file)
            found = faults_in(content, file.name)
            if not found:
                self._checked(content, file.name)
        except UnitFault as fault:
            return (fault,)
        return found

    def keep(self, file: Path, *, again: bool = False) -> Unit:
        """Check a file and keep a copy in the library; `again` lets it take the place of one with its id.

        Raises
        ------
        UnitFault, UnitExists
            If the file or its id cannot be used; nothing is kept then.
        """
        self._library.adults.need("add a unit of work")
        content = content_of(file)
        unit = self._checked(content, file.name)
        with self._writing("imported", unit.id):
            there = self._there(unit.id)
            if there is not None:
                if not again:
                    raise UnitExists(
                        f"There is a unit {unit.id} already.", "Replace it, or choose another id."
                    )
                self._earlier.copy_in(there.path.read_bytes(), unit.id)
            write_whole(there.path if there else self._place(unit.id), content)
        return unit

    def remove(self, unit_id: str) -> Unit:
        """Take an own unit out of the list; `put_back` brings it back.

        Raises
        ------
        UnknownUnit
            If the school has none of this id.
        """
        self._library.adults.need("remove a unit of work")
        wanted = self._own_id(unit_id)
        with self._writing("removed", wanted):
            there = self._there(wanted)
            if there is None:
                raise UnknownUnit(f"{wanted} is gone already.", "Look at the list.")
            self._earlier.move_in(there.path, wanted)
        return there.unit

    def put_back(self, unit_id: str) -> Unit:
        """Undo the last change of an own unit: removed, it is there again; replaced, the two change places.

        Raises
        ------
        UnknownUnit
            If nothing earlier was kept.
        """
        self._library.adults.need("put back a unit of work")
        wanted = unit_id.strip().upper()
        with self._writing("put-back", wanted):
            newest = self._earlier.newest(wanted)
            if newest is None:
                raise UnknownUnit(f"No earlier “{wanted[:40]}” was kept.", "Look at the list for its id.")
            content = newest.read_bytes()
            unit = self._checked(content, newest.name)
            there = self._there(wanted)
            if there is not None:
                self._earlier.copy_in(there.path.read_bytes(), wanted)
            write_whole(there.path if there else self._place(wanted), content)
            newest.unlink()  # last: a kill before this leaves one copy too many, never one too few
        return unit

    def _own_id(self, unit_id: str) -> str:
        wanted = unit_id.strip().upper()
        if wanted in {unit.id for unit in shipped_units()}:
            raise UnknownUnit(f"{wanted} comes with the program and stays.", "Only your own can be removed.")
        if self._there(wanted) is None:
            own = [each.unit.id for each in self.read()[0]]
            fix = did_you_mean(wanted, own) if own else "Your school has none yet."
            raise UnknownUnit(f"Your school has no unit “{unit_id[:40]}”.", fix)
        return wanted

    def _checked(self, content: bytes, name: str) -> Unit:
        unit = parse_unit(content, name, is_own=True)
        try:
            if unit.id in {shipped.id for shipped in shipped_units()}:
                raise _twin(name, unit.id)
            _refuse_unknown_claims(unit, name, self._library)
        except UnitFault as fault:
            raise with_line(fault, content) from fault
        return unit

    def _there(self, unit_id: str) -> OwnUnit | None:
        return next((each for each in self.read()[0] if each.unit.id == unit_id), None)

    def _place(self, unit_id: str) -> Path:
        return self.folder / f"{_OWN.format(unit_id.lower())}.toml"

    @contextmanager
    def _writing(self, action: str, about: str) -> Iterator[None]:
        """The library's turn, so that two programs do not write at once, with its line in the log."""
        with self._library.store.turn() as turn:
            self.folder.mkdir(exist_ok=True)
            yield
            turn.note("unit", about, action=action, who=None)


def _read(path: Path) -> Unit:
    try:
        facts = path.stat()
    except OSError:
        return read_unit(path, is_own=True)  # which says what is wrong
    return _read_once(path, facts.st_mtime_ns, facts.st_size)


@lru_cache(maxsize=500)
def _read_once(path: Path, _changed: int, _size: int) -> Unit:
    return read_unit(path, is_own=True)


def _twin(name: str, unit_id: str) -> UnitFault:
    return UnitFault(
        f"{name}, id: {unit_id} is the id of another unit.", "Give yours another id.", file=name, key="id"
    )


def _refuse_unknown_claims(unit: Unit, name: str, library: Library) -> None:
    known = {str(claim) for each in frameworks(library.folder) for claim in each.claims()}
    for claim in map(str, unit.shows):
        if claim not in known:
            codes = [each for each in known if each.partition(":")[2] == claim.partition(":")[2]]
            raise UnitFault(
                f"{name}, shows: {claim} is in no framework here.",
                did_you_mean(claim, sorted(codes)),
                file=name,
                key="shows",
            )
