"""Which sounds may go out by a channel: by whose they are, and by the evidence that has them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evidence.entry import Entry
from evidence.library import Library
from evidence.safety.gate import Rule
from evidence.safety.releases import Releases
from evidence.sound import Sound


@dataclass(frozen=True, slots=True)
class HeldSound:
    """A sound that must stay, and why, by codes."""

    sound: Sound
    reason: str


def held_sounds(library: Library, sounds: Iterable[Sound], channel: str) -> tuple[HeldSound, ...]:
    """Those that may not go out by a channel, in the order given; none when all may.

    Raises
    ------
    UnknownChannel
    """
    rule = Releases(library).rule(channel)
    entries = [entry for entry in library.entries() if entry.status != "withdrawn"]
    found = ((sound, list(dict.fromkeys(_reasons(sound, entries, rule)))) for sound in sounds)
    return tuple(HeldSound(sound, " ".join(reasons)) for sound, reasons in found if reasons)


def _reasons(sound: Sound, entries: list[Entry], rule: Rule) -> Iterator[str]:
    yield from rule.reasons_of_people(sound.makers)
    if rule.channel.public and not sound.makers and not sound.is_found:
        yield "It is not said whose it is."
    for entry in entries:
        if any(use.sound_id == sound.id for use in entry.sounds):
            # Others than its makers may be heard in it; what is said of them counts as well.
            yield from rule.reasons(entry, [code for code in entry.heard if code not in sound.makers])
