"""Films: when their pictures come, and a copy of them with another sound, the pictures untouched."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from studio.audio.files.quiet import QuietReader
from studio.audio.files.signature import FileUnreadable, kind_of
from studio.errors import StudioError

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.packet import Packet
    from av.video.stream import VideoStream

_KINDS = ("mov", "matroska")
"""Files that say when each picture comes: MP4, MOV and M4V, MKV and WebM."""
_LONGEST_SECONDS = 4 * 3600
_UNEVEN = Fraction(1, 500)
"""Seconds by which pictures may differ in length and still be even: MKV writes whole milliseconds."""


class NoPicture(StudioError):
    """A file that is no film, or whose pictures cannot be used."""


@dataclass(frozen=True, slots=True)
class FilmFacts:
    """When the pictures of a film come. Times are exact."""

    start: Fraction
    """Seconds on the file's own clock at which the first picture comes; ours begins there."""
    seconds: Fraction
    """From the first picture to the end of the last."""
    pictures: int
    rate: Fraction
    """Pictures a second; the mean where they are not even."""
    is_even: bool
    """Whether all pictures last equally long."""
    width: int
    height: int
    codec: str
    has_sound: bool


def read_film(path: Path) -> FilmFacts:
    """See when the pictures of a film come, without looking at any; memory does not grow with its length.

    Raises
    ------
    NoPicture, FileUnreadable
        If it is no film, of a kind that does not say when its pictures come, or longer than four hours.
    """
    with open_film(path) as (container, stream):
        watch = _Watch()
        for packet in pictures_of(container, stream):
            watch.see(packet)
        if not watch.pictures or stream.time_base is None:
            raise NoPicture(f"“{path.name}” has no pictures in it.", "Choose another film.")
        unit = exact(stream.time_base)
        seconds = watch.units * unit
        if not 0 < seconds <= _LONGEST_SECONDS:
            raise NoPicture(f"“{path.name}” is longer than four hours.", "Cut it, then choose the part.")
        return FilmFacts(
            start=watch.first * unit,
            seconds=seconds,
            pictures=watch.pictures,
            rate=_rate(stream, watch, seconds),
            is_even=watch.uneven * unit <= _UNEVEN,
            width=stream.codec_context.width if stream.codec_context else 0,
            height=stream.codec_context.height if stream.codec_context else 0,
            codec=stream.codec_context.name if stream.codec_context else "",
            has_sound=bool(container.streams.audio),
        )


class Ratio(Protocol):
    """A number as libav has it."""

    @property
    def numerator(self) -> int:
        """Above the line."""

    @property
    def denominator(self) -> int:
        """Below it."""


def exact(ratio: Ratio) -> Fraction:
    """A number of libav, as a fraction of ours."""
    return Fraction(ratio.numerator, ratio.denominator)


class _Watch:
    """What is known of pictures that went by."""

    def __init__(self) -> None:
        self.pictures = 0
        self.first = self.last = 0
        self.uneven = 0
        self._before: int | None = None
        self._steps: tuple[int, int] | None = None

    @property
    def units(self) -> int:
        """From the first picture to the end of the last."""
        return self.last - self.first

    def see(self, packet: "Packet[VideoStream]") -> None:
        """One more picture; they come in the order in which they are unpacked, not shown."""
        if packet.pts is None or packet.dts is None:
            raise NoPicture(
                "The pictures of this film have no times.", "Save it as MP4 in a film editor, then try again."
            )
        if packet.is_discard:  # unpacked for others, never shown
            return
        end = packet.pts + (packet.duration or 0)
        self.first = packet.pts if not self.pictures else min(self.first, packet.pts)
        self.last = end if not self.pictures else max(self.last, end)
        self.pictures += 1
        if self._before is not None:
            step = packet.dts - self._before
            least, most = self._steps or (step, step)
            self._steps = (min(least, step), max(most, step))
            self.uneven = self._steps[1] - self._steps[0]
        self._before = packet.dts


def _rate(stream: "VideoStream", watch: _Watch, seconds: Fraction) -> Fraction:
    """The rate that the file names, when its pictures agree; else their mean."""
    mean = Fraction(watch.pictures) / seconds
    named = stream.average_rate or stream.guessed_rate
    if named and abs(exact(named) / mean - 1) * watch.pictures < 1:
        return exact(named)
    return mean.limit_denominator(1001)


@contextmanager
def open_film(path: Path) -> "Iterator[tuple[InputContainer, VideoStream]]":
    """Open the first film in a file; no picture of it is ever unpacked.

    Raises
    ------
    NoPicture, FileUnreadable
        If there is none, or the file is damaged.
    """
    import av  # tens of milliseconds; only films need it

    kind = kind_of(path)
    if kind not in _KINDS:
        raise NoPicture(
            f"“{path.name}” is not a film of a kind that can be used here.",
            "Use MP4, MOV, MKV or WebM; film editors save as MP4.",
        )
    file = QuietReader(path)
    try:
        container = av.open(file, **_safely(kind, av.__version__))
        try:
            yield container, _film_of(container, path)
        finally:
            container.close()
    except av.FFmpegError as error:
        file.check()
        raise FileUnreadable(
            f"“{path.name}” is damaged or was cut short.", "Copy the film again from where it came from."
        ) from error
    finally:
        file.close()


def _safely(kind: str, version: str) -> dict[str, Any]:
    """Open this file and no other, whatever it asks for."""
    arguments: dict[str, Any] = {
        "format": kind,
        "container_options": {"protocol_whitelist": "none"},
        "io_open": lambda url, flags, options: BytesIO(),
    }
    if int(version.split(".")[0]) < 19:  # which stops at a title that is not UTF-8
        arguments["metadata_errors"] = "ignore"
    return arguments


def _film_of(container: "InputContainer", path: Path) -> "VideoStream":
    for stream in container.streams.video:
        if stream.codec_context is not None and not _is_cover(stream):
            return stream
    raise NoPicture(f"“{path.name}” has no pictures in it.", "Choose a film; for sound alone use My sounds.")


_COVER = 0x400
"""The mark of a picture that is only the cover of a song (libav's `attached_pic`)."""


def _is_cover(stream: "VideoStream") -> bool:
    said: Any = getattr(stream, "disposition", 0)  # for which PyAV has no word before version 15
    return bool(getattr(said, "value", said) & _COVER)


def pictures_of(container: "InputContainer", stream: "VideoStream") -> "Iterator[Packet[VideoStream]]":
    """The packed pictures of a film, in the order of the file; a damaged end is its end."""
    import av

    packets = container.demux(stream)
    while True:
        try:
            packet = next(packets)
        except (StopIteration, av.FFmpegError):
            return
        if packet.size:  # the last one is empty
            yield packet
