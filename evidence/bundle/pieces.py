"""In which order the evidence is told: key pieces first, by criterion, then the rest by area."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evidence.bundle.bundled import BundledEntry
from evidence.entry import Entry
from evidence.entry_types import keeping
from rubric.framework import Area, Criterion, Framework


@dataclass(frozen=True, slots=True)
class Part:
    """The evidence of one area; each piece is told once, wherever else it belongs."""

    title: str
    told: tuple[BundledEntry, ...]
    elsewhere: tuple[Entry, ...]
    """Pieces that show something of this area too, and are told in another place."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """All evidence, in the order in which it is told."""

    by_criterion: tuple[tuple[Criterion, tuple[Entry, ...]], ...]
    """The key pieces, at most a few a criterion."""
    key: tuple[BundledEntry, ...]
    """The same, each once."""
    parts: tuple[Part, ...]

    def in_order(self) -> Iterable[BundledEntry]:
        """Every piece once, as it is told."""
        yield from self.key
        for part in self.parts:
            yield from part.told


def pieces_of(bundled: Sequence[BundledEntry], framework: Framework) -> Pieces:
    """Part the evidence; within a part it stays in the order given."""
    most = keeping().key_pieces
    chosen: dict[str, list[BundledEntry]] = {criterion.code: [] for criterion in framework.criteria}
    for one in bundled:
        for code in one.entry.key_for:
            if code in chosen and len(chosen[code]) < most:
                chosen[code].append(one)
    key = {one.entry.id: one for some in chosen.values() for one in some}
    by_criterion = (
        (criterion, tuple(one.entry for one in chosen[criterion.code])) for criterion in framework.criteria
    )
    return Pieces(
        tuple((criterion, entries) for criterion, entries in by_criterion if entries),
        tuple(key.values()),
        tuple(_parts(bundled, framework, key.keys())),
    )


def _parts(bundled: Sequence[BundledEntry], framework: Framework, told: Iterable[str]) -> Iterable[Part]:
    area_of = {criterion.code: criterion.area for criterion in framework.criteria}
    told = set(told)
    places: tuple[Area | None, ...] = (*framework.areas, None)
    own: dict[Area | None, list[BundledEntry]] = {place: [] for place in places}
    elsewhere: dict[Area | None, list[Entry]] = {place: [] for place in places}
    for one in bundled:
        codes = [claim.criterion for claim in one.entry.criteria]
        belongs = tuple(dict.fromkeys(area_of[code] for code in codes if code in area_of)) or (None,)
        if one.entry.id not in told:
            own[belongs[0]].append(one)
        for place in belongs if one.entry.id in told else belongs[1:]:
            elsewhere[place].append(one.entry)
    for place in places:
        if own[place] or elsewhere[place]:
            title = place.title if place else "Criteria of another framework"
            yield Part(title, tuple(own[place]), tuple(elsewhere[place]))
