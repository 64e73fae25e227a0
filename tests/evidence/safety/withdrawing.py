"""Libraries with something to withdraw, and what is left of it afterwards."""

import zipfile
from pathlib import Path

from evidence.check import check_library
from evidence.entry import Draft, Entry, SoundUse
from evidence.library import Library
from evidence.records.journal import check_journal
from evidence.sound import Sound
from rubric.load import shipped_framework
from studio.takes import add_sound
from tests.builders import a_sine, a_wav
from tests.evidence.given import a_draft, a_library, again

FRAMEWORK = shipped_framework()
PIN = "482913"
WORDS = (b"Zanzibar", b"Wibble", b"Quagga", b"Emilia")
"""Words of the title, the text, the sound and the name, which nothing else has."""


def a_locked_library(folder: Path) -> Library:
    """An empty library with a PIN."""
    library = a_library(folder)
    library.adults.set_pin(PIN)
    return library


def given_sound(library: Library, title: str = "Quagga", *, hertz: float = 333.0, **given):
    """A sound that came in with its overview, as the app brings it in."""
    wav = a_wav(library.folder.parent / f"{hertz}.wav", a_sine(0.2, hertz=hertz))
    return add_sound(library, wav, title=title, **given)


def with_sound(title: str, sound: Sound, **given) -> Draft:
    """Evidence of one sound."""
    return a_draft(title, sounds=(SoundUse.of(sound),), **given)


def given_evidence(library: Library, *, by: str | None = "Y4-heron") -> Entry:
    """Evidence with a sound and a letter, and other evidence that stays."""
    letter = library.folder.parent / "letter.txt"
    letter.write_text("Dear all, Wibble.")
    said = {"files": (library.add_file(letter),), "happened": "Wibble"}
    entry = library.add_entry(with_sound("Zanzibar song", given_sound(library, by=by), **said))
    library.add_entry(with_sound("Drums", given_sound(library, "Drum", hertz=222.0)))
    return entry


def sounds_in(library: Library) -> dict[str, bytes]:
    """Some samples from the middle of each original, by its name."""
    return {path.stem: path.read_bytes()[2000:2200] for path in library.originals.iterdir()}


def left(folder: Path, *wanted: bytes) -> list[str]:
    """Files in a folder, and in the zips in it, that have any of these bytes."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            contents = [path.read_bytes()]
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as archive:
                    contents += [archive.read(name) for name in archive.namelist()]
            found += [path.name for content in contents if any(each in content for each in wanted)]
    return sorted(set(found))


def whole(library: Library) -> bool:
    """Whether the log verifies and every record is as the log says, as the next program finds it."""
    other = again(library)
    return check_journal(other.journal.path) == () and check_library(other, contents=True) == ()
