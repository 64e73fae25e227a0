"""The sounds of a bundle: as MP3, before and after, with their pictures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from evidence.bundle.bundled import BundledSound, Heard
from evidence.bundle.contents import Contents
from evidence.bundle.crew import Did, Progress, share_out
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


_BYTES_A_FRAME = 40
"""How many bytes are hashed while one frame is encoded: what makes it worth while to start threads."""
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
) -> list[list[BundledSound]]:
    """Encode the sounds of all entries into the contents, each version once -> those of every entry.

    Raises
    ------
    SoundLost
        If an original is missing.
    """
    uses = [
        _Used(use, Recipe.parse(use.recipe_texts), f"{entry_folder(entry.id)}/{number:02d}")
        for entry in entries
        for number, use in enumerate(entry.sounds, 1)
    ]
    versions: dict[_Key, _Version] = {}
    for version in (version for used in uses for version in used.versions):
        versions.setdefault(version.key, version)
    encoded = _encode_all(library, tuple(versions.values()), contents, progress)
    made = iter([used.bundled(contents, encoded) for used in uses])
    return [[next(made) for _ in entry.sounds] for entry in entries]


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
    versions: dict[_Key, float] = {}
    for use in (use for entry in entries for use in entry.sounds):
        versions[use.original_sha256, ()] = use.seconds_before
        versions[use.original_sha256, use.recipe_texts] = use.seconds_after
    return sum(versions.values())


_Key = tuple[str, tuple[str, ...]]
"""What makes two versions the same: the original and what was done to it."""


@dataclass(frozen=True, slots=True)
class _Version:
    """A sound as it is now, or as it came in."""

    use: SoundUse
    recipe: Recipe
    path: str
    """Where it goes, inside the bag."""

    @property
    def key(self) -> _Key:
        return self.use.original_sha256, tuple(self.recipe.texts())

    @property
    def frames(self) -> float:
        """About how many there are to encode."""
        seconds = self.use.seconds_after if self.recipe.steps else self.use.seconds_before
        return seconds * self.use.samplerate


@dataclass(frozen=True, slots=True)
class _Used:
    """A sound as an entry uses it."""

    use: SoundUse
    recipe: Recipe
    place: str
    """How its paths begin."""

    @property
    def versions(self) -> list[_Version]:
        """As it is now and, when something was done to it, as it came in."""
        stem = f"{self.place}-{slug(self.use.sound_id, otherwise='sound').upper()}"
        after = _Version(self.use, self.recipe, f"{stem}.mp3")
        before = _Version(self.use, Recipe(), f"{stem}-before.mp3")
        return [after, before] if self.recipe.steps else [after]

    def bundled(self, contents: Contents, encoded: Mapping[_Key, Heard]) -> BundledSound:
        after, *before = [_put(contents, version, encoded[version.key]) for version in self.versions]
        steps = tuple(self.recipe.words(self.use.seconds_before))
        return BundledSound(self.use, after, before[0] if before else None, steps)


def _put(contents: Contents, version: _Version, heard: Heard) -> Heard:
    """The version under its own path, copied from where it was first encoded to."""
    if version.path != heard.path:
        contents.add(version.path, contents.blocks(heard.path))
    return replace(heard, path=version.path)


def _encode_all(
    library: Library, versions: Sequence[_Version], contents: Contents, progress: Progress | None
) -> dict[_Key, Heard]:
    found: dict[_Key, Heard] = {}

    def encode(version: _Version, did: Did) -> None:
        found[version.key] = _encode(library, version, contents, did)

    size = sum(version.frames for version in versions) * _BYTES_A_FRAME
    share_out(versions, encode, size=size, progress=progress)
    return found


def _encode(library: Library, version: _Version, contents: Contents, did: Did) -> Heard:
    # Here, since checking and listing bundles need neither the encoder nor NumPy.
    from evidence.bundle.waveform import shape_of
    from studio.audio.files.encode import mp3_bytes
    from studio.audio.rendering.rendition import open_rendition

    use = version.use
    original = library.original_path(use)
    check_content(original, use.sha256, f"The recording of “{use.title}”")
    with open_rendition(original, version.recipe, overview=_overview(library, use)) as sound:
        contents.add(version.path, mp3_bytes(_Watched(sound, did), kbps=KBPS, mono=True))
        return Heard(version.path, sound.seconds, shape_of(sound))


def _overview(library: Library, use: SoundUse) -> "Overview | None":
    from studio.audio.overview import Overview, OverviewFault

    try:
        return Overview.load(library.overview_path(use))
    except OverviewFault:
        return None  # only a picture drawn in advance: the sound itself is read instead


class _Watched:
    """A sound that tells when it is read, so that encoding an hour of it can be stopped."""

    def __init__(self, sound: "SoundSource", did: Did) -> None:
        self._sound = sound
        self._did = did
        self.samplerate = sound.samplerate
        self.channels = sound.channels
        self.length = sound.length

    def read(self, start: int, stop: int) -> "Frames":
        """The frames from `start` to `stop`."""
        self._did((stop - start) * _BYTES_A_FRAME)
        return self._sound.read(start, stop)
