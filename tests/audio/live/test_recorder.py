import errno
import threading
import wave
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from studio.audio.files.offsets import OffsetFile
from studio.audio.files.wav import WavFile
from studio.audio.live.devices import DeviceGone, NoMicrophone
from studio.audio.live.monitor import CannotHearYourself, Monitor
from studio.audio.live.recorder import (
    FinishedTake,
    MemoryFull,
    MicrophoneSilent,
    MicrophoneStalled,
    NothingRecorded,
    Recorder,
    SoundMissing,
)
from studio.audio.live.take_writer import DiskFault, DiskFull
from studio.errors import StudioError
from tests.builders import a_sine, noise
from tests.fake_streams import FakeClock, FakeMicrophone, FakeSpeakers
from tests.sound_card import RATE, counted, counter, wait_until


class Disk:
    """How many bytes the disk still takes at the end of files; `None` is endless."""

    room: int | None = None
    error = errno.ENOSPC


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    disk = Disk()
    really_write = OffsetFile._write_some

    def write_some(self: OffsetFile, view: memoryview, offset: int) -> int:
        beyond = max(0, offset + len(view) - self.size())
        if disk.room is not None:
            fits = min(beyond, disk.room)
            disk.room -= fits
            view = view[: len(view) - beyond + fits]
            if not len(view):
                raise OSError(disk.error, "No space left on device")
        return really_write(self, view, offset)

    monkeypatch.setattr(OffsetFile, "_write_some", write_some)
    return disk


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def microphone(clock: FakeClock) -> FakeMicrophone:
    return FakeMicrophone(clock)


@pytest.fixture
def recorder(tmp_path: Path, microphone: FakeMicrophone, clock: FakeClock) -> Recorder:
    recorder = Recorder(tmp_path, open_stream=microphone.open, clock=clock)
    recorder.start()
    return recorder


def until(recorder: Recorder, true: Callable[[Recorder], bool]) -> None:
    """Let the recorder's own thread get there."""
    wait_until(lambda: true(recorder))


def kept(take: FinishedTake) -> np.ndarray:
    with WavFile(take.path) as file:
        return file.read(0, file.length)


def test_a_take_holds_every_frame_exactly(
    recorder: Recorder, microphone: FakeMicrophone, tmp_path: Path
) -> None:
    microphone.hear(counter(1))
    take = recorder.stop()
    assert np.array_equal(kept(take)[:, 0], counter(1))
    assert list(tmp_path.iterdir()) == [take.path]
    assert (take.seconds, take.samplerate, take.channels) == (1.0, RATE, 1)
    assert take.overview.length == RATE
    assert take.overview.peak(0, RATE) == pytest.approx(RATE / 2**23)
    assert take.problem is None
    assert take.started.tzinfo is not None
    assert not microphone.is_open
    assert recorder.stop() is take
    assert recorder.poll().state == "finished"


def test_the_file_is_whole_while_it_is_recorded(
    recorder: Recorder, microphone: FakeMicrophone, tmp_path: Path
) -> None:
    for seconds in (1, 2, 3):
        microphone.hear(noise(1.0)[:, 0])
        (part,) = tmp_path.glob("*.part")

        def is_whole(part: Path = part, seconds: int = seconds) -> bool:
            with wave.open(str(part)) as other_reader:
                return other_reader.getnframes() == seconds * RATE

        wait_until(is_whole)
    recorder.stop()


def test_the_status_tells_the_level_of_the_last_moments(
    recorder: Recorder, microphone: FakeMicrophone
) -> None:
    assert recorder.poll().state == "starting"
    microphone.hear(np.asarray(a_sine(1.0, peak=0.5).frames))
    status = recorder.poll()
    assert status.state == "recording"
    assert status.seconds == 1.0
    assert status.peak_dbfs == pytest.approx(-6.02, abs=0.01)
    assert status.rms_dbfs == pytest.approx(-9.03, abs=0.05)
    assert status.verdict == "good"
    microphone.hear(np.asarray(a_sine(0.5, peak=0.005).frames))
    assert recorder.poll().verdict == "too-quiet"
    microphone.hear(np.asarray(a_sine(0.5, peak=1.0).frames))
    assert recorder.poll().verdict == "too-loud"
    until(recorder, lambda r: r.poll().clipped > 0)
    assert recorder.stop().clipped > 0


