"""The names of the school's own inputs: which socket is what, on which projector or mixer."""

from dataclasses import dataclass, replace

from evidence.award.records import AwardRecords
from evidence.library import Library
from evidence.words import clean_line, clean_title
from lessons.assembly.card import Card, CardPart, card

_HERE = "{inputs}"
_NONE_YET = "An adult writes them here: soundingboard assembly inputs add."


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One socket, as people call it."""

    id: str
    name: str
    """What the projector or mixer shows, such as `HDMI 2`."""
    means: str
    """What is plugged in there, such as `the laptop on the stage`."""
    place: str = ""
    struck: bool = False
    """Whether it was taken out; it can be put back."""

    @property
    def words(self) -> str:
        """Such as `Hall: HDMI 2 is the laptop on the stage`."""
        return f"{self.place}: {self.name} is {self.means}" if self.place else f"{self.name} is {self.means}"


class Inputs:
    """The inputs of a library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._records = AwardRecords(library, "input", "IN", Input)

    def all(self) -> tuple[Input, ...]:
        """Those there are, by place."""
        found = (each for each in self._records.all() if not each.struck)
        return tuple(sorted(found, key=lambda each: (each.place.casefold(), each.id)))

    def add(self, name: str, means: str, *, place: str = "") -> Input:
        """Name an input."""
        self._library.adults.need("name an input")
        made = _named(Input(id="", name=name, means=means), name, means, place)
        return self._records.add(lambda id_: replace(made, id=id_), who=None)

    def edit(self, input_id: str, name: str, means: str, *, place: str = "") -> Input:
        """Name it anew."""
        self._library.adults.need("name an input")
        return self._records.change(
            input_id, lambda each: _named(each, name, means, place), action="edited", who=None
        )

    def strike(self, input_id: str, *, struck: bool = True) -> Input:
        """Take one out, or put it back."""
        self._library.adults.need("name an input")
        action = "struck" if struck else "put-back"
        return self._records.change(
            input_id, lambda each: replace(each, struck=struck), action=action, who=None
        )

    def card(self, card_id: str) -> Card:
        """A card with the school's own inputs in it."""
        ours = card(card_id)
        lines = tuple(each.words for each in self.all()) or (_NONE_YET,)
        return replace(ours, parts=tuple(_filled(part, lines) for part in ours.parts))


def _filled(part: CardPart, lines: tuple[str, ...]) -> CardPart:
    return replace(part, lines=lines) if part.lines == (_HERE,) else part


def _named(known: Input, name: str, means: str, place: str) -> Input:
    return replace(
        known,
        name=clean_title(name),
        means=clean_title(means),
        place=clean_line(place, called="The place"),
    )
