"""How far a withdrawal reaches: every entry, sound and file that goes, and what must stay for others."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from evidence.entry import Entry
from evidence.inheritance import made_from, parts_of
from evidence.library import Library
from evidence.sound import Sound
from studio.errors import StudioError
from studio.wording import listed

_ONLY_MAKERS = ("competition",)
"""Evidence in whose sounds only their makers are heard: who leads or judges a competition is not."""


class NothingToWithdraw(StudioError):
    """Something of which nothing is in the library, or nothing any more."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What a withdrawal takes, before anything is touched."""

    subject: str
    """The id of an entry, or the code of a person."""
    entries: tuple[Entry, ...]
    sounds: tuple[Sound, ...]
    originals: tuple[str, ...]
    """SHA-256 of the originals that go."""
    attachments: tuple[str, ...]
    """SHA-256 of the attachments that go."""
    stays: tuple[str, ...]
    """What cannot go since others use it, in sentences."""
    named: tuple[str, ...] = ()
    """Ids of entries that stay, and lose the code of the person: nobody is heard or seen in them."""

    @property
    def words(self) -> tuple[str, ...]:
        """Titles, by which copies can be found."""
        return tuple(dict.fromkeys([*(e.title for e in self.entries), *(s.title for s in self.sounds)]))

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of everything that goes."""
        return (*(entry.id for entry in self.entries), *(sound.id for sound in self.sounds))


def reach_of_entry(library: Library, entry_id: str) -> Reach:
    """One entry, with its sounds where nothing else needs them, and with what was made of those.

    A sound is needed, too, by evidence of a sound that was made of it.

    Raises
    ------
    UnknownRecord, NothingToWithdraw
    """
    entry = library.entry(entry_id)
    if entry.status == "withdrawn":
        raise NothingToWithdraw(f"{entry.id} was withdrawn already.", "There is nothing left of it.")
    books = _Books.of(library)
    books.entries[entry.id] = entry
    used = {use.sound_id for other in books.staying() for use in other.sounds}
    needed = used | parts_of(books.all_sounds.values(), used)
    books.take(sound for sound in books.sounds_of(entry) if sound.id not in needed)
    books.take_what_was_made()
    return books.reach(entry.id)


def reach_of_sound(library: Library, sound_id: str) -> Reach:
    """One sound and those that were made of it; evidence that uses them stays, and keeps the recording.

    Raises
    ------
    UnknownRecord
    """
    books = _Books.of(library)
    books.take([library.sound(sound_id)])
    books.take_what_was_made()
    return books.reach(library.sound(sound_id).id)


def reach_of_person(library: Library, code: str) -> Reach:
    """Everything that a person made or is heard or seen in; the same recording under any name.

    An entry that names others too, and has no sound and no file, stays for them without the code.
    """
    books = _Books.of(library)
    books.take(sound for sound in books.all_sounds.values() if code in sound.makers)
    for entry in books.all_entries.values():
        if code in entry.people and (_is_heard_in(entry) or {*entry.people} == {code}):
            books.entries[entry.id] = entry
            # Who is heard in it is heard in any of its sounds, for all that the library knows.
            books.take(books.sounds_of(entry))
        elif any(code in use.makers for use in entry.sounds):
            books.entries[entry.id] = entry
            theirs = {use.sound_id for use in entry.sounds if code in use.makers}
            books.take(sound for sound in books.sounds_of(entry) if sound.id in theirs)
    books.spread()
    named = tuple(entry.id for entry in books.staying() if says(entry, code))
    return replace(books.reach(code), named=named)


def _is_heard_in(entry: Entry) -> bool:
    """Whether those who are named in an entry may be heard or seen in it, beside the makers of its sounds."""
    return bool(entry.files or (entry.sounds and entry.type not in _ONLY_MAKERS))


def says(entry: Entry, code: str) -> bool:
    """Whether an entry names a code, anywhere in its words."""
    return re.search(rf"(?<![\w-]){re.escape(code)}(?![\w-])", repr(entry.as_plain())) is not None


@dataclass(slots=True)
class _Books:
    """All there is, and what of it goes so far."""

    all_entries: dict[str, Entry]
    all_sounds: dict[str, Sound]
    entries: dict[str, Entry] = field(default_factory=dict)
    sounds: dict[str, Sound] = field(default_factory=dict)

    @classmethod
    def of(cls, library: Library) -> "_Books":
        entries = (entry for entry in library.entries() if entry.status != "withdrawn")
        return cls({entry.id: entry for entry in entries}, {sound.id: sound for sound in library.sounds()})

    def take(self, sounds: Iterable[Sound]) -> None:
        self.sounds |= {sound.id: sound for sound in sounds}

    def take_what_was_made(self) -> None:
        """Of the sounds that go, whatever was joined, mixed or copied from them."""
        self.take(made_from(self.all_sounds.values(), self.sounds))

    def sounds_of(self, entry: Entry) -> list[Sound]:
        return [self.all_sounds[use.sound_id] for use in entry.sounds if use.sound_id in self.all_sounds]

    def staying(self) -> list[Entry]:
        return [entry for entry in self.all_entries.values() if entry.id not in self.entries]

    def spread(self) -> None:
        """The same recording goes under every id, with what was made of it, and every entry that uses it.

        Not so for sounds that were found: a moo that came with the program is nobody's voice.
        """
        gone: set[str] = set()
        before = -1
        while before < len(self.sounds):
            before = len(self.sounds)
            self.take_what_was_made()
            gone = {sound.sha256 for sound in self.sounds.values() if not sound.is_found}
            self.take(sound for sound in self.all_sounds.values() if sound.sha256 in gone)
        for entry in self.staying():
            if any(use.sha256 in gone for use in entry.sounds):
                self.entries[entry.id] = entry

    def reach(self, subject: str) -> Reach:
        """All of it, less the contents that others use."""
        kept = self._kept()
        originals = dict.fromkeys(sound.sha256 for sound in self.sounds.values())
        originals |= {use.sha256: None for entry in self.entries.values() for use in entry.sounds}
        files = {use.sha256: use for entry in self.entries.values() for use in entry.files}
        stays = [f"A recording stays: {_use(kept[each])}." for each in originals if each in kept]
        stays += [
            f"The file “{use.name}” stays: {_use(kept[each])}." for each, use in files.items() if each in kept
        ]
        return Reach(
            subject,
            tuple(self.entries.values()),
            tuple(self.sounds.values()),
            tuple(each for each in originals if each not in kept),
            tuple(each for each in files if each not in kept),
            tuple(dict.fromkeys(stays)),
        )

    def _kept(self) -> dict[str, list[str]]:
        """Contents that others use -> their ids."""
        users: dict[str, list[str]] = {}
        for sound in self.all_sounds.values():
            if sound.id not in self.sounds:
                users.setdefault(sound.sha256, []).append(sound.id)
        for entry in self.staying():
            contents = {*(use.sha256 for use in entry.sounds), *(use.sha256 for use in entry.files)}
            for content in contents:
                users.setdefault(content, []).append(entry.id)
        return users


def _use(ids: list[str]) -> str:
    return f"{listed(ids)} {'uses' if len(ids) == 1 else 'use'} it too"