def test_exact_silence_is_said_and_taken_back(recorder: Recorder, microphone: FakeMicrophone) -> None:
    microphone.hear(np.zeros(RATE * 2, dtype=np.float32))
    until(recorder, lambda r: r.poll().silent_seconds == 2)
    assert isinstance(recorder.poll().problem, MicrophoneSilent)
    assert recorder.poll().verdict == "nothing"
    microphone.hear(noise(0.1)[:, 0])
    until(recorder, lambda r: r.poll().problem is None)
    microphone.hear(np.zeros(RATE * 2, dtype=np.float32))
    assert recorder.stop().problem is None


def test_a_take_of_nothing_but_silence_says_so(recorder: Recorder, microphone: FakeMicrophone) -> None:
    microphone.hear(np.zeros(RATE * 2, dtype=np.float32))
    until(recorder, lambda r: r.poll().problem is not None)
    assert isinstance(recorder.stop().problem, MicrophoneSilent)


def test_a_microphone_that_goes_leaves_all_that_came_before(
    recorder: Recorder, microphone: FakeMicrophone
) -> None:
    microphone.hear(counter(0.5))
    microphone.vanish()
    assert recorder.poll().state == "lost"
    take = recorder.stop()
    assert isinstance(take.problem, DeviceGone)
    assert counted(kept(take)[:, 0]) == RATE // 2


def test_a_microphone_that_stalls_is_noticed_and_may_come_back(
    recorder: Recorder, microphone: FakeMicrophone, clock: FakeClock
) -> None:
    microphone.hear(counter(0.5))
    clock.now += 2.5
    assert recorder.poll().state == "stalled"
    assert isinstance(recorder.poll().problem, MicrophoneStalled)
    microphone.hear(counter(0.5))
    assert recorder.poll().state == "recording"
    recorder.stop()


def test_what_a_standstill_lost_is_counted(
    recorder: Recorder, microphone: FakeMicrophone, clock: FakeClock
) -> None:
    microphone.hear(noise(5.0)[:, 0])
    clock.now += 8.0
    microphone.hear(noise(5.0)[:, 0])
    until(recorder, lambda r: r.poll().lost_seconds > 0)
    assert recorder.stop().lost_seconds == pytest.approx(8.0, abs=0.05)


def test_dropped_sound_that_the_device_admits_is_counted(
    recorder: Recorder, microphone: FakeMicrophone
) -> None:
    microphone.hear(noise(0.02)[:, 0], overflowed=True)
    assert recorder.poll().overflows == 2
    recorder.stop()


def test_stop_waits_for_the_blocks_that_are_still_on_their_way(tmp_path: Path) -> None:
    clock = FakeClock(step=0.0001)
    microphone = FakeMicrophone()  # it does not move the clock: its blocks come all at once
    recorder = Recorder(tmp_path, open_stream=microphone.open, clock=clock)
    recorder.start()
    microphone.hear(counter(0.01))
    clock.now += 0.5
    late = threading.Timer(0.05, lambda: microphone.hear(counter(0.6)[480:]))
    late.start()
    take = recorder.stop()
    assert counted(kept(take)[:, 0]) == 0.6 * RATE


def test_stop_comes_back_when_the_sound_system_does_not_answer(tmp_path: Path) -> None:
    microphone = FakeMicrophone(FakeClock(), answers=False)
    recorder = Recorder(tmp_path, open_stream=microphone.open)
    recorder.start()
    microphone.hear(counter(0.5))
    assert counted(kept(recorder.stop())[:, 0]) == RATE // 2


def test_nothing_recorded_leaves_nothing_behind(recorder: Recorder, tmp_path: Path) -> None:
    with pytest.raises(NothingRecorded):
        recorder.stop()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("channels", [1, 2])
def test_the_wanted_shape_reaches_the_device(tmp_path: Path, channels: int) -> None:
    microphone = FakeMicrophone(FakeClock(), samplerate=44100)
    recorder = Recorder(
        tmp_path, device="USB", samplerate=44100, channels=channels, open_stream=microphone.open
    )
    recorder.start()
    sound = noise(0.2, samplerate=44100, channels=channels)
    microphone.hear(sound)
    take = recorder.stop()
    assert microphone.wanted == {"device": "USB", "samplerate": 44100, "channels": channels}
    assert (take.samplerate, take.channels) == (44100, channels)
    assert np.abs(kept(take) - sound).max() < 2**-23


