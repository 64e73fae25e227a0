"""The sounds of a bundle: as MP3, before and after, with their pictures."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evidence.bundle.contents import Contents
from evidence.bundle.names import slug
from evidence.entry import Entry, SoundUse
from evidence.library import Library
from studio.audio.recipe import Recipe
from studio.errors import StudioError

if TYPE_CHECKING:
    from evidence.bundle.waveform import Shape
    from studio.audio.overview import Overview

KBPS = 96
"""Mono speech and classroom music stay clear; an e-mail holds about twenty minutes."""


class SoundLost(StudioError):
    """The original of a sound is not in the library."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One version of a sound as the bundle holds it."""

    path: str
    """Inside the bag."""
    seconds: float
    shape: "Shape"


@dataclass(frozen=True, slots=True)
class BundledSound:
    """A sound of an entry, as it is now and as it came in."""

    use: SoundUse
    after: Heard
    before: Heard | None
    """`None` when nothing was done to it."""
    steps: tuple[str, ...]
    """What was done, one phrase a step."""


def gather_sounds(
    library: Library, entries: Iterable[Entry], contents: Contents
) -> Iterator[list[BundledSound]]:
    """Encode the sounds of one entry after the other into the contents.

    Raises
    ------
    SoundLost
        If an original is missing.
    """
    encoder = _Encoder(library, contents)
    for entry in entries:
        folder = f"data/evidence/{slug(entry.id, otherwise='EV').upper()}"
        yield [encoder.bundled(use, folder, number) for number, use in enumerate(entry.sounds, 1)]


class _Encoder:
    """Encodes each version of each sound once, however many entries use it."""

    def __init__(self, library: Library, contents: Contents) -> None:
        self._library = library
        self._contents = contents
        self._heard: dict[tuple[str, tuple[str, ...]], Heard] = {}

    def bundled(self, use: SoundUse, folder: str, number: int) -> BundledSound:
        stem = f"{folder}/{number:02d}-{slug(use.sound_id, otherwise='sound').upper()}"
        recipe = Recipe.parse(use.recipe_texts)
        after = self._hear(use, recipe, f"{stem}.mp3")
        before = self._hear(use, Recipe(), f"{stem}-before.mp3") if recipe.steps else None
        return BundledSound(use, after, before, tuple(recipe.words(use.seconds_before)))

    def _hear(self, use: SoundUse, recipe: Recipe, path: str) -> Heard:
        key = use.original_sha256, tuple(recipe.texts())
        known = self._heard.get(key)
        if known is None:
            known = self._heard[key] = self._encode(use, recipe, path)
            return known
        self._contents.add(path, self._contents.blocks(known.path))
        return Heard(path, known.seconds, known.shape)

    def _encode(self, use: SoundUse, recipe: Recipe, path: str) -> Heard:
        # Here, since checking and listing bundles need neither the encoder nor NumPy.
        from evidence.bundle.waveform import shape_of
        from studio.audio.encode import mp3_bytes
        from studio.audio.render import open_rendition

        original = self._library.original_path(use)
        if not original.exists():
            raise SoundLost(
                f"The recording of “{use.title}” is not in the library any more.",
                "Put it back from the newest backup, or take it out of the entry.",
            )
        with open_rendition(original, recipe, overview=self._overview(use)) as sound:
            self._contents.add(path, mp3_bytes(sound, kbps=KBPS, mono=True))
            return Heard(path, sound.seconds, shape_of(sound))

    def _overview(self, use: SoundUse) -> "Overview | None":
        from studio.audio.overview import Overview, OverviewFault

        try:
            return Overview.load(self._library.overview_path(use))
        except (OverviewFault, FileNotFoundError):
            return None  # only a picture drawn in advance: the sound itself is read instead
