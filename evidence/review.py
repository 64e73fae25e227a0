"""What an adult does with evidence: accept it, bin it, change it, take it back, choose the key pieces."""

from dataclasses import replace
from typing import Any

from evidence.entry import Entry
from evidence.entry_types import keeping
from evidence.library import Library
from rubric.framework import Framework
from studio.errors import StudioError
from studio.wording import count

_FIXED = {"id", "date_recorded", "amendments", "status", "source", "why"}


class TooManyKeyPieces(StudioError):
    """More key pieces of one criterion than a reviewer wants to see."""


class NotReviewable(StudioError):
    """Evidence that is not in a state for what was asked."""


class NotShown(StudioError):
    """A key piece for a criterion that the evidence does not show."""


def accept(
    library: Library, entry_id: str, *, framework: Framework | None = None, who: str | None = None
) -> Entry:
    """Make a proposal evidence; what is evidence already stays as it is."""
    return _moved(library, entry_id, "accepted", "accept evidence", who=who, framework=framework)


def bin_entry(library: Library, entry_id: str, *, who: str | None = None) -> Entry:
    """Put a proposal or an entry in the bin: it counts no more, and is never proposed again."""
    return _moved(library, entry_id, "binned", "put evidence in the bin", who=who)


def put_back(library: Library, entry_id: str, *, who: str | None = None) -> Entry:
    """Make it a proposal again, whether it was accepted or binned."""
    return _moved(library, entry_id, "proposed", "take that back", who=who)


def amend(
    library: Library, entry_id: str, *, framework: Framework, who: str | None = None, **changed: Any
) -> Entry:
    """Change what an entry says; what it said before stays with it.

    Raises
    ------
    AdultsOnly, UnknownRecord, UnknownCriterion, NotReviewable
        If it may not be changed, or not into that; nothing is stored then.
    """
    library.adults.need("change evidence")
    entry = library.entry(entry_id)
    if entry.status == "withdrawn":
        raise NotReviewable(f"{entry.id} was withdrawn.", "Write the evidence down anew, without that child.")
    if unknown := changed.keys() & _FIXED:
        raise ValueError(f"{', '.join(sorted(unknown))} of an entry cannot be amended")
    new = replace(entry, **changed)
    shown = {claim.criterion for claim in new.criteria}
    new = replace(new, key_for=tuple(code for code in new.key_for if code in shown))
    return entry if new == entry else library.save_entry(new, "amended", who=who, framework=framework)


def set_key(
    library: Library, entry_id: str, criterion: str, on: bool = True, *, who: str | None = None
) -> Entry:
    """Choose an entry as a key piece of a criterion, or let it be one among others again.

    Raises
    ------
    TooManyKeyPieces, NotShown, NotReviewable
        If it is one too many, does not show the criterion, or is no evidence yet.
    """
    library.adults.need("choose key pieces")
    entry, code = library.entry(entry_id), criterion.strip().upper()
    if on == (code in entry.key_for):
        return entry
    if on:
        _refuse_key(library, entry, code)
    codes = [*entry.key_for, code] if on else [each for each in entry.key_for if each != code]
    changed = replace(entry, key_for=tuple(codes))
    return library.save_entry(changed, "chosen" if on else "unchosen", who=who)


def key_pieces(library: Library, criterion: str) -> tuple[Entry, ...]:
    """The key pieces of a criterion, oldest first."""
    code = criterion.strip().upper()
    return tuple(e for e in library.entries() if e.status == "accepted" and code in e.key_for)


def _refuse_key(library: Library, entry: Entry, code: str) -> None:
    if entry.status != "accepted":
        raise NotReviewable(f"{entry.id} is not evidence: it is {entry.status}.", "Accept it first.")
    if code not in {claim.criterion for claim in entry.criteria}:
        shown = ", ".join(dict.fromkeys(claim.criterion for claim in entry.criteria))
        raise NotShown(f"{entry.id} does not show {code}.", f"It shows {shown}; change that first.")
    chosen, most = key_pieces(library, code), keeping().key_pieces
    if len(chosen) >= most:
        ids = ", ".join(each.id for each in chosen)
        raise TooManyKeyPieces(
            f"{code} has {count(len(chosen), 'key piece')} already: {ids}.",
            "Fewer say more: let go of one of them first.",
        )


def _moved(
    library: Library,
    entry_id: str,
    status: str,
    what: str,
    *,
    who: str | None,
    framework: Framework | None = None,
) -> Entry:
    library.adults.need(what)
    entry = library.entry(entry_id)
    if entry.status == "withdrawn":
        raise NotReviewable(f"{entry.id} was withdrawn.", "That cannot be taken back.")
    if entry.status == status:
        return entry
    action = _ACTIONS[status]
    return library.save_entry(replace(entry, status=status), action, who=who, framework=framework)


_ACTIONS: dict[str, str] = {"accepted": "accepted", "binned": "binned", "proposed": "put-back"}
