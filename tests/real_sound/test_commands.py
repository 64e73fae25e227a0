"""The commands that use the sound card, as a technician would call them."""

import json
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile

from evidence.library import Library
from tests.builders import a_sine, a_wav
from tests.sound_card import RATE, SoundCard, counted, counter

pytestmark = pytest.mark.real_sound

PlugIn = Callable[..., SoundCard]


@pytest.fixture
def soundingboard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOUNDINGBOARD_LIBRARY", str(tmp_path / "library"))

    def call(*words: object) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "studio", *map(str, words)]
        return subprocess.run(command, capture_output=True, text=True, timeout=60)

    return call


def test_the_card_is_listed(sound_card: PlugIn, soundingboard) -> None:
    sound_card()
    listed = soundingboard("devices", "--json")
    assert listed.returncode == 0, listed.stderr
    devices = json.loads(listed.stdout)
    assert any(d["inputs"] for d in devices)
    assert any(d["outputs"] for d in devices)


def test_what_the_microphone_hears_becomes_a_sound(sound_card: PlugIn, soundingboard, tmp_path: Path) -> None:
    card = sound_card()
    card.keep_saying(counter(30))
    done = soundingboard("record", "--seconds", "2", "--title", "Counting", "--json")
    assert done.returncode == 0, done.stderr
    sound = json.loads(done.stdout)
    assert sound["title"] == "Counting"
    assert sound["kept"]
    assert sound["seconds"] == pytest.approx(2, abs=0.5)
    heard, samplerate = soundfile.read(
        tmp_path / "library" / "originals" / f"{sound['sha256']}.wav", dtype="float32"
    )
    assert samplerate == RATE
    assert counted(heard) >= RATE


def test_a_sound_of_the_library_is_played_to_its_end(
    sound_card: PlugIn, soundingboard, tmp_path: Path
) -> None:
    card = sound_card()
    file = a_wav(tmp_path / "tone.wav", a_sine(1.5), subtype="PCM_24")
    added = json.loads(soundingboard("sound", "add", file, "--title", "Tone", "--json").stdout)
    with card.listening() as heard:
        played = soundingboard("sound", "play", added["id"])
    assert played.returncode == 0, played.stderr
    assert np.count_nonzero(np.abs(heard()[:, 0]) > 0.001) == pytest.approx(1.5 * RATE, rel=0.01)


def test_without_a_microphone_recording_says_what_to_do(
    sound_card: PlugIn, soundingboard, tmp_path: Path
) -> None:
    sound_card(microphone=False, speakers=False)
    done = soundingboard("record", "--seconds", "1")
    assert done.returncode == 1
    assert done.stdout == ""
    assert "microphone" in done.stderr
    assert done.stderr.count("\n") == 1
    assert not list((tmp_path / "library").rglob("*.wav*"))


def test_a_take_is_as_long_as_wished_to_the_frame(sound_card: PlugIn, soundingboard) -> None:
    card = sound_card()
    card.keep_saying(counter(30))
    done = soundingboard("record", "--seconds", "1.25", "--json")
    assert json.loads(done.stdout)["seconds"] == 1.25
    assert "too" not in done.stderr


def test_a_take_after_a_count_begins_with_the_sound(
    sound_card: PlugIn, soundingboard, tmp_path: Path
) -> None:
    card = sound_card()
    card.keep_saying(counter(30))
    done = soundingboard("record", "--count-in", "1", "--seconds", "1", "--json")
    assert done.returncode == 0, done.stderr
    assert "1 " in done.stderr
    (wav,) = (tmp_path / "library" / "originals").glob("*.wav")
    heard, _ = soundfile.read(wav, dtype="float32")
    assert counted(heard) == RATE


def test_a_take_that_waits_for_a_sound_has_all_of_it(
    sound_card: PlugIn, soundingboard, tmp_path: Path
) -> None:
    card = sound_card()
    silence = np.zeros(4 * RATE, dtype=np.float32)
    card.keep_saying(np.concatenate([silence, counter(20) * 8]))  # a ramp: loud enough after 0.5 s
    done = soundingboard("record", "--wait-for-sound", "--seconds", "1", "--json")
    assert done.returncode == 0, done.stderr
    (wav,) = (tmp_path / "library" / "originals").glob("*.wav")
    heard, _ = soundfile.read(wav, dtype="float32")
    first = int(np.flatnonzero(heard)[0])
    assert first < RATE // 2
    np.testing.assert_allclose(heard[first:], counter(20)[: RATE - first] * 8, atol=2**-23)


@pytest.mark.parametrize(
    ("sound", "words"),
    [
        (np.full(RATE * 10, 1.0, dtype=np.float32), "That was too loud"),
        (a_sine(10.0, peak=0.005).frames[:, 0], "That was very quiet"),
        (np.zeros(RATE * 10, dtype=np.float32), "The microphone sends nothing at all"),
    ],
    ids=["too loud", "too quiet", "nothing"],
)
def test_a_take_of_no_use_is_kept_and_says_what_was_wrong(
    sound_card: PlugIn, soundingboard, sound: np.ndarray, words: str
) -> None:
    card = sound_card()
    card.keep_saying(sound)
    done = soundingboard("record", "--seconds", "1.5", "--json")
    assert done.returncode == 0
    assert words in done.stderr
    assert json.loads(done.stdout)["seconds"] == 1.5


def test_a_sound_server_that_dies_ends_the_take_and_is_said(sound_card: PlugIn, soundingboard) -> None:
    card = sound_card()
    card.keep_saying(counter(30))
    gone = threading.Timer(3.0, card.die)
    gone.start()
    done = soundingboard("record", "--seconds", "50", "--json")
    assert done.returncode == 0, done.stderr
    assert "The microphone has gone. All that came before is kept" in done.stderr
    assert json.loads(done.stdout)["seconds"] < 5


def test_a_full_disk_ends_the_take_and_is_said(sound_card: PlugIn, tmp_path: Path) -> None:
    card = sound_card()
    card.keep_saying(counter(30))
    library = tmp_path / "library"
    Library.open(library, create=True)
    # The most that a file may have: past it every write fails as on a full disk.
    code = (
        "import resource, sys; from studio.cli.record import record;"
        "most = resource.getrlimit(resource.RLIMIT_FSIZE)[1];"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, most));"
        "record(['--seconds', '50', '--library', sys.argv[1]])"
    )
    done = subprocess.run([sys.executable, "-c", code, library], capture_output=True, text=True, timeout=60)
    assert "The disk is full, so the newest part of the recording is only in memory." in done.stderr
    assert "Recorded" in done.stdout
    [sound] = Library.open(library).sounds()
    assert 1.0 < sound.seconds < 200_000 / 3 / RATE
