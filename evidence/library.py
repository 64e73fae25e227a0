"""The library: one folder for a school, with its sounds, its evidence, and the log of every change."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Self

from evidence.attachment import attach, attached_path
from evidence.card import CARD, Card
from evidence.entry import Amendment, Draft, Entry, FileUse
from evidence.folder import PATIENCE_SECONDS, RECORDS, make_folders, make_library, refuse_links
from evidence.past import NotYetHappened, past_day
from evidence.records.disk_store import DiskStore
from evidence.records.journal import LOG, Journal
from evidence.records.read_back import UnknownRecord, Values, known, read_back, withdrawn
from evidence.records.store import KINDS, LibraryDamaged, LibraryUnwritable, Record, Store
from evidence.safety.adults import Adults
from evidence.sound_shelf import ChangedMeanwhile, HasOriginal, SoundShelf
from evidence.words import clean_title
from rubric.framework import Framework
from studio.disk import reason

__all__ = ["ChangedMeanwhile", "HasOriginal", "Library", "NotYetHappened", "UnknownRecord", "local_time"]

Clock = Callable[[], datetime]

_NOT_AMENDED = ("id", "date_recorded", "status", "amendments")


def local_time() -> datetime:
    """Now, with the time zone of this machine."""
    return datetime.now().astimezone()


class Library(SoundShelf):
    """One school's library, open; see `Library.open`."""

    def __init__(self, folder: Path, card: Card, *, clock: Clock) -> None:
        self.folder = folder
        self.id = card.id
        self.school = card.school
        self.takes = folder / "takes"
        self.exports = folder / "exports"
        self.files = folder / "files"
        self.journal = Journal(folder / LOG)
        self.adults = Adults(folder)
        self._clock = clock
        self._disk = DiskStore(
            folder, self.journal, now=self.now, patience=PATIENCE_SECONDS, renew=self._renew
        )
        self._store: Store = self._disk
        self.values = Values()
        """Of records, each read once; also for those that have a file of their own."""

    @classmethod
    def open(
        cls,
        folder: Path | str,
        *,
        create: bool = False,
        school: str | None = None,
        clock: Clock | None = None,
    ) -> Self:
        """Open the library in a folder, or make one in an empty folder when `create`.

        Raises
        ------
        NotALibrary, LibraryDamaged, LibraryNewer
            If there is no library or it cannot be trusted; nothing in the folder is touched then.
        LibraryBusy, LibraryUnwritable
            If another program does not finish its turn, or a new library cannot be written.
        """
        folder = Path(folder).absolute()
        clock = clock or local_time
        try:
            refuse_links(folder)
            if create and not (folder / CARD).exists():
                make_library(folder, school=school or "", now=clock)
            library = cls(folder, Card.load(folder), clock=clock)
            library._settle()
        except OSError as error:
            raise LibraryUnwritable(
                f"The library in {folder} could not be opened: {reason(error)}.",
                "Check that the folder can be read and written, then try again.",
            ) from error
        return library

    @property
    def store(self) -> Store:
        """Where the records are, for those that have a file of their own, such as `audits`."""
        return self._store

    def now(self) -> datetime:
        """The time on the library's clock."""
        now = self._clock()
        if now.tzinfo is None:
            raise ValueError("the clock must know its time zone")
        return now

    def rename_school(self, school: str, *, who: str | None = None) -> None:
        """Give the school another name."""
        self.adults.need("rename the school")
        name = clean_title(school)
        with self._store.turn() as turn:
            turn.note("library", self.id, action="renamed", who=who)
            replace(Card.load(self.folder), school=name).save(self.folder)
        self.school = name

    # Evidence

    def entries(self) -> tuple[Entry, ...]:
        """All evidence, oldest first, proposed and withdrawn too."""
        return tuple(self.values.of(record, Entry) for record in self._store.all("entry"))

    def entry(self, entry_id: str) -> Entry:
        """One entry.

        Raises
        ------
        UnknownRecord
            If there is none of this id.
        """
        return self.values.of(self._found("entry", entry_id), Entry)

    def add_entry(self, draft: Draft, *, framework: Framework | None = None) -> Entry:
        """Store evidence, with an id and the date it was recorded.

        Raises
        ------
        NotYetHappened, UnknownCriterion, LibraryDamaged
            If it has not happened yet, the framework lacks a criterion, or a sound or file is lost.
        """
        now = self.now()
        self._check_entry(draft, framework, today=now.date())
        with self._store.turn() as turn:
            entry_id = turn.new_id("entry", f"EV-{now.year:04d}")
            given = {name: getattr(draft, name) for name in Draft.__dataclass_fields__}
            entry = Entry(id=entry_id, date_recorded=now, **given)
            turn.put("entry", entry.id, entry.as_plain(), action="added", who=entry.by)
        return entry

    def save_entry(
        self, entry: Entry, action: str, *, who: str | None = None, framework: Framework | None = None
    ) -> Entry:
        """Store an entry that was changed; what it said before stays with it as an amendment."""
        now = self.now()
        self._check_entry(entry, framework, today=now.date())
        with self._store.turn() as turn:
            stored = read_back(turn.get("entry", entry.id), entry.id, Entry)
            if stored.status == "withdrawn":  # another program may still have it on its screen
                raise withdrawn(entry.id)
            if stored.date_recorded != entry.date_recorded:
                raise ValueError(f"the date that {entry.id} was recorded cannot change")
            old, new = stored.as_plain(), entry.as_plain()
            earlier = {name: old[name] for name in old if name not in _NOT_AMENDED and old[name] != new[name]}
            amendments = stored.amendments
            if earlier:
                amendments += (Amendment(when=now, by=who, earlier=earlier),)
            entry = replace(entry, amendments=amendments)
            turn.put("entry", entry.id, entry.as_plain(), action=action, who=who)
        return entry

    def add_file(self, path: Path) -> FileUse:
        """Take a file in by its content, for an entry to use."""
        return attach(path, self.files)

    def file_path(self, use: FileUse) -> Path:
        """Where a file that goes with an entry is."""
        return attached_path(use, self.files)

    # The log and the records behind both

    def note(self, action: str, kind: str, about: str, *, who: str | None = None) -> None:
        """Write a line in the log about something that is no record, such as a bundle that was sealed."""
        with self._store.turn() as turn:
            turn.note(kind, clean_title(about), action=action, who=who)

    def records(self) -> tuple[Record, ...]:
        """Every record as it is stored, with the salt of its commitment."""
        return tuple(record for kind in KINDS for record in self._store.all(kind))

    def record(self, kind: str, record_id: str) -> Record:
        """One record as it is stored."""
        return self._found(kind, record_id)

    def _settle(self) -> None:
        """Finish what a killed program left, and see that the log can go on."""
        if not (self.folder / RECORDS).is_dir():
            if self.journal.size():
                raise LibraryDamaged(f"The library has lost its folder {RECORDS}.")
            make_folders(self.folder)
        with suppress(LibraryUnwritable):  # on a share that may only be read the leftover stays
            self._disk.finish_leftovers()
        self._disk.check_ends()
        make_folders(self.folder)

    def _renew(self) -> None:
        """Bring an older library to today's layout, in the turn that first changes it."""
        card = Card.load(self.folder)
        if card.is_old:
            card.renewed().save(self.folder)

    def _check_entry(self, entry: Draft, framework: Framework | None, *, today: date) -> None:
        past_day(entry.date_happened, today)
        if framework is not None:
            for claim in entry.criteria:
                framework.descriptor(claim)
        for use in entry.sounds:
            if not self.original_path(use).exists():
                self.sound(use.sound_id)  # says when it was withdrawn
        places = [self.original_path(use) for use in entry.sounds] + [
            self.file_path(use) for use in entry.files
        ]
        for place in places:
            if not place.exists():
                raise LibraryDamaged(f"The library has lost {place.parent.name}/{place.name}.")

    def _found(self, kind: str, record_id: str) -> Record:
        return known(self._store.get(kind, record_id.strip().upper()), record_id)
