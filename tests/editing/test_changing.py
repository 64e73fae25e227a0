import numpy as np
import pytest

from evidence.library import Library
from studio.audio.clip import Clip
from studio.audio.loudness import loudness_lufs
from studio.audio.recipe import Recipe, RecipeFault
from studio.audio.rendering.rendition import open_rendition
from studio.audio.source import ClipSource
from studio.editing.changing import beginning, levelled, placed, set_steps
from studio.takes import add_sound, redo, rendition, undo
from tests.builders import a_sine, a_wav, noise


@pytest.fixture
def library(tmp_path):
    return Library.open(tmp_path / "library", create=True, school="Oak School")


@pytest.fixture
def sound(library, tmp_path):
    return add_sound(library, a_wav(tmp_path / "t.wav", a_sine(1)), title="Moo")


def steps(*texts):
    return Recipe.parse(texts).steps


def after_a_pause(tmp_path, silent=0.5):
    frames = np.concatenate([np.zeros((round(silent * 48000), 1), np.float32), noise(1, peak=0.5)])
    return open_rendition(a_wav(tmp_path / "late.wav", Clip(frames, 48000)), Recipe())


def test_many_steps_at_once_are_one_change_to_take_back(library, sound):
    changed = set_steps(library, sound, steps("gain 3", "limit -1", "robot 110"))
    assert changed.recipe.texts() == ["gain 3", "limit -1", "robot 110"]
    other = set_steps(library, changed, steps("gain 6", "limit -1", "robot 110"))
    back = undo(library, other)
    assert back.recipe.steps == changed.recipe.steps
    again = redo(library, back)
    assert again.recipe.steps == other.recipe.steps
    assert undo(library, undo(library, again)).recipe.steps == ()


def test_the_same_steps_are_no_change(library, sound):
    assert set_steps(library, sound, ()) == sound


def test_figures_are_found_and_may_be_stopped(library, tmp_path):
    beep = np.concatenate([noise(1, peak=0.001), a_sine(1).frames])
    sound = add_sound(library, a_wav(tmp_path / "b.wav", Clip(beep, 48000)), title="Beep")
    shares = []
    changed = set_steps(library, sound, steps("hush 12"), progress=shares.append)
    assert len(changed.recipe.steps[0].values) == 25
    assert shares[-1] == 1

    def stop(share):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        set_steps(library, sound, steps("reverse", "hush 12"), progress=stop)
    assert library.sound(sound.id).recipe == changed.recipe


@pytest.mark.parametrize(("hertz", "gain"), [(200, 15), (8000, 0)])
def test_a_change_can_leave_the_sound_as_loud_as_it_was(library, tmp_path, hertz, gain):
    hiss = add_sound(library, a_wav(tmp_path / "n.wav", Clip(noise(1, peak=0.1), 48000)), title="Rain")
    asked = steps("reverse", f"low-pass {hertz}", "gain 0", "limit -1", "echo")
    found = levelled(library, hiss, asked, range(1, 4))
    assert found[:2] + found[3:] == asked[:2] + asked[3:]
    with rendition(library, set_steps(library, hiss, found[:4])) as after:
        before = loudness_lufs(ClipSource(Clip(noise(1, peak=0.1), 48000)))
        heard = loudness_lufs(after)
    assert found[2].values[0] <= 18
    assert heard == pytest.approx(before, abs=0.3) or found[2].values[0] == 18
    assert found[2].values[0] >= gain


def test_silence_is_left_silent(library, tmp_path):
    quiet = add_sound(library, a_wav(tmp_path / "q.wav", a_sine(1, peak=0)), title="Shh")
    asked = steps("low-pass 700", "gain 0", "limit -1")
    shares = []
    assert levelled(library, quiet, asked, range(3), progress=shares.append) == asked
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_what_cannot_be_done_changes_nothing(library, sound):
    with pytest.raises(RecipeFault):
        set_steps(library, sound, steps("trim 5"))
    assert library.sound(sound.id).recipe.steps == ()


def test_a_stutter_begins_where_the_sound_does(tmp_path):
    with after_a_pause(tmp_path) as opened:
        assert [str(step) for step in placed(steps("stutter 0.15 2", "robot 110"), opened)] == [
            "stutter 0.15 2 0.5",
            "robot 110",
        ]
        assert placed(steps("stutter 0.15 2 0.1"), opened) == steps("stutter 0.15 2 0.1")


@pytest.mark.parametrize("frames", [0, 1, 4800])
def test_silence_begins_at_once(tmp_path, frames):
    path = a_wav(tmp_path / "s.wav", Clip(np.zeros((frames, 1), np.float32), 48000))
    with open_rendition(path, Recipe()) as opened:
        assert beginning(opened) == 0
