"""Which files came in already, so that a card that stays plugged in brings each sound once."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from evidence.award.records import AwardRecords
from evidence.library import Library
from evidence.sound import Sound


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """One file that became a sound."""

    id: str
    mark: str
    """Of the file; nobody can read its name from it, which may be a child's."""
    sound_id: str


class Arrivals:
    """The arrivals in a library."""

    def __init__(self, library: Library) -> None:
        self._records = AwardRecords(library, "arrival", "AR", Arrival)

    def marks(self) -> frozenset[str]:
        """The marks of all files that came in."""
        return frozenset(each.mark for each in self._records.all())

    def note(self, file: Path, sound: Sound) -> Arrival:
        """Remember that a file became a sound."""
        mark = mark_of(file)
        return self._records.add(lambda new: Arrival(id=new, mark=mark, sound_id=sound.id), who=sound.by)


def mark_of(file: Path) -> str:
    """A mark that the same file has again: of its name, size and time, since reading a card takes minutes.

    Raises
    ------
    OSError
        If it is not there.
    """
    stat = file.stat()
    return sha256(f"{file.name}\0{stat.st_size}\0{int(stat.st_mtime)}".encode(errors="replace")).hexdigest()
