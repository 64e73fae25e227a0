"""The edit clinic: its recordings come into the library once, and can be treated again."""

from pathlib import Path

import pytest

from evidence.library import Library
from studio import takes
from studio.audio.recipe import Step
from studio.clinic import admit, patients
from tests.evidence.given import a_library


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return a_library(tmp_path)


def test_all_of_them_come_in_once(library):
    told: list[float] = []
    first = admit(library, progress=told.append)
    assert [sound.title for sound in first] == [patient.title for patient in patients()]
    assert all(sound.is_found and sound.kept for sound in first)
    assert told[-1] == 1.0
    assert admit(library) == first
    assert len(library.sounds()) == len(first)


def test_who_was_treated_or_binned_comes_back_as_they_are(library):
    one, two, *_ = admit(library)
    treated = takes.do(library, one, Step.parse("reverse"))
    takes.bin_sound(library, two)
    again = admit(library)
    assert again[0] == treated
    assert not again[1].binned


def test_every_card_says_what_to_try_and_some_cannot_be_mended():
    assert all(patient.steps and patient.learn for patient in patients())
    assert {patient.mended for patient in patients()} == {"yes", "partly", "no"}
