"""Sound out: to a WAV, FLAC, MP3 or Ogg file, or to MP3 in memory."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np

from studio.audio.clip import Frames
from studio.audio.files.mp3 import mp3_samplerate, write_mp3
from studio.audio.files.part import SaveFault, part_of
from studio.audio.files.quiet import QuietWriter
from studio.audio.files.wav import WavWriter
from studio.audio.mixing import mix_weights
from studio.audio.pcm import float_to_bytes, unpack_24
from studio.audio.resample import resampled
from studio.audio.source import SoundSource, spans

_BLOCK_FRAMES = 16384
"""libsndfile's Ogg writer brings Python down when it is given much more at once."""
_OGG_HIGHEST_SAMPLERATE = 192_000
"""Above 200 kHz the same writer brings Python down."""
_OGG_COMPRESSION = 0.4
"""Vorbis quality 6, about 190 kbit/s for stereo music."""
_FLAC_MOST_CHANNELS = 8
_FLAC_HIGHEST_SAMPLERATE = 655_350

Progress = Callable[[float], None]


def export_sound(
    source: SoundSource, out: str | Path, *, bits: int | None = None, progress: Progress | None = None
) -> None:
    """Save a sound as the kind of file its name ends with; what is louder than full scale is held there.

    Parameters
    ----------
    source : any sound
    out : ends in .wav, .flac, .mp3 or .ogg; appears whole or not at all
    bits : of WAV (16, 24, 32; else 16) and FLAC (16, 24; else 24)
    progress : called now and then with the part done, 0 to 1; may raise to stop

    Raises
    ------
    SaveFault
        If the format is unknown, cannot hold the sound, or the file cannot be written.
    """
    out = Path(out)
    suffix = out.suffix.lower()
    if suffix not in _WRITERS:
        raise SaveFault(
            f"“{out.name}” does not say what kind of sound file to make.",
            "End the name in .wav, .flac, .mp3 or .ogg.",
        )
    write, depths = _WRITERS[suffix]
    if bits is not None and bits not in depths:
        raise SaveFault(f"A {suffix} file of {bits} bits cannot be made.", _bits_remedy(depths))
    _check_sound(source)
    with part_of(out) as part:
        write(source, part, bits or next(iter(depths), 0), progress)


def mp3_bytes(source: SoundSource, *, kbps: int = 96, mono: bool = True) -> bytes:
    """A sound as MP3 in memory: `kbps` thousand bits a second, whatever the sound; the same bytes each time.

    Raises
    ------
    SaveFault
        If there is no sound.
    """
    _check_sound(source)
    file = BytesIO()
    _encode_mp3(source, file, most=1 if mono else 2, kbps=kbps, progress=None)
    return file.getvalue()


def _write_wav(source: SoundSource, part: Path, bits: int, progress: Progress | None) -> None:
    with WavWriter(
        part, samplerate=source.samplerate, channels=source.channels, bits=bits, expected=source.length
    ) as writer:
        for block in _blocks(source, progress):
            writer.write(block)


def _write_flac(source: SoundSource, part: Path, bits: int, progress: Progress | None) -> None:
    rate = source.samplerate
    if source.channels > _FLAC_MOST_CHANNELS:
        raise SaveFault(
            f"FLAC holds {_FLAC_MOST_CHANNELS} channels and this sound has {source.channels}.",
            "Save it as .wav.",
        )
    if rate > _FLAC_HIGHEST_SAMPLERATE or (rate > 65535 and rate % 10):
        raise SaveFault(f"FLAC cannot hold a sound of {rate} Hz.", "Save it as .wav.")
    blocks = (_integers(block, bits) for block in _blocks(source, progress))
    _write_with_libsndfile(blocks, part, rate, source.channels, format="FLAC", subtype=f"PCM_{bits}")


def _write_ogg(source: SoundSource, part: Path, bits: int, progress: Progress | None) -> None:
    rate = source.samplerate if source.samplerate <= _OGG_HIGHEST_SAMPLERATE else 48000
    blocks = resampled(_mixed(source, 2, progress), source.samplerate, rate)
    _write_with_libsndfile(
        blocks,
        part,
        rate,
        min(source.channels, 2),
        format="OGG",
        subtype="VORBIS",
        compression_level=_OGG_COMPRESSION,
    )


def _write_mp3(source: SoundSource, part: Path, bits: int, progress: Progress | None) -> None:
    with QuietWriter(part) as out:
        _encode_mp3(source, out, most=2, kbps=192 if source.channels > 1 else 128, progress=progress)
        out.check()


_WRITERS: dict[str, tuple[Callable[[SoundSource, Path, int, Progress | None], None], tuple[int, ...]]] = {
    ".wav": (_write_wav, (16, 24, 32)),
    ".flac": (_write_flac, (24, 16)),
    ".mp3": (_write_mp3, ()),
    ".ogg": (_write_ogg, ()),
}
"""How each format is written, and the bits a sample of it can have, the usual ones first."""


def _encode_mp3(source: SoundSource, file: Any, *, most: int, kbps: int, progress: Progress | None) -> None:
    rate = mp3_samplerate(source.samplerate)
    blocks = resampled(_mixed(source, most, progress), source.samplerate, rate)
    write_mp3(blocks, file, samplerate=rate, channels=min(source.channels, most), kbps=kbps)


def _write_with_libsndfile(
    blocks: Iterator[Any], part: Path, samplerate: int, channels: int, **options: Any
) -> None:
    """Write blocks of the type the format stores; libsndfile would floor floats, not round them."""
    import soundfile  # loads a C library; only these two formats need it

    with QuietWriter(part) as out:
        try:
            with soundfile.SoundFile(out, "w", samplerate, channels, **options) as file:
                for block in blocks:
                    file.write(block)
                    out.check()
        except soundfile.SoundFileError:
            out.check()
            raise
        out.check()


def _blocks(source: SoundSource, progress: Progress | None) -> Iterator[Frames]:
    for start, stop in spans(0, source.length, _BLOCK_FRAMES):
        yield np.clip(source.read(start, stop), -1.0, 1.0)
        if progress is not None:
            progress(stop / source.length)


def _mixed(source: SoundSource, most: int, progress: Progress | None) -> Iterator[Frames]:
    weights = mix_weights(source, most)
    for block in _blocks(source, progress):
        yield block if weights is None else block @ weights


def _integers(block: Frames, bits: int) -> Any:
    raw = float_to_bytes(block, "int", bits)
    flat = raw.view("<i2") if bits == 16 else unpack_24(raw)  # libsndfile takes the upper 24 of 32
    return flat.reshape(block.shape)


def _check_sound(source: SoundSource) -> None:
    if not source.length:
        raise SaveFault("There is no sound to save.", "Undo the last step, or choose another sound.")


def _bits_remedy(depths: tuple[int, ...]) -> str:
    if not depths:
        return "Leave the bits out: this kind of file has none."
    return f"Choose {' or '.join(str(depth) for depth in sorted(depths))} bits."
