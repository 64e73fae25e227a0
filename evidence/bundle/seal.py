"""Sealing: the school's chosen evidence becomes one zip that a stranger can open, hear and check."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from evidence.bundle.attached import attach_files
from evidence.bundle.award import Award, award_of, without_award
from evidence.bundle.bundled import BundledEntry
from evidence.bundle.card import card_text
from evidence.bundle.chosen import CHANNEL, NothingToSeal, NotReleased, chosen_entries
from evidence.bundle.contents import Contents
from evidence.bundle.crew import Progress
from evidence.bundle.log import head_of
from evidence.bundle.names import entry_folder, slug
from evidence.bundle.packing import BundleExists, BundleNotWritten, make_bag, not_written, write_zip
from evidence.bundle.parts import PARTS_FILE, Part
from evidence.bundle.schema import Facts
from evidence.bundle.sizes import expected_size
from evidence.bundle.sounds import SoundLost, gather_sounds, seconds_to_encode
from evidence.bundle.stages import Stages
from evidence.bundle.texts import PAGE, add_texts
from evidence.entry import Entry
from evidence.library import Library
from evidence.safety.gate import Blocked
from rubric.framework import Framework

__all__ = [
    "BundleExists",
    "BundleNotWritten",
    "NotReleased",
    "NothingToSeal",
    "SealedBundle",
    "SoundLost",
    "expected_size",
    "seal_bundle",
]

_BYTES_A_SECOND, _SOUND_A_SECOND, _ENTRIES_A_SECOND = 1e9, 200.0, 100.0
"""About how much is hashed or written, encoded and described in a second, to share the progress out."""


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
    name: str = ""
    """The one folder in the zip."""
    left_out: tuple[Blocked, ...] = ()
    """Accepted evidence that may not leave, and why."""


def seal_bundle(
    library: Library,
    out: Path | str,
    framework: Framework,
    *,
    entries: Iterable[Entry] | None = None,
    channel: str = CHANNEL,
    version: int = 1,
    part: Part | None = None,
    clock: Callable[[], datetime] | None = None,
    progress: Progress | None = None,
    overwrite: bool = False,
) -> SealedBundle:
    """Seal accepted evidence, all that may leave or the `entries` given, into a zip at `out`.

    The same library, entries and clock give the same bytes. `progress` may raise to stop; then,
    and after any fault, nothing is left behind. `issue_bundle` also remembers what went out.

    Raises
    ------
    AdultsOnly, NothingToSeal, NotReleased, SoundLost, BundleExists, BundleNotWritten, BundleTooBig
    """
    out = Path(out)
    library.adults.need("seal a bundle")
    check_name(out, overwrite=overwrite)
    chosen = chosen_entries(library, entries, channel=channel)
    log = library.journal.read_bytes()
    now = (clock or library.now)().replace(microsecond=0)
    if now.tzinfo is None:
        raise ValueError("the clock must know its time zone")
    facts = Facts(bundle_name(library, now, version, part), _one_line(library.school), now, head_of(log))
    # What a school thinks of itself is for its hub alone.
    award = award_of(library, framework) if channel == CHANNEL else without_award(library, framework)
    sealing = _Sealing(library, framework, facts, log, part, award)
    try:
        return sealing.seal(out, chosen.allowed, chosen.blocked, progress)
    except OSError as error:
        raise not_written(out, error) from error


def bundle_name(library: Library, now: datetime, version: int, part: Part | None = None) -> str:
    """What a bundle is called, inside and outside: the school, the day, the version."""
    name = f"{slug(library.school)}_{now.date().isoformat()}_v{version}"
    return f"{name}_part{part.number}" if part and part.of > 1 else name


def check_name(out: Path, *, overwrite: bool) -> None:
    """See that a bundle may be written there.

    Raises
    ------
    BundleNotWritten, BundleExists
        If it does not end in .zip, or is there already and may not be replaced.
    """
    if out.suffix.lower() != ".zip":
        raise BundleNotWritten(
            f"“{out.name}” does not end in .zip.", "Give the bundle a name that ends in .zip."
        )
    if out.exists() and (not overwrite or out.is_dir()):
        raise BundleExists(
            f"“{out.name}” is there already.", "Choose another name, or say that it may be replaced."
        )


class _Sealing:
    """One bundle on its way into its zip."""

    def __init__(
        self,
        library: Library,
        framework: Framework,
        facts: Facts,
        log: bytes,
        part: Part | None,
        award: Award,
    ) -> None:
        self._library = library
        self._framework = framework
        self._facts = facts
        self._log = log
        self._part = part
        self._award = award

    def seal(
        self,
        out: Path,
        entries: Sequence[Entry],
        left_out: tuple[Blocked, ...],
        progress: Progress | None,
    ) -> SealedBundle:
        """From the library to the zip at `out`."""
        stages = Stages(progress, _lengths(entries))
        with Contents(out.parent) as contents:
            bundled = self._gather(entries, contents, stages.begin())
            contents.start_hashing()
            contents.each_block = stages.still_here
            self._write_down(contents, bundled, stages.begin())
            contents.finish_hashing(stages.begin())
            words = make_bag(contents, self._facts, _guide())
            size = write_zip(contents, self._facts, out, progress=stages.begin())
            page_size = contents.digests()[PAGE].size
        return SealedBundle(
            out,
            words,
            size,
            page_size,
            entries=tuple(entry.id for entry in entries),
            sounds=sum(len(one.sounds) for one in bundled),
            sealed=self._facts.sealed,
            name=self._facts.name,
            left_out=left_out,
        )

    def _gather(self, entries: Sequence[Entry], contents: Contents, progress: Progress) -> list[BundledEntry]:
        bundled = []
        every_sound = gather_sounds(self._library, entries, contents, progress)
        for entry, sounds in zip(entries, every_sound, strict=True):
            files = attach_files(self._library, entry, contents)
            card = card_text(entry, sounds, files, self._framework)
            contents.add(f"{entry_folder(entry.id)}/card.txt", card)
            bundled.append(BundledEntry(entry, sounds, files))
        return bundled

    def _write_down(self, contents: Contents, bundled: Sequence[BundledEntry], progress: Progress) -> None:
        if self._part and self._part.of > 1:
            contents.add(PARTS_FILE, self._part.text(self._facts))
        add_texts(contents, self._facts, self._framework, bundled, self._log, self._award)
        progress(1.0)


def _lengths(entries: Sequence[Entry]) -> tuple[float, float, float, float]:
    """About how long it takes to encode, to write down, to hash and to write, in seconds."""
    files = sum(use.size for entry in entries for use in entry.files)
    return (
        seconds_to_encode(entries) / _SOUND_A_SECOND,
        0.3 + len(entries) / _ENTRIES_A_SECOND,
        files / _BYTES_A_SECOND,
        expected_size(entries) / _BYTES_A_SECOND,
    )


def _one_line(school: str) -> str:
    return " ".join(school.split()) or "School"


def _guide() -> bytes:
    from assets import asset

    return asset("templates", "VERIFY.txt").read_bytes().replace(b"\r\n", b"\n")
