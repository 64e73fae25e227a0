import subprocess
import sys
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from studio.audio.live import portaudio
from studio.audio.live.devices import (
    Device,
    DeviceBusy,
    DeviceGone,
    DeviceUnclear,
    MicrophoneBlocked,
    NoMicrophone,
    NoSpeakers,
    SoundInUse,
    choose_microphone,
    choose_speakers,
    device_fault,
    list_devices,
    rescan,
)
from studio.audio.live.portaudio import NoSoundSystem, PortAudio, probe_in_child
from studio.audio.live.sound_thread import SoundSystemStuck
from studio.audio.live.streams import open_input, open_output
from studio.errors import StudioError


class PortAudioError(Exception):
    """As sounddevice raises it."""


class FakeStream:
    """As sounddevice gives it, for devices that take one rate."""

    latency = 0.03

    def __init__(self, taken: list[tuple[int, int]], **wanted: Any) -> None:
        if (wanted["samplerate"], wanted["channels"]) not in taken:
            raise PortAudioError("refused", -9997)
        self.samplerate, self.channels = float(wanted["samplerate"]), wanted["channels"]
        self.calls: list[str] = []

    def start(self) -> None:
        self.calls.append("start")

    def abort(self, *, ignore_errors: bool) -> None:
        self.calls.append("abort")

    def close(self, *, ignore_errors: bool) -> None:
        self.calls.append("close")


def host(name: str, *, usual_in: int = -1, usual_out: int = -1) -> dict[str, Any]:
    return {"name": name, "default_input_device": usual_in, "default_output_device": usual_out}


def entry(
    name: str, inputs: int, outputs: int, *, host: int = 0, samplerate: float = 48000.0
) -> dict[str, Any]:
    return {
        "name": name,
        "hostapi": host,
        "max_input_channels": inputs,
        "max_output_channels": outputs,
        "default_samplerate": samplerate,
    }


def a_port_audio(hosts: list[Any], found: list[Any], **more: Any) -> PortAudio:
    library = SimpleNamespace(
        PortAudioError=PortAudioError,
        CallbackStop=StopIteration,
        query_hostapis=lambda: tuple(hosts),
        query_devices=lambda: list(found),
        _exit_handler=lambda: None,
        _initialize=lambda: None,
        _terminate=lambda: None,
        **more,
    )
    return PortAudio(probe=lambda: None, load=lambda: library)


LAPTOP = a_port_audio(
    [host("ALSA", usual_in=1, usual_out=0)],
    [
        entry("Speakers", 0, 2),
        entry("Built-in microphone", 2, 0),
        entry("USB microphone", 1, 0, samplerate=44100.0),
    ],
)


def test_devices_are_listed_with_the_usual_ones_marked() -> None:
    speakers, built_in, usb = list_devices(port_audio=LAPTOP)
    assert speakers == Device(0, "Speakers", "ALSA", 0, 2, 48000, False, True)
    assert built_in.is_default_input
    assert usb.samplerate == 44100


def test_on_windows_each_device_is_listed_once_by_its_whole_name() -> None:
    windows = a_port_audio(
        [host("MME", usual_in=0), host("Windows WASAPI", usual_in=1)],
        [
            entry("Microphone (Classroom USB Audi", 1, 0),
            entry("Microphone (Classroom USB Audio 2)", 1, 0, host=1),
        ],
    )
    (device,) = list_devices(port_audio=windows)
    assert device == Device(
        1, "Microphone (Classroom USB Audio 2)", "Windows WASAPI", 1, 0, 48000, True, False
    )


def test_a_computer_without_devices_has_an_empty_list() -> None:
    assert list_devices(port_audio=a_port_audio([host("ALSA")], [])) == ()
    assert list_devices(port_audio=a_port_audio([], [])) == ()


def test_the_usual_microphone_is_taken_unless_another_is_wanted() -> None:
    devices = list_devices(port_audio=LAPTOP)
    assert choose_microphone(None, devices).name == "Built-in microphone"
    for wanted in ("usb", "USB microphone", 2, "2", devices[2]):
        assert choose_microphone(wanted, devices).name == "USB microphone"
    assert choose_speakers(None, devices).name == "Speakers"


@pytest.mark.parametrize("wanted", ["microphone", "recorder", 0, 99])
def test_an_unclear_choice_names_what_there_is(wanted: str | int) -> None:
    with pytest.raises(DeviceUnclear) as caught:
        choose_microphone(wanted, list_devices(port_audio=LAPTOP))
    assert "2 USB microphone" in str(caught.value)


def test_a_device_that_moved_in_the_list_is_found_again() -> None:
    devices = list_devices(port_audio=LAPTOP)
    moved = Device(7, "USB microphone", "ALSA", 1, 0, 44100, False, False)
    assert choose_microphone(moved, devices).index == 2


