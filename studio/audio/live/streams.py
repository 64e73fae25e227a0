"""Streams: blocks of sound from a microphone, blocks of sound to speakers."""

import itertools
from collections.abc import Callable
from typing import Any, Protocol

import numpy as np

from studio.audio.clip import Frames
from studio.audio.live.devices import (
    REFUSED_SHAPE,
    Device,
    DeviceGone,
    Kind,
    choose_microphone,
    choose_speakers,
    device_fault,
    list_devices,
)
from studio.audio.live.portaudio import PORT_AUDIO, PortAudio
from studio.audio.live.sound_thread import SoundSystemStuck

USUAL_SAMPLERATE = 48000

PLAY_BLOCK_FRAMES = 2048
"""43 ms at 48 kHz: blocks of this size were never late beside a drawing app; shorter ones were (measured)."""

PLAY_LATENCY_SECONDS = 0.25
"""A sound that is listened to may start and stop a moment late; with PortAudio's own 0.085 s it broke up
where this program and the machine were busy (measured: 1 s of gaps in 15 s; at 0.17 s still 0.1 s)."""

OnBlock = Callable[[Frames, bool], None]
"""Gets a block of its own to keep, and whether the device had to drop sound before it."""
FillBlock = Callable[[Frames], bool]
"""Fills a whole block; false when it was the last."""
OnEnd = Callable[[], None]
"""Told when a stream has ended, by itself or not."""


class Stream(Protocol):
    """A stream between this program and a device."""

    @property
    def samplerate(self) -> int:
        """Frames a second, as the device gave it."""

    @property
    def channels(self) -> int:
        """Channels, as the device gave them."""

    @property
    def latency(self) -> float:
        """Seconds between the device and this program."""

    def start(self) -> None:
        """Let the blocks come."""

    def close(self) -> bool:
        """End it now, whatever is on its way; false when the sound system does not answer."""


OpenInput = Callable[..., Stream]
OpenOutput = Callable[..., Stream]


def open_input(
    on_block: OnBlock,
    on_end: OnEnd,
    *,
    device: Device | str | int | None = None,
    samplerate: int | None = None,
    channels: int = 1,
    port_audio: PortAudio = PORT_AUDIO,
) -> Stream:
    """Open a microphone; with another rate or number of channels where it refuses those wanted.

    Raises
    ------
    StudioError
        One of `studio.audio.live.devices`: no sound system, no such microphone, busy, gone, blocked.
    """
    chosen = choose_microphone(device, list_devices(port_audio=port_audio))

    def callback(data: Any, frames: int, time: Any, status: Any) -> None:
        on_block(_frames_in(data, frames).copy(), bool(status.input_overflow))

    rates = samplerate or USUAL_SAMPLERATE, chosen.samplerate
    shapes = _shapes(rates, (channels, min(chosen.inputs, 2)))
    options = {"blocksize": 0, "latency": "high", "callback": callback, "finished_callback": on_end}
    return _open("RawInputStream", chosen, "microphone", shapes, options, port_audio)


def open_output(
    fill: FillBlock,
    on_end: OnEnd,
    *,
    device: Device | str | int | None = None,
    samplerate: int | None = None,
    block_frames: int = PLAY_BLOCK_FRAMES,
    latency_seconds: float = PLAY_LATENCY_SECONDS,
    port_audio: PortAudio = PORT_AUDIO,
) -> Stream:
    """Open speakers, in stereo where they can; with their own rate where they refuse the one wanted.

    Raises
    ------
    StudioError
        One of `studio.audio.live.devices`: no sound system, no such speakers, busy, gone.
    """
    chosen = choose_speakers(device, list_devices(port_audio=port_audio))
    stop = port_audio.call(lambda library: library.CallbackStop)

    def callback(data: Any, frames: int, time: Any, status: Any) -> None:
        if not fill(_frames_in(data, frames)):
            raise stop

    shapes = _shapes((samplerate or USUAL_SAMPLERATE, chosen.samplerate), (min(chosen.outputs, 2), 1))
    options = {
        "blocksize": block_frames,
        "latency": latency_seconds,
        "callback": callback,
        "finished_callback": on_end,
    }
    return _open("RawOutputStream", chosen, "speakers", shapes, options, port_audio)


def _shapes(rates: tuple[int, int], channels: tuple[int, int]) -> list[tuple[int, int]]:
    """What to ask for, best first: the rate gives way before the channels do."""
    return list(dict.fromkeys((rate, count) for count, rate in itertools.product(channels, rates)))


def _open(
    kind_of_stream: str,
    device: Device,
    kind: Kind,
    shapes: list[tuple[int, int]],
    options: dict[str, Any],
    port_audio: PortAudio,
) -> Stream:
    def job(library: Any) -> Any:
        for place, (samplerate, channels) in enumerate(shapes, start=1):
            try:
                return getattr(library, kind_of_stream)(
                    device=device.index,
                    samplerate=samplerate,
                    channels=channels,
                    dtype="float32",
                    **options,
                )
            except library.PortAudioError as error:
                refused = len(error.args) > 1 and error.args[1] in REFUSED_SHAPE
                if not refused or place == len(shapes):
                    raise device_fault(error, device.name, kind) from error
        raise ValueError("no shape to try")

    def wrapped(library: Any) -> _PortAudioStream:
        return _PortAudioStream(job(library), device, kind, port_audio)

    return port_audio.call(wrapped, undo=port_audio.close_stream)


def _frames_in(buffer: Any, frames: int) -> Frames:
    """PortAudio's own memory as frames, without a copy."""
    # The library's array streams reshape in a way that NumPy 2.5 warns about, so the raw ones.
    return np.frombuffer(buffer, dtype=np.float32).reshape(frames, -1)


class _PortAudioStream:
    """A real stream; every call to it goes through the sound thread."""

    def __init__(self, stream: Any, device: Device, kind: Kind, port_audio: PortAudio) -> None:
        self.samplerate = round(stream.samplerate)
        self.channels: int = stream.channels
        self.latency: float = stream.latency
        self._stream = stream
        self._ended = False
        self._device = device
        self._kind: Kind = kind
        self._port_audio = port_audio
        port_audio.open_streams.add(self)

    def start(self) -> None:
        self._port_audio.call(self._start)

    def close(self) -> bool:
        try:
            self._port_audio.close_stream(self)
        except SoundSystemStuck:
            return False
        return True

    def end(self) -> None:
        if not self._ended:
            self._ended = True
            self._stream.abort(ignore_errors=True)
            self._stream.close(ignore_errors=True)

    def _start(self, library: Any) -> None:
        if self._ended:
            raise DeviceGone(f"“{self._device.name}” was closed meanwhile.", "Try again.")
        try:
            self._stream.start()
        except library.PortAudioError as error:
            raise device_fault(error, self._device.name, self._kind) from error
