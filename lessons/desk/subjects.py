"""The report of sounds by school subject: how music technology reaches across the curriculum."""

from collections import defaultdict
from collections.abc import Iterator

from evidence.library import Library
from evidence.papers.paper import Grid, Paper, Text
from evidence.years import YEAR_GROUPS
from lessons.sound_tags import subjects_of
from studio.wording import count, date_in_words

_NONE = "not said"


def sounds_by_subject(library: Library) -> Paper:
    """How many sounds there are of each subject, and which year groups made them; never who."""
    sounds: dict[str, int] = defaultdict(int)
    years: dict[str, set[str]] = defaultdict(set)
    titles: dict[str, str] = {}
    for sound, subject in _said(library):
        key = subject.casefold()
        titles.setdefault(key, subject)
        sounds[key] += 1
        years[key].update(sound)
    rows = tuple(
        (titles[key], str(sounds[key]), " ".join(year for year in YEAR_GROUPS if year in years[key]))
        for key in sorted(sounds, key=lambda each: (titles[each] == _NONE, -sounds[each], each))
    )
    day = date_in_words(library.now().date())
    total = count(sum(sounds.values()), "sound")
    return Paper(
        over="Report",
        title="Sounds by subject",
        school=library.school,
        made=library.now(),
        foot=f"Sounds by subject, {day}",
        blocks=(
            Text(f"{total}, counted by the subject that each was made for, or that its evidence names."),
            Grid("Subjects", ("Subject", "Sounds", "Made by"), rows, (44, 14, 42)),
        ),
    )


def _said(library: Library) -> Iterator[tuple[tuple[str, ...], str]]:
    """The year group of each kept sound, as far as it is known, with each of its subjects."""
    by_sound = subjects_of(library)
    for sound in library.sounds():
        if sound.kept and not sound.binned:
            year = (sound.year,) if sound.year else ()
            for subject in by_sound.get(sound.id) or (_NONE,):
                yield year, subject
