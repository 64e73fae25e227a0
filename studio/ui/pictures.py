"""Pictures of the library's sounds, ready for the waveform widget."""

from contextlib import suppress
from typing import Any

from evidence.library import Library
from evidence.sound import Sound
from evidence.uses import SoundUse
from studio.audio.overview import Overview, OverviewFault
from studio.audio.recipe import Recipe
from studio.audio.rendering.rendition import Rendition, open_rendition
from studio.takes import rendition
from studio.ui.widgets.waveform import Picture


def picture_of(
    library: Library, sound: Sound, *, before: bool = False, kept: tuple[int, int] | None = None
) -> Picture:
    """The outline of a sound as its steps leave it, or before them; `kept` is the part that stays."""
    return drawn(rendition(library, sound, before=before), kept)


def picture_of_use(library: Library, use: SoundUse) -> Picture:
    """The outline of a sound as it was when it became evidence."""
    return drawn(rendition_of_use(library, use))


def rendition_of_use(library: Library, use: SoundUse) -> Rendition:
    """A sound as it was when it became evidence; drawn from its overview, when that is there."""
    overview = None
    with suppress(OverviewFault):
        overview = Overview.load(library.overview_path(use))
    return open_rendition(library.original_path(use), Recipe.parse(use.recipe_texts), overview=overview)


def drawn(opened: Rendition, kept: tuple[int, int] | None = None) -> Picture:
    """The outline of a sound that is open, and is closed with its picture."""

    def columns(start: int, stop: int, width: int) -> tuple[Any, Any]:
        return opened.columns(start, stop, width)

    return Picture(columns, opened.length, opened.samplerate, kept, opened.close)
