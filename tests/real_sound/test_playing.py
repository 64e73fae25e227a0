"""Sounds through a real PortAudio stream to the speakers of a virtual sound card."""

import subprocess
import sys
import time
from collections.abc import Callable

import numpy as np
import pytest

from studio.audio.clip import Clip
from studio.audio.live.devices import DeviceGone, NoSpeakers
from studio.audio.live.playback import SpeakersStalled
from studio.audio.live.player import Player
from studio.audio.source import ClipSource
from tests.sound_card import RATE, SoundCard, counted, counter, wait_until

pytestmark = pytest.mark.real_sound

PlugIn = Callable[..., SoundCard]


def source_of(*channels: np.ndarray, samplerate: int = RATE) -> ClipSource:
    return ClipSource(Clip(np.stack(channels, axis=1), samplerate))


def test_every_sample_reaches_both_speakers_and_nothing_is_cut(sound_card: PlugIn) -> None:
    card = sound_card()
    player = Player()
    with card.listening() as heard:
        player.play(source_of(counter(2)))
        assert player.is_playing
        assert player.wait(60)
    assert player.problem is None
    assert not player.is_playing
    assert player.position == 2 * RATE
    assert counted(heard()[:, 0]) == 2 * RATE
    assert np.array_equal(heard()[:, 0], heard()[:, 1])


def test_stereo_stays_stereo_and_a_part_is_that_part(sound_card: PlugIn) -> None:
    card = sound_card()
    left, right = counter(1), counter(1)[::-1].copy()
    player = Player()
    with card.listening() as heard:
        player.play(source_of(left, right), start=1000, stop=30000)
        assert player.wait(60)
    first = int(np.flatnonzero(heard()[:, 0])[0])
    assert np.array_equal(heard()[first : first + 29000], np.stack([left, right], axis=1)[1000:30000])
    assert player.position == 30000


def test_the_playhead_shows_what_is_heard(sound_card: PlugIn) -> None:
    card = sound_card()
    player = Player()
    heads = []
    with card.listening() as heard:
        player.play(source_of(counter(1.5)))
        while player.is_playing:
            came = np.flatnonzero(heard()[:, 0])
            if len(came) and player.position < 1.5 * RATE:
                heads.append((player.position, counted(heard()[:, 0])))
            time.sleep(0.02)
    positions = [position for position, _ in heads]
    assert positions == sorted(positions)
    # The listener itself is some 20 to 60 ms behind the speakers.
    assert np.median([abs(position - reached) for position, reached in heads]) < 0.15 * RATE


def test_stop_fades_and_the_next_sound_starts(sound_card: PlugIn) -> None:
    card = sound_card()
    player = Player()
    steady = np.full(10 * RATE, 0.5, dtype=np.float32)
    with card.listening() as heard:
        player.play(source_of(steady))
        wait_until(lambda: player.position > 0.3 * RATE)
        player.stop()
        assert not player.is_playing
        player.play(source_of(-steady[:4800]))
        assert player.wait(60)
    sound = heard()[:, 0]
    full = int(np.flatnonzero(sound == 0.5)[-1])
    fade = sound[full : full + 480]
    assert np.all(np.diff(fade) < 0)
    assert fade.min() < 0.002
    assert np.count_nonzero(sound[full + 480 :]) == np.count_nonzero(sound == -0.5) == 4800
    assert player.problem is None


def test_another_rate_is_heard_at_its_own_pitch(sound_card: PlugIn) -> None:
    card = sound_card()
    player = Player()
    time_axis = np.arange(22050) / 22050
    with card.listening() as heard:
        player.play(
            source_of(0.5 * np.sin(2 * np.pi * 1000 * time_axis).astype(np.float32), samplerate=22050)
        )
        assert player.wait(60)
    sound = heard()[:, 0]
    spectrum = np.abs(np.fft.rfft(sound))
    assert np.argmax(spectrum) * RATE / len(sound) == pytest.approx(1000, abs=1)
    assert np.ptp(np.flatnonzero(np.abs(sound) > 0.01)) == pytest.approx(RATE, rel=0.01)


def test_without_speakers_there_is_a_problem_and_no_exception(sound_card: PlugIn) -> None:
    sound_card(speakers=False)
    player = Player()
    player.play(source_of(counter(1)))
    assert player.wait(60)
    assert isinstance(player.problem, NoSpeakers)


def test_speakers_that_go_are_noticed(sound_card: PlugIn) -> None:
    card = sound_card()
    player = Player()
    player.play(source_of(counter(20)))
    wait_until(lambda: player.position > 0)
    card.die()
    assert player.wait(60)
    assert isinstance(player.problem, DeviceGone)


def test_speakers_that_hang_are_noticed(sound_card: PlugIn) -> None:
    card = sound_card()
    player = Player()
    player.play(source_of(counter(20)))
    wait_until(lambda: player.position > 0)
    card.freeze()
    assert player.wait(60)
    card.thaw()
    assert isinstance(player.problem, SpeakersStalled)


PLAY_AND_LEAVE = """
import numpy as np, time
from studio.audio.clip import Clip
from studio.audio.live.player import Player
from studio.audio.source import ClipSource
player = Player()
player.play(ClipSource(Clip(np.ones((48000 * 60, 1), dtype=np.float32), 48000)))
while player.position == 0 and player.problem is None:
    time.sleep(0.01)
print(player.problem, flush=True)
input()
"""


@pytest.mark.parametrize("go", ["freeze", None])
def test_a_sound_that_plays_does_not_hold_the_program(sound_card: PlugIn, go: str | None) -> None:
    card = sound_card()
    child = subprocess.Popen(
        [sys.executable, "-c", PLAY_AND_LEAVE], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert child.stdout is not None
    assert child.stdout.readline() == b"None\n"
    if go:
        getattr(card, go)()
    started = time.monotonic()
    child.communicate(b"\n", timeout=20)
    assert child.returncode == 0
    assert time.monotonic() - started < 5
