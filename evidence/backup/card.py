"""What a backup says of itself: which library, when, and the hash of every file."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, Self

import orjson

from evidence.bundle.names import twins
from evidence.card import CARD
from evidence.contents import check_sha256
from evidence.folder import FOLDERS
from evidence.records.journal import LOG, canonical
from studio.errors import StudioError

BACKUP_CARD = "backup.json"
INSIDE = "library"
"""The folder in a backup that the library's files lie in."""
FORMAT, SCHEMA = "soundingboard backup", 1

_PART = re.compile(r'[^\x00-\x1f\x7f<>:"/\\|?*]{1,200}')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_DEEPEST = 6


class BackupDamaged(StudioError):
    """A backup that is not as it was made, or is none."""


@dataclass(frozen=True, slots=True)
class Filed:
    """A file in a backup."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupCard:
    """What `backup.json` says."""

    library: str
    """The id of the library."""
    school: str
    made: datetime
    files: Mapping[str, Filed]
    """By the paths inside the library."""
    faults: tuple[str, ...] = ()
    """What was already wrong in the library when the backup was made."""

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files.values())

    def text(self) -> bytes:
        """The card as a file."""
        plain = {
            "format": FORMAT,
            "schema": SCHEMA,
            "library": self.library,
            "school": self.school,
            "made": self.made.isoformat(),
            "faults": list(self.faults),
            "files": {path: [file.sha256, file.size] for path, file in sorted(self.files.items())},
        }
        return canonical(plain | {"hash": sha256(canonical(plain)).hexdigest()}) + b"\n"

    @classmethod
    def parse(cls, data: bytes) -> Self:
        """Read what `text` wrote, believing none of it.

        Raises
        ------
        ValueError
            If it is not what `text` writes, or names a place that is none in a library.
        """
        try:
            plain = orjson.loads(data)
            if plain["format"] != FORMAT or plain["schema"] != SCHEMA:
                raise ValueError("not a backup that this version knows")
            card = cls(
                library=plain["library"],
                school=plain["school"],
                made=datetime.fromisoformat(plain["made"]),
                files={
                    path: Filed(check_sha256(hash_), size) for path, (hash_, size) in plain["files"].items()
                },
                faults=tuple(plain["faults"]),
            )
            if card.text() != data or card.made.tzinfo is None:
                raise ValueError("it is not written as it was")
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError("a part is missing or of the wrong kind") from error
        _check(card)
        return card


def is_safe(path: str) -> bool:
    """Whether a path lies in a library, under a name that every computer can keep."""
    top, *rest = parts = path.split("/")
    if not ((top in FOLDERS and rest) or path in (CARD, LOG)) or len(parts) > _DEEPEST:
        return False
    return all(map(_is_name, parts))


def _is_name(part: str) -> bool:
    neat = part == part.strip(" ").rstrip(".")
    return neat and bool(_PART.fullmatch(part)) and not _RESERVED.fullmatch(part)


def _check(card: BackupCard) -> None:
    texts: Iterable[Any] = (card.library, card.school, *card.faults)
    if not all(isinstance(text, str) for text in texts):
        raise ValueError("a text is none")
    if not all(isinstance(file.size, int) and file.size >= 0 for file in card.files.values()):
        raise ValueError("a size is none")
    if not all(map(is_safe, card.files)) or twins(card.files) or CARD not in card.files:
        raise ValueError("a file has a place that is none in a library")
