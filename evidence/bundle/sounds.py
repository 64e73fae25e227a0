"""The sounds of a bundle: as MP3, before and after, with their pictures."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

from evidence.bundle.bundled import BundledSound, Heard
from evidence.bundle.contents import Contents
from evidence.bundle.crew import Progress
from evidence.bundle.names import entry_folder, slug
from evidence.contents import hash_file
from evidence.entry import Entry, SoundUse
from evidence.library import Library
from studio.audio.recipe import Recipe
from studio.errors import StudioError

if TYPE_CHECKING:
    from studio.audio.clip import Frames
    from studio.audio.overview import Overview
    from studio.audio.source import SoundSource

KBPS = 96
"""Mono speech and classroom music stay clear; an e-mail holds about twenty minutes."""


_REMEDY = "Put it back from the newest backup, or take it out of the entry."


class SoundLost(StudioError):
    """A sound or a file of an entry is not in the library."""

    @classmethod
    def gone(cls, called: str) -> Self:
        """It is not there any more."""
        return cls(f"{called} is not in the library any more.", _REMEDY)

    @classmethod
    def changed(cls, called: str) -> Self:
        """Something else lies in its place."""
        return cls(f"{called} was changed in the library.", _REMEDY)


def gather_sounds(
    library: Library, entries: Sequence[Entry], contents: Contents, progress: Progress | None = None
) -> Iterator[list[BundledSound]]:
    """Encode the sounds of one entry after the other into the contents.

    Raises
    ------
    SoundLost
        If an original is missing.
    """
    encoder = _Encoder(library, contents, _Clock(seconds_to_encode(entries), progress))
    for entry in entries:
        folder = entry_folder(entry.id)
        yield [encoder.bundled(use, folder, number) for number, use in enumerate(entry.sounds, 1)]


def check_content(path: Path, sha256: str, called: str) -> None:
    """See that a file of an entry is there, and is the one that the entry was made with.

    Raises
    ------
    SoundLost
        If not.
    """
    if not path.is_file():
        raise SoundLost.gone(called)
    if hash_file(path) != sha256:
        raise SoundLost.changed(called)


def seconds_to_encode(entries: Sequence[Entry]) -> float:
    """How much sound there is, each version counted once."""
    versions: dict[tuple[str, tuple[str, ...]], float] = {}
    for use in (use for entry in entries for use in entry.sounds):
        versions[use.original_sha256, ()] = use.seconds_before
        versions[use.original_sha256, use.recipe_texts] = use.seconds_after
    return sum(versions.values())


class _Clock:
    """Tells how much of all the sound has been encoded."""

    def __init__(self, seconds: float, progress: Progress | None) -> None:
        self._seconds = seconds
        self._progress = progress
        self._done = 0.0

    def passed(self, seconds: float) -> None:
        """So much more sound has been encoded."""
        self._done += seconds
        if self._progress and self._seconds:
            self._progress(min(1.0, self._done / self._seconds))


class _Watched:
    """A sound that tells the clock when it is read, so that encoding an hour of it can be stopped."""

    def __init__(self, sound: "SoundSource", clock: _Clock) -> None:
        self._sound = sound
        self._clock = clock
        self.samplerate = sound.samplerate
        self.channels = sound.channels
        self.length = sound.length

    def read(self, start: int, stop: int) -> "Frames":
        """The frames from `start` to `stop`."""
        self._clock.passed((stop - start) / self.samplerate)
        return self._sound.read(start, stop)


class _Encoder:
    """Encodes each version of each sound once, however many entries use it."""

    def __init__(self, library: Library, contents: Contents, clock: _Clock) -> None:
        self._library = library
        self._contents = contents
        self._clock = clock
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
        from studio.audio.files.encode import mp3_bytes
        from studio.audio.rendering.rendition import open_rendition

        original = self._library.original_path(use)
        check_content(original, use.sha256, f"The recording of “{use.title}”")
        with open_rendition(original, recipe, overview=self._overview(use)) as sound:
            self._contents.add(path, mp3_bytes(_Watched(sound, self._clock), kbps=KBPS, mono=True))
            return Heard(path, sound.seconds, shape_of(sound))

    def _overview(self, use: SoundUse) -> "Overview | None":
        from studio.audio.overview import Overview, OverviewFault

        try:
            return Overview.load(self._library.overview_path(use))
        except OverviewFault:
            return None  # only a picture drawn in advance: the sound itself is read instead
