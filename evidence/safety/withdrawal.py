"""Withdrawing: everything of one entry or of one person goes, in every copy that the program made.

First the job is written down, in the same turn in which the records lose their content; then each step
erases one kind of copy. Every step can be done twice. A job that a kill or a fault stopped is carried on
by `carry_on`. The log keeps its lines: they never held words, only salted commitments, and the salts go.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from evidence.bundle.record import BundleRecord, SealedBundles
from evidence.codes import parse_code, parse_role
from evidence.library import Library
from evidence.records.store import LibraryUnwritable, RecordId
from evidence.safety.copies import BackupCopy, backups_holding, exports_holding
from evidence.safety.erasure import KIND, SERIES, Erasure, Erasures
from evidence.safety.people import People
from evidence.safety.reach import NothingToWithdraw, Reach, reach_of_entry, reach_of_person, reach_of_sound
from evidence.safety.scrub import made_with, scrubbed
from evidence.safety.withdrawal_steps import (
    bundles_of,
    erase_files,
    forget_name,
    renew_backups,
    seal_anew,
    tell_bundles,
    write_letter,
)
from rubric.framework import Framework
from rubric.plain import to_plain
from studio.disk import reason

__all__ = ["NothingToWithdraw", "Preview", "Withdrawal", "carry_on", "preview", "unfinished", "withdraw"]

Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Preview:
    """What a withdrawal would take, to be read before anybody says yes."""

    reach: Reach
    bundles: tuple[BundleRecord, ...]
    exports: tuple[str, ...]
    backups: tuple[BackupCopy, ...]


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What a withdrawal took, and what people still have to do."""

    id: str
    subject: str
    ids: tuple[str, ...]
    """Of the entries and sounds that went."""
    bundles: tuple[BundleRecord, ...]
    """Sealed before: every copy that left the school must be destroyed by whoever has it."""
    backups: tuple[BackupCopy, ...]
    """That still hold it, or may."""
    bundle: Path | None
    """The new one for the hub, when one had gone out."""
    letter: Path | None
    stays: tuple[str, ...] = ()
    """What did not go since others use it, in sentences."""


def preview(
    library: Library,
    *,
    entry_id: str | None = None,
    sound_id: str | None = None,
    code: str | None = None,
) -> Preview:
    """What would go; nothing is touched.

    Raises
    ------
    UnknownRecord, NotACode, NothingToWithdraw, AdultsOnly
    """
    library.adults.need("withdraw evidence")
    reach = _reach(library, entry_id, sound_id, code)
    gone = {*(entry.id for entry in reach.entries), *reach.named}
    bundles = tuple(each for each in SealedBundles(library).all() if gone & set(each.entries))
    exports = {path.relative_to(library.exports).as_posix() for path in _exports(library, reach, bundles)}
    return Preview(reach, bundles, tuple(sorted(exports)), backups_holding(library, reach.ids))


def withdraw(
    library: Library,
    *,
    entry_id: str | None = None,
    sound_id: str | None = None,
    code: str | None = None,
    framework: Framework,
    backups: bool = False,
    who: str | None = None,
    progress: Progress | None = None,
) -> Withdrawal:
    """Erase one entry, one sound, or all of one person, from the library and from every copy in its folder.

    With `backups` those that hold it and can be reached now go too, after a new one was made there.

    Raises
    ------
    UnknownRecord, NotACode, NothingToWithdraw, AdultsOnly
        If it cannot be; then nothing was touched.
    """
    found = preview(library, entry_id=entry_id, sound_id=sound_id, code=code)
    made = Erasure(
        id="",
        subject=found.reach.subject,
        ids=(),
        exports=found.exports,
        bundles=tuple(each.id for each in found.bundles),
        backups=backups,
        begun=library.now(),
        by=parse_role(who) if who else None,
    )
    with library.adults.staying():
        erasure, reach = _begin(library, made)
        return replace(_finish(library, erasure, framework, progress), stays=reach.stays)


def unfinished(library: Library) -> tuple[Erasure, ...]:
    """Withdrawals that were begun and must be carried on."""
    return Erasures(library).unfinished()


