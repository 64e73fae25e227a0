"""Sealing: the school's chosen evidence becomes one zip that a stranger can open, hear and check."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from evidence.bundle.attached import attach_files
from evidence.bundle.award import award_of
from evidence.bundle.bundled import BundledEntry
from evidence.bundle.card import card_text
from evidence.bundle.contents import Contents
from evidence.bundle.crew import Progress
from evidence.bundle.log import head_of
from evidence.bundle.names import entry_folder, slug
from evidence.bundle.packing import BundleExists, BundleNotWritten, make_bag, not_written, write_zip
from evidence.bundle.schema import Facts
from evidence.bundle.sounds import KBPS, SoundLost, gather_sounds
from evidence.bundle.texts import PAGE, add_texts
from evidence.entry import Entry
from evidence.library import Library
from rubric.framework import Framework
from studio.errors import StudioError

__all__ = [
    "BundleExists",
    "BundleNotWritten",
    "NothingToSeal",
    "SealedBundle",
    "SoundLost",
    "expected_size",
    "seal_bundle",
]

_GATHERED, _MADE = 0.85, 0.9
"""Share of the progress when the sounds are encoded, and when the page is made."""
_EMPTY_BYTES, _ENTRY_BYTES = 160_000, 14_000
"""What a bundle takes without any entry, and an entry without any sound."""


class NothingToSeal(StudioError):
    """There is no evidence to put into a bundle."""


@dataclass(frozen=True, slots=True)
class SealedBundle:
    """A bundle on disk, and the words to keep apart from it."""

    path: Path
    receipt_words: tuple[str, ...]
    size: int
    """Of the zip, in bytes."""
    page_size: int
    """Of `OPEN-ME-FIRST.html`, which may be sent alone."""
    entries: tuple[str, ...]
    sounds: int
    sealed: datetime


def expected_size(entries: Iterable[Entry]) -> int:
    """About how many bytes a bundle of these entries will have, for choosing what goes in."""
    size = _EMPTY_BYTES
    for entry in entries:
        seconds = sum(
            use.seconds_after + (use.seconds_before if use.recipe_texts else 0.0) for use in entry.sounds
        )
        # Each sound is there twice: as a file, and inside the page, where base64 takes four bytes for three.
        size += round(seconds * KBPS * 1000 / 8 * (1 + 4 / 3)) + sum(use.size for use in entry.files)
        size += _ENTRY_BYTES
    return size


def seal_bundle(
    library: Library,
    out: Path | str,
    framework: Framework,
    *,
    entries: Iterable[Entry] | None = None,
    clock: Callable[[], datetime] | None = None,
    progress: Progress | None = None,
    overwrite: bool = False,
) -> SealedBundle:
    """Seal accepted evidence, all of it or the `entries` given, into a zip at `out`.

    The same library, entries and clock give the same bytes. `progress` may raise to stop; then,
    and after any fault, nothing is left behind.

    Raises
    ------
    NothingToSeal, SoundLost, BundleExists, BundleNotWritten, BundleTooBig
    """
    out = Path(out)
    _check_name(out, overwrite=overwrite)
    chosen = _chosen(library.entries() if entries is None else entries)
    try:
        return _seal(library, out, framework, chosen, clock or library.now, progress)
    except OSError as error:
        raise not_written(out, error) from error


def _seal(
    library: Library,
    out: Path,
    framework: Framework,
    chosen: Sequence[Entry],
    clock: Callable[[], datetime],
    progress: Progress | None,
) -> SealedBundle:
    log = library.journal.read_bytes()
    facts = _facts(library.school, clock(), log)
    with Contents(out.parent) as contents:
        bundled = _gather(library, chosen, framework, contents, _part(progress, 0.0, _GATHERED))
        contents.hash_sources()
        add_texts(contents, facts, framework, bundled, log, award_of(library, framework))
        words = make_bag(contents, facts, _guide())
        size = write_zip(contents, facts, out, progress=_part(progress, _MADE, 1.0))
        page_size = contents.digests()[PAGE].size
    if progress:
        progress(1.0)
    return SealedBundle(
        out,
        words,
        size,
        page_size,
        entries=tuple(entry.id for entry in chosen),
        sounds=sum(len(one.sounds) for one in bundled),
        sealed=facts.sealed,
    )


def _facts(school: str, now: datetime, log: bytes) -> Facts:
    if now.tzinfo is None:
        raise ValueError("the clock must know its time zone")
    sealed = now.replace(microsecond=0)
    name = f"{slug(school)}_{sealed.date().isoformat()}_v1"
    return Facts(name, " ".join(school.split()) or "School", sealed, head_of(log))


def _check_name(out: Path, *, overwrite: bool) -> None:
    if out.suffix.lower() != ".zip":
        raise BundleNotWritten(
            f"“{out.name}” does not end in .zip.", "Give the bundle a name that ends in .zip."
        )
    if out.exists() and (not overwrite or out.is_dir()):
        raise BundleExists(
            f"“{out.name}” is there already.", "Choose another name, or say that it may be replaced."
        )


def _chosen(entries: Iterable[Entry]) -> list[Entry]:
    """The accepted ones, once each, in the order in which things happened."""
    accepted = {entry.id: entry for entry in entries if entry.status == "accepted"}
    if not accepted:
        raise NothingToSeal(
            "There is no evidence to seal.", "Make a sound into evidence first, then seal it."
        )
    return sorted(accepted.values(), key=lambda entry: (entry.date_happened, entry.id))


def _gather(
    library: Library,
    entries: Sequence[Entry],
    framework: Framework,
    contents: Contents,
    progress: Progress | None,
) -> list[BundledEntry]:
    bundled = []
    for entry, sounds in zip(entries, gather_sounds(library, entries, contents, progress), strict=True):
        files = attach_files(library, entry, contents)
        contents.add(f"{entry_folder(entry.id)}/card.txt", card_text(entry, sounds, files, framework))
        bundled.append(BundledEntry(entry, sounds, files))
    return bundled


def _guide() -> bytes:
    from assets import asset

    return asset("templates", "VERIFY.txt").read_bytes().replace(b"\r\n", b"\n")


def _part(progress: Progress | None, start: float, stop: float) -> Progress | None:
    """A progress that runs from `start` to `stop` of another."""
    if progress is None:
        return None
    return lambda share: progress(start + (stop - start) * share)
