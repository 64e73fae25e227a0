"""What kind of sound file it is, by its first bytes; its name does not count."""

import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from studio.disk import reason
from studio.errors import StudioError

HEAD_BYTES = 4096


class FileUnreadable(StudioError):
    """A file that no sound can be read from."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A kind of file and how to know it."""

    kind: str
    """The name of libav's reader for it."""
    matches: Callable[[bytes], bool]


def kind_of(path: Path) -> str:
    """Name the kind of a sound file, as libav names it.

    Text is never a sound: playlists and the like, which could send a reader to other files or
    to the network, have no place in the table.

    Raises
    ------
    FileUnreadable
        If it is not a file, is empty, may not be opened, or holds something other than sound.
    """
    with open_file(path) as file:
        try:
            head = _behind_tags(file)
        except OSError as error:
            raise unreadable(path, error) from error
    for signature in _SIGNATURES:
        if signature.matches(head):
            return signature.kind
    raise FileUnreadable(
        f"“{path.name}” is not a sound file, whatever its name says.",
        "Open it in the program that made it and save it as WAV or MP3.",
    )


def open_file(path: Path) -> IO[bytes]:
    """Open a sound file to read.

    Raises
    ------
    FileUnreadable
        If it is not a plain file, is empty, or may not be opened.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise FileUnreadable(f"“{path.name}” is a folder, not a sound.", "Choose a sound file inside it.")
        if not stat.S_ISREG(status.st_mode):  # a pipe would wait for ever
            raise FileUnreadable(f"“{path.name}” is not a file.", "Choose a sound file.")
        if not status.st_size:
            raise FileUnreadable(f"“{path.name}” is empty.", "Record the sound or copy the file again.")
        return path.open("rb")
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the name
        raise unreadable(path, error) from error


def unreadable(path: Path, error: Exception) -> FileUnreadable:
    """Put what the system said about a file into plain words."""
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return FileUnreadable(f"There is no file “{path.name}”.", "Check the name and the folder.")
    if isinstance(error, PermissionError):
        return FileUnreadable(
            f"You are not allowed to open “{path.name}”.", "Copy the file to a folder of your own first."
        )
    why = reason(error) if isinstance(error, OSError) else "no reason given"
    return FileUnreadable(f"“{path.name}” could not be read ({why}).", "Copy it to this computer first.")


def _behind_tags(file: IO[bytes]) -> bytes:
    """The first bytes of the sound itself: behind ID3 tags, which may precede several kinds, and padding."""
    head = file.read(HEAD_BYTES)
    place = 0
    while head[:3] == b"ID3" and len(head) >= 10:
        size = head[6] << 21 | head[7] << 14 | head[8] << 7 | head[9]
        place += 10 + size
        file.seek(place)
        head = file.read(HEAD_BYTES)
    return head if head[4:8] in _MOVIE_ATOMS else head.lstrip(b"\0")


def _starts(*heads: bytes) -> Callable[[bytes], bool]:
    return lambda head: head.startswith(heads)


def _form(outer: tuple[bytes, ...], *inner: bytes) -> Callable[[bytes], bool]:
    return lambda head: head[:4] in outer and head[8:12] in inner


def _is_mp3(head: bytes) -> bool:
    """Whether an MPEG audio frame starts here (ISO 11172-3, 2.4.1.3): sync, version, layer, bitrate, rate.

    Layer I, which no one uses, would take in text of 16-bit letters, which begins with FF FE.
    """
    return (
        len(head) >= 4
        and head[0] == 0xFF
        and head[1] >= 0xE0
        and head[1] & 0x18 != 0x08
        and head[1] & 0x06 in (0x02, 0x04)
        and head[2] >> 4 != 15
        and head[2] & 0x0C != 0x0C
    )


def _is_adts(head: bytes) -> bool:
    """Whether an AAC frame with its own header starts here: sync, layer 0, a rate that exists."""
    return len(head) >= 4 and head[0] == 0xFF and head[1] & 0xF6 == 0xF0 and (head[2] >> 2) & 15 < 13


def _is_transport_stream(head: bytes) -> bool:
    return len(head) > 376 and head[0] == head[188] == head[376] == 0x47


_MOVIE_ATOMS = (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot")

_SIGNATURES = (
    Signature("wav", _form((b"RIFF", b"RF64", b"BW64", b"RIFX"), b"WAVE")),
    Signature("avi", _form((b"RIFF",), b"AVI ")),
    Signature("aiff", _form((b"FORM",), b"AIFF", b"AIFC")),
    Signature("flac", _starts(b"fLaC")),
    Signature("ogg", _starts(b"OggS")),
    Signature("mov", lambda head: head[4:8] in _MOVIE_ATOMS),
    Signature("matroska", _starts(b"\x1a\x45\xdf\xa3")),
    Signature("asf", _starts(b"\x30\x26\xb2\x75\x8e\x66\xcf\x11")),
    Signature("caf", _starts(b"caff")),
    Signature("amr", _starts(b"#!AMR")),
    Signature("w64", _starts(b"riff\x2e\x91\xcf\x11")),
    Signature("au", _starts(b".snd")),
    Signature("wv", _starts(b"wvpk")),
    Signature("tta", _starts(b"TTA1")),
    Signature("ape", _starts(b"MAC ")),
    Signature("flv", _starts(b"FLV\x01")),
    Signature("mpeg", _starts(b"\x01\xba")),  # its two zero bytes are gone
    Signature("mpegts", _is_transport_stream),
    Signature("ac3", _starts(b"\x0b\x77")),
    Signature("aac", _is_adts),
    Signature("mp3", _is_mp3),
)
