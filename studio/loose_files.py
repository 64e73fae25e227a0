"""Use cases for sound files that are in no library: edit, tidy and check, file to file."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from studio.audio.files.wav import WavFault, WavFile, read_layout
from studio.audio.recipe import Recipe
from studio.audio.rendering.render import render
from studio.audio.rendering.rendition import open_rendition

if TYPE_CHECKING:
    from studio.audio.listening.quality import Quality
    from studio.audio.listening.tidy import Tidied


def edit_file(source: Path, out: Path, recipe: Recipe) -> None:
    """Do a recipe to a sound file; the format of the result follows from the ending of its name."""
    with as_wav(source) as wav:
        _write(wav, out, recipe)


def tidy_file(source: Path, out: Path) -> "Tidied":
    """Tidy a sound file into another, and say what was kept."""
    from studio.audio.listening.tidy import tidy

    with as_wav(source) as wav:
        with WavFile(wav) as sound:
            tidied = tidy(sound)
        _write(wav, out, tidied.recipe)
    return tidied


def check_file(source: Path) -> "Quality":
    """Check the quality of a sound file."""
    from studio.audio.listening.quality import check

    with as_wav(source) as wav, WavFile(wav) as sound:
        return check(sound)


@contextmanager
def as_wav(source: Path) -> Iterator[Path]:
    """A WAV file for any sound file: itself if it holds whole numbers, else a decoded copy for a while."""
    if _is_plain_wav(source):
        yield source
        return
    import tempfile  # these and PyAV a plain WAV does not need

    from studio.audio.files.decode import import_sound

    with tempfile.TemporaryDirectory(prefix="soundingboard-") as folder:
        copy = Path(folder) / "decoded.wav"
        import_sound(source, copy)
        yield copy


def _is_plain_wav(source: Path) -> bool:
    """Samples of whole numbers can be used as they lie; floats must first be looked through for NaN."""
    try:
        layout = read_layout(source)
    except (WavFault, OSError):
        return False  # the decoder will say what it is, or what is wrong with it
    return layout.kind == "int" and layout.length > 0


def _write(wav: Path, out: Path, recipe: Recipe) -> None:
    if out.suffix.lower() == ".wav":
        render(wav, recipe, out)
        return
    from studio.audio.files.encode import export_sound  # soundfile, which a WAV does not need

    with open_rendition(wav, recipe) as rendition:
        export_sound(rendition, out)
