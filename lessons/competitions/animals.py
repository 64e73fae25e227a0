"""Animals: what judges know the entries by; no numbers, no medals, nothing that sounds like a place."""

import random
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from assets import asset
from rubric.tables import ContentFault, Table, read_table

_FEWEST = 6


class AnimalFault(ContentFault):
    """The file of animals cannot be used as it stands."""


@dataclass(frozen=True, slots=True)
class Animals:
    """All that the file says."""

    colours: tuple[str, ...]
    animals: tuple[str, ...]


@cache
def animals() -> Animals:
    """The colours and animals that come with the program."""
    return animals_of(read_table(asset("competitions", "animals.toml"), AnimalFault))


def animals_of(table: Table) -> Animals:
    """What a file's table says.

    Raises
    ------
    AnimalFault
        At the first thing that is missing, double or too few.
    """
    found = Animals(table.texts("colours"), table.texts("animals"))
    for key, words in (("colours", found.colours), ("animals", found.animals)):
        if len(words) < _FEWEST:
            raise table.fault(key, f"{len(words)} are too few.", f"Write at least {_FEWEST}.")
    table.expect_nothing_else()
    return found


def name_them(submission_ids: Iterable[str], *, seed: int) -> dict[str, str]:
    """An animal for each, such as `red fox`, by chance from the seed.

    As long as there are enough, no animal comes twice, not even in another colour.
    """
    known = animals()
    chance = random.Random(f"{seed}/animals")
    colours, names = list(known.colours), list(known.animals)
    chance.shuffle(colours)
    chance.shuffle(names)
    ids = sorted(submission_ids)
    chance.shuffle(ids)
    given = {}
    for place, id_ in enumerate(ids):
        lap, number = divmod(place, len(names))
        given[id_] = f"{colours[(number + lap) % len(colours)]} {names[number]}"
    return given