def test_without_any_device_that_is_said() -> None:
    with pytest.raises(NoMicrophone):
        choose_microphone(None, ())
    with pytest.raises(NoMicrophone):
        choose_microphone("usb", list_devices(port_audio=LAPTOP)[:1])
    with pytest.raises(NoSpeakers):
        choose_speakers(None, ())


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (PortAudioError("Device unavailable", -9985), DeviceBusy),
        (PortAudioError("Unanticipated host error", -9999, (2, 1, "Device or resource busy")), DeviceBusy),
        (
            PortAudioError("Unanticipated host error", -9999, (13, -2147024891, "0x80070005")),
            MicrophoneBlocked,
        ),
        (PortAudioError("Invalid sample rate", -9997), DeviceUnclear),
        (PortAudioError("Unanticipated host error", -9999), DeviceGone),
        (PortAudioError("something"), DeviceGone),
    ],
)
def test_what_port_audio_raises_is_said_in_words(error: Exception, kind: type[StudioError]) -> None:
    assert type(device_fault(error, "Microphone", "microphone")) is kind


def streams_that_take(*shapes: tuple[int, int]) -> PortAudio:
    def stream(**wanted: Any) -> FakeStream:
        return FakeStream(list(shapes), **wanted)

    return a_port_audio(
        [host("ALSA", usual_in=0, usual_out=0)],
        [entry("Headset", 2, 2, samplerate=16000.0)],
        RawInputStream=stream,
        RawOutputStream=stream,
    )


@pytest.mark.parametrize("shape", [(48000, 1), (16000, 1), (48000, 2), (16000, 2)])
def test_a_microphone_is_opened_with_what_it_takes(shape: tuple[int, int]) -> None:
    port_audio = streams_that_take(shape)
    stream = open_input(lambda frames, overflowed: None, lambda: None, port_audio=port_audio)
    assert (stream.samplerate, stream.channels) == shape
    assert stream.close()
    assert stream.close()


def test_speakers_take_stereo_at_the_rate_of_the_sound_where_they_can() -> None:
    both = streams_that_take((22050, 1), (22050, 2), (16000, 2))
    stream = open_output(lambda frames: False, lambda: None, samplerate=22050, port_audio=both)
    assert (stream.samplerate, stream.channels) == (22050, 2)


def test_a_device_that_takes_nothing_is_said() -> None:
    with pytest.raises(DeviceUnclear):
        open_input(lambda frames, overflowed: None, lambda: None, port_audio=streams_that_take())


def test_devices_are_not_looked_up_anew_while_a_stream_is_open() -> None:
    port_audio = streams_that_take((48000, 1))
    stream = open_input(lambda frames, overflowed: None, lambda: None, port_audio=port_audio)
    with pytest.raises(SoundInUse):
        rescan(port_audio=port_audio)
    stream.close()
    assert len(rescan(port_audio=port_audio)) == 1


def test_leaving_ends_open_streams_once() -> None:
    port_audio = streams_that_take((48000, 1))
    stream = open_input(lambda frames, overflowed: None, lambda: None, port_audio=port_audio)
    port_audio.leave()
    assert stream.close()
    assert stream._stream.calls == ["abort", "close"]  # type: ignore[attr-defined]
    with pytest.raises(DeviceGone):
        stream.start()


def raising(error: Exception) -> Callable[..., Any]:
    def fail(*args: object, **options: object) -> Any:
        raise error

    return fail


@pytest.mark.parametrize("error", [OSError("PortAudio library not found"), PortAudioError("not initialised")])
def test_a_library_that_does_not_start_is_said(error: Exception) -> None:
    with pytest.raises(NoSoundSystem):
        list_devices(port_audio=PortAudio(probe=lambda: None, load=raising(error)))


def test_the_remedy_is_that_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert "sudo apt install libportaudio2" in portaudio.library_missing().fix
    monkeypatch.setattr(sys, "platform", "win32")
    assert "apt" not in portaudio.library_missing().fix


def test_the_probe_tells_a_missing_library_from_a_broken_and_a_frozen_system(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for status, kind in ((91, NoSoundSystem), (1, NoSoundSystem), (-6, NoSoundSystem)):
        monkeypatch.setattr(subprocess, "run", lambda *a, s=status, **o: subprocess.CompletedProcess(a, s))
        with pytest.raises(kind) as caught:
            probe_in_child()
        assert ("libportaudio2" in caught.value.fix) == (status == 91)
    monkeypatch.setattr(subprocess, "run", raising(subprocess.TimeoutExpired("python", 6)))
    with pytest.raises(SoundSystemStuck):
        probe_in_child()


def test_only_linux_needs_the_probe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(subprocess, "run", raising(AssertionError("a child was started")))
    probe_in_child()


def test_the_audio_rooms_load_no_sound_library_before_it_is_needed() -> None:
    rooms = "studio.audio.live.recorder, studio.audio.live.player, studio.audio.live.recovery"
    code = f"import sys, {rooms}; print('sounddevice' in sys.modules, 'av' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False False"
