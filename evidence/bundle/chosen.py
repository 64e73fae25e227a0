"""Which evidence goes into a bundle: what was accepted, was asked for, and may leave by that channel."""

from collections.abc import Iterable

from evidence.entry import Entry
from evidence.library import Library
from evidence.safety.gate import Blocked, Gate
from evidence.safety.releases import Releases
from studio.errors import StudioError
from studio.wording import count

CHANNEL = "hub-bundle"
"""The channel of the bundle for the award."""


class NothingToSeal(StudioError):
    """There is no evidence to put into a bundle."""


class NotReleased(StudioError):
    """Evidence that was asked for, and that may not leave."""


def chosen_entries(
    library: Library,
    entries: Iterable[Entry] | None = None,
    *,
    channel: str = CHANNEL,
    key_only: bool = False,
) -> Gate:
    """The accepted entries, once each in the order in which they happened, and those that must stay.

    Entries that were asked for are never left out in silence.

    Raises
    ------
    NotReleased
        If one of the `entries` asked for may not leave by the channel.
    NothingToSeal
        If there is nothing that may.
    """
    wanted = {entry.id: entry for entry in (library.entries() if entries is None else entries)}
    accepted = [
        entry for entry in wanted.values() if entry.status == "accepted" and (entry.key_for or not key_only)
    ]
    if not accepted:
        raise _nothing(key_only)
    gate = Releases(library).gate(
        sorted(accepted, key=lambda entry: (entry.date_happened, entry.id)), channel
    )
    if gate.blocked and entries is not None:
        raise NotReleased(
            f"{_named(gate.blocked)} may not go into this bundle. {gate.blocked[0].reason}",
            "Leave it out, or write down the answers first.",
        )
    if not gate.allowed:
        raise NothingToSeal(
            f"No evidence may go into this bundle. {_named(gate.blocked)}: {gate.blocked[0].reason}",
            "Write down the answers that are missing, then seal it.",
        )
    return gate


def _nothing(key_only: bool) -> NothingToSeal:
    if key_only:
        return NothingToSeal("There are no key pieces to seal.", "Mark one to three for a criterion first.")
    return NothingToSeal("There is no evidence to seal.", "Make a sound into evidence first, then seal it.")


def _named(blocked: tuple[Blocked, ...]) -> str:
    more = len(blocked) - 1
    return f"{blocked[0].entry.id} and {count(more, 'other')}" if more else blocked[0].entry.id
