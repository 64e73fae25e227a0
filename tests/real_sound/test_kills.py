"""Recorders that are killed with SIGKILL at random moments, and what is left of their takes."""

import random
import struct
import subprocess
import sys
import time
import wave
from collections.abc import Callable
from pathlib import Path

import pytest

from studio.audio.files.wav import WavFile
from studio.audio.live.recovery import find_unfinished, recover
from studio.audio.live.take_file import TakeBusy, TakeFile
from tests.sound_card import RATE, SoundCard, counted, counter, wait_until

pytestmark = pytest.mark.real_sound

PlugIn = Callable[..., SoundCard]

AT_ONCE, ROUNDS = 5, 4

# Says how many frames the recorder has been given, and when. The report is a plain write to a file,
# which lives on when its process is killed.
RECORD = """
import os, struct, sys, time
from pathlib import Path
from studio.audio.live.recorder import Recorder
from studio.audio.live.streams import open_input
folder = Path(sys.argv[1])
report = os.open(folder / "received", os.O_WRONLY | os.O_CREAT)
received = 0
def reporting(on_block, on_end, **wanted):
    def report_block(frames, overflowed):
        global received
        on_block(frames, overflowed)
        received += len(frames)
        os.pwrite(report, struct.pack("<Qd", received, time.monotonic()), 0)
    return open_input(report_block, on_end, **wanted)
recorder = Recorder(folder, open_stream=reporting)
recorder.start()
sys.stdin.read()
"""


def start_recorder(folder: Path) -> "subprocess.Popen[bytes]":
    folder.mkdir()
    return subprocess.Popen([sys.executable, "-c", RECORD, str(folder)], stdin=subprocess.PIPE)


def received(folder: Path) -> tuple[int, float]:
    """How many frames a recorder has been given, and when the newest of them came."""
    file = folder / "received"
    report = file.read_bytes() if file.exists() else b""
    frames, at = struct.unpack("<Qd", report) if report else (0, 0.0)
    return frames, at


def lost_milliseconds(folder: Path, killed_at: float) -> tuple[float, float]:
    """Recover the one take in a folder: what its recorder had been given and is not there, and
    what had been said by the time of the kill and is not there."""
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
        frames, at = received(folder)
        given = (frames - file.length) * 1000 / RATE
        return given, given + max(0.0, killed_at - at) * 1000


def test_twenty_kills_at_random_moments_lose_less_than_a_second_each(
    sound_card: PlugIn, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    card = sound_card()
    card.keep_saying(counter(120))
    chance = random.Random(1)
    lost: list[tuple[float, float]] = []
    for turn in range(ROUNDS):
        folders = [tmp_path / f"{turn}-{number}" for number in range(AT_ONCE)]
        recorders = [start_recorder(folder) for folder in folders]
        wait_until(lambda f=folders: all(received(folder)[0] > RATE // 10 for folder in f), seconds=30)
        kills = []
        for recorder in recorders:
            time.sleep(chance.uniform(0.0, 0.5))
            kills.append(time.monotonic())
            recorder.kill()
        for recorder in recorders:
            recorder.communicate()
        lost += [lost_milliseconds(folder, at) for folder, at in zip(folders, kills, strict=True)]
    given, said = (sorted(figures) for figures in zip(*lost, strict=True))
    record_property("given_and_lost_milliseconds", given)
    record_property("said_and_lost_milliseconds", said)
    for name, figures in (("given to the recorder", given), ("said", said)):
        print(
            f"\n{len(figures)} kills, {name} and lost: median {figures[10]:.1f} ms, most {figures[-1]:.1f} ms"
        )
    assert len(said) == AT_ONCE * ROUNDS
    assert said[-1] < 1000


def test_a_take_that_is_being_recorded_is_not_offered(sound_card: PlugIn, tmp_path: Path) -> None:
    card = sound_card()
    card.keep_saying(counter(60))
    folder = tmp_path / "takes"
    recorder = start_recorder(folder)
    wait_until(lambda: received(folder)[0] > 0, seconds=30)
    (part,) = folder.glob("*.part")
    assert find_unfinished(folder) == ()
    with pytest.raises(TakeBusy):
        TakeFile(part)
    recorder.kill()
    recorder.communicate()
    assert [take.path for take in find_unfinished(folder)] == [part]
