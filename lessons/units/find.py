"""Finding a unit: by year, time, kit, criterion, subject, and any words in it."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any

from evidence.years import in_order
from lessons.units.unit import Unit
from studio.errors import StudioError

ONLY_MICROPHONE = "only a microphone"
"""A wish for what every classroom can do that has one."""
_ANYWHERE = frozenset({"microphone", "speakers", "objects", "outdoors", "water", "pads", "beat", "none"})
"""What is there anyway: the board's loudspeakers, things that ring, a yard, a tap; Big buttons and Rhythm."""


class NoSuchWord(StudioError):
    """A word to find units by that no unit has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is looked for; what is `None` or empty does not matter."""

    year: str | None = None
    minutes: int | None = None
    """At most so many, for one lesson."""
    kit: str | None = None
    """Only what uses this; `none` for what needs nothing, `ONLY_MICROPHONE` for no other machine."""
    without: str | None = None
    """Only what can do without this."""
    criterion: str | None = None
    """A code such as `MT1`, or with its level, `MT1:gold`."""
    subject: str | None = None
    text: str = ""

    def fits(self, unit: Unit) -> bool:
        """Whether a unit is what is looked for."""
        return (
            (self.year is None or self.year in unit.year_groups)
            and (self.minutes is None or unit.minutes <= self.minutes)
            and (self.kit is None or self.kit in _tags(unit))
            and (self.without is None or self.without not in unit.kit)
            and (self.criterion is None or _shows(unit, self.criterion))
            and (self.subject is None or self.subject.casefold() in map(str.casefold, unit.subjects))
            and all(word in _all_words(unit) for word in self.text.casefold().split())
        )

    def words(self) -> str:
        """What is asked for, in words; the text one types is not said."""
        return ", ".join(
            [
                *([self.year] if self.year else []),
                *([f"up to {self.minutes} minutes"] if self.minutes else []),
                *([_kit_words(self.kit)] if self.kit else []),
                *([f"without {self.without}"] if self.without else []),
                *([self.criterion.replace(":", " ")] if self.criterion else []),
                *([self.subject] if self.subject else []),
            ]
        )

    def next(self, name: str, choices: Iterable[Any]) -> "Wish":
        """The same with the next choice for a field; after the last one, it does not matter."""
        order = [None, *choices]
        now = getattr(self, name)
        at = order.index(now) if now in order else 0
        return replace(self, **{name: order[(at + 1) % len(order)]})


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to choose from, in the units that there are."""

    year: tuple[str, ...]
    minutes: tuple[int, ...]
    kit: tuple[str, ...]
    criterion: tuple[str, ...]
    subject: tuple[str, ...]

    @classmethod
    def of(cls, units: Iterable[Unit]) -> "Choices":
        """Every year, time, tag, claim and subject that a unit has."""
        units = list(units)
        codes = {claim.criterion for unit in units for claim in unit.shows}
        levels = {str(claim) for unit in units for claim in unit.shows}
        return cls(
            year=in_order(year for unit in units for year in unit.year_groups),
            minutes=tuple(sorted({unit.minutes for unit in units})),
            kit=tuple(sorted({tag for unit in units for tag in _tags(unit)}, key=_only_first)),
            criterion=tuple(sorted(codes | levels, key=_by_level)),
            subject=tuple(sorted({subject for unit in units for subject in unit.subjects})),
        )


def find(units: Iterable[Unit], wish: Wish) -> tuple[Unit, ...]:
    """Those that fit, in the order they come in."""
    return tuple(unit for unit in units if wish.fits(unit))


def offered(units: Iterable[Unit], wish: Wish, name: str) -> tuple[Any, ...]:
    """What a field can be so that something is found: what there is among those that fit the rest."""
    cleared: dict[str, Any] = {name: None}
    found: tuple[Any, ...] = getattr(Choices.of(find(units, replace(wish, **cleared))), name)
    return found


def _shows(unit: Unit, criterion: str) -> bool:
    code, _, level = criterion.upper().partition(":")
    return any(
        claim.criterion == code and (not level or claim.level == level.lower()) for claim in unit.shows
    )


def _tags(unit: Unit) -> frozenset[str]:
    """What a unit uses, and whether a microphone alone will do."""
    needs_little = "microphone" in unit.kit and _ANYWHERE.issuperset(unit.kit)
    return frozenset(unit.kit) | ({ONLY_MICROPHONE} if needs_little else frozenset())


def _only_first(tag: str) -> tuple[bool, str]:
    return tag != ONLY_MICROPHONE, tag


def _kit_words(tag: str) -> str:
    return "without any kit" if tag == "none" else f"with {tag}"


def _by_level(criterion: str) -> tuple[str, int]:
    code, _, level = criterion.partition(":")
    return code, ("", "bronze", "silver", "gold").index(level)


@lru_cache(maxsize=1000)
def _all_words(unit: Unit) -> str:
    """Everything that is written in a unit, for looking words up."""
    return "\n".join(_texts([getattr(unit, field.name) for field in fields(unit)])).casefold()


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, (tuple, list)):
        return [text for each in value for text in _texts(each)]
    if hasattr(value, "__dataclass_fields__"):
        return _texts([getattr(value, field.name) for field in fields(value)])
    return []
