"""Rhythms in a library: kept, made into sounds, printed, and what becomes of them when a sound goes."""

from dataclasses import replace

import numpy as np
import pytest

from evidence.library import Library
from evidence.safety.adults import AdultsOnly
from evidence.safety.people import People
from evidence.safety.withdrawal import withdraw
from lessons.facts import SoundFacts
from lessons.rhythm.kept import NothingPlayed, Rhythms, pattern_named, sound_title
from lessons.rhythm.paper import print_rhythm, rhythm_paper
from lessons.rhythm.pattern import Row
from lessons.rhythm.shipped import UnknownRhythm, start_named
from lessons.rhythm.sounding import bar_of, export_bars, keep_sound, loop_of, step_at
from rubric.load import shipped_framework
from studio.audio.files.wav import WavFile
from tests.builders import a_sine, a_wav

WALK = start_named("walk").pattern
EMPTY = WALK.cleared()


@pytest.fixture
def library(tmp_path):
    return Library.open(tmp_path / "library", create=True, school="Oak School")


@pytest.fixture
def ours(library, tmp_path):
    """A sound of the library, and the walk with it in its first row."""
    wav = a_wav(tmp_path / "beep.wav", a_sine(0.2, samplerate=44100, channels=2))
    sound = library.add_sound(wav, title="Beep", origin="recorded", by="Y4-heron", year="Y4")
    return sound, WALK.with_row(0, Row(sound.id, WALK.rows[0].hits))


def test_a_rhythm_is_kept_changed_and_binned(library):
    rhythms = Rhythms(library)
    kept = rhythms.keep(WALK)
    assert Rhythms(library).one(kept.id).pattern == WALK
    changed = rhythms.keep(WALK.faster(8), kept.id)
    assert (changed.id, changed.tempo) == (kept.id, WALK.tempo + 8)
    rhythms.bin(kept.id)
    assert rhythms.all() == ()
    assert rhythms.all(binned=True) == (rhythms.one(kept.id),)
    rhythms.unbin(kept.id)
    assert pattern_named(library, kept.id.lower()) == changed.pattern
    with pytest.raises(UnknownRhythm):
        pattern_named(library, "nothing like it")


def test_a_sound_of_a_rhythm_is_whole_bars(library, ours):
    sound, pattern = ours
    rhythm, made = keep_sound(library, pattern)
    assert (made.origin, made.made_of, made.kept) == ("recorded", (sound.id,), True)
    assert (made.by, made.year) == ("Y4-heron", "Y4"), "whose sound is in it has made it too"
    assert rhythm.sound == made.id
    bar = bar_of(library, pattern)
    with WavFile(library.original_path(made)) as wav:
        assert (wav.length, wav.channels) == (4 * len(bar), 2)
        assert np.array_equal(wav.read(len(bar), 2 * len(bar)), wav.read(0, len(bar)))
    again, second = keep_sound(library, pattern.faster(4), rhythm.id)
    assert (again.id, again.sound) == (rhythm.id, second.id)


def test_what_was_made_here_claims_nothing_by_itself(library):
    _, made = keep_sound(library, WALK)
    assert SoundFacts(sound=made, made_on=made.made.date()).origin == "made"


def test_silence_is_not_kept(library, tmp_path):
    with pytest.raises(NothingPlayed):
        keep_sound(library, EMPTY)
    with pytest.raises(NothingPlayed):
        export_bars(library, EMPTY, tmp_path / "silence.wav")
    assert not np.any(bar_of(library, replace(EMPTY, pulse=False)).frames)


def test_the_step_that_sounds_is_known_in_every_bar(library):
    loop = loop_of(library, WALK)
    step = len(loop.bar) / WALK.steps
    for number in (0, 3, 15, 16, 35):
        assert step_at(WALK, round((number + 0.5) * step)) == number % 16


def test_a_sound_that_is_withdrawn_falls_silent(library, ours):
    sound, pattern = ours
    kept = Rhythms(library).keep(pattern)
    withdraw_sound(library, sound)
    left = Rhythms(library).one(kept.id)
    assert sound.id not in [row.sound for row in left.rows]
    assert bar_of(library, left.pattern).channels == 1
    assert sound_title(library, sound.id) == "gone"


def withdraw_sound(library, sound):
    [person] = People(library).add("Y4")
    library.save_sound(replace(sound, by=person.code), "credited")
    withdraw(library, code=person.code, framework=shipped_framework())


@pytest.mark.parametrize("form", ["pdf", "docx", "txt"])
def test_a_score_is_printed(library, tmp_path, form):
    out = print_rhythm(library, WALK, tmp_path / f"score.{form}")
    assert out.stat().st_size > 500


def test_the_table_says_and_shows_every_played_row(library):
    play, say, _ = rhythm_paper(library, WALK).blocks[1:]
    assert [row[0] for row in play.rows] == ["Clap", "Drum", "Wood"]
    assert play.rows[0][2] == "■ · · ·"
    assert say.rows[0][1:] == ("shh", "ta", "shh", "ta")


def test_pupils_keep_and_only_adults_print_or_export(library, tmp_path):
    library.adults.set_pin("482913")
    library.adults.lock()
    keep_sound(library, WALK)
    with pytest.raises(AdultsOnly):
        print_rhythm(library, WALK, tmp_path / "score.pdf")
    with pytest.raises(AdultsOnly):
        export_bars(library, WALK, tmp_path / "walk.wav")
