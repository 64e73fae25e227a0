"""Recorders that are killed with SIGKILL at random moments, and what is left of their takes."""

import random
import subprocess
import sys
import time
import wave
from collections.abc import Callable
from pathlib import Path

import pytest

from studio.audio.recovery import find_unfinished, recover
from studio.audio.take_file import TakeBusy, TakeFile
from studio.audio.wav import WavFile
from tests.sound_card import RATE, SoundCard, counted, counter, wait_until

pytestmark = pytest.mark.real_sound

PlugIn = Callable[..., SoundCard]

AT_ONCE, ROUNDS = 5, 4

# Says, frame for frame, what the recorder was given: the rest is what a kill may take. The report is a
# plain write to a file, which lives on when its process is killed.
RECORD = """
import os, struct, sys
from pathlib import Path
from studio.audio.recorder import Recorder
folder = Path(sys.argv[1])
report = os.open(folder / "received", os.O_WRONLY | os.O_CREAT)
class Reporting(Recorder):
    def _on_block(self, frames, overflowed):
        super()._on_block(frames, overflowed)
        os.pwrite(report, struct.pack("<Q", self._received), 0)
recorder = Reporting(folder)
recorder.start()
sys.stdin.read()
"""


def start_recorder(folder: Path) -> "subprocess.Popen[bytes]":
    folder.mkdir()
    return subprocess.Popen([sys.executable, "-c", RECORD, str(folder)], stdin=subprocess.PIPE)


def received(folder: Path) -> int:
    file = folder / "received"
    return int.from_bytes(file.read_bytes(), "little") if file.exists() else 0


def lost_milliseconds(folder: Path) -> float:
    """Recover the one take in a folder; how much of what its recorder had been given is not there."""
    (part,) = folder.glob("*.part")
    with wave.open(str(part)) as other_reader:  # right even before any repair
        length_before = other_reader.getnframes()
    (found,) = find_unfinished(folder)
    take = recover(found)
    assert take.path.suffix == ".wav"
    assert take.overview.length == round(take.seconds * RATE) >= length_before
    assert {path.suffix for path in folder.iterdir()} == {".wav", ""}
    with WavFile(take.path) as file:
        assert counted(file.read(0, file.length)[:, 0]) > 0
        return (received(folder) - file.length) * 1000 / RATE


def test_twenty_kills_at_random_moments_lose_less_than_a_second_each(
    sound_card: PlugIn, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    card = sound_card()
    card.keep_saying(counter(120))
    chance = random.Random(1)
    lost = []
    for turn in range(ROUNDS):
        folders = [tmp_path / f"{turn}-{number}" for number in range(AT_ONCE)]
        recorders = [start_recorder(folder) for folder in folders]
        wait_until(
            lambda folders=folders: all(received(folder) > RATE // 10 for folder in folders), seconds=30
        )
        for recorder in recorders:
            time.sleep(chance.uniform(0.0, 0.5))
            recorder.kill()
        for recorder in recorders:
            recorder.wait()
        lost += [lost_milliseconds(folder) for folder in folders]
    record_property("lost_milliseconds", sorted(lost))
    print(f"\n{len(lost)} kills: median {sorted(lost)[len(lost) // 2]:.1f} ms, most {max(lost):.1f} ms lost")
    assert max(lost) < 1000


def test_a_take_that_is_being_recorded_is_not_offered(sound_card: PlugIn, tmp_path: Path) -> None:
    card = sound_card()
    card.keep_saying(counter(60))
    folder = tmp_path / "takes"
    recorder = start_recorder(folder)
    wait_until(lambda: received(folder) > 0, seconds=30)
    (part,) = folder.glob("*.part")
    assert find_unfinished(folder) == ()
    with pytest.raises(TakeBusy):
        TakeFile(part)
    recorder.kill()
    recorder.wait()
    assert [take.path for take in find_unfinished(folder)] == [part]
