"""Sound inside any file that libav reads: compressed sound, a phone's memo, a film."""

import re
from collections.abc import Iterator
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import numpy as np
import numpy.typing as npt

from studio.audio.files.quiet import QuietReader
from studio.audio.files.signature import FileUnreadable
from studio.audio.pcm import Bytes, pack_24

if TYPE_CHECKING:
    from av import AudioCodecContext, AudioFrame, AudioStream

_LOCKED = ("drms", "enca")
"""Marks of bought songs that only play on the buyer's devices; decoded, they are noise."""
_BLOCK_FRAMES = 65536
_BITS = {"u8": 16, "s16": 16, "s32": 32, "flt": 32, "dbl": 64}
_CODECS = re.compile(
    "aac(_latm)?|e?ac3|alac|amr[nw]b|ape|flac|gsm(_ms)?|mp[123](float)?|(lib)?opus|qdm2|(lib)?speex|tta"
    "|(lib)?vorbis|wavpack|wma(v1|v2|lossless|pro|voice)|adpcm_(ima_qt|ima_wav|ms|swf|yamaha)|nellymoser"
    "|pcm_([asfu](law|8|16le|16be|24le|24be|32le|32be|64le|64be)|mulaw|bluray|dvd)"
)
"""Nothing else is ever decoded: no picture, and none of the hundreds of formats of old games."""


