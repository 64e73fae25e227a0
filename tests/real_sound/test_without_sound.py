"""Computers whose sound is missing, broken or frozen: said in words, never a crash and never a hang."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from studio.audio.live.devices import list_devices, rescan
from studio.audio.live.portaudio import NoSoundSystem
from tests import outside
from tests.sound_card import SoundCard

pytestmark = pytest.mark.real_sound

PlugIn = Callable[..., SoundCard]

LIST = """
from studio.audio.live.devices import list_devices
from studio.errors import StudioError
try:
    print([device.name for device in list_devices()])
except StudioError as error:
    print(type(error).__name__, error.fix)
"""


def list_in_child() -> str:
    done = subprocess.run([sys.executable, "-c", LIST], capture_output=True, text=True, timeout=30)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_card_is_listed_with_its_usual_devices(sound_card: PlugIn) -> None:
    sound_card()
    found = {device.name: device for device in list_devices()}
    assert set(found) == {"microphone", "speakers", "default"}
    assert found["microphone"].inputs
    assert not found["microphone"].outputs
    assert found["default"].is_default_input
    assert found["default"].is_default_output


def test_a_card_that_is_plugged_in_later_is_seen_by_a_rescan(sound_card: PlugIn) -> None:
    sound_card(microphone=False)
    assert [device.name for device in list_devices()] == ["speakers", "default"]
    card = SoundCard()
    with card, pytest.MonkeyPatch.context() as patch:
        for name, value in card.environment.items():
            patch.setenv(name, value)
        assert len(list_devices()) == 2
        assert len(rescan()) == 3


def test_no_device_at_all_is_an_empty_list(sound_card: PlugIn) -> None:
    sound_card(microphone=False, speakers=False)
    assert list_in_child() == "[]"


def test_no_default_device_does_not_end_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outside.need("pulseaudio")  # that is: on Linux, set up for sound
    (tmp_path / "alsa.conf").write_text("pcm.other { type null hint { show on description other } }\n")
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(tmp_path / "alsa.conf"))
    assert list_in_child().startswith("NoSoundSystem")


def test_a_missing_library_is_said_with_its_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outside.need("pulseaudio")  # that is: on Linux, set up for sound
    # Python imports this by itself when it starts: in the child and in the child's own probe.
    (tmp_path / "sitecustomize.py").write_text(
        "import ctypes.util\nctypes.util.find_library = lambda name: None\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert list_in_child() == "NoSoundSystem Install it with: sudo apt install libportaudio2"


def test_a_frozen_sound_server_is_said_and_does_not_hold_the_program(
    sound_card: PlugIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = sound_card()
    card.freeze()
    started = time.monotonic()
    assert list_in_child().startswith("SoundSystemStuck")
    assert time.monotonic() - started < 15


def test_a_second_try_finds_the_sound_that_came_back(tmp_path: Path, sound_card: PlugIn) -> None:
    sound_card()
    broken = tmp_path / "alsa.conf"
    broken.write_text("pcm.other { type null hint { show on description other } }\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ALSA_CONFIG_PATH", str(broken))
        with pytest.raises(NoSoundSystem):
            list_devices()
    assert len(list_devices()) == 3
