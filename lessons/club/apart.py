"""The list of those who are kept apart: for adults alone."""

from dataclasses import dataclass, replace

from evidence.award.records import AwardRecords
from evidence.library import Library
from evidence.safety.people import People
from studio.errors import StudioError


class NotTwo(StudioError):
    """Somebody who would be kept apart from themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """Two who do not share a PC; why is not kept."""

    id: str
    codes: tuple[str, ...]
    """Two; fewer when somebody was withdrawn."""
    struck: bool = False
    """Whether they may sit together again."""


class Aparts:
    """Who is kept apart from whom. No screen, list or paper that pupils see says so."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._records = AwardRecords(library, "apart", "AP", Apart)

    def all(self) -> tuple[Apart, ...]:
        """Everyone that stands; only for adults."""
        self._library.adults.need("see who is kept apart")
        return self._standing()

    def couples(self) -> tuple[tuple[str, str], ...]:
        """The bare couples, for the giving out of seats; never to be shown."""
        return tuple((each.codes[0], each.codes[1]) for each in self._standing())

    def add(self, one: str, other: str) -> Apart:
        """Keep two apart from now on; who is kept apart already stays so.

        Raises
        ------
        AdultsOnly, UnknownPerson, NotTwo
        """
        self._library.adults.need("keep two children apart")
        people = People(self._library)
        codes = tuple(sorted((people.one(one).code, people.one(other).code)))
        if codes[0] == codes[1]:
            raise NotTwo(f"{codes[0]} is one child.", "Give the codes of two.")
        for each in self._standing():
            if set(each.codes) == set(codes):
                return each
        return self._records.add(lambda id_: Apart(id=id_, codes=codes), who=None)

    def strike(self, apart_id: str, *, struck: bool = True) -> Apart:
        """Let two sit together again, or take that back."""
        self._library.adults.need("change who is kept apart")
        action = "struck" if struck else "put-back"
        return self._records.change(
            apart_id, lambda stored: replace(stored, struck=struck), action=action, who=None
        )

    def _standing(self) -> tuple[Apart, ...]:
        return tuple(each for each in self._records.all() if not each.struck and len(each.codes) == 2)