def test_a_device_that_does_not_start_leaves_nothing_behind(tmp_path: Path) -> None:
    microphone = FakeMicrophone()
    microphone.refuses_to_start = NoMicrophone("No microphone was found.", "Plug one in.")
    with pytest.raises(NoMicrophone):
        Recorder(tmp_path, open_stream=microphone.open).start()
    assert list(tmp_path.iterdir()) == []
    assert not microphone.is_open


def test_a_folder_that_cannot_be_written_is_said_before_anything_is_recorded(tmp_path: Path) -> None:
    microphone = FakeMicrophone()
    (tmp_path / "folder").write_text("a file stands here")
    with pytest.raises(DiskFault):
        Recorder(tmp_path / "folder", open_stream=microphone.open).start()
    assert not microphone.is_open


def test_a_disk_that_is_full_at_the_start_leaves_nothing_behind(tmp_path: Path, disk: Disk) -> None:
    disk.room = 10
    microphone = FakeMicrophone()
    with pytest.raises(DiskFull):
        Recorder(tmp_path, open_stream=microphone.open).start()
    assert list(tmp_path.iterdir()) == []


def test_what_a_full_disk_refuses_is_saved_when_there_is_room(
    recorder: Recorder, microphone: FakeMicrophone, clock: FakeClock, disk: Disk
) -> None:
    disk.room = 100_001
    microphone.hear(counter(2))
    until(recorder, lambda r: isinstance(r.poll().problem, DiskFull))
    disk.room = None
    clock.now += 1
    until(recorder, lambda r: r.poll().problem is None)
    microphone.hear(counter(3)[2 * RATE :])
    take = recorder.stop()
    assert np.array_equal(kept(take)[:, 0], counter(3))
    assert (take.unsaved_seconds, take.problem) == (0.0, None)


@pytest.mark.parametrize(
    ("error", "kind"), [(errno.ENOSPC, DiskFull), (errno.EFBIG, DiskFull), (errno.EIO, DiskFault)]
)
def test_a_disk_that_refuses_for_good_keeps_what_fitted(
    recorder: Recorder, microphone: FakeMicrophone, disk: Disk, error: int, kind: type[StudioError]
) -> None:
    disk.room, disk.error = 100_001, error
    microphone.hear(counter(2))
    take = recorder.stop()
    assert isinstance(take.problem, kind)
    fitted = round(take.seconds * RATE)
    assert np.array_equal(kept(take)[:, 0], counter(2)[:fitted])
    assert take.overview.length == fitted > 100_001 / 3 - 480 * 2
    assert take.unsaved_seconds == pytest.approx(2 - take.seconds)
    with wave.open(str(take.path)) as other_reader:
        assert other_reader.getnframes() == fitted


def test_a_take_can_be_rescued_into_another_folder(
    recorder: Recorder, microphone: FakeMicrophone, disk: Disk, tmp_path: Path
) -> None:
    disk.room = 100_001
    microphone.hear(counter(2))
    first = recorder.stop()
    with pytest.raises(DiskFull):
        recorder.rescue(tmp_path / "also-full")
    assert list((tmp_path / "also-full").iterdir()) == []
    disk.room = None
    take = recorder.rescue(tmp_path / "roomy")
    assert np.array_equal(kept(take)[:, 0], counter(2))
    assert (take.unsaved_seconds, take.seconds, take.problem) == (0.0, 2.0, None)
    assert take.overview.length == 2 * RATE
    assert take.path.parent == tmp_path / "roomy"
    assert not first.path.exists()
    assert recorder.stop() is take


def test_sound_is_dropped_only_when_the_memory_is_full_and_that_is_said(
    tmp_path: Path, clock: FakeClock, microphone: FakeMicrophone, disk: Disk
) -> None:
    recorder = Recorder(tmp_path, open_stream=microphone.open, clock=clock, most_held_bytes=RATE * 4)
    recorder.start()
    disk.room = 0
    microphone.hear(counter(3))
    assert isinstance(recorder.poll().problem, MemoryFull)
    assert recorder.poll().lost_seconds == pytest.approx(2.0, abs=0.05)
    disk.room = None
    take = recorder.stop()
    assert counted(kept(take)[:, 0]) == pytest.approx(RATE, abs=960)


