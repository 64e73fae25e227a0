"""Pictures of the library's sounds, ready for the waveform widget."""

from typing import Any

from evidence.library import Library
from evidence.sound import Sound
from studio.takes import rendition
from studio.ui.widgets.waveform import Picture


def picture_of(
    library: Library, sound: Sound, *, before: bool = False, kept: tuple[int, int] | None = None
) -> Picture:
    """The outline of a sound as its steps leave it, or before them; `kept` is the part that stays."""
    opened = rendition(library, sound, before=before)

    def columns(start: int, stop: int, width: int) -> tuple[Any, Any]:
        return opened.columns(start, stop, width)

    return Picture(columns, opened.length, opened.samplerate, kept, opened.close)
