"""What the records say after a withdrawal: the change of each, to be stored in one turn."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from evidence.entry import Entry
from evidence.library import Library
from evidence.records.store import KINDS
from evidence.safety.people import People, Person
from evidence.safety.reach import Reach
from evidence.safety.releases import Releases
from evidence.safety.scrub_room import ROOM_KINDS, in_words, without
from evidence.safety.tombstone import emptied, is_tombstone, tombstone, without_code
from evidence.sound import Sound
from rubric.plain import to_plain

_SAID_IN = tuple(
    kind for kind in KINDS if kind not in {"entry", "release", "person", "erasure", "bundle", *ROOM_KINDS}
)

_OF_SOUNDS = ("board", "rhythm", "comparison", "film")


class Scrubbed(NamedTuple):
    """A record's new content."""

    kind: str
    id: str
    fields: Mapping[str, Any]
    action: str


def scrubbed(
    library: Library, reach: Reach, code: str | None, new_id: Callable[[str, str], str]
) -> Iterator[Scrubbed]:
    """Every record that must change; of a person when their `code` is given."""
    today, gone = library.now().date(), {*reach.ids, *([code] if code else [])}
    for entry in reach.entries:
        left = emptied(entry)
        if code is not None and _is_of_others_too(library, entry, gone):
            left = replace(left, source="")
        yield Scrubbed("entry", entry.id, left.as_plain(), "withdrawn")
    for sound in reach.sounds:
        yield Scrubbed("sound", sound.id, tombstone(sound.id, today), "withdrawn")
    for release in Releases(library).all():
        if release.subject in gone:
            yield Scrubbed("release", release.id, tombstone(release.id, today), "withdrawn")
    yield from _staying_entries(library, reach, code)
    yield from _room(library, gone, reach.sounds, today)
    if code is not None:
        yield from _elsewhere(library, reach, code)
        person = _person(library, code, today, new_id)
        yield Scrubbed("person", person.id, to_plain(person), "withdrawn")


def made_with(library: Library, sounds: Collection[str]) -> tuple[str, ...]:
    """Ids of films, rhythms and the like that have any of these sounds: files made of them are named so."""
    records = (record for kind in _OF_SOUNDS for record in library.store.all(kind))
    return tuple(record.id for record in records if _mentions(record.fields, {*sounds}))


def _staying_entries(library: Library, reach: Reach, code: str | None) -> Iterator[Scrubbed]:
    """Entries that stay, without what they said earlier of a sound or person that goes."""
    withdrawn = {entry.id for entry in reach.entries}
    sought = {*(sound.id for sound in reach.sounds), *([code] if code else [])}
    for entry in library.entries():
        if entry.id not in withdrawn and entry.status != "withdrawn":
            kept = tuple(each for each in entry.amendments if not _mentions(each.earlier, sought))
            changed: Entry = replace(entry, amendments=kept)
            if code is not None:
                changed = Entry.from_plain(in_words(without_code(changed, code).as_plain(), {code}))
            if changed != entry:
                yield Scrubbed("entry", entry.id, changed.as_plain(), "cleared")


def _is_of_others_too(library: Library, entry: Entry, gone: Collection[str]) -> bool:
    """Whether it came of something that others did, too: that stays, and may be proposed without the one."""
    happened = library.store.get("occasion", entry.source) if entry.source else None
    if happened is None or is_tombstone(happened.fields):
        return False
    return any(set(happened.fields.get(name, ())) - {*gone} for name in ("led_by", "people"))


def _elsewhere(library: Library, reach: Reach, code: str) -> Iterator[Scrubbed]:
    """Records of every other kind whose sentences have the code."""
    for kind in _SAID_IN:
        for record in library.store.all(kind):
            if record.id not in reach.ids and not is_tombstone(record.fields):
                said = in_words(record.fields, {code})
                if said != record.fields:
                    yield Scrubbed(kind, record.id, said, "cleared")


def _room(
    library: Library, gone: Collection[str], sounds: Collection[Sound], today: date
) -> Iterator[Scrubbed]:
    for kind in ROOM_KINDS:
        for record in library.store.all(kind):
            if is_tombstone(record.fields):
                continue
            kept = without(record.fields, gone)
            if kept is None:
                yield Scrubbed(kind, record.id, tombstone(record.id, today), "withdrawn")
            elif kept != record.fields:
                had = [sound for sound in sounds if _mentions(record.fields, {sound.id})]
                yield Scrubbed(kind, record.id, _untitled(kept, had), "cleared")


def _untitled(fields: Mapping[str, Any], sounds: Collection[Sound]) -> Mapping[str, Any]:
    """Without the titles of sounds in its own, such as of a listening that is called after both."""
    title = fields.get("title")
    if not isinstance(title, str):
        return fields
    for sound in sounds:
        title = re.sub(rf"(?<!\w){re.escape(sound.title)}(?!\w)", "a sound that is gone", title)
    return {**fields, "title": title}


def _person(library: Library, code: str, today: date, new_id: Callable[[str, str], str]) -> Person:
    """The code alone: it is never given to anybody else."""
    known = next((each for each in People(library).all() if each.code == code), None)
    person = known or Person(id=new_id("person", "P"), code=code, joined=today, since=today)
    return replace(person, year="", roles=(), left=person.left or today, withdrawn=True)


def _mentions(value: Any, sought: set[str]) -> bool:
    if isinstance(value, Mapping):
        return any(_mentions(each, sought) for each in value.values())
    if isinstance(value, list):
        return any(_mentions(each, sought) for each in value)
    return value in sought if isinstance(value, str) else False
