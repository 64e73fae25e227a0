"""One process each for `tests.benchmarks.seal`: the library to seal, and the peers."""

import hashlib
import os
import random
import shutil
import sys
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from evidence.library import Library

_BLOCK = 1 << 20


def main(what: str, *words: str) -> None:
    """Run one of them."""
    if what == "make":
        make(Path(words[0]), int(words[1]), int(words[2]), float(words[3]))
    elif what == "unpack":
        with zipfile.ZipFile(words[0]) as archive:
            archive.extractall(words[1])
    elif what in ("copy", "copy-sync"):
        copy(Path(words[0]), Path(words[1]), durable=what == "copy-sync")
    elif what == "hash":
        copy(Path(words[0]), Path(os.devnull), durable=False, write=False)
    elif what == "bag":
        bag(Path(words[0]), Path(words[1]))
    elif what == "validate":
        validate(Path(words[0]))
    else:
        raise SystemExit(f"no peer is called {what}")


def copy(source: Path, out: Path, *, durable: bool, write: bool = True) -> None:
    """Copy every file of a folder into one file and hash each on its way: nothing can seal with less."""
    with out.open("wb") as new:
        for path in sorted(source.rglob("*")):
            if path.is_file():
                digest = hashlib.sha512()
                with path.open("rb") as old:
                    while block := old.read(_BLOCK):
                        digest.update(block)
                        if write:
                            new.write(block)
                digest.hexdigest()
        if durable:
            new.flush()
            os.fsync(new.fileno())


def bag(source: Path, folder: Path) -> None:
    """Copy a folder and make the copy a bag, with the Library of Congress's own program."""
    import bagit

    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(source, folder)
    bagit.make_bag(str(folder), checksums=["sha512"])


def validate(folder: Path) -> None:
    """Check an unpacked bundle with the Library of Congress's own program."""
    import bagit

    bagit.Bag(str(folder)).validate()


def make(folder: Path, megabytes: int, files: int, minutes: float) -> None:
    """A library with so many megabytes of attachments, or so many minutes of sound."""
    from evidence.entry import Draft
    from evidence.library import Library
    from rubric.framework import Claim

    library = Library.open(folder, create=True, school="Benchmark School")
    kinds = _sounds(library, minutes) if minutes else _attachments(library, megabytes, files)
    for number, given in enumerate(kinds, 1):
        library.add_entry(
            Draft(
                title=f"Year 4 made robots from voices, part {number}",
                criteria=(Claim("MT1", "silver"), Claim("C6", "silver")),
                year_groups=("Y4",),
                date_happened=date(2026, 1, 1),
                happened="We recorded our voices, cut the silence and made them lower and slower. " * 4,
                impact="Every child can now say what an effect does to a sound. " * 3,
                **given,
            )
        )


def _attachments(library: "Library", megabytes: int, files: int) -> Iterator[dict[str, Any]]:
    source = library.folder / "attachment.mp4"
    for number in range(files):
        source.write_bytes(random.Random(number).randbytes(megabytes * 1_000_000 // files))
        yield {"files": (library.add_file(source),)}
    source.unlink()


def _sounds(library: "Library", minutes: float) -> Iterator[dict[str, Any]]:
    from evidence.entry import SoundUse
    from studio.audio.clip import Clip
    from tests.builders import a_wav, noise

    for number in range(round(minutes * 2)):
        path = a_wav(library.takes / "noise.wav", Clip(noise(30, seed=number), 48000))
        sound = library.add_sound(path, title=f"Noise {number}", origin="recorded", move=True)
        yield {"sounds": (SoundUse.of(sound),)}


if __name__ == "__main__":
    main(*sys.argv[1:])
