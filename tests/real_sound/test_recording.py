"""Recordings from a real PortAudio stream on a virtual sound card."""

import contextlib
import signal
import subprocess
import sys
import time
import wave
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from studio.audio.files.wav import WavFile
from studio.audio.live.devices import DeviceGone, NoMicrophone
from studio.audio.live.portaudio import PORT_AUDIO
from studio.audio.live.recorder import MicrophoneSilent, MicrophoneStalled, Recorder
from studio.errors import StudioError
from tests import outside
from tests.sound_card import RATE, SoundCard, counted, counter, wait_until

pytestmark = pytest.mark.real_sound

PlugIn = Callable[..., SoundCard]


@contextlib.contextmanager
def recording(folder: Path, **options: object) -> Iterator[Recorder]:
    recorder = Recorder(folder, **options)  # type: ignore[arg-type]
    recorder.start()
    wait_until(lambda: recorder.poll().state == "recording")
    yield recorder


def samples(path: Path) -> np.ndarray:
    with WavFile(path) as file:
        return file.read(0, file.length)[:, 0]


def test_every_sample_that_is_said_is_in_the_take(sound_card: PlugIn, tmp_path: Path) -> None:
    card = sound_card()
    with recording(tmp_path) as recorder:
        card.say(counter(2))
    take = recorder.stop()
    assert counted(samples(take.path)) == 2 * RATE
    assert take.problem is None
    assert take.lost_seconds == take.unsaved_seconds == 0
    assert take.overview.peak(0, take.overview.length) == pytest.approx(2 * RATE / 2**23)
    assert take.overview.length == round(take.seconds * RATE)
    assert list(tmp_path.iterdir()) == [take.path]
    with wave.open(str(take.path)) as other_reader:
        assert (other_reader.getsampwidth(), other_reader.getframerate()) == (3, RATE)
        assert other_reader.getnframes() == take.overview.length


def test_speech_comes_back_sample_aligned(sound_card: PlugIn, tmp_path: Path) -> None:
    outside.need("espeak-ng")
    subprocess.run(["espeak-ng", "-w", tmp_path / "said.wav", "Good morning, everybody."], check=True)
    with WavFile(tmp_path / "said.wav") as file:
        said = file.read(0, file.length)[:, 0]
        card = sound_card(rate=file.samplerate)
        with recording(tmp_path / "takes", samplerate=file.samplerate) as recorder:
            card.say(said)
    heard = samples(recorder.stop().path)
    size = 1 << (len(heard) + len(said)).bit_length()
    spectrum = np.fft.rfft(heard, size) * np.conj(np.fft.rfft(said, size))
    lag = int(np.argmax(np.fft.irfft(spectrum)))
    assert np.array_equal(heard[lag : lag + len(said)], said)
    assert not heard[:lag].any()


def test_a_muted_microphone_is_noticed_and_heard_again(sound_card: PlugIn, tmp_path: Path) -> None:
    card = sound_card()
    card.keep_saying(counter(60))
    with recording(tmp_path) as recorder:
        card.mute()
        wait_until(lambda: isinstance(recorder.poll().problem, MicrophoneSilent))
        assert recorder.poll().silent_seconds >= 1
        assert recorder.poll().verdict == "nothing"
        card.unmute()
        wait_until(lambda: recorder.poll().problem is None)
    assert recorder.stop().problem is None


def test_a_microphone_that_is_unplugged_leaves_silence_that_is_said(
    sound_card: PlugIn, tmp_path: Path
) -> None:
    card = sound_card()
    card.keep_saying(counter(60))
    with recording(tmp_path) as recorder:
        wait_until(lambda: recorder.poll().seconds > 0.5)
        card.unplug_microphone()
        wait_until(lambda: isinstance(recorder.poll().problem, MicrophoneSilent))
    assert counted(samples(recorder.stop().path)) > 0.4 * RATE


@pytest.mark.parametrize("go", ["die", "unplug_everything"])
def test_a_lost_device_keeps_all_that_came_before(sound_card: PlugIn, tmp_path: Path, go: str) -> None:
    card = sound_card()
    card.keep_saying(counter(60))
    with recording(tmp_path) as recorder:
        wait_until(lambda: recorder.poll().seconds > 0.5)
        getattr(card, go)()
        wait_until(lambda: recorder.poll().state == "lost")
        assert isinstance(recorder.poll().problem, DeviceGone)
    take = recorder.stop()
    assert isinstance(take.problem, DeviceGone)
    assert counted(samples(take.path)) > 0.4 * RATE


