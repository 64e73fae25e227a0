"""Content of the studio that a teacher may edit, and names of files that come in."""

from collections.abc import Callable, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from assets import asset
from evidence.words import clean_file_name
from lessons.challenges import ChallengeFault, challenges_of
from lessons.readers import load_sizes
from lessons.rhythm.shipped import RhythmFault, rhythm_book_of
from lessons.sound_change import ChangesFault, sound_changes_of
from lessons.soundboard.faces import load_faces
from rubric.tables import parse_table
from studio.audio.recipe import Recipe
from studio.incoming.freesound import card_of, title_of
from studio.listening_words import SENTENCES, ListeningWordsFault, listening_words_of


def _changes(data: bytes, _: Path) -> None:
    for change in sound_changes_of(parse_table(data, "a.toml", ChangesFault)):
        for strength in change.strengths:
            Recipe(strength.steps).words(1.0)


def _sizes(data: bytes, folder: Path) -> None:
    (folder / "a.toml").write_bytes(data)
    load_sizes(folder / "a.toml")


def _faces(data: bytes, folder: Path) -> None:
    (folder / "a.toml").write_bytes(data)
    load_faces(folder / "a.toml")


def _listening(data: bytes, _: Path) -> None:
    words = listening_words_of(parse_table(data, "a.toml", ListeningWordsFault))
    for sentence, fields in SENTENCES.items():
        words.say(sentence, **dict.fromkeys(fields, "x"))


def _rhythms(data: bytes, _: Path) -> None:
    rhythm_book_of(parse_table(data, "a.toml", RhythmFault))


def _challenges(data: bytes, _: Path) -> None:
    challenges_of(parse_table(data, "a.toml", ChallengeFault))


TABLES: Mapping[str, tuple[Traversable, Callable[[bytes, Path], None]]] = MappingProxyType(
    {
        "changes of sounds": (asset("studio", "changes.toml"), _changes),
        "sizes of reader": (asset("studio", "sizes.toml"), _sizes),
        "faces of buttons": (asset("studio", "buttons.toml"), _faces),
        "words for listening": (asset("studio", "listening.toml"), _listening),
        "rhythms": (asset("lessons", "rhythms.toml"), _rhythms),
        "challenges": (asset("lessons", "foley.toml"), _challenges),
    }
)


def a_file_name(data: bytes, _: Path) -> None:
    """The name of a file that comes in, from whatever system."""
    name = clean_file_name(data.decode("utf-8", "replace").replace("\0", "")[:250])
    card = card_of(PurePosixPath(name))
    title_of(PurePosixPath(name))
    assert card is None or card.words
