"""The commands that use the sound card, as a technician would call them."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile

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