@pytest.mark.parametrize("go", ["suspend", "freeze"])
def test_a_microphone_that_sends_nothing_is_noticed_and_stop_comes_back(
    sound_card: PlugIn, tmp_path: Path, go: str
) -> None:
    card = sound_card()
    card.keep_saying(counter(60))
    with recording(tmp_path) as recorder:
        wait_until(lambda: recorder.poll().seconds > 0.5)
        getattr(card, go)()
        wait_until(lambda: recorder.poll().state == "stalled")
        assert isinstance(recorder.poll().problem, MicrophoneStalled)
    take = recorder.stop()
    card.thaw()
    assert counted(samples(take.path)) > 0.4 * RATE
    assert list(tmp_path.iterdir()) == [take.path]


def test_without_a_microphone_nothing_is_left_behind(sound_card: PlugIn, tmp_path: Path) -> None:
    sound_card(microphone=False)
    with pytest.raises(NoMicrophone) as caught:
        Recorder(tmp_path).start()
    assert isinstance(caught.value, StudioError)
    assert list(tmp_path.iterdir()) == []


def test_two_recorders_at_once_get_the_same_samples(sound_card: PlugIn, tmp_path: Path) -> None:
    card = sound_card()
    with recording(tmp_path) as first, recording(tmp_path) as second:
        card.say(counter(1))
    takes = [recorder.stop() for recorder in (first, second)]
    assert [counted(samples(take.path)) for take in takes] == [RATE, RATE]


# Records until it is told to stop, and says what came of it.
RECORD = """
import sys
from pathlib import Path
from studio.audio.live.recorder import Recorder
from tests.sound_card import wait_until
recorder = Recorder(Path(sys.argv[1]), samplerate=384_000, channels=2)
recorder.start()
wait_until(lambda: recorder.poll().seconds > 0.5)
print("recording", flush=True)
sys.stdin.readline()
wait_until(lambda: recorder.poll().lost_seconds > 0)
take = recorder.stop()
print(take.lost_seconds, take.problem)
"""


def test_sound_that_the_sound_server_dropped_is_counted_and_said(sound_card: PlugIn, tmp_path: Path) -> None:
    # It keeps 4 MiB for a program that stands still: at this rate a second and a third.
    sound_card(rate=384_000).keep_saying(np.full(384_000 * 20, 0.25, dtype=np.float32))
    command = [sys.executable, "-c", RECORD, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "recording\n"
        program.send_signal(signal.SIGSTOP)
        time.sleep(3.0)  # so long it stands still
        program.send_signal(signal.SIGCONT)
        lost, _, problem = program.communicate("stop\n", timeout=30)[0].partition(" ")
    assert 1.0 < float(lost) < 2.5
    assert problem.startswith(f"This computer was too busy: {float(lost):.1f} s of the sound is missing.")


def test_a_pause_and_the_longest_take_are_right_to_the_frame(sound_card: PlugIn, tmp_path: Path) -> None:
    card = sound_card()
    card.keep_saying(counter(60))
    with recording(tmp_path, longest_seconds=1.5) as recorder:
        wait_until(lambda: recorder.poll().seconds > 0.5)
        recorder.pause()
        paused_at = recorder.poll().seconds
        time.sleep(0.3)  # sound that is not recorded
        assert recorder.poll().seconds == paused_at
        recorder.go_on()
        wait_until(lambda: recorder.poll().is_over)
    take = recorder.stop()
    assert (take.seconds, take.problem) == (1.5, None)
    heard = samples(take.path)
    steps = np.diff(heard[np.flatnonzero(heard)].astype(np.float64) * 2**23)
    assert np.count_nonzero(steps != 1) == 1  # where it was paused, and nowhere else


def test_listening_leaves_no_trace(sound_card: PlugIn, tmp_path: Path) -> None:
    sound_card().keep_saying(np.full(RATE * 20, 0.25, dtype=np.float32))
    recorder = Recorder(tmp_path)
    recorder.listen()
    wait_until(lambda: recorder.poll().verdict == "good")
    assert list(tmp_path.iterdir()) == []
    recorder.leave()
    assert not PORT_AUDIO.open_streams
