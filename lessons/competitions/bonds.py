"""Bonds: close friends, brothers and sisters, as the staff know them; they never judge each other."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from evidence.award.records import AwardRecords
from evidence.codes import parse_code
from evidence.library import Library
from studio.errors import StudioError


class TooFewInABond(StudioError):
    """A bond of one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """People who are too close to judge each other's work; why is nobody's business."""

    id: str
    codes: tuple[str, ...]
    struck: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "codes", tuple(sorted(set(map(parse_code, self.codes)))))


class Bonds:
    """The staff's list; only adults see it."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._records = AwardRecords(library, "bond", "BD", Bond)

    def all(self) -> tuple[Bond, ...]:
        """Every bond that stands."""
        self._library.adults.need("see who is close to whom")
        return tuple(each for each in self._records.all() if not each.struck and len(each.codes) > 1)

    def add(self, codes: Iterable[str]) -> Bond:
        """Keep that these are close to each other."""
        self._library.adults.need("say who is close to whom")
        made = Bond(id="", codes=tuple(codes))
        if len(made.codes) < 2:
            raise TooFewInABond("A bond is between two or more.", "Give two codes, such as Y5-otter Y6-fox.")
        return self._records.add(lambda id_: replace(made, id=id_), who=None)

    def strike(self, bond_id: str, *, struck: bool = True) -> Bond:
        """Take a bond out, or put it back."""
        self._library.adults.need("say who is close to whom")
        action = "struck" if struck else "put-back"
        return self._records.change(
            bond_id, lambda each: replace(each, struck=struck), action=action, who=None
        )

    def close_to(self, code: str) -> frozenset[str]:
        """Whom somebody may not judge, besides themselves; for the program, which tells nobody."""
        near: dict[str, set[str]] = defaultdict(set)
        for bond in self._records.all():
            if not bond.struck:
                for each in bond.codes:
                    near[each].update(bond.codes)
        return frozenset(near[code] - {code})
