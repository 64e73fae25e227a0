"""The frameworks that a library can use: those that come with the program, and the school's own."""

from collections.abc import Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from assets import asset
from rubric.framework import Framework
from rubric.load import FrameworkFault, framework_of, load_framework, shipped_framework
from rubric.own import COLUMNS as OWN_COLUMNS
from rubric.own import framework_from_rows, framework_toml
from rubric.sheet import read_sheet
from rubric.tables import parse_table
from rubric.wording import COLUMNS, OPTIONAL, worded, wording_of, wording_sheet
from studio.disk import reason, write_whole
from studio.errors import StudioError

FRAMEWORKS = "frameworks"
"""The folder of a library with the school's own frameworks and wording."""

_MORE = ("music-mark-membership", "national-plan-areas", "three-i")
_WORDING = "wording.tsv"
_OWN = "own-{}.toml"
"""An id alone could be a name that Windows keeps for itself, such as con."""


class UnknownFramework(StudioError):
    """A framework that is neither shipped nor the school's own."""


class ShelfUnwritable(StudioError):
    """The folder of the school's own frameworks cannot be written."""


class FrameworkExists(StudioError):
    """A framework whose name is taken."""


def frameworks(library: Path) -> tuple[Framework, ...]:
    """Every framework that the library in a folder can use, the Quality Mark first."""
    return (quality_mark(library), *_shipped(), *_own(library))


def framework_named(framework_id: str, library: Path) -> Framework:
    """One of them.

    Raises
    ------
    UnknownFramework
        If there is none of this id.
    """
    wanted = framework_id.strip().lower()
    if wanted in ("quality-mark", shipped_framework().id):
        return quality_mark(library)
    found = {framework.id: framework for framework in (*_shipped(), *_own(library))}
    if wanted not in found:
        ids = [shipped_framework().id, *found]
        close = get_close_matches(wanted, ids, n=1)
        fix = f"Did you mean {close[0]}?" if close else f"There are: {', '.join(ids)}."
        raise UnknownFramework(f"There is no framework “{framework_id[:40]}”.", fix)
    return found[wanted]


def quality_mark(library: Path) -> Framework:
    """The Quality Mark, in the official wording when the library has it."""
    path = library / FRAMEWORKS / _WORDING
    if not path.exists():
        return shipped_framework()
    rows = read_sheet(path, COLUMNS, optional=OPTIONAL)
    return worded(shipped_framework(), wording_of(rows, shipped_framework()))


def keep_wording(file: Path, library: Path) -> int:
    """Lay the wording in a table over ours in this library -> how many texts it has."""
    wording = wording_of(read_sheet(file, COLUMNS, optional=OPTIONAL), shipped_framework())
    _write(library, _WORDING, wording_sheet(wording))
    return len(wording)


def drop_wording(library: Path) -> None:
    """Go back to our own short wording."""
    with _writing(library) as folder:
        (folder / _WORDING).unlink(missing_ok=True)


def keep_own(file: Path, library: Path, *, framework_id: str, title: str, again: bool = False) -> Framework:
    """Read a framework from a spreadsheet and keep it in the library.

    Raises
    ------
    SheetFault, FrameworkFault, FrameworkExists
        If the spreadsheet or the name cannot be used; nothing is kept then.
    """
    source = f"Written by the school or its hub; read from {file.name[:60]}."
    rows = read_sheet(file, OWN_COLUMNS[:3] + OWN_COLUMNS[4:], optional=OWN_COLUMNS[3:4])
    made = framework_from_rows(rows, framework_id=framework_id, title=title, source=source)
    content = framework_toml(made).encode()
    made = framework_of(parse_table(content, f"{framework_id[:40]}.toml", FrameworkFault))
    _refuse_taken(made.id, library, again=again)
    _write(library, _OWN.format(made.id), content)
    return made


def _refuse_taken(framework_id: str, library: Path, *, again: bool) -> None:
    shipped = {framework.id for framework in (shipped_framework(), *_shipped())} | {"quality-mark"}
    if framework_id in shipped:
        raise FrameworkExists(f"“{framework_id}” comes with the program.", "Give yours another id.")
    if not again and (library / FRAMEWORKS / _OWN.format(framework_id)).exists():
        raise FrameworkExists(
            f"There is a framework “{framework_id}” already.", "Use --replace, or another id."
        )


def _write(library: Path, name: str, content: bytes) -> None:
    with _writing(library) as folder:
        write_whole(folder / name, content)


@contextmanager
def _writing(library: Path) -> Iterator[Path]:
    try:
        (library / FRAMEWORKS).mkdir(exist_ok=True)
        yield library / FRAMEWORKS
    except OSError as error:
        raise ShelfUnwritable(
            f"The folder {FRAMEWORKS} of the library could not be written: {reason(error)}.",
            "Make room on the disk, or get the right to write there, then try again.",
        ) from error


@cache
def _shipped() -> tuple[Framework, ...]:
    return tuple(load_framework(asset("frameworks", f"{name}.toml")) for name in _MORE)


def _own(library: Path) -> tuple[Framework, ...]:
    return tuple(load_framework(path) for path in sorted((library / FRAMEWORKS).glob("*.toml")))
