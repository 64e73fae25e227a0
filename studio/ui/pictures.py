"""Pictures of the library's sounds, ready for the waveform widget."""

from contextlib import suppress
from threading import Lock
from typing import Any

from evidence.library import Library
from evidence.sound import Sound
from evidence.uses import SoundUse
from studio.audio.overview import Overview, OverviewFault
from studio.audio.recipe import Recipe
from studio.audio.rendering.rendition import Rendition, open_rendition
from studio.takes import rendition
from studio.ui.edits import is_light
from studio.ui.faults import FAULTS
from studio.ui.widgets.picture import Picture


def picture_of(
    library: Library, sound: Sound, *, before: bool = False, kept: tuple[int, int] | None = None
) -> Picture:
    """The outline of a sound as its steps leave it, or before them; `kept` is the part that stays.

    Where much must be worked out for it the sound is opened by the thread that draws, and only as long.
    """
    if before or is_light(sound.recipe.steps):
        return drawn(rendition(library, sound, before=before), kept)

    def columns(start: int, stop: int, width: int) -> tuple[Any, Any]:
        try:
            with rendition(library, sound) as opened:
                return opened.columns(start, stop, width)
        except FAULTS:  # as in an outline that is open
            return [0.0] * width, [0.0] * width

    length = round(sound.seconds_after * sound.samplerate)
    return Picture(columns, length, sound.samplerate, kept, slow=True)


def picture_of_use(library: Library, use: SoundUse) -> Picture:
    """The outline of a sound as it was when it became evidence."""
    return drawn(rendition_of_use(library, use))


def rendition_of_use(library: Library, use: SoundUse) -> Rendition:
    """A sound as it was when it became evidence; drawn from its overview, when that is there."""
    overview = None
    with suppress(OverviewFault):
        overview = Overview.load(library.overview_path(use))
    return open_rendition(library.original_path(use), Recipe.parse(use.recipe_texts), overview=overview)


def drawn(opened: Rendition, kept: tuple[int, int] | None = None, *, slow: bool = False) -> Picture:
    """The outline of a sound that is open, and is closed with its picture."""
    outline = _Outline(opened)
    return Picture(outline.columns, opened.length, opened.samplerate, kept, outline.close, slow)


class _Outline:
    """Closes its sound only when no thread draws it any more.

    Of a file that cannot be read it draws a flat line: whoever hears or changes the sound is told why.
    """

    def __init__(self, opened: Rendition) -> None:
        self._opened = opened
        self._lock = Lock()
        self._drawing = 0
        self._is_wanted = True

    def columns(self, start: int, stop: int, width: int) -> tuple[Any, Any]:
        """Lows and highs; a flat line once it is not wanted any more."""
        with self._lock:
            if not self._is_wanted:
                return [0.0] * width, [0.0] * width
            self._drawing += 1
        try:
            return self._opened.columns(start, stop, width)
        except FAULTS:
            return [0.0] * width, [0.0] * width
        finally:
            self._left()

    def _left(self) -> None:
        with self._lock:
            self._drawing -= 1
            is_over = not self._is_wanted and not self._drawing
        if is_over:
            self._opened.close()

    def close(self) -> None:
        """Close the sound, now or after the drawing that goes on."""
        with self._lock:
            self._is_wanted = False
            is_over = not self._drawing
        if is_over:
            self._opened.close()
