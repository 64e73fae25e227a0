"""What the form for evidence begins with: nothing, a sound, or an entry that is there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from evidence.uses import SoundUse

if TYPE_CHECKING:
    from evidence.entry import Entry
    from evidence.library import Library
    from evidence.sound import Sound
    from rubric.framework import Claim
    from rubric.plan import Action

FIELDS = (
    "title",
    "date_happened",
    "year_groups",
    "criteria",
    "before",
    "happened",
    "impact",
    "type",
    "subject",
    "people",
    "names_spoken",
    "sensitivity",
    "action_id",
    "tags",
    "sounds",
    "files",
    "feedback",
)
"""What the form asks for, by the names an entry has for it."""

_MOST_SOUNDS = 50


def blank(
    now: datetime,
    *,
    sound: Sound | None,
    claim: Claim | None,
    year: str | None = None,
    action: Action | None = None,
) -> dict[str, Any]:
    """A new entry, with what is known filled in."""
    year = year or (sound.year if sound else None)
    day = (now if sound is None else sound.made.astimezone(now.tzinfo)).date()
    empty: dict[str, Any] = dict.fromkeys(FIELDS, "")
    return empty | {
        "title": sound.title if sound else action.title if action else "",
        "date_happened": day,
        "year_groups": (year,) if year else (),
        "criteria": (claim,) if claim else (),
        "people": (),
        "names_spoken": False,
        "sensitivity": None,
        "action_id": action.id if action else None,
        "impact": action.impact if action else "",
        "tags": (),
        "sounds": (SoundUse.of(sound),) if sound else (),
        "files": (),
        "feedback": None,
    }


def of_entry(entry: Entry) -> dict[str, Any]:
    """What an entry says now."""
    return {name: getattr(entry, name) for name in FIELDS}


@dataclass(frozen=True, slots=True)
class Offered:
    """What the second page lets one choose from."""

    sounds: tuple[SoundUse, ...]
    actions: tuple[tuple[str, str], ...]
    """Ids and titles."""
    tags: dict[str, str]
    """Codes of the other frameworks, and their titles."""

    @classmethod
    def by(cls, library: Library, used: Iterable[SoundUse]) -> Offered:
        """The sounds already used and the newest ones, the actions of the plan, and the other frameworks."""
        from evidence.award.plans import Plans
        from evidence.tags import tag_titles

        there = [sound for sound in library.sounds() if not sound.binned]
        there.sort(key=lambda sound: (sound.made, sound.id), reverse=True)
        sounds = dict.fromkeys([*used, *map(SoundUse.of, there[:_MOST_SOUNDS])])
        actions = tuple((each.id, each.title) for each in Plans(library).actions())
        return cls(tuple(sounds), actions, tag_titles(library))