def carry_on(
    library: Library, framework: Framework, *, progress: Progress | None = None
) -> tuple[Withdrawal, ...]:
    """Finish every withdrawal that a kill or a fault stopped."""
    library.adults.need("withdraw evidence")
    with library.adults.staying():
        return tuple(_finish(library, erasure, framework, progress) for erasure in unfinished(library))


def _reach_again(library: Library, made: Erasure) -> Reach:
    if made.is_of_person:
        return _reach(library, None, None, made.subject)
    entry = made.subject.startswith("EV-")
    return _reach(library, made.subject if entry else None, None if entry else made.subject, None)


def _reach(library: Library, entry_id: str | None, sound_id: str | None, code: str | None) -> Reach:
    if entry_id is not None:
        return reach_of_entry(library, entry_id)
    if sound_id is not None:
        return reach_of_sound(library, sound_id)
    person = parse_code(code or "")
    reach = reach_of_person(library, person)
    listed = any(each.code == person and not each.withdrawn for each in People(library).all())
    told = scrubbed(library, reach, person, lambda _, series: f"{series}-0001")
    if not listed and all(each.kind == "person" for each in told):
        raise NothingToWithdraw(f"The library has nothing of {person}.", "Check the code.")
    return reach


def _begin(library: Library, made: Erasure) -> tuple[Erasure, Reach]:
    """In one turn: the job is known, and the records have no content any more."""
    code = made.subject if made.is_of_person else None
    with library.store.turn() as turn:
        # Looked at again: another program may have used a sound of it since.
        reach = _reach_again(library, made)
        erasure = replace(
            made,
            id=turn.new_id(KIND, SERIES),
            ids=reach.ids,
            originals=reach.originals,
            attachments=reach.attachments,
        )
        turn.put(KIND, erasure.id, to_plain(erasure), action="begun", who=erasure.by)
        for each in scrubbed(library, reach, code, turn.new_id):
            turn.put(each.kind, each.id, each.fields, action=each.action, who=erasure.by)
    return erasure, reach


def _finish(
    library: Library, erasure: Erasure, framework: Framework, progress: Progress | None
) -> Withdrawal:
    steps: tuple[Callable[[], None], ...] = (
        lambda: erase_files(library, erasure),
        lambda: forget_name(library, erasure),
        lambda: tell_bundles(library, erasure),
        lambda: seal_anew(library, erasure, framework),
        lambda: write_letter(library, erasure, framework),
        lambda: renew_backups(library, erasure),
    )
    for number, step in enumerate(steps, 1):
        try:
            step()
        except OSError as error:
            raise LibraryUnwritable(
                f"The withdrawal of {erasure.subject} could not be finished: {reason(error)}.",
                "Close other programs, then go on: soundingboard evidence withdraw --carry-on.",
            ) from error
        if progress:
            progress(number / len(steps))
    return _told(library, Erasures(library).finish(erasure.id, library.now()))


def _told(library: Library, done: Erasure) -> Withdrawal:
    return Withdrawal(
        id=done.id,
        subject=done.subject,
        ids=done.ids,
        bundles=bundles_of(library, done),
        backups=backups_holding(library, done.ids, done.id),
        bundle=Path(done.bundle) if done.bundle else None,
        letter=Path(done.letter) if done.letter else None,
    )


def _exports(library: Library, reach: Reach, bundles: tuple[BundleRecord, ...]) -> Iterator[Path]:
    """Files in the folder of exports; a bundle there that holds it, and everything else that tells of it."""
    known = [Path(bundle.path) for bundle in SealedBundles(library).all()]
    code = [] if RecordId.parse(reach.subject) else [reach.subject]
    of_them = made_with(library, [sound.id for sound in reach.sounds])
    yield from exports_holding(library, (*reach.ids, *of_them, *code), reach.words, known=known)
    for path in (Path(bundle.path).resolve() for bundle in bundles):
        if path.is_relative_to(library.exports.resolve()) and path.is_file():
            yield library.exports / path.relative_to(library.exports.resolve())
