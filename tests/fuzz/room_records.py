"""What the studio keeps, as a stranger may have written it: each kind read back and used as a screen does."""

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from evidence.library import Library
from evidence.records.journal import canonical
from evidence.records.store import RecordId
from evidence.safety.scrub_room import in_words, without
from evidence.sound import Sound
from lessons.comparing import Comparisons, noted
from lessons.readers import Readers
from lessons.rhythm.kept import Rhythms
from lessons.soundboard.boards import Boards
from studio.audio.recipe import Recipe
from studio.editing.favourites import Favourites
from studio.film.films import Films
from studio.incoming.arrivals import Arrivals
from studio.incoming.watched import WatchedFolders
from studio.labels import labels_heard

GOLDEN = Path(__file__).parents[1] / "golden" / "library-4" / "records"
GONE = ("S-0001", "Y4-heron")


def _sounds(library: Library) -> None:
    for sound in library.sounds():
        sound.recipe.words(sound.seconds)
        assert Recipe.from_plain(sound.recipe.as_plain()) == sound.recipe
        assert Sound.from_plain(sound.as_plain()) == sound
        labels_heard(sound)


def _boards(library: Library) -> None:
    for board in Boards(library).all():
        assert len(board.shown) <= board.many


def _rhythms(library: Library) -> None:
    for rhythm in Rhythms(library).all():
        assert rhythm.pattern.title == rhythm.title


def _comparisons(library: Library) -> None:
    for comparison in Comparisons(library).all():
        assert comparison.title
        noted(comparison)


def _films(library: Library) -> None:
    for film in Films(library).all():
        for cue in film.cues:
            film.words_at(cue.seconds)


def _favourites(library: Library) -> None:
    for favourite in Favourites(library).all():
        favourite.recipe.words(1.0)


def _readers(library: Library) -> None:
    Readers(library).now().size_of("Y4")


USES: Mapping[str, Callable[[Library], object]] = MappingProxyType(
    {
        "sound": _sounds,
        "board": _boards,
        "rhythm": _rhythms,
        "comparison": _comparisons,
        "film": _films,
        "favourite": _favourites,
        "arrival": lambda library: Arrivals(library).marks(),
        "inbox": lambda library: WatchedFolders(library).all(),
        "reader": _readers,
    }
)


@cache
def kept() -> Mapping[str, tuple[bytes, ...]]:
    """The fields of every record of these kinds in the golden library, as JSON."""
    found: dict[str, list[bytes]] = {kind: [] for kind in USES}
    for path in sorted(GOLDEN.glob("*.json")):
        for kind, records in json.loads(path.read_bytes()).items():
            if kind in found:
                found[kind] += [json.dumps(record["fields"]).encode() for record in records.values()]
    return {kind: tuple(seeds) for kind, seeds in found.items()}


def a_record(kind: str, data: bytes, folder: Path) -> None:
    """A library with one record of a kind, which says what it likes."""
    fields: Any = _fields(data)
    record_id = fields.get("id") if isinstance(fields, dict) else None
    if not isinstance(record_id, str) or RecordId.parse(record_id) is None:
        return  # the store itself refuses it, see the damaged libraries
    library = Library.open(folder / "library", create=True)
    with library.store.turn() as turn:
        turn.put(kind, record_id, fields, action="added", who=None)
    without(fields, GONE)
    in_words(fields, GONE)
    USES[kind](library)


def _fields(data: bytes) -> Any:
    """The values, unless they cannot stand in a record at all."""
    try:
        fields = json.loads(data)
        canonical(fields)
    except (TypeError, ValueError, RecursionError):
        return None
    return fields
