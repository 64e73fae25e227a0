"""A withdrawal as a job: written down before anything is erased, so that it can be carried on."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from evidence.award.records import AwardRecords
from evidence.contents import check_sha256
from evidence.library import Library
from evidence.records.store import RecordId

KIND, SERIES = "erasure", "ER"


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """One withdrawal: what is still to be erased, and what came of it."""

    id: str
    subject: str
    """The id of an entry or a sound, or the code of a person."""
    ids: tuple[str, ...]
    """Of the entries and sounds that went."""
    originals: tuple[str, ...] = ()
    """SHA-256 of recordings to be erased; empty when they are, as are the next two."""
    attachments: tuple[str, ...] = ()
    exports: tuple[str, ...] = ()
    """Names of files in the folder of exports."""
    bundles: tuple[str, ...] = ()
    """Ids of the sealed bundles that hold it."""
    backups: bool = False
    """Whether backups that hold it are to go too, where they can be reached."""
    bundle: str = ""
    """Where the new bundle was written."""
    letter: str = ""
    """Where the letter to the hub was written."""
    begun: datetime
    finished: datetime | None = None
    by: str | None = None

    def __post_init__(self) -> None:
        # A stranger's library must not have files erased that it does not name by their content.
        for sha256 in (*self.originals, *self.attachments):
            check_sha256(sha256)
        for name in self.exports:
            if "\\" in name or ":" in name or {"..", ""} & set(name.split("/")):
                raise ValueError(f"{name!r:.60} is no file in the folder of exports")

    @property
    def is_of_person(self) -> bool:
        """Whether it is all of one person."""
        return RecordId.parse(self.subject) is None


class Erasures:
    """Every withdrawal from a library, finished or not."""

    def __init__(self, library: Library) -> None:
        self._records = AwardRecords(library, KIND, SERIES, Erasure)

    def all(self) -> tuple[Erasure, ...]:
        """Oldest first."""
        return self._records.all()

    def unfinished(self) -> tuple[Erasure, ...]:
        """Those that were begun and then stopped, by a kill or a fault."""
        return tuple(each for each in self.all() if each.finished is None)

    def change(self, erasure_id: str, action: str, altered: Callable[[Erasure], Erasure]) -> Erasure:
        """Write down how far it is."""
        return self._records.change(erasure_id, altered, action=action, who=None)

    def finish(self, erasure_id: str, now: datetime) -> Erasure:
        """Write down that it is done, and forget what the files were called."""
        return self.change(
            erasure_id,
            "finished",
            lambda stored: replace(stored, originals=(), attachments=(), exports=(), finished=now),
        )
