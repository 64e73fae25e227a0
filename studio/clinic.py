"""The edit clinic: recordings broken on purpose, brought into the library for members to examine and mend."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file
from typing import TYPE_CHECKING

from assets import asset
from evidence.library import Library
from evidence.papers.paper import Block, Heading, PageEnd, Paper, Quotation, WriteIn
from evidence.sound import Sound
from rubric.tables import ContentFault, Table, read_table

if TYPE_CHECKING:
    from studio.takes import Progress

MENDED = ("yes", "partly", "no")
_FOLDER = ("sounds", "clinic")
_CARDS_ON_A_PAGE = 3
_CARD = ("What hurts?", "What we tried", "Can it be mended?")


class ClinicFault(ContentFault):
    """The file of the clinic cannot be used as it stands."""


@dataclass(frozen=True, slots=True)
class Patient:
    """One broken recording, and its card."""

    file: str
    title: str
    says: str
    wrong: str
    """For the teacher."""
    hear: str
    steps: tuple[str, ...]
    """What to try, in order."""
    mended: str
    """One of `MENDED`."""
    learn: str


@cache
def patients() -> tuple[Patient, ...]:
    """The recordings that come with the program, in the order of the file."""
    table = read_table(asset(*_FOLDER, "clinic.toml"), ClinicFault)
    found = table.rows("patients", _patient, named=lambda each: each.file)
    table.expect_nothing_else()
    return found


def ward(library: Library) -> tuple[Sound | None, ...]:
    """The sound of each patient, in the order of the cards; `None` for one that is not in, or in the bin."""
    there = _known(library)
    found = (there.get(patient.title) for patient in patients())
    return tuple(None if sound is None or sound.binned else sound for sound in found)


def admit(library: Library, *, progress: "Progress | None" = None) -> tuple[Sound, ...]:
    """Bring every patient in whom the library does not have, and take them out of the bin.

    Whoever was treated before stays as they are: undo takes every step back.
    """
    from studio.takes import add_sound, unbin  # loads NumPy, which the cards do without

    there = _known(library)
    found = []
    for number, patient in enumerate(patients(), 1):
        known = there.get(patient.title)
        if known is None:
            with as_file(asset(*_FOLDER, patient.file)) as path:
                known = add_sound(library, path, title=patient.title, origin="shipped")
        elif known.binned:
            known = unbin(library, known)
        found.append(known)
        if progress is not None:
            progress(number / len(patients()))
    return tuple(found)


def cards_paper(library: Library) -> Paper:
    """Cards for pairs to write on: what each patient says, and room for what they find; no answers."""
    return Paper(
        over="The edit clinic",
        title="Patients' cards",
        school=library.school,
        made=library.now(),
        foot="Look. Listen. Say what is wrong. Only then press.",
        blocks=tuple(_cards()),
    )


def _cards() -> Iterator[Block]:
    for number, patient in enumerate(patients(), 1):
        yield Heading(f"{number}  {patient.title}")
        yield Quotation(patient.says, "the patient")
        yield WriteIn("Seen by:", _CARD, (3, 4, 3), lines=3)
        if number % _CARDS_ON_A_PAGE == 0 and number < len(patients()):
            yield PageEnd()


def _known(library: Library) -> dict[str, Sound]:
    return {sound.title: sound for sound in library.sounds() if sound.origin == "shipped"}


def _patient(row: Table) -> Patient:
    patient = Patient(
        file=row.text("file", pattern=r"[a-z0-9-]+\.flac", example="fan-hum.flac"),
        title=row.text("title", longest=60),
        says=row.text("says", longest=200),
        wrong=row.text("wrong", longest=300),
        hear=row.text("hear", longest=300),
        steps=row.texts("try"),
        mended=row.choice("mended", MENDED),
        learn=row.text("learn", longest=300),
    )
    for key in ("maker", "licence"):  # said in the file for whoever takes the recording out of it
        row.text(key)
    row.expect_nothing_else()
    return patient
