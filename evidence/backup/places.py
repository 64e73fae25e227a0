"""Where backups go: remembered, so that the daily one needs nobody and every copy can be found."""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from evidence.award.records import AwardRecords
from evidence.backup.backup import Backup, Progress, back_up
from evidence.backup.card import BackupCard, BackupDamaged
from evidence.backup.place import BackupNotMade
from evidence.backup.source import find_backups, open_backup
from evidence.library import Library
from studio.errors import StudioError

DAYS_KEPT = 14
"""How many days of daily backups are kept unless somebody says otherwise."""


class NotAFolderPlace(StudioError):
    """A daily backup that would go into a zip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupPlaceKept:
    """A folder of backups, or a zip, that was written to once."""

    id: str
    path: str
    daily_keep: int = 0
    """For how many days daily backups stay; 0 when nothing is backed up there by itself."""

    def __post_init__(self) -> None:
        if "\0" in self.path or self.daily_keep < 0:
            raise ValueError(f"nothing is kept in {self.path!r:.60} for {self.daily_keep} days")

    @property
    def is_daily(self) -> bool:
        """Whether a backup is made there every day."""
        return self.daily_keep > 0


class BackupPlaces:
    """Every place that a backup of this library was ever written to."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._places = AwardRecords(library, "place", "PL", BackupPlaceKept)

    def all(self) -> tuple[BackupPlaceKept, ...]:
        """The oldest first."""
        return self._places.all()

    def daily(self) -> BackupPlaceKept | None:
        """The one place for the daily backup, if any."""
        return next((place for place in reversed(self.all()) if place.is_daily), None)

    def remember(self, to: Path) -> BackupPlaceKept:
        """Keep in mind that a backup went there; says nothing twice."""
        path = str(to.absolute())
        known = next((place for place in self.all() if place.path == path), None)
        return known or self._places.add(lambda id_: BackupPlaceKept(id=id_, path=path), who=None)

    def back_up_daily(self, to: Path, *, keep: int = DAYS_KEPT) -> BackupPlaceKept:
        """From now on, back up there every day on which the program is used.

        Raises
        ------
        NotAFolderPlace
            If it is a zip, which holds a single day.
        """
        self._library.adults.need("choose where backups go")
        if to.suffix.lower() == ".zip":
            raise NotAFolderPlace("A zip holds one backup only.", "Choose a folder for the daily backup.")
        place = self.remember(to)
        self.stop_daily()
        return self._places.change(
            place.id, lambda stored: replace(stored, daily_keep=keep), action="daily", who=None
        )

    def stop_daily(self) -> None:
        """Make no more backups by itself."""
        self._library.adults.need("choose where backups go")
        for place in self.all():
            if place.is_daily:
                self._places.change(
                    place.id, lambda stored: replace(stored, daily_keep=0), action="not-daily", who=None
                )

    def found(self) -> Iterator[tuple[Path, BackupCard]]:
        """Every backup of this library that can be reached now, with its card."""
        for place in {each.path: each for each in self.all()}.values():
            yield from self._found_in(place)

    def _found_in(self, place: BackupPlaceKept) -> Iterator[tuple[Path, BackupCard]]:
        path = Path(place.path)
        zipped = ((path, card) for card in _card_of_zip(path))
        # Not of `pathlib`, which raises over a path that a stranger's library made too long.
        found = find_backups(path) if os.path.isdir(path) else zipped
        yield from ((path, card) for path, card in found if card.library == self._library.id)

    def is_due(self, today: date) -> bool:
        """Whether there is a daily place, and no backup of today in it."""
        place = self.daily()
        if place is None:
            return False
        zone = self._library.now().tzinfo
        return today not in {card.made.astimezone(zone).date() for _, card in self._found_in(place)}

    def back_up_if_due(self, progress: Progress | None = None) -> Backup | None:
        """Make today's backup when it is due; it needs no adult, for nobody chooses anything.

        It goes only where one lies that an adult made: a stranger's library could name any folder.

        Raises
        ------
        BackupNotMade, LibraryBusy
            If the place cannot be reached or written, such as a stick that is not plugged in.
        """
        place = self.daily()
        if place is None or not self.is_due(self._library.now().date()):
            return None
        if next(self._found_in(place), None) is None:
            raise BackupNotMade(
                f"Today's backup was not made: no earlier one can be found in {place.path}.",
                "Plug its disk in; or make the first one there yourself.",
            )
        return back_up(self._library, place.path, keep=place.daily_keep, progress=progress, by_itself=True)


def _card_of_zip(path: Path) -> Iterator[BackupCard]:
    if os.path.isfile(path):
        with (
            suppress(BackupDamaged),
            open_backup(path) as source,
        ):
            yield source.card