class ContainerSound:
    """The first sound in a file, decoded as it streams by; memory does not grow with its length.

    Parameters
    ----------
    path : the file
    kind : of file, as libav names it; nothing is guessed, so no file can pass for a playlist

    Raises
    ------
    FileUnreadable
        If there is no sound in it that can be decoded.
    """

    def __init__(self, path: Path, kind: str) -> None:
        self.path = path
        self._kind = kind
        self._file = QuietReader(path)
        try:
            self._open()
        except BaseException:
            self._file.close()
            raise

    @property
    def expected(self) -> int:
        """Frames to come, roughly; 0 when nothing says."""
        seconds = (self._container.duration or 0) / 1_000_000
        return max(0, int(seconds * self.samplerate))

    @property
    def fraction(self) -> float:
        """How much of the file has been read, 0 to 1."""
        return self._file.fraction

    @property
    def begins(self) -> Fraction:
        """Seconds on the file's own clock at which it begins."""
        unit = self._first.time_base
        if self._first.pts is None or unit is None:
            return Fraction(0)
        return self._first.pts * Fraction(unit.numerator, unit.denominator)

    def blocks(self) -> Iterator[Bytes]:
        """All of the sound, once, as the bytes of a WAV file.

        A file that was cut short or damaged gives what can be decoded.

        Raises
        ------
        FileUnreadable
            If the sound changes its shape half-way, or the file cannot be read any more.
        """
        gathered: list[npt.NDArray[Any]] = []
        count = 0
        for samples in self._samples():
            gathered.append(samples)
            count += len(samples)
            if count >= _BLOCK_FRAMES:
                yield self._pack(np.concatenate(gathered))
                gathered, count = [], 0
        if gathered:
            yield self._pack(np.concatenate(gathered))

    def close(self) -> None:
        """Close the file; again does nothing."""
        self._container.close()
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _open(self) -> None:
        import av  # tens of milliseconds; only sounds in other files than WAV need it

        self._av_error = av.FFmpegError
        codecs = ",".join(name for name in av.codecs_available if _CODECS.fullmatch(name))
        arguments: dict[str, Any] = {
            "format": self._kind,
            "container_options": {"codec_whitelist": codecs, "protocol_whitelist": "none"},
            "io_open": _open_nothing_else,
        }
        if int(av.__version__.split(".")[0]) < 19:  # which stops at a title that is not UTF-8
            arguments["metadata_errors"] = "ignore"
        try:
            self._container = av.open(self._file, **arguments)
            self._stream = self._first_sound()
            self._stream.codec_context.open(strict=False)
            self._frames = self._decoded()
            self._first = next(self._frames)
        except (av.FFmpegError, StopIteration) as error:
            self._file.check()
            raise self._damaged() from error
        self._read_shape()

    def _first_sound(self) -> "AudioStream":
        streams: list[AudioStream] = list(self._container.streams.audio)
        if not streams:
            raise FileUnreadable(f"“{self.path.name}” has no sound in it.", "Choose a recording with sound.")
        for stream in streams:
            codec = stream.codec_context
            if codec is not None and _CODECS.fullmatch(codec.name) and not _is_locked(codec):
                return stream
        raise FileUnreadable(
            f"The sound in “{self.path.name}” is locked, or of a kind that cannot be read here.",
            "Open it in the program that made it and save it as WAV or MP3.",
        )

    def _decoded(self) -> "Iterator[AudioFrame]":
        """Frames as they come; a packet that is damaged is passed over, a damaged container ends it."""
        packets = self._container.demux(self._stream)
        while True:
            try:
                packet = next(packets, None)
            except self._av_error:
                packet = None
            self._file.check()
            if packet is None:
                return
            try:
                frames = packet.decode()
            except self._av_error:
                continue
            yield from (frame for frame in frames if frame.samples)

    def _read_shape(self) -> None:
        frame = self._first
        self._sample = frame.format.name.removesuffix("p")
        if self._sample not in _BITS:
            raise self._damaged()
        self.samplerate = int(frame.sample_rate)  # of the frame: a phone's AAC may play at twice the stream's
        self.channels = frame.layout.nb_channels
        self.kind = "float" if self._sample in ("flt", "dbl") else "int"
        self.bits = _BITS[self._sample]
        if self._sample == "s32" and _depth(self._stream.codec_context) <= 24:
            self.bits = 24

    def _samples(self) -> Iterator[npt.NDArray[Any]]:
        """Every frame as (frames, channels), the last one less the filling behind the sound."""
        held, total = self._array(self._first), 0
        for frame in self._frames:
            yield held
            total += len(held)
            held = self._array(frame)
        yield held[: self._frames_left(total, len(held))]

    def _frames_left(self, done: int, coming: int) -> int:
        """Frames of the last block that are sound, by the length the container of an AAC sound gives."""
        stream = self._stream
        if self._kind != "mov" or stream.duration is None or stream.time_base is None:
            return coming
        left = round(stream.duration * stream.time_base * self.samplerate) - done
        return left if 0 < left < coming else coming

    def _array(self, frame: "AudioFrame") -> npt.NDArray[Any]:
        shape = (frame.format.name.removesuffix("p"), frame.sample_rate, frame.layout.nb_channels)
        if shape != (self._sample, self.samplerate, self.channels):
            raise FileUnreadable(
                f"The sound in “{self.path.name}” changes its kind half-way.",
                "Open it in the program that made it and save it as WAV or MP3.",
            )
        samples: npt.NDArray[Any] = frame.to_ndarray()
        return samples.T if frame.format.is_planar else samples.reshape(-1, self.channels)

    def _pack(self, samples: npt.NDArray[Any]) -> Bytes:
        flat = samples.reshape(-1)
        if self._sample == "u8":
            return ((flat.astype("<i2") - 128) << 8).view(np.uint8)
        if self.kind == "int" and self.bits == 24:
            return pack_24((flat >> 8).astype("<i4"))
        code = "f" if self.kind == "float" else "i"
        return np.ascontiguousarray(flat, dtype=f"<{code}{self.bits // 8}").view(np.uint8)

    def _damaged(self) -> FileUnreadable:
        return FileUnreadable(
            f"“{self.path.name}” is damaged or was cut short, so no sound could be read from it.",
            "Copy the file again from where it came from.",
        )


def _is_locked(codec: "AudioCodecContext") -> bool:
    try:
        return codec.codec_tag in _LOCKED
    except UnicodeDecodeError:  # a mark that is no text
        return False


def _depth(codec: "AudioCodecContext") -> int:
    """Bits of a sample that count, where the decoder gives 32; 32 when nothing says.

    PyAV has no word for it before version 19, so the codec's own header is read.
    """
    header = codec.extradata or b""
    if codec.name == "alac" and len(header) > 17:
        return header[17]  # ALACSpecificConfig.bitDepth, behind 12 bytes of atom
    if codec.name == "flac" and len(header) > 13:
        return ((header[12] & 1) << 4 | header[13] >> 4) + 1  # STREAMINFO, bits 103 to 107
    return 24 if codec.name.startswith(("pcm_s24", "pcm_u24")) else 32


def _open_nothing_else(url: str, flags: int, options: dict[str, str]) -> BytesIO:
    """An empty file, whatever other file or address a sound file asks for."""
    return BytesIO()
