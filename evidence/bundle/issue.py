"""Sealing as an event: the next version goes out, whole or in parts, and the library remembers it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from evidence.bundle.chosen import CHANNEL, chosen_entries
from evidence.bundle.crew import Progress
from evidence.bundle.packing import BundleExists, not_written
from evidence.bundle.parts import Part, plan_parts
from evidence.bundle.parts_list import ListedPart, list_text
from evidence.bundle.record import BundleRecord, SealedBundles
from evidence.bundle.seal import SealedBundle, bundle_name, check_name, seal_bundle
from evidence.bundle.sizes import MOST, TooLarge, expected_size
from evidence.bundle.stages import Stages
from evidence.bundle.staging import staging
from evidence.check import check_records
from evidence.entry import Entry
from evidence.library import Library
from evidence.records.journal import check_journal
from evidence.safety.gate import Blocked
from rubric.framework import Framework
from studio.disk import publish, write_whole
from studio.errors import StudioError
from studio.wording import size_words

__all__ = ["Issued", "issue_bundle", "next_name", "next_version"]

_TRIES = 4
"""How often parts are shared out again when one comes out larger than was expected."""


@dataclass(frozen=True, slots=True)
class Issued:
    """What went out."""

    bundles: tuple[SealedBundle, ...]
    records: tuple[BundleRecord, ...]
    """As the library remembers them."""
    left_out: tuple[Blocked, ...]
    """Accepted evidence that may not leave, and why."""
    receipt_words: tuple[str, ...]
    """To keep on paper: of the bundle, or of the list of its parts."""
    parts_list: Path | None = None


def next_version(library: Library) -> int:
    """The number of the next bundle: one more than the newest."""
    return 1 + max((record.version for record in SealedBundles(library).all()), default=0)


def next_name(library: Library) -> str:
    """The file name that the next bundle has when nobody chooses another."""
    return f"{bundle_name(library, library.now(), next_version(library))}.zip"


def issue_bundle(
    library: Library,
    out: Path | str,
    framework: Framework,
    *,
    entries: Iterable[Entry] | None = None,
    channel: str = CHANNEL,
    key_only: bool = False,
    largest: int | None = None,
    split: bool = False,
    clock: Callable[[], datetime] | None = None,
    progress: Progress | None = None,
    overwrite: bool = False,
) -> Issued:
    """Seal the next version into a zip at `out`, or into a folder under its own name, and remember it.

    What would be more than `largest` bytes is sealed in parts beside each other, by area, when `split`.
    Nothing is written outside a hidden folder until everything is sealed and the library knows of it.

    Raises
    ------
    AdultsOnly, NothingToSeal, NotReleased, TooLarge, SoundLost, BundleExists, BundleNotWritten,
    BundleTooBig, LibraryUnwritable, LogBroken
    """
    library.adults.need("seal a bundle")
    out = Path(out).absolute()
    try:
        if out.is_dir() and out.suffix.lower() != ".zip":
            out /= next_name(library)
        gate = chosen_entries(library, entries, channel=channel, key_only=key_only)
        now = (clock or library.now)()
        issue = _Issue(library, out, framework, channel, now, overwrite)
        issue.check()
        allowed = min(largest or MOST, MOST)
        return issue.run(gate.allowed, gate.blocked, allowed, split=split, progress=progress)
    except OSError as error:
        raise not_written(out, error) from error


class LogBroken(StudioError):
    """The log, which goes into every bundle, does not hold together."""


class _Issue:
    """One version on its way out."""

    def __init__(
        self,
        library: Library,
        out: Path,
        framework: Framework,
        channel: str,
        now: datetime,
        overwrite: bool,
    ) -> None:
        self._library = library
        self._out = out
        self._framework = framework
        self._channel = channel
        self._now = now
        self._overwrite = overwrite
        self._version = next_version(library)
        self._log_bytes = library.journal.size()

    def check(self) -> None:
        """See that the place will do and the library can remember, before an hour of sound is encoded."""
        check_name(self._out, overwrite=self._overwrite)
        with self._library.store.turn():  # a library that may only be read says so here
            broken = check_journal(self._library.journal.path)
            lines = () if broken else self._library.journal.lines()
            astray = () if broken else check_records(lines, self._library.records())
        if broken:
            raise LogBroken(
                f"No bundle of this library would be valid, since its log was changed. {broken[0].detail}",
                "Put the library back from your newest backup, then seal it.",
            )
        if astray:
            raise LogBroken(
                f"The library is not as its log says. {astray[0].detail}",
                "Put the library back from your newest backup, then seal it.",
            )

    def run(
        self,
        entries: tuple[Entry, ...],
        left_out: tuple[Blocked, ...],
        largest: int,
        *,
        split: bool,
        progress: Progress | None,
    ) -> Issued:
        """Seal, remember, put into place."""
        room = largest
        for _ in range(_TRIES):
            parts = self._plan(entries, room, split=split)
            with staging(self._out.parent) as folder:
                sealed = self._seal(parts, folder, progress)
                size = max(bundle.size for bundle in sealed)
                if size <= largest:
                    return self._put_out(sealed, parts, folder, left_out)
            if not split:
                break
            room = round(room * largest / size * 0.98)
        raise _too_large(size, largest)

    def _plan(self, entries: tuple[Entry, ...], largest: int, *, split: bool) -> tuple[Part, ...]:
        if not split:
            expected = expected_size(entries, log_bytes=self._log_bytes)
            if expected > largest:
                raise _too_large(expected, largest)
        parts = plan_parts(entries, self._framework, largest=largest, log_bytes=self._log_bytes)
        for name in self._names(parts):
            check_name(self._out.with_name(name), overwrite=self._overwrite)
        if len(parts) > 1 and not self._overwrite and self._list_path.exists():
            raise BundleExists(
                f"“{self._list_path.name}” is there already.",
                "Choose another name, or say that it may be replaced.",
            )
        return parts

    @property
    def _list_path(self) -> Path:
        return self._out.with_name(f"{self._out.stem}_parts.txt")

    def _names(self, parts: Sequence[Part]) -> list[str]:
        if len(parts) == 1:
            return [self._out.name]
        return [f"{self._out.stem}_part{part.number}.zip" for part in parts]

    def _seal(self, parts: Sequence[Part], folder: Path, progress: Progress | None) -> list[SealedBundle]:
        stages = Stages(progress, [expected_size(part.entries) for part in parts])
        return [
            seal_bundle(
                self._library,
                folder / name,
                self._framework,
                entries=part.entries,
                channel=self._channel,
                version=self._version,
                part=part,
                clock=lambda: self._now,
                progress=stages.begin(),
            )
            for part, name in zip(parts, self._names(parts), strict=True)
        ]

    def _put_out(
        self,
        sealed: Sequence[SealedBundle],
        parts: Sequence[Part],
        folder: Path,
        left_out: tuple[Blocked, ...],
    ) -> Issued:
        """Remember first, then put into place: nothing is ever out there that the library does not know."""
        bundles = tuple(
            replace(bundle, path=self._out.with_name(bundle.path.name), left_out=left_out)
            for bundle in sealed
        )
        words, listed = bundles[0].receipt_words, None
        if len(bundles) > 1:
            listed = self._list_path
            rows = [
                ListedPart(part.title, bundle.path.name, bundle.size, bundle.receipt_words)
                for part, bundle in zip(parts, bundles, strict=True)
            ]
            text, words = list_text(listed.name, self._library.school, bundles[0].sealed, rows)
            write_whole(folder / listed.name, text)
        records = tuple(self._remember(bundle) for bundle in bundles)
        for path in [bundle.path for bundle in bundles] + ([listed] if listed else []):
            publish(folder / path.name, path)
        return Issued(bundles, records, left_out, words, listed)

    def _remember(self, bundle: SealedBundle) -> BundleRecord:
        record = BundleRecord(
            id="",
            name=bundle.name,
            path=str(bundle.path),
            sealed=bundle.sealed,
            receipt=" ".join(bundle.receipt_words),
            entries=bundle.entries,
            version=self._version,
            channel=self._channel,
        )
        return SealedBundles(self._library).add(record)


def _too_large(size: int, largest: int) -> TooLarge:
    return TooLarge(
        f"The bundle would have {size_words(size)}, more than the {size_words(largest)} that it may have.",
        "Choose fewer entries or only the key pieces, or seal it in parts.",
    )
