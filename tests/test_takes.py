import shutil
from datetime import datetime

import numpy as np
import pytest

from evidence.library import Library
from studio.audio.files.wav import WavFile
from studio.audio.live.take_file import FinishedTake
from studio.audio.overview import overview_of
from studio.audio.recipe import Step
from studio.errors import StudioError
from studio.takes import (
    add_sound,
    bring_back,
    do,
    export,
    keep,
    keep_take,
    overview,
    redo,
    rendition,
    undo,
    unfinished_takes,
)
from tests.builders import a_sine, a_wav


@pytest.fixture
def library(tmp_path):
    return Library.open(tmp_path / "library", create=True, school="Oak School")


@pytest.fixture
def sound(library, tmp_path):
    return add_sound(library, a_wav(tmp_path / "t.wav", a_sine(3)), title="Saucepan laser")


def a_finished_take(library, seconds=3):
    path = a_wav(library.takes / "20261124-104200-abcdef.wav", a_sine(seconds))
    with WavFile(path) as source:
        overview = overview_of(source)
    return FinishedTake(path, overview, datetime(2026, 11, 24, 10, 42).astimezone(), seconds, 48000, 1)


def test_a_take_moves_into_the_library_and_is_not_kept_until_it_has_a_title(library):
    sound = keep_take(library, a_finished_take(library))
    assert not sound.kept
    assert "24 Nov" in sound.title
    assert list(library.takes.iterdir()) == []
    assert library.original_path(sound).exists()
    assert library.overview_path(sound).exists()
    assert keep(library, sound, "Moo").kept


def test_undo_survives_closing_the_library(library, sound):
    do(library, sound, Step.parse("trim 1 2"), Step.parse("reverse"))
    again = Library.open(library.folder)
    back = undo(again, again.sound(sound.id))
    assert back.recipe.texts() == ["trim 1 2"]
    once_more = Library.open(library.folder)
    assert redo(once_more, once_more.sound(sound.id)).recipe.texts() == ["trim 1 2", "reverse"]


def test_before_and_after_can_both_be_read(library, sound):
    cut = do(library, sound, Step.parse("trim 1 2"))
    with rendition(library, cut) as after, rendition(library, cut, before=True) as before:
        assert (after.length, before.length) == (48000, 144000)
        assert np.array_equal(after.read(4800, 9600), before.read(52800, 57600))


def test_the_original_is_never_changed(library, sound, tmp_path):
    original = library.original_path(sound).read_bytes()
    cut = do(library, sound, Step.parse("trim 1 2"), Step.parse("gain 6"))
    export(library, cut, tmp_path / "out.mp3")
    export(library, cut, tmp_path / "out.wav")
    assert library.original_path(sound).read_bytes() == original


def test_two_people_changing_one_sound_do_not_lose_a_step(library, sound):
    do(library, sound, Step.parse("trim 1 2"))
    with pytest.raises(StudioError):
        do(library, sound, Step.parse("reverse"))  # begins with the sound as it was before
    assert library.sound(sound.id).recipe.texts() == ["trim 1 2"]


def test_a_take_left_by_a_crash_is_brought_back(library):
    whole = a_finished_take(library).path
    left = whole.rename(whole.with_name(whole.name + ".part"))
    (take,) = unfinished_takes(library)
    sound = bring_back(library, take)
    assert sound.seconds == pytest.approx(3)
    assert not left.exists()
    assert unfinished_takes(library) == ()


def test_a_finished_take_that_did_not_reach_the_library_is_brought_back_too(library):
    a_finished_take(library)
    (take,) = unfinished_takes(library)
    assert bring_back(library, take).seconds == pytest.approx(3)
    assert list(library.takes.iterdir()) == []


def test_a_sound_is_drawn_where_its_overview_cannot_be_kept(library, sound):
    shutil.rmtree(library.overviews)
    assert overview(library, sound).length == round(sound.seconds * sound.samplerate)


def test_what_a_step_must_know_of_the_whole_sound_is_kept_with_it(library, sound):
    louder = do(library, sound, Step.parse("loudness -18"))
    assert len(louder.recipe.steps[0].values) == 2
    turned = do(library, louder, Step.parse("reverse"))
    assert turned.recipe.steps[0] == louder.recipe.steps[0]
    as_before = undo(library, undo(library, turned))
    again = do(library, as_before, Step.parse("gain -6"), *louder.recipe.steps)
    assert again.recipe.steps[1].values[1] == pytest.approx(louder.recipe.steps[0].values[1] + 6, abs=0.02)
    assert again.recipe.words(3)[1] == "bring it to a loudness of -18.0 LUFS"
