import threading
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest

from studio.audio.clip import Clip, Frames
from studio.audio.live.devices import DeviceBusy, DeviceGone, NoSpeakers
from studio.audio.live.playback import Playback, SoundUnreadable, SpeakersStalled, fade_to_silence
from studio.audio.live.player import Player
from studio.audio.source import ClipSource
from studio.errors import StudioError
from tests.builders import a_sine, noise
from tests.fake_streams import FakeClock, FakeSpeakers
from tests.sound_card import RATE, counter, wait_until


class Room:
    """A player and the fake speakers that it opens, one pair a sound."""

    def __init__(self, **shape: Any) -> None:
        self.clock = FakeClock()
        self.speakers: list[FakeSpeakers] = []
        self.refusals: list[StudioError] = []
        self.wanted: dict[str, Any] = {}
        self._shape = shape
        self.player = Player(open_stream=self.open, clock=self.clock)

    def open(self, fill: Callable[[Frames], bool], on_end: Callable[[], None], **wanted: Any) -> FakeSpeakers:
        if self.refusals:
            raise self.refusals.pop(0)
        self.wanted = wanted
        self.speakers.append(FakeSpeakers(**self._shape).open(fill, on_end, **wanted))
        return self.speakers[-1]

    def play(self, clip: Clip, **part: int) -> FakeSpeakers:
        before = len(self.speakers)
        self.player.play(ClipSource(clip), **part)
        wait_until(lambda: len(self.speakers) > before and self.speakers[-1].started)
        return self.speakers[-1]

    def hear_all(self, speakers: FakeSpeakers) -> Frames:
        """Everything up to the end; the reader is given the time that it needs."""
        ended = threading.Event()
        finish = speakers.vanish

        def vanish() -> None:
            finish()
            ended.set()

        speakers.vanish = vanish
        while not ended.is_set():
            playback = self.player._playback
            wait_until(lambda p=playback: p is None or p._blocks.qsize() > 0 or p._faded.is_set())
            speakers.take()
        assert self.player.wait(60)
        return np.concatenate(speakers.heard)


@pytest.fixture
def room() -> Iterator[Room]:
    room = Room()
    yield room
    room.player.stop()


def test_every_sample_is_played_and_silence_follows(room: Room) -> None:
    clip = Clip(counter(2)[:, None], RATE)
    heard = room.hear_all(room.play(clip))
    assert np.array_equal(heard[: 2 * RATE, 0], counter(2))
    assert np.array_equal(heard[:, 0], heard[:, 1])
    assert not heard[2 * RATE :].any()
    assert len(heard) >= 2.25 * RATE
    assert (room.player.position, room.player.is_playing, room.player.problem) == (2 * RATE, False, None)
    assert not room.speakers[0].is_open


def test_a_part_is_played_as_that_part(room: Room) -> None:
    clip = Clip(noise(1.0, channels=2), RATE)
    heard = room.hear_all(room.play(clip, start=5000, stop=20000))
    assert np.array_equal(heard[:15000], clip.frames[5000:20000])
    assert room.player.position == 20000


def test_a_level_is_kept_to(room: Room) -> None:
    room.player.gain_db = -20
    heard = room.hear_all(room.play(a_sine(0.2, peak=0.5)))
    assert np.abs(heard).max() == pytest.approx(0.05, abs=0.001)


def test_an_empty_sound_ends_by_itself(room: Room) -> None:
    heard = room.hear_all(room.play(Clip(np.zeros((0, 1), dtype=np.float32), RATE)))
    assert not heard.any()
    assert room.player.problem is None


def test_speakers_with_a_rate_of_their_own_get_that_rate() -> None:
    room = Room(samplerate=44100)
    heard = room.hear_all(room.play(a_sine(1.0, hertz=1000)))
    assert room.wanted == {"device": None, "samplerate": 48000}
    spectrum = np.abs(np.fft.rfft(heard[:44100, 0]))
    assert np.argmax(spectrum) == 1000
    assert room.player.position == RATE


def test_the_playhead_is_behind_by_what_the_device_still_holds(room: Room) -> None:
    speakers = room.play(Clip(counter(2)[:, None], RATE), start=1000)
    speakers.latency = 0.02
    speakers.take()
    assert room.player.position == 1000
    room.clock.now += 0.03
    assert room.player.position == 1000 + round(0.01 * RATE)
    room.clock.now += 5.0  # a block that is late does not let the playhead run away
    assert room.player.position == pytest.approx(1000 + 2048 - 0.02 * RATE, abs=1)
    speakers.take()
    assert room.player.position == pytest.approx(1000 + 2048 - 0.02 * RATE, abs=1)


