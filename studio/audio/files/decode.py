"""Any sound file -> a clean WAV: the same sound, and nothing else that was in the file."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol, Self

import numpy as np

from studio.audio.files.container import ContainerSound
from studio.audio.files.ogg import OggSound
from studio.audio.files.part import part_of
from studio.audio.files.signature import FileUnreadable, kind_of, unreadable
from studio.audio.files.wav import WavFault, WavFile, WavLayout, WavWriter, read_layout
from studio.audio.pcm import Bytes
from studio.audio.source import spans

SUPPORTED_SUFFIXES = tuple(
    ".wav .flac .mp3 .m4a .aac .ogg .oga .opus .aif .aiff .aifc .caf .mp4 .m4v .mov .3gp .3g2 .webm .mkv "  # noqa: SIM905
    ".mka .wma .wmv .asf .amr .avi .w64 .au .wv .tta .ape .flv .mpg .ts .mp2 .ac3".split()
)
"""Names that sound files usually end with, the most common first; what is read goes by the first bytes."""

_BLOCK_FRAMES = 65536
_MOST_CHANNELS = 32
_SAMPLERATES = (1_000, 768_000)
_LONGEST_SECONDS = 24 * 3600
_LOUDEST = 2.0**31
"""Far beyond full scale, where even integers stored as floats end; above it nothing can be sound."""


def import_sound(
    path: str | Path, out: str | Path, *, progress: Callable[[float], None] | None = None
) -> WavLayout:
    """Read any sound file and write its sound, and only that, to a new WAV file.

    Samples stay what they are: integers of 16, 24 and 32 bits and floats bit for bit, 8 bits as 16;
    what was compressed with loss becomes float32. Titles, names, places and pictures are left out.
    A file that was cut short gives what is there.

    Parameters
    ----------
    path : the file; its first bytes say what it is, its name does not count
    out : the WAV file, which appears whole or not at all
    progress : called now and then with the part done, 0 to 1; may raise to stop

    Raises
    ------
    FileUnreadable, WavFault
        If no sound can be read from the file.
    SaveFault
        If the new file cannot be written.
    """
    path, out = Path(path), Path(out)
    with _open_sound(path, kind_of(path)) as sound, part_of(out) as part:
        _check_shape(path, sound)
        writer = WavWriter(
            part,
            samplerate=sound.samplerate,
            channels=sound.channels,
            bits=sound.bits,
            kind=sound.kind,
            expected=sound.expected,
        )
        with writer:
            for block in sound.blocks():
                _check_block(path, block, sound)
                writer.write_raw(block)
                if writer.length > _LONGEST_SECONDS * sound.samplerate:
                    raise FileUnreadable(f"“{path.name}” is longer than a day.", "Cut it into shorter files.")
                if progress is not None:
                    progress(sound.fraction)
        if not writer.length:
            raise FileUnreadable(f"“{path.name}” has no sound in it.", "Record or copy the sound again.")
        if progress is not None:
            progress(1.0)
    return read_layout(out)


class _Sound(Protocol):
    """A sound on its way in: its shape, and its blocks as the bytes of a WAV file."""

    samplerate: int
    channels: int
    kind: str
    bits: int

    @property
    def expected(self) -> int: ...

    @property
    def fraction(self) -> float: ...

    def blocks(self) -> Iterator[Bytes]: ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...


class _WavSound:
    """The sound of a WAV file: every byte as it stands, but 8 bits as 16."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = WavFile(path)
        layout = self._file.layout
        self.samplerate, self.channels, self.kind = layout.samplerate, layout.channels, layout.kind
        self.bits = max(layout.bits, 16)
        self.fraction = 0.0

    @property
    def expected(self) -> int:
        """Frames to come."""
        return self._file.length

    def blocks(self) -> Iterator[Bytes]:
        """All of the sound."""
        for start, stop in spans(0, self.expected, _BLOCK_FRAMES):
            try:
                block = self._file.read_raw(start, stop)
            except OSError as error:
                raise unreadable(self._path, error) from error
            self.fraction = stop / self.expected
            yield ((block.astype("<i2") - 128) << 8).view(np.uint8) if self._file.layout.bits == 8 else block

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


def _open_sound(path: Path, kind: str) -> _Sound:
    exact: dict[str, Callable[[Path], _Sound]] = {"wav": _WavSound, "ogg": OggSound}
    if kind not in exact:
        return ContainerSound(path, kind)
    try:
        return exact[kind](path)
    except (WavFault, FileUnreadable) as fault:
        # A telephone's sound in a WAV file, say, or a film in an Ogg file.
        try:
            return ContainerSound(path, kind)
        except FileUnreadable:
            raise fault from None


def _check_shape(path: Path, sound: _Sound) -> None:
    lowest, highest = _SAMPLERATES
    if not 1 <= sound.channels <= _MOST_CHANNELS or not lowest <= sound.samplerate <= highest:
        raise FileUnreadable(
            f"“{path.name}” says it has {sound.channels} channels at {sound.samplerate} Hz, "
            "which is more or less than can be used here.",
            f"Save it again with 1 to {_MOST_CHANNELS} channels at {lowest} to {highest} Hz.",
        )


def _check_block(path: Path, block: Bytes, sound: _Sound) -> None:
    """Refuse floats that are no numbers: one of them would silence or deafen all that follows."""
    if sound.kind != "float" or not block.size:
        return
    samples = block.view(f"<f{sound.bits // 8}")
    if not (samples.min() >= -_LOUDEST and samples.max() <= _LOUDEST):  # NaN is neither
        raise FileUnreadable(
            f"Some of the sound in “{path.name}” is not made of proper numbers.",
            "Open it in the program that made it and save it as 16-bit WAV.",
        )
