"""Recordings from a real stream onto a disk that is full."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from studio.audio.files.wav import WavFile
from tests.sound_card import SoundCard, counted, counter

pytestmark = pytest.mark.real_sound

PlugIn = Callable[..., SoundCard]

# The most that a file may have, which needs no rights: past it every write fails as on a full disk.
RECORD = """
import resource, sys, time
from pathlib import Path
from studio.audio.live.recorder import Recorder
from studio.audio.live.take_writer import DiskFull
most = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, most))
recorder = Recorder(Path(sys.argv[1]))
recorder.start()
end = time.monotonic() + 20
while not isinstance(recorder.poll().problem, DiskFull) and time.monotonic() < end:
    time.sleep(0.01)
assert recorder.poll().state == "recording"
seconds = recorder.poll().seconds
while recorder.poll().seconds < seconds + 0.5:
    time.sleep(0.01)
if sys.argv[2] == "room":
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
take = recorder.stop()
print(take.path)
print(take.unsaved_seconds, type(take.problem).__name__)
"""


def record(folder: Path, then: str) -> tuple[np.ndarray, float, str]:
    """Record past the limit; what is in the file, what is not, and the problem's name."""
    command = [sys.executable, "-c", RECORD, str(folder), then]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    path, unsaved, problem = done.stdout.split()
    with WavFile(path) as file:
        return file.read(0, file.length)[:, 0], float(unsaved), problem


def test_room_that_comes_back_saves_every_sample(sound_card: PlugIn, tmp_path: Path) -> None:
    card = sound_card()
    card.keep_saying(counter(60))
    sound, unsaved, problem = record(tmp_path, "room")
    assert counted(sound) > 100_000 / 3
    assert (unsaved, problem) == (0.0, "NoneType")


def test_a_disk_that_stays_full_keeps_what_fitted(sound_card: PlugIn, tmp_path: Path) -> None:
    card = sound_card()
    card.keep_saying(counter(60))
    sound, unsaved, problem = record(tmp_path, "none")
    assert 100_000 / 3 - 2000 < len(sound) < 100_000 / 3
    assert counted(sound) > 0
    assert unsaved > 0.4
    assert problem == "DiskFull"
