"""Libraries and records for the tests of evidence."""

from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from evidence.entry import Draft, Entry
from evidence.library import Library
from evidence.sound import Sound
from rubric.framework import Claim
from tests.builders import a_sine, a_wav

NOW = datetime(2026, 11, 21, 15, 30, tzinfo=UTC)


def a_library(folder: Path) -> Library:
    """A new library of Oakfield School, whose clock stands still."""
    return Library.open(folder / "library", create=True, school="Oakfield School", clock=lambda: NOW)


def again(library: Library) -> Library:
    """The same library as another program sees it."""
    return Library.open(library.folder, clock=lambda: NOW)


def a_draft(title: str = "Robots in Year 4", *, criterion: str = "MT1:silver", **given: Any) -> Draft:
    """Evidence of yesterday."""
    return Draft(
        title=title, criteria=(Claim.parse(criterion),), **({"date_happened": date(2026, 11, 20)} | given)
    )


def an_entry(
    number: int = 1, title: str = "Robots", *, claims: tuple[str, ...] = ("MT1:silver",), **given: Any
) -> Entry:
    """Evidence that is in no library."""
    fields: dict[str, Any] = {
        "id": f"EV-2026-{number:04d}",
        "title": title,
        "criteria": tuple(map(Claim.parse, claims)),
        "date_happened": date(2026, 11, 20),
        "date_recorded": NOW,
    }
    return Entry(**(fields | given))


def a_row_of_evidence(**given: Any) -> Entry:
    """An entry for two criteria and two year groups: one row of a table, as it stands in no library."""
    plain: dict[str, Any] = {
        "id": "EV-2026-0001",
        "title": "A cow",
        "criteria": (Claim("MT1", "silver"), Claim("C6", "silver")),
        "year_groups": ("Y3", "Y4"),
        "date_happened": date(2026, 6, 1),
        "date_recorded": datetime(2026, 7, 10, 14, 30, tzinfo=UTC),
    }
    return Entry(**(plain | given))


def add_a_sound(library: Library, title: str = "A cow", *, hertz: float = 440.0, **given: Any) -> Sound:
    """A recorded tone, taken into the library."""
    wav = a_wav(library.takes / f"{hertz}.wav", a_sine(0.1, hertz=hertz))
    return library.add_sound(wav, title=title, **({"origin": "recorded"} | given))


def tree_of(folder: Path) -> dict[str, str]:
    """Every file in a folder with the hash of its content, and every folder in it."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        for path in sorted(folder.rglob("*"))
    }
