"""Use cases with the library's sounds: bring one in, change it, hear it."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from evidence.library import Library
from evidence.sound import Sound
from evidence.workspace import workspace
from lessons.club.sessions import Sessions
from studio.audio.files.wav import WavFile
from studio.audio.overview import Overview, OverviewFault, overview_of
from studio.audio.recipe import Recipe, Step
from studio.audio.rendering.render import render
from studio.audio.rendering.rendition import Rendition, open_rendition
from studio.audio.rendering.settling import settled_in

if TYPE_CHECKING:
    from evidence.credit_card import CreditCard
    from studio.audio.listening.quality import Quality
    from studio.audio.listening.tidy import Tidied
    from studio.audio.live.recovery import UnfinishedTake
    from studio.audio.live.take_file import FinishedTake

Progress = Callable[[float], None]
"""Told how much is done, 0 to 1; may raise to stop the work."""


def add_sound(
    library: Library,
    file: Path,
    *,
    title: str,
    year: str | None = None,
    by: str | None = None,
    partners: Sequence[str] = (),
    origin: str = "imported",
    card: "CreditCard | None" = None,
    progress: Progress | None = None,
) -> Sound:
    """Bring a sound file into the library: losslessly, without its metadata; a found one with its card."""
    from studio.audio.files.decode import import_sound  # soundfile or PyAV: only when something is imported

    with workspace(library.folder) as folder:
        wav = folder / "sound.wav"
        import_sound(file, wav, progress=progress)
        with WavFile(wav) as source:
            peaks = _saved(overview_of(source), beside=wav)
        return library.add_sound(
            wav,
            title=title,
            year=year,
            by=by,
            partners=tuple(partners),
            session=session_now(library),
            origin=origin,
            card=card,
            kept=True,
            overview_path=peaks,
            move=True,
        )


def keep_take(
    library: Library,
    take: "FinishedTake",
    *,
    title: str | None = None,
    year: str | None = None,
    by: str | None = None,
    partners: Sequence[str] = (),
) -> Sound:
    """Turn a finished recording into a sound of the library; with a title it counts as kept."""
    return library.add_sound(
        take.path,
        title=title or f"Recording {take.started:%d %b %H.%M.%S}",
        year=year,
        by=by,
        partners=tuple(partners),
        session=session_now(library),
        origin="recorded",
        kept=title is not None,
        overview_path=_saved(take.overview, beside=take.path),
        move=True,
    )


def session_now(library: Library) -> str:
    """The id of the club's session that is going on; empty when there is none."""
    session = Sessions(library).today()
    return session.id if session is not None and session.status == "open" else ""


def unfinished_takes(library: Library) -> "tuple[UnfinishedTake, ...]":
    """Recordings that a crash or a power cut left behind, the oldest first."""
    from studio.audio.live.recovery import find_unfinished

    return find_unfinished(library.takes)


def bring_back(library: Library, take: "UnfinishedTake") -> Sound:
    """Make a recording that was left behind a sound of the library."""
    from studio.audio.live.recovery import recover

    return keep_take(library, recover(take))


def _saved(overview: Overview, *, beside: Path) -> Path:
    path = beside.with_suffix(".peaks")
    overview.save(path)
    return path


def rendition(library: Library, sound: Sound, *, before: bool = False) -> Rendition:
    """The sound as it is now, or as it was before any step; readable anywhere, drawn from its overview."""
    recipe = Recipe() if before else sound.recipe
    return open_rendition(library.original_path(sound), recipe, overview=overview(library, sound))


def overview(library: Library, sound: Sound) -> Overview:
    """The kept overview of a sound's original; made again when it is missing or damaged."""
    path = library.overview_path(sound)
    try:
        return Overview.load(path)
    except OverviewFault:
        with WavFile(library.original_path(sound)) as source:
            made = overview_of(source)
        with suppress(OverviewFault):  # on a full disk, or one that may only be read, it is made each time
            made.save(path)
        return made


def do(
    library: Library, sound: Sound, *steps: Step, instead_of: int = 0, progress: Progress | None = None
) -> Sound:
    """Do steps to a sound, in place of so many of its last; what would leave nothing is never stored."""
    recipe = sound.recipe.add(*steps, instead_of=instead_of)
    return library.save_sound(settled_sound(library, sound, recipe, progress), "edited", was=sound)


def settled_sound(library: Library, sound: Sound, recipe: Recipe, progress: Progress | None = None) -> Sound:
    """The sound with another recipe, ready to be stored: every figure found, and something left of it."""
    changed = sound.with_recipe(settled_in(library.original_path(sound), recipe, sound.recipe, progress))
    rendition(library, changed).close()
    return changed


def undo(library: Library, sound: Sound) -> Sound:
    """Take the last change to the steps back; with none left, nothing changes."""
    if not sound.recipe.can_undo:
        return sound
    return library.save_sound(sound.with_recipe(sound.recipe.undo()), "undid", was=sound)


def redo(library: Library, sound: Sound) -> Sound:
    """Do again what was last taken back; with nothing taken back, nothing changes."""
    if not sound.recipe.undone:
        return sound
    return library.save_sound(sound.with_recipe(sound.recipe.redo()), "redid", was=sound)


def tidied(library: Library, sound: Sound) -> "Tidied":
    """Where the sound lies in what is there now, and how much louder it should be; nothing is changed yet."""
    from studio.audio.listening.tidy import tidy

    with rendition(library, sound) as source:
        return tidy(source)


def tidy_sound(library: Library, sound: Sound) -> "tuple[Sound, Tidied]":
    """Tidy a sound: the steps go into its recipe, so that each can be taken back."""
    found = tidied(library, sound)
    return do(library, sound, *found.recipe.steps), found


def check_sound(library: Library, sound: Sound) -> "Quality":
    """The quality of the sound as it is now."""
    from studio.audio.listening.quality import check

    with rendition(library, sound) as source:
        return check(source)


def rename(library: Library, sound: Sound, title: str) -> Sound:
    """Give a sound another title."""
    return library.save_sound(replace(sound, title=title), "renamed", was=sound)


def keep(library: Library, sound: Sound, title: str | None = None) -> Sound:
    """Keep a sound, under a new title if one is given."""
    return library.save_sound(replace(sound, title=title or sound.title, kept=True), "kept", was=sound)


def bin_sound(library: Library, sound: Sound) -> Sound:
    """Put a sound in the bin; it can be taken out again."""
    return library.save_sound(replace(sound, binned=True), "binned", was=sound)


def unbin(library: Library, sound: Sound) -> Sound:
    """Take a sound out of the bin."""
    return library.save_sound(replace(sound, binned=False), "unbinned", was=sound)


def export(library: Library, sound: Sound, out: Path, *, progress: Progress | None = None) -> None:
    """Write the sound as it is now to a file; the format follows from the ending of its name."""
    library.adults.need("export a sound")
    if out.suffix.lower() == ".wav":
        original = library.original_path(sound)
        render(original, sound.recipe, out, overview=overview(library, sound), progress=progress)
        return
    from studio.audio.files.encode import export_sound  # soundfile, which a WAV does not need

    with rendition(library, sound) as source:
        export_sound(source, out, progress=progress)
