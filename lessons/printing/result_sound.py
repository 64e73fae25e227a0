"""An entry's sound as it was handed in: its shape to draw, and the sound itself to put into a page."""

from typing import TYPE_CHECKING

from evidence.bundle.sounds import KBPS, check_content
from evidence.library import Library
from lessons.competitions.submission import Submission
from lessons.printing.ornament import Peaks

if TYPE_CHECKING:
    from studio.audio.overview import Overview
    from studio.audio.rendering.rendition import Rendition

_COLUMNS = 120


def peaks_of(library: Library, entry: Submission) -> Peaks:
    """How loud it is from its beginning to its end; nothing when its recording is gone: it is only drawn."""
    if not library.original_path(entry).is_file():
        return ()
    with _opened(library, entry) as sound:
        lows, highs = sound.columns(0, sound.length, _COLUMNS)
        return tuple(max(-float(low), float(high)) for low, high in zip(lows, highs, strict=True))


def mp3_of(library: Library, entry: Submission) -> bytes:
    """The sound, mono as in a bundle.

    Raises
    ------
    SoundLost
        If its recording is not there, or is another.
    """
    from studio.audio.files.encode import mp3_bytes  # NumPy: only when there is something to encode

    check_content(library.original_path(entry), entry.sha256, f"The recording of the {entry.animal}")
    with _opened(library, entry) as sound:
        return mp3_bytes(sound, kbps=KBPS, mono=True)


def _opened(library: Library, entry: Submission) -> "Rendition":
    from studio.audio.rendering.rendition import open_rendition

    path = library.original_path(entry)
    return open_rendition(path, entry.recipe, overview=_overview(library, entry))


def _overview(library: Library, entry: Submission) -> "Overview | None":
    from studio.audio.overview import Overview, OverviewFault

    try:
        return Overview.load(library.overview_path(entry))
    except OverviewFault:
        return None  # only a picture drawn in advance: the sound itself is read instead
