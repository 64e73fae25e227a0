"""Use cases of listening closely: what is in a sound of the library, or in a file."""

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from evidence.library import Library
from evidence.sound import Sound
from studio.disk import replacing
from studio.loose_files import as_wav
from studio.takes import rendition

if TYPE_CHECKING:
    from studio.audio.analysis.findings import Findings
    from studio.audio.analysis.glance import Glance

Told = Callable[[str, float], None]
"""Told what is being done and the share done; may raise to stop the work."""

_MOST_REMEMBERED = 8
_remembered: "OrderedDict[tuple[str, ...], Findings]" = OrderedDict()
"""What was found last, by the content of a sound and what was done to it: nobody waits twice for it."""


def glance(library: Library, sound: Sound, *, progress: Callable[[float], None] | None = None) -> "Glance":
    """What can be said at once of a sound as it is now."""
    from studio.audio.analysis.glance import glance_at

    with rendition(library, sound) as source:
        return glance_at(source, progress=progress)


def listen(library: Library, sound: Sound, told: Told) -> "Findings":
    """Listen closely to a sound as it is now, in a process of its own; a second time it is known already."""
    from studio.audio.analysis.apart import listen_apart

    key = (sound.sha256, *sound.recipe.texts())
    if key not in _remembered:
        _remembered[key] = listen_apart(library.original_path(sound), sound.recipe, told)
    _remembered.move_to_end(key)
    while len(_remembered) > _MOST_REMEMBERED:
        _remembered.popitem(last=False)
    return _remembered[key]


def listen_to_file(file: Path, told: Told) -> "tuple[Glance, Findings]":
    """Glance at a sound file and listen closely to it."""
    from studio.audio.analysis.apart import listen_apart
    from studio.audio.analysis.glance import glance_at
    from studio.audio.files.wav import WavFile
    from studio.audio.recipe import Recipe

    with as_wav(file) as wav:
        with WavFile(wav) as source:
            seen = glance_at(source)
        return seen, listen_apart(wav, Recipe(), told)


def save_picture(library: Library, seen: "Glance", found: "Findings | None", out: Path) -> None:
    """Write the picture of a sound for slides or the wall; only an adult takes things out of the library."""
    library.adults.need("export a picture")
    write_picture(seen, found, out)


def write_picture(seen: "Glance", found: "Findings | None", out: Path) -> None:
    """Write the picture of a sound as a PNG file."""
    from studio.audio.analysis.png import write_png

    with replacing(out) as part:
        write_png(part, seen, found)
