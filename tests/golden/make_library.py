"""Makes `library-N/`, a small library of today's schema: python -m tests.golden.make_library.

When the schema changes, run it again first with the program as it was: the folder it makes then is
what the migration is tested on. A folder that is there is never made again.
"""

import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from itertools import count
from pathlib import Path
from unittest import mock

from evidence.card import SCHEMA
from evidence.entry import Draft, SoundUse
from evidence.library import Library
from evidence.lock import LOCK
from rubric.framework import Claim
from studio.audio.recipe import Recipe
from tests.builders import a_sine, a_wav

HERE = Path(__file__).parent


def main() -> None:
    """Make the library, with times and salts that are the same on every run."""
    ticks, salts = count(), count()

    def clock() -> datetime:
        return datetime(2026, 11, 21, 15, 30, tzinfo=UTC) + timedelta(minutes=next(ticks))

    def token_hex(length: int) -> str:
        return sha256(f"{next(salts)}".encode()).hexdigest()[: 2 * length]

    folder = HERE / f"library-{SCHEMA}"
    if folder.exists():
        raise SystemExit(f"{folder} is there already.")
    with mock.patch("secrets.token_hex", token_hex), mock.patch("uuid.uuid4") as uuid4:
        uuid4.return_value.hex = token_hex(16)
        fill(Library.open(folder, create=True, school="Oakfield Škola 学校", clock=clock))
    (folder / LOCK).unlink(missing_ok=True)


def fill(library: Library) -> None:
    """One of everything that a library can hold."""
    with tempfile.TemporaryDirectory() as folder:
        wav = a_wav(Path(folder) / "a.wav", a_sine(0.25, samplerate=8000))
        cow = library.add_sound(wav, title="A cow", origin="recorded", year="Y4", by="Y4-heron", kept=True)
        a_wav(Path(folder) / "b.wav", a_sine(0.1, hertz=300, samplerate=8000))
        dog = library.add_sound(Path(folder) / "b.wav", title="A dog", origin="imported")
        (Path(folder) / "plan.txt").write_text("We listened.\n", newline="\n")
        plan = library.add_file(Path(folder) / "plan.txt")
    edited = cow.with_recipe(Recipe.parse(["trim 0.05", "reverse", "fade-out 0.05", "normalise -1"]))
    library.save_sound(edited, "edited", who="Y4-heron", was=cow)
    library.save_sound(replace(dog, binned=True), "binned")
    happened = date(2026, 11, 20)
    first = library.add_entry(
        Draft(
            title="Robots in Year 4",
            criteria=(Claim("MT1", "gold"), Claim("C6", "silver")),
            year_groups=("Y3", "Y4"),
            date_happened=happened,
            happened="We made a cow into a robot.\nThen we listened.",
            by="Y4-heron",
            sounds=(SoundUse.of(edited),),
            files=(plan,),
        )
    )
    library.save_entry(replace(first, impact="They asked for more."), "amended", who="staff-1")
    claims = (Claim("MT3", "bronze"),)
    library.add_entry(Draft(title="=Proposed", criteria=claims, date_happened=happened, status="proposed"))
    library.note("sealed", "bundle", "oakfield.zip", who="staff-1")


if __name__ == "__main__":
    main()
