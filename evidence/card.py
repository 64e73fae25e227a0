"""The library's card: the file that makes a folder a library and says whose it is."""

import re
import uuid
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Self

import orjson

from evidence.records.store import LibraryDamaged
from evidence.words import BadTitle, clean_title
from studio.disk import read_whole, write_whole
from studio.errors import StudioError

CARD = "library.json"
FORMAT = "soundingboard library"
SCHEMA = 4
"""How the library is laid out; a change of layout counts it up and comes with a migration.

1: sounds, entries, and the records of the award. 2: entries have more fields, which an older
record lacks and which are then empty; more kinds of records. 3: sounds say who made them together
and in which session of the club; the records of the room. 4: sounds have labels, the card of a
found sound, and the sounds they were made of.
"""


class NotALibrary(StudioError):
    """A folder that is no library, or none at all."""


class LibraryNewer(StudioError):
    """A library made by a newer version of the program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What `library.json` says."""

    id: str
    school: str
    made: str
    """ISO date and time with its zone."""
    schema: int = SCHEMA
    format: str = FORMAT

    @classmethod
    def new(cls, school: str, made: datetime) -> Self:
        """The card of a new library."""
        return cls(id=uuid.uuid4().hex, school=school, made=made.isoformat())

    def save(self, folder: Path) -> None:
        """Write it, durably."""
        write_whole(folder / CARD, orjson.dumps(asdict(self), option=orjson.OPT_INDENT_2))

    @property
    def is_old(self) -> bool:
        """Whether the library was laid out by an earlier version."""
        return self.schema < SCHEMA

    def renewed(self) -> Self:
        """The card of the same library in today's layout."""
        return replace(self, schema=SCHEMA)

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read a folder's card.

        Raises
        ------
        NotALibrary
            If the folder has none.
        LibraryNewer
            If this version of the program does not know the layout.
        LibraryDamaged
            If it cannot be read.
        """
        try:
            plain = orjson.loads(read_whole(folder / CARD))
            if plain["format"] != FORMAT or not isinstance(plain["schema"], int) or plain["schema"] < 1:
                raise ValueError("not a library's card")
            if plain["schema"] > SCHEMA:
                raise LibraryNewer(
                    f"The library in {folder} was made by a newer version of Soundingboard.",
                    "Install the newest version on this computer; nothing was changed.",
                )
            card = cls(**plain)
            if not re.fullmatch("[0-9a-f]{32}", card.id) or datetime.fromisoformat(card.made).tzinfo is None:
                raise ValueError("a field has the wrong kind of value")
            card = replace(card, school=clean_title(card.school) if card.school else "")
        except (FileNotFoundError, NotADirectoryError) as error:
            raise NotALibrary(
                f"There is no library in {folder}.",
                "Choose another folder, or an empty one to begin a new library in.",
            ) from error
        except (AttributeError, BadTitle, KeyError, TypeError, ValueError) as error:
            raise LibraryDamaged(f"The library's file {CARD} in {folder} is damaged.") from error
        return card
