"""Films, rhythms and comparisons as a stranger may have written them: told as damage."""

from datetime import UTC, datetime

import pytest

from evidence.library import Library
from evidence.records.store import LibraryDamaged
from lessons.comparing import Comparisons
from lessons.rhythm.kept import Rhythms
from studio.film.films import FilmGone, Films, place_of

NOW = datetime(2026, 11, 24, tzinfo=UTC).isoformat()
FILM = {
    "id": "FM-0001",
    "title": "x",
    "file": "\0",
    "size": 1,
    "start": "0",
    "length": "2",
    "rate": "25",
    "pictures": 50,
    "is_even": True,
    "has_sound": False,
    "made": NOW,
}
RHYTHM = {
    "id": "RY-0001",
    "title": "x",
    "tempo": 100,
    "beats": 2,
    "rows": [{"sound": "clap", "hits": "x......."}],
    "pulse": True,
    "made": NOW,
    "changed": NOW,
}
PIECES = [{"title": "One", "sound": "S-0001", "side": "A"}]
COMPARISON = {"id": "CP-0001", "pieces": PIECES, "made": NOW}


@pytest.fixture
def library(tmp_path):
    return Library.open(tmp_path / "library", create=True, school="Oak School")


def plant(library, kind: str, fields: dict) -> None:
    with library.store.turn() as turn:
        turn.put(kind, fields["id"], fields, action="added", who=None)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("film", FILM | {"rate": "1/0"}),
        ("film", FILM | {"rate": "0"}),
        ("film", FILM | {"length": "1e999999999"}),
        ("film", FILM | {"length": "9" * 5000}),
        ("film", FILM | {"pictures": -1}),
        ("film", FILM | {"cues": [{"sound": "S-0001", "seconds": 9.0}]}),
        ("film", FILM | {"cues": [{"sound": "S-0001", "seconds": 1.0, "gain_db": 900.0}]}),
        ("rhythm", RHYTHM | {"tempo": 10**9}),
        ("rhythm", RHYTHM | {"rows": [{"sound": "clap", "hits": "x" * 10**6}]}),
        ("rhythm", RHYTHM | {"rows": [{"sound": "clap", "hits": "hello!!!"}]}),
        ("comparison", COMPARISON | {"pieces": [{"title": "", "sound": ""}]}),
        ("comparison", COMPARISON | {"answers": [1]}),
    ],
)
def test_what_cannot_be_is_damage(library, kind, fields):
    plant(library, kind, fields)
    readers = {"film": Films, "rhythm": Rhythms, "comparison": Comparisons}
    with pytest.raises(LibraryDamaged):
        readers[kind](library).all()


def test_what_can_be_is_read_and_a_place_that_is_none_is_told(library):
    for kind, fields in (("film", FILM), ("rhythm", RHYTHM), ("comparison", COMPARISON)):
        plant(library, kind, fields)
    assert Rhythms(library).one("RY-0001").pattern.beats == 2
    assert Comparisons(library).one("CP-0001").title == "One and a sound that is gone"
    with pytest.raises(FilmGone):
        place_of(Films(library).one("FM-0001"))
