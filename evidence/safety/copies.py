"""Copies that the program made of what is withdrawn: in its own folders, in exports, in backups."""

import html
import os
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from evidence.backup.places import BackupPlaces
from evidence.bundle.names import slug
from evidence.library import Library
from evidence.records.journal import LOG
from evidence.words import clean_file_name
from studio.disk import PART

_BLOCK = 1 << 20
_LONGEST_WORDS = 1 << 10
_HEADER, _LEAST = 128, 1024
"""Bytes: no header of a sound is longer, and what is shorter says nothing."""

_NUMBER = re.compile(r"\d+ ")
"""Begins the name of a file that lies in an order with others."""


@dataclass(frozen=True, slots=True)
class BackupCopy:
    """A backup that holds what was withdrawn, or a place where there may be one."""

    path: Path
    made: datetime | None
    """`None` when the place cannot be reached now."""


def copies_of_content(library: Library, sha256: str) -> Iterator[Path]:
    """Every file in the library's folder that is this recording or attachment, or the start of one.

    Copies that a killed program left under passing names are found by comparing them.
    """
    for folder in (library.originals, library.files):
        kept = [path for path in folder.glob(f"{sha256}*") if path.is_file()]
        for path in kept:
            yield from _beginnings(library, path)
        yield from kept
    yield from library.overviews.glob(f"{sha256}.peaks*")


def exports_holding(
    library: Library, ids: Iterable[str], words: Iterable[str], *, known: Iterable[Path]
) -> Iterator[Path]:
    """Files in the folder of exports that are named for it, or that say an id or a title of it.

    Bundles that are `known` are passed over: the library remembers what is in them.
    """
    ids, titles = tuple(ids), [word for word in words if len(word) > 2]
    named = re.compile(rf"(?<![a-z0-9])({'|'.join(map(re.escape, ids))})(?![0-9])", re.IGNORECASE)
    called = {slug(title) for title in titles} - {slug("")}
    called |= {
        name.casefold() for title in titles for name in (title, Path(clean_file_name(f"{title}.x")).stem)
    }
    passed = {path.absolute() for path in known}
    sought = [each.encode() for each in ids]
    for title in titles:
        sought += [title.encode(), html.escape(title, quote=False).encode(), html.escape(title).encode()]
    for path in sorted(library.exports.rglob("*")):
        if path.is_file() and not path.is_symlink() and path.absolute() not in passed:
            stem = path.stem.casefold()
            by_name = bool(ids) and named.search(stem) is not None
            if by_name or called & {stem, _NUMBER.sub("", stem)} or _holds(path, sought):
                yield path


def backups_holding(
    library: Library, ids: Iterable[str], erasure_id: str | None = None
) -> tuple[BackupCopy, ...]:
    """Backups whose log tells of it and does not know yet that it was withdrawn.

    Of places that cannot be reached now, such as a stick that is not plugged in, the place.
    """
    log = library.journal.read_bytes()
    first = min((place for place in (_told_at(log, each) for each in ids) if place >= 0), default=-1)
    last = _told_at(log, erasure_id) if erasure_id else len(log)
    places = BackupPlaces(library)
    sizes = ((path, card.made, card.files[LOG].size) for path, card in places.found() if LOG in card.files)
    found = [BackupCopy(path, made) for path, made, size in sizes if 0 <= first < size <= last]
    paths = dict.fromkeys(Path(place.path) for place in places.all())
    return (*found, *(BackupCopy(path, None) for path in paths if not os.path.exists(path)))


def _told_at(log: bytes, record_id: str) -> int:
    """Where the line begins that first tells of a record; -1 when none does."""
    found = log.find(f'"id":"{record_id}"'.encode())
    return found if found < 0 else log.rfind(b"\n", 0, found) + 1


def _beginnings(library: Library, whole: Path) -> Iterator[Path]:
    """What a program that was killed left of it: in a folder of contents, of imports or of takes."""
    parts = [*library.originals.glob(f"*{PART}"), *library.files.glob(f"*{PART}")]
    parts += library.folder.glob(".import-*/*")
    size = whole.stat().st_size
    takes = [path for path in library.takes.glob("*.wav") if path.stat().st_size == size]
    for path in (*parts, *takes):
        if path.is_file() and not path.is_symlink() and _begins(whole, path):
            yield path
            if (peaks := path.with_suffix(".peaks")).exists():
                yield peaks


def _begins(whole: Path, part: Path) -> bool:
    """Whether a file is the start of another; a header that was not finished yet may differ."""
    size = part.stat().st_size
    if not _LEAST <= size <= whole.stat().st_size:
        return False
    with whole.open("rb") as one, part.open("rb") as other:
        one.seek(_HEADER)
        other.seek(_HEADER)
        while block := other.read(_BLOCK):
            if one.read(len(block)) != block:
                return False
    return True


def _holds(path: Path, sought: list[bytes]) -> bool:
    if zipfile.is_zipfile(path):
        try:
            with zipfile.ZipFile(path) as archive:
                for info in archive.infolist():
                    with archive.open(info) as file:
                        name = info.filename.encode("utf-8", "surrogateescape")
                        if any(each in name for each in sought) or _said(file, sought):
                            return True
            return False
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError):
            pass  # a zip that we did not write is searched as it lies
    with path.open("rb") as plain:
        return _said(plain, sought)


def _said(file: IO[bytes], sought: list[bytes]) -> bool:
    before = b""
    while block := file.read(_BLOCK):
        if any(each in before + block for each in sought):
            return True
        before = block[-_LONGEST_WORDS:]
    return False
