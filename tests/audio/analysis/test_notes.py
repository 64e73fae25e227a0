"""Notes cut from a line of pitch."""

import numpy as np
import pytest

from studio.audio.analysis.findings import TRACK_HOP_SECONDS, Findings
from studio.audio.analysis.notes import notes_in


def a_line(*parts: tuple[float | None, int]) -> list[float | None]:
    return [number for number, places in parts for _ in range(places)]


def test_a_tune_becomes_its_notes():
    line = a_line((None, 10), (71.0, 20), (69.1, 20), (66.95, 40), (None, 5))
    notes = notes_in(line, [])
    assert [note.pitch.name for note in notes] == ["B4", "A4", "G4"]
    assert [round(note.pitch.cents) for note in notes] == [0, 10, -5]
    assert notes[0].start == pytest.approx(10 * TRACK_HOP_SECONDS)
    assert notes[-1].stop == pytest.approx(90 * TRACK_HOP_SECONDS)
    assert all(note.is_steady for note in notes)


def test_a_note_played_again_is_two():
    assert len(notes_in(a_line((67.0, 40)), [20 * TRACK_HOP_SECONDS])) == 2


def test_a_breath_of_two_places_cuts_nothing_and_a_longer_one_does():
    assert len(notes_in(a_line((67.0, 10), (None, 2), (67.0, 10)), [])) == 1
    assert len(notes_in(a_line((67.0, 10), (None, 6), (67.0, 10)), [])) == 2


def test_a_wobble_is_one_steady_note_and_a_slide_is_none():
    wobble = 60 + 0.25 * np.sin(np.arange(60) * TRACK_HOP_SECONDS * 2 * np.pi * 5.5)
    assert [note.is_steady for note in notes_in(wobble.tolist(), [])] == [True]
    slide = np.linspace(50, 70, 120)
    assert not any(note.is_steady for note in notes_in(slide.tolist(), []))


def test_what_is_shorter_than_a_tenth_of_a_second_is_no_note():
    assert notes_in(a_line((None, 3), (67.0, 3), (None, 3)), []) == ()
    assert notes_in([], []) == ()


def test_the_main_note_is_the_one_held_longest():
    line = a_line((71.0, 20), (69.2, 30), (71.0, 21), (69.0, 10))
    found = Findings(2.0, tuple(line), notes_in(line, []), None)
    main = found.main_note()
    assert main is not None
    assert main.name == "B4"
    assert not found.is_one_note
    assert found.voiced_seconds == pytest.approx(81 * TRACK_HOP_SECONDS)
    nothing = Findings(2.0, (), (), None)
    assert nothing.main_note() is None
    assert not nothing.is_one_note