def test_a_recorder_records_once(recorder: Recorder, microphone: FakeMicrophone) -> None:
    with pytest.raises(ValueError, match="one take"):
        recorder.start()
    microphone.hear(counter(0.1))
    recorder.stop()


def test_before_the_start_there_is_nothing_to_stop(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path)
    assert recorder.poll().state == "ready"
    with pytest.raises(ValueError, match="not started"):
        recorder.stop()


def listening(tmp_path: Path, microphone: FakeMicrophone, clock: FakeClock, **more: object) -> Recorder:
    recorder = Recorder(tmp_path, open_stream=microphone.open, clock=clock, **more)  # type: ignore[arg-type]
    recorder.listen()
    return recorder


def test_listening_shows_the_level_and_writes_nothing(
    tmp_path: Path, microphone: FakeMicrophone, clock: FakeClock
) -> None:
    recorder = listening(tmp_path, microphone, clock)
    microphone.hear(np.asarray(a_sine(1.0, peak=0.5).frames))
    status = recorder.poll()
    assert (status.state, status.seconds, status.verdict) == ("listening", 0.0, "good")
    assert list(tmp_path.iterdir()) == []
    recorder.leave()
    recorder.leave()
    assert not microphone.is_open
    assert recorder.poll().state == "ready"
    assert list(tmp_path.iterdir()) == []


def test_a_take_after_listening_has_only_what_came_since(
    tmp_path: Path, microphone: FakeMicrophone, clock: FakeClock
) -> None:
    recorder = listening(tmp_path, microphone, clock)
    microphone.hear(np.ones(RATE, dtype=np.float32))
    recorder.start()
    assert recorder.poll().state == "starting"
    microphone.hear(counter(1))
    take = recorder.stop()
    assert np.array_equal(kept(take)[:, 0], counter(1))
    assert (take.clipped, take.overview.length) == (0, RATE)


def test_silence_is_noticed_while_listening(
    tmp_path: Path, microphone: FakeMicrophone, clock: FakeClock
) -> None:
    recorder = listening(tmp_path, microphone, clock)
    microphone.hear(np.zeros(RATE * 2, dtype=np.float32))
    until(recorder, lambda r: isinstance(r.poll().problem, MicrophoneSilent))
    assert not recorder.poll().is_over
    recorder.leave()


def test_a_microphone_that_went_while_listening_is_opened_anew(
    tmp_path: Path, microphone: FakeMicrophone, clock: FakeClock
) -> None:
    recorder = listening(tmp_path, microphone, clock)
    microphone.vanish()
    assert recorder.poll().state == "lost"
    recorder.start()
    microphone.hear(counter(0.5))
    take = recorder.stop()
    assert counted(kept(take)[:, 0]) == RATE // 2
    assert take.problem is None


def test_leaving_in_the_middle_of_a_take_keeps_nothing(
    recorder: Recorder, microphone: FakeMicrophone, tmp_path: Path
) -> None:
    microphone.hear(counter(0.5))
    recorder.leave()
    assert not microphone.is_open
    assert list(tmp_path.iterdir()) == []


def test_a_pause_leaves_no_gap_and_a_whole_file(
    recorder: Recorder, microphone: FakeMicrophone, tmp_path: Path
) -> None:
    sound = counter(3)
    microphone.hear(sound[:RATE])
    recorder.pause()
    assert recorder.poll().state == "paused"
    microphone.hear(sound[RATE : 2 * RATE])
    assert recorder.poll().seconds == 1.0
    (part,) = tmp_path.glob("*.part")

    def is_whole() -> bool:
        with wave.open(str(part)) as other_reader:
            return other_reader.getnframes() == RATE

    wait_until(is_whole)
    recorder.go_on()
    microphone.hear(sound[2 * RATE :])
    assert recorder.poll().state == "recording"
    take = recorder.stop()
    assert np.array_equal(kept(take)[:, 0], np.concatenate([sound[:RATE], sound[2 * RATE :]]))
    assert take.overview.length == 2 * RATE
    assert take.lost_seconds == 0


