import numpy as np
import pytest
import soundfile

from studio.audio.clip import Clip
from tests.builders import a_sine, a_wav, noise


@pytest.fixture
def a_take(tmp_path):
    """Two seconds of tone between one second and two of a quiet room."""
    room = noise(5, peak=0.0005)
    room[48000:144000] += a_sine(2, peak=0.05).frames
    return a_wav(tmp_path / "take.wav", Clip(room, 48000))


def test_edit_does_the_steps_in_order(shell, tmp_path, a_take):
    assert shell("edit", a_take, tmp_path / "out.wav", "trim 1 3", "reverse", "gain 6") == 0
    made, samplerate = soundfile.read(tmp_path / "out.wav")
    assert (len(made), samplerate) == (96000, 48000)
    assert np.abs(made).max() == pytest.approx(0.05 * 10 ** (6 / 20), abs=0.005)


@pytest.mark.parametrize("suffix", ["wav", "flac", "mp3", "ogg"])
def test_edit_writes_the_format_the_name_ends_with(shell, tmp_path, a_take, suffix):
    out = tmp_path / f"out.{suffix}"
    assert shell("edit", a_take, out, "trim 1 3") == 0
    assert soundfile.info(out).duration == pytest.approx(2, abs=0.1)


def test_edit_may_write_over_its_own_source(shell, a_take):
    assert shell("edit", a_take, a_take, "trim 1 3") == 0
    assert soundfile.info(a_take).frames == 96000


@pytest.mark.parametrize(
    "step", ["trim", "fly 3", "trim 3 2", "gain loud", "normalise 5", "", "trim nan", "trim 90"]
)
def test_a_step_that_cannot_be_done_is_refused(shell, tmp_path, a_take, step):
    shell.refuses("edit", a_take, tmp_path / "out.wav", step)
    assert not (tmp_path / "out.wav").exists()


def test_an_unknown_ending_is_refused(shell, tmp_path, a_take):
    shell.refuses("edit", a_take, tmp_path / "out.xyz", "reverse")


def test_tidy_says_what_it_kept(shell, tmp_path, a_take):
    said = shell.json("tidy", a_take, tmp_path / "out.wav")
    assert said["start"] == pytest.approx(1, abs=0.1)
    assert said["stop"] == pytest.approx(3, abs=0.2)
    assert said["gain_db"] > 0
    assert said["sure"] is True
    assert said["why"]
    assert soundfile.info(tmp_path / "out.wav").duration == pytest.approx(
        said["stop"] - said["start"], abs=0.001
    )


def test_check_names_the_verdict_and_speaks_to_both(shell, tmp_path):
    quiet = a_wav(tmp_path / "quiet.wav", a_sine(2, peak=0.005))
    said = shell.json("check", quiet)
    assert "too-quiet" in said["verdicts"]
    assert said["peak_dbfs"] == pytest.approx(-46, abs=0.1)
    assert said["child"] != said["teacher"]


@pytest.mark.parametrize("command", ["edit", "tidy", "check"])
@pytest.mark.parametrize(
    "content",
    [b"", b"hello, this is text", b"RIFF\x00\x00\x00\x00WAVE", None],
    ids=["empty", "text", "cut", "missing"],
)
def test_files_that_are_no_sound_are_refused(shell, tmp_path, command, content):
    source = tmp_path / "bad.wav"
    if content is not None:
        source.write_bytes(content)
    words = {"edit": [tmp_path / "out.wav", "reverse"], "tidy": [tmp_path / "out.wav"], "check": []}[command]
    shell.refuses(command, source, *words)
    assert not (tmp_path / "out.wav").exists()


def test_samples_that_are_not_numbers_are_refused(shell, tmp_path):
    frames = a_sine(1).frames.copy()
    frames[100] = np.nan
    source = tmp_path / "nan.wav"
    soundfile.write(source, frames, 48000, subtype="FLOAT")
    shell.refuses("edit", source, tmp_path / "out.wav", "reverse")
    shell.refuses("tidy", source, tmp_path / "out.wav")
    shell.refuses("check", source)


def test_a_name_cannot_move_the_cursor(shell, tmp_path):
    said = shell.refuses("check", tmp_path / "a\x1b[2Jb\u202ewav.wav")
    assert "a [2Jb wav.wav" in said
