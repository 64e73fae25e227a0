"""A bundle that is too large is sealed in parts, by the areas of the award; each can be opened by itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evidence.bundle.schema import Facts
from evidence.bundle.sizes import TooLarge, entry_size, expected_size
from evidence.entry import Entry
from rubric.framework import Area, Framework
from studio.wording import date_in_words, size_words

PARTS_FILE = "data/parts.txt"
_OTHER = Area("", "Other evidence")
"""For what shows no criterion of this framework."""


@dataclass(frozen=True, slots=True)
class Part:
    """One of the bundles that evidence is sealed into."""

    number: int
    titles: tuple[str, ...]
    """Of all the parts, in order."""
    entries: tuple[Entry, ...]
    elsewhere: tuple[tuple[Entry, int], ...] = ()
    """Evidence that shows criteria of this part's area too, and the part in which it lies."""

    @property
    def title(self) -> str:
        """What it is about."""
        return self.titles[self.number - 1]

    @property
    def of(self) -> int:
        """How many parts there are."""
        return len(self.titles)

    def text(self, facts: Facts) -> bytes:
        """The file that tells a reader of one part about the others."""
        lines = [
            f"This is part {self.number} of {self.of}: {self.title}",
            f"{facts.school}, sealed on {date_in_words(facts.sealed.date())}",
            "",
            "The parts",
            *(f"  {number}  {title}" for number, title in enumerate(self.titles, 1)),
            "",
            "Each can be opened, heard and checked by itself. The list that came with them has the receipt",
            "of every part.",
        ]
        if self.elsewhere:
            lines += ["", "Evidence of this area that lies in another part"]
            lines += [f"  {entry.id}  {entry.title} (part {number})" for entry, number in self.elsewhere]
        return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def plan_parts(
    entries: Sequence[Entry], framework: Framework, *, largest: int, log_bytes: int = 0
) -> tuple[Part, ...]:
    """Share the entries out so that no part is expected to be larger than `largest`; one part if it fits.

    An entry that shows criteria of several areas goes into the first of them.

    Raises
    ------
    TooLarge
        If one entry alone is more than a part may have.
    """
    if expected_size(entries, log_bytes=log_bytes) <= largest:
        return (Part(1, (framework.title,), tuple(entries)),)
    room = largest - expected_size((), log_bytes=log_bytes)
    shares = [
        (area, share)
        for area in (*framework.areas, _OTHER)
        for share in _shares([entry for entry in entries if _areas(entry, framework)[0] == area], room)
    ]
    where = {entry.id: number for number, (_, share) in enumerate(shares, 1) for entry in share}
    titles = tuple(_titles([area for area, _ in shares]))
    return tuple(
        Part(number, titles, tuple(share), _elsewhere(area, number, entries, where, framework))
        for number, (area, share) in enumerate(shares, 1)
    )


def _areas(entry: Entry, framework: Framework) -> list[Area]:
    """The areas that an entry serves, in the framework's order."""
    served = {claim.criterion for claim in entry.criteria}
    found = [area for area in framework.areas if any(c.code in served for c in framework.criteria_of(area))]
    return found or [_OTHER]


def _shares(entries: Iterable[Entry], room: int) -> list[list[Entry]]:
    shares: list[list[Entry]] = []
    left = 0
    for entry in entries:
        size = entry_size(entry)
        if size > room:
            raise TooLarge(
                f"{entry.id} alone has about {size_words(size)}, more than one part may have.",
                "Choose a larger size, or leave that entry out.",
            )
        if not shares or size > left:
            shares.append([])
            left = room
        shares[-1].append(entry)
        left -= size
    return shares


def _titles(areas: Sequence[Area]) -> Iterable[str]:
    """Each area's title, with a number where it has more than one part."""
    for place, area in enumerate(areas):
        nth, total = areas[: place + 1].count(area), areas.count(area)
        yield area.title if total == 1 else f"{area.title} ({nth} of {total})"


def _elsewhere(
    area: Area, number: int, entries: Iterable[Entry], where: dict[str, int], framework: Framework
) -> tuple[tuple[Entry, int], ...]:
    return tuple(
        (entry, where[entry.id])
        for entry in entries
        if where[entry.id] != number and area in _areas(entry, framework)
    )
