"""The header of a WAV file: read whatever is out there, write the plainest one."""

import os
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from studio.audio.pcm import FLOAT_BITS, INT_BITS
from studio.disk import reason
from studio.errors import StudioError

_PCM, _FLOAT, _EXTENSIBLE = 1, 3, 0xFFFE
_SIZE_IN_DS64 = 0xFFFFFFFF
_LARGEST_PLAIN = 0xFFFFFFFF - 64
"""Bytes of sound that still fit a plain header, with room for the header itself."""
_MOST_CHANNELS = 64
_HIGHEST_SAMPLERATE = 768_000
_TAGS_BEHIND_SOUND = (b"TAG", b"ID3")


class WavFault(StudioError):
    """A WAV file that cannot be read."""


@dataclass(frozen=True, slots=True)
class WavLayout:
    """How the samples lie in a WAV file."""

    kind: str
    """"int" or "float"."""
    bits: int
    channels: int
    samplerate: int
    data_offset: int
    """Bytes before the first sample."""
    length: int
    """In frames."""

    @property
    def frame_bytes(self) -> int:
        """Bytes of one frame."""
        return self.channels * self.bits // 8

    @property
    def seconds(self) -> float:
        """Length in seconds."""
        return self.length / self.samplerate

    def offset_of(self, frame: int) -> int:
        """Place of a frame in the file, in bytes."""
        return self.data_offset + frame * self.frame_bytes


def read_layout(path: str | Path) -> WavLayout:
    """Read the header of a RIFF or RF64 WAV file: 8, 16, 24 or 32 bit integers, 32 or 64 bit floats.

    A data size that cannot be right, as a recorder leaves that was killed, gives way to the file's own size.

    Raises
    ------
    WavFault
        If the file is not there, cannot be opened, or is not such a file.
    """
    name = Path(path).name
    try:
        with open(path, "rb", buffering=0) as file:
            return _Walk(file, name).layout()
    except FileNotFoundError:
        raise WavFault(f"There is no file “{name}”.", "Check the name and the folder.") from None
    except (IsADirectoryError, PermissionError):
        if os.path.isdir(path):
            raise WavFault(f"“{name}” is a folder, not a sound.", "Give a sound file inside it.") from None
        raise WavFault(
            f"You are not allowed to open “{name}”.", "Copy the file to a folder of your own first."
        ) from None
    except OSError as error:
        raise WavFault(
            f"“{name}” could not be opened ({reason(error)}).",
            "Copy the file again, then try that copy.",
        ) from error


def plain_header(layout: WavLayout) -> bytes:
    """The header for a file of this shape: 44 bytes, or 80 for one that may pass 4 GiB.

    `layout.data_offset` says which of the two. In the longer one a chunk that readers pass over keeps the
    place of the 64-bit sizes, so that a file can become RF64 without its sound being moved (EBU Tech 3306,
    3.5). A sound that is too long for the short one gets the largest size there is, which readers take as
    "up to the end of the file".
    """
    size = layout.length * layout.frame_bytes
    whole = layout.data_offset - 8 + size + size % 2
    tag = _PCM if layout.kind == "int" else _FLOAT
    rate = layout.samplerate * layout.frame_bytes
    fmt = struct.pack(
        "<4sIHHIIHH",
        b"fmt ",
        16,
        tag,
        layout.channels,
        layout.samplerate,
        rate,
        layout.frame_bytes,
        layout.bits,
    )
    kept_free = b""
    if layout.data_offset == LARGE_HEADER_BYTES:
        if size > _LARGEST_PLAIN:
            ds64 = struct.pack("<4sIQQQI", b"ds64", 28, whole, size, layout.length, 0)
            return (
                struct.pack("<4sI4s", b"RF64", _SIZE_IN_DS64, b"WAVE")
                + ds64
                + fmt
                + struct.pack("<4sI", b"data", _SIZE_IN_DS64)
            )
        kept_free = struct.pack("<4sI28x", b"JUNK", 28)
    return (
        struct.pack("<4sI4s", b"RIFF", min(whole, _SIZE_IN_DS64), b"WAVE")
        + kept_free
        + fmt
        + struct.pack("<4sI", b"data", min(size, _SIZE_IN_DS64))
    )


HEADER_BYTES = 44
LARGE_HEADER_BYTES = 80