def test_what_a_standstill_lost_in_a_pause_is_no_loss(
    recorder: Recorder, microphone: FakeMicrophone, clock: FakeClock
) -> None:
    microphone.hear(noise(5.0)[:, 0])
    recorder.pause()
    clock.now += 8.0
    microphone.hear(noise(5.0)[:, 0])
    recorder.go_on()
    microphone.hear(noise(1.0)[:, 0])
    take = recorder.stop()
    assert (take.lost_seconds, take.problem) == (0.0, None)


def test_a_take_ends_where_it_may_be_no_longer(
    tmp_path: Path, microphone: FakeMicrophone, clock: FakeClock
) -> None:
    recorder = Recorder(tmp_path, open_stream=microphone.open, clock=clock, longest_seconds=1.5)
    recorder.start()
    microphone.hear(counter(1))
    assert recorder.poll().left_seconds == 0.5
    assert not recorder.poll().is_over
    recorder.longer(0.25)
    microphone.hear(counter(2)[RATE:])
    status = recorder.poll()
    assert (status.state, status.left_seconds, status.is_over) == ("full", 0.0, True)
    take = recorder.stop()
    assert np.array_equal(kept(take)[:, 0], counter(1.75))
    assert take.problem is None


def test_a_take_that_waits_for_a_sound_has_its_attack(
    tmp_path: Path, microphone: FakeMicrophone, clock: FakeClock
) -> None:
    recorder = Recorder(tmp_path, open_stream=microphone.open, clock=clock, waits_for_sound=True)
    recorder.start()
    microphone.hear(noise(3.0, peak=0.001)[:, 0])
    assert (recorder.poll().state, recorder.poll().seconds) == ("waiting", 0.0)
    clap = np.asarray(a_sine(0.5, peak=0.5).frames)[:, 0]
    microphone.hear(clap)
    take = recorder.stop()
    assert take.seconds == pytest.approx(1.0, abs=0.02)
    assert np.abs(kept(take)[-len(clap) :, 0] - clap).max() < 2**-23


def test_a_take_that_waited_in_vain_leaves_nothing(
    tmp_path: Path, microphone: FakeMicrophone, clock: FakeClock
) -> None:
    recorder = Recorder(tmp_path, open_stream=microphone.open, clock=clock, waits_for_sound=True)
    recorder.start()
    microphone.hear(noise(3.0, peak=0.001)[:, 0])
    with pytest.raises(NothingRecorded):
        recorder.stop()
    assert list(tmp_path.iterdir()) == []


def test_a_take_from_which_sound_is_missing_says_so(
    recorder: Recorder, microphone: FakeMicrophone, clock: FakeClock
) -> None:
    microphone.hear(noise(5.0)[:, 0])
    clock.now += 8.0
    microphone.hear(noise(5.0)[:, 0])
    take = recorder.stop()
    assert isinstance(take.problem, SoundMissing)
    assert "8.0 s" in take.problem.what


def test_what_the_device_dropped_is_said(recorder: Recorder, microphone: FakeMicrophone) -> None:
    microphone.hear(noise(0.02)[:, 0], overflowed=True)
    assert isinstance(recorder.stop().problem, SoundMissing)


def test_one_hears_oneself_only_when_wished(
    tmp_path: Path, microphone: FakeMicrophone, clock: FakeClock
) -> None:
    speakers = FakeSpeakers(block=1024)
    recorder = listening(tmp_path, microphone, clock, monitor=lambda: Monitor(open_stream=speakers.open))
    microphone.hear(np.asarray(a_sine(0.1, peak=0.5).frames))
    speakers.take(1)
    assert speakers.heard[0].any()
    recorder.leave()
    assert not speakers.is_open


def test_headphones_that_fail_harm_no_take(
    tmp_path: Path, microphone: FakeMicrophone, clock: FakeClock
) -> None:
    speakers = FakeSpeakers(samplerate=44100)
    recorder = listening(tmp_path, microphone, clock, monitor=lambda: Monitor(open_stream=speakers.open))
    recorder.start()
    microphone.hear(counter(0.5))
    assert isinstance(recorder.poll().notice, CannotHearYourself)
    assert recorder.stop().problem is None
