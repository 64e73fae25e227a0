"""Writing down what happened as evidence, with the library's sounds in it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from evidence.award.plans import Plans
from evidence.entry import Draft, Entry, SoundUse
from evidence.entry_types import entry_type
from evidence.library import Library
from evidence.sound import Sound
from evidence.tags import known_tags
from rubric.framework import Claim, Framework


def make_evidence(
    library: Library,
    *,
    title: str,
    criteria: Sequence[Claim],
    year_groups: Sequence[str],
    date_happened: date | None = None,
    sounds: Sequence[Sound] = (),
    files: Sequence[Path] = (),
    type: str = "",  # noqa: A002
    sensitivity: str | None = None,
    action_id: str | None = None,
    tags: Sequence[str] = (),
    framework: Framework,
    **said: Any,
) -> Entry:
    """Write down what happened as dated evidence, with the sounds as they are at this moment.

    `said` are more fields of `Draft`, such as `before`, `happened` and `impact`. Who may see it follows from
    its type unless it is given. In pupil mode it is a proposal, for an adult to accept.
    """
    known = known_tags(library, tags)  # before any file is taken in
    draft = Draft(
        title=title,
        criteria=tuple(criteria),
        year_groups=tuple(year_groups),
        date_happened=date_happened or library.now().date(),
        sounds=tuple(SoundUse.of(sound) for sound in sounds),
        files=tuple(library.add_file(path) for path in files),
        type=entry_type(type).id if type else "",
        action_id=Plans(library).action(action_id).id if action_id else None,
        tags=known,
        status="accepted" if library.adults.is_adult else "proposed",
        **said,
    )
    draft = replace(draft, sensitivity=sensitivity or entry_type(draft.type).sensitivity)
    return library.add_entry(draft, framework=framework)