def header_bytes(data_bytes: int) -> int:
    """How long the header is before so many bytes of sound."""
    return HEADER_BYTES if data_bytes <= _LARGEST_PLAIN else LARGE_HEADER_BYTES


class _Walk:
    """One walk over the chunks of a file."""

    def __init__(self, file: IO[bytes], name: str) -> None:
        self.file = file
        self.name = name
        self.file_size = os.fstat(file.fileno()).st_size
        self.riff_end = 0
        self.large_size: int | None = None
        self.fmt: bytes | None = None

    def layout(self) -> WavLayout:
        head = self.file.read(12)
        if not head:
            raise WavFault(f"“{self.name}” is empty.", "Record or copy the sound again.")
        if len(head) < 12 or head[:4] not in (b"RIFF", b"RF64", b"BW64") or head[8:] != b"WAVE":
            raise WavFault(
                f"“{self.name}” is not a WAV file.", "Open it in the program that made it and save it as WAV."
            )
        self.riff_end = int.from_bytes(head[4:8], "little") + 8
        place = 12
        while len(chunk := self._read(place, 8)) == 8:
            size = int.from_bytes(chunk[4:], "little")
            if chunk[:4] == b"data":
                return self._layout(place + 8, size)
            self._keep(chunk[:4], self._read(place + 8, min(size, 40)))
            place += 8 + size + size % 2
        raise WavFault(f"“{self.name}” has no sound in it.", "Record or copy the sound again.")

    def _read(self, place: int, size: int) -> bytes:
        self.file.seek(place)
        return self.file.read(size)

    def _keep(self, chunk: bytes, body: bytes) -> None:
        if chunk == b"fmt ":
            self.fmt = body
        elif chunk == b"ds64" and len(body) >= 16:
            self.riff_end = int.from_bytes(body[:8], "little") + 8
            self.large_size = int.from_bytes(body[8:16], "little")

    def _layout(self, data_offset: int, size: int) -> WavLayout:
        if self.fmt is None or len(self.fmt) < 16:
            raise WavFault(
                f"“{self.name}” does not say what kind of sound it holds.", "Record or copy the sound again."
            )
        tag, channels, samplerate, _, frame_bytes, bits = struct.unpack("<HHIIHH", self.fmt[:16])
        if tag == _EXTENSIBLE and len(self.fmt) >= 26:
            tag = int.from_bytes(self.fmt[24:26], "little")
        self._check(channels, samplerate)
        if frame_bytes and frame_bytes % channels == 0 and frame_bytes // channels * 8 >= bits:
            bits = frame_bytes // channels * 8  # 12 bits in 2 bytes are the upper bits of 16
        if (tag == _PCM and bits in INT_BITS) or (tag == _FLOAT and bits in FLOAT_BITS):
            kind = "int" if tag == _PCM else "float"
            data = self._data_bytes(data_offset, size)
            return WavLayout(kind, bits, channels, samplerate, data_offset, data // (channels * bits // 8))
        raise WavFault(
            f"“{self.name}” is a WAV file of a kind that cannot be read here.",
            "Open it in the program that made it and save it as 16-bit WAV.",
        )

    def _check(self, channels: int, samplerate: int) -> None:
        if not 1 <= channels <= _MOST_CHANNELS or not 1 <= samplerate <= _HIGHEST_SAMPLERATE:
            raise WavFault(
                f"“{self.name}” says it has {channels} channels at {samplerate} Hz, which cannot be right.",
                "Record or copy the sound again.",
            )

    def _data_bytes(self, data_offset: int, size: int) -> int:
        """The size of the sound: as the header says when that can be true, else all that is there."""
        if self.large_size is not None and size == _SIZE_IN_DS64:
            size = self.large_size
        there = self.file_size - data_offset
        if size >= there:
            return there
        behind = self._read(data_offset + size + size % 2, 8)
        if self.riff_end == self.file_size or len(behind) < 8 or self._is_chunk(behind, data_offset + size):
            return size
        return size if behind.startswith(_TAGS_BEHIND_SOUND) else there

    def _is_chunk(self, head: bytes, place: int) -> bool:
        size = int.from_bytes(head[4:], "little")
        return all(32 <= byte < 127 for byte in head[:4]) and place + 8 + size <= self.file_size