def test_stop_fades_within_a_hundredth_of_a_second(room: Room) -> None:
    speakers = room.play(Clip(np.ones((RATE * 5, 1), dtype=np.float32), RATE))
    speakers.take(3)
    room.player.stop()
    assert not room.player.is_playing
    heard = room.hear_all(speakers)
    fade = heard[3 * 2048 :, 0]
    assert np.all(np.diff(fade[:480]) < 0)
    assert not fade[480:].any()
    assert len(fade) > 0.25 * RATE
    assert room.player.problem is None


def test_the_next_sound_waits_only_for_the_fade(room: Room) -> None:
    first = room.play(Clip(np.ones((RATE * 5, 1), dtype=np.float32), RATE))
    first.take()
    room.player.play(ClipSource(Clip(counter(0.1)[:, None], RATE)))
    first.take()
    wait_until(lambda: len(room.speakers) == 2)
    room.clock.now += 1
    second = room.speakers[1]
    wait_until(lambda: second.started)
    assert first.is_open
    assert np.array_equal(room.hear_all(second)[:4800, 0], counter(0.1))


def test_where_two_sounds_are_too_many_the_next_waits_for_the_end(room: Room) -> None:
    first = room.play(Clip(np.ones((RATE * 5, 1), dtype=np.float32), RATE))
    first.take()
    room.refusals = [DeviceBusy("In use.", "Close it.")]
    room.player.play(ClipSource(Clip(counter(0.1)[:, None], RATE)))
    wait_until(lambda: not room.refusals)
    first.take(20)
    wait_until(lambda: len(room.speakers) == 2)
    assert not first.is_open
    assert room.player.problem is None


@pytest.mark.parametrize("error", [NoSpeakers("None.", "Plug in."), DeviceBusy("In use.", "Close it.")])
def test_what_goes_wrong_is_a_problem_and_no_exception(room: Room, error: StudioError) -> None:
    room.refusals = [error]
    room.player.play(ClipSource(a_sine(0.1)))
    assert room.player.wait(60)
    assert room.player.problem is error
    assert not room.player.is_playing
    assert room.player.position == 0
    room.hear_all(room.play(a_sine(0.1)))
    assert room.player.problem is None


def test_speakers_that_go_are_a_problem(room: Room) -> None:
    speakers = room.play(a_sine(5.0))
    speakers.take(3)
    speakers.vanish()
    assert room.player.wait(60)
    assert isinstance(room.player.problem, DeviceGone)


def test_speakers_that_stall_are_a_problem(room: Room) -> None:
    speakers = room.play(a_sine(5.0))
    speakers.take(3)
    room.clock.now += 3
    assert room.player.wait(60)
    assert isinstance(room.player.problem, SpeakersStalled)
    assert not speakers.is_open


class BrokenSource:
    samplerate, channels, length = RATE, 1, RATE * 10

    def read(self, start: int, stop: int) -> Frames:
        raise OSError(5, "Input/output error")


def test_a_file_that_fails_is_a_problem(room: Room) -> None:
    room.player.play(BrokenSource())
    assert room.player.wait(60)
    assert isinstance(room.player.problem, SoundUnreadable)
    assert not room.speakers[0].is_open


def test_blocks_that_come_too_late_are_counted_and_silent() -> None:
    playback = Playback(
        ClipSource(a_sine(1.0)),
        0,
        RATE,
        gain=1.0,
        open_stream=FakeSpeakers().open,
        clock=FakeClock(),
        after=None,
    )
    out = np.ones((2048, 2), dtype=np.float32)
    assert playback._fill(out)
    assert not out.any()
    assert playback.late_blocks == 1


@pytest.mark.parametrize(("start", "stop"), [(-1, 10), (10, 5), (0, RATE + 1)])
def test_a_part_outside_the_sound_is_refused(room: Room, start: int, stop: int) -> None:
    with pytest.raises(ValueError, match="inside"):
        room.player.play(ClipSource(a_sine(1.0)), start=start, stop=stop)


def test_before_anything_was_played_there_is_nothing() -> None:
    player = Player()
    player.stop()
    assert player.wait(0)
    assert (player.position, player.is_playing, player.problem) == (0, False, None)


@pytest.mark.parametrize("frames", [0, 10, 5000])
def test_a_fade_ends_in_silence(frames: int) -> None:
    block = np.ones((100, 2), dtype=np.float32)
    fade_to_silence(block, frames)
    assert not block[frames:].any()
    assert np.all(np.diff(block[:, 0]) <= 0)
