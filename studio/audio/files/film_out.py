"""A film with another sound: its pictures copied bit for bit, the sound as AAC, both from the same moment."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from studio.audio.files.part import part_of
from studio.audio.files.quiet import QuietWriter
from studio.audio.files.video import FilmFacts, NoPicture, exact, open_film, pictures_of
from studio.audio.mixing import with_channels
from studio.audio.reading import blocks_of
from studio.audio.source import SoundSource

if TYPE_CHECKING:
    from av.audio.stream import AudioStream
    from av.container import OutputContainer
    from av.packet import Packet
    from av.video.stream import VideoStream

_KBPS = 192
_AAC_FRAMES = 1024
_AHEAD_SECONDS = Fraction(1, 2)
"""How far the sound is written ahead of the pictures."""

Progress = Callable[[float], None]


def write_film(
    film: Path, facts: FilmFacts, sound: SoundSource, out: Path, *, progress: Progress | None = None
) -> None:
    """Write an MP4 of a film's pictures, untouched, with a sound that begins with the first picture.

    Parameters
    ----------
    film : the film; its own sound, titles and places are left out
    facts : see `read_film`
    sound : in 48000 frames a second, one or two channels
    out : ends in .mp4; appears whole or not at all
    progress : called now and then with the part done, 0 to 1; may raise to stop

    Raises
    ------
    NoPicture, FileUnreadable, SaveFault
        If an MP4 cannot hold pictures of this kind, the film is damaged, or the file cannot be written.
    """
    import av

    told = progress or (lambda share: None)
    with part_of(out) as part, QuietWriter(part) as file, open_film(film) as (container, stream):
        try:
            with av.open(file, "w", format="mp4") as made:
                pictures = _copy_of(made, stream)
                sounding = _Sounding(made, sound)
                for packet in pictures_of(container, stream):
                    at = _from_start(packet, facts)
                    sounding.up_to(at + _AHEAD_SECONDS)
                    packet.stream = pictures
                    made.mux(packet)
                    told(float(min(Fraction(1), max(Fraction(0), at / facts.seconds))))
                sounding.up_to(None)
        except (av.FFmpegError, ValueError, NotImplementedError) as error:
            file.check()
            raise _cannot_hold(film) from error
        file.check()
    told(1.0)


def _cannot_hold(film: Path) -> NoPicture:
    return NoPicture(
        f"An MP4 cannot hold the pictures of “{film.name}”.",
        "Save the film as MP4 in a film editor, then try again.",
    )


def _copy_of(made: "OutputContainer", stream: "VideoStream") -> "VideoStream":
    """A place for the same pictures; what else was said about them stays behind."""
    import av

    # From version 15 on PyAV copies pictures that it could not make itself, if asked to.
    asked: dict[str, Any] = {"opaque": True} if int(av.__version__.split(".")[0]) > 14 else {}
    pictures = made.add_stream_from_template(stream, **asked)
    pictures.metadata.clear()
    return pictures


def _from_start(packet: "Packet[VideoStream]", facts: FilmFacts) -> Fraction:
    """Put a packed picture on the clock that begins with the first one; when it is shown, in seconds."""
    if packet.pts is None or packet.dts is None or packet.time_base is None:
        raise NoPicture("The pictures of this film have no times.", "Save it as MP4 in a film editor.")
    unit = exact(packet.time_base)
    start = round(facts.start / unit)
    packet.pts, packet.dts = packet.pts - start, packet.dts - start
    return packet.pts * unit


class _Sounding:
    """The sound of a film on its way out, a block at a time."""

    def __init__(self, made: "OutputContainer", sound: SoundSource) -> None:
        layout = "stereo" if sound.channels > 1 else "mono"
        self._channels = min(2, sound.channels)
        self._layout = layout
        self._rate = sound.samplerate
        self._made = made
        self._stream: AudioStream = made.add_stream("aac", rate=sound.samplerate, layout=layout)
        self._stream.bit_rate = _KBPS * 1000
        self._blocks = self._in_frames(sound)
        self._done = 0
        self._is_over = False

    def up_to(self, seconds: Fraction | None) -> None:
        """Write the sound up to a moment, or to its end."""
        import av

        while not self._is_over and (seconds is None or Fraction(self._done, self._rate) < seconds):
            block = next(self._blocks, None)
            if block is None:
                self._is_over = True
                self._made.mux(self._stream.encode(None))
                return
            frame = av.AudioFrame.from_ndarray(block, format="fltp", layout=self._layout)
            frame.sample_rate, frame.pts = self._rate, self._done
            frame.time_base = Fraction(1, self._rate)
            self._done += block.shape[1]
            self._made.mux(self._stream.encode(frame))

    def _in_frames(self, sound: SoundSource) -> "Iterator[np.ndarray[tuple[int, int], np.dtype[np.float32]]]":
        """The sound in pieces as long as AAC wants them, channels first."""
        for block in blocks_of(sound, 0, sound.length, multiple_of=_AAC_FRAMES):
            frames = with_channels(block, self._channels)
            for first in range(0, len(frames), _AAC_FRAMES):
                yield np.ascontiguousarray(frames[first : first + _AAC_FRAMES].T)
