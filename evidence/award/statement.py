"""The head's statement: a responsible adult stands by the evidence, and says what the school asks its hub."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from evidence.award.records import AwardRecords
from evidence.library import Library
from evidence.past import past_day
from evidence.safety.people import parse_role
from evidence.words import clean_text
from studio.errors import StudioError


class NothingStated(StudioError):
    """A statement without words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What a head says of the evidence on a day. A new one takes the place of the one before, which stays."""

    id: str
    words: str
    role: str
    """Of who says it, never a name; the paper has a line to sign on."""
    date: date
    questions: tuple[str, ...] = ()
    """What the school asks its hub."""
    when: datetime


class Statements:
    """The statements in a library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._statements = AwardRecords(library, "statement", "ST", Statement)

    def all(self) -> tuple[Statement, ...]:
        """Every one, oldest first."""
        return self._statements.all()

    def newest(self) -> Statement | None:
        """The one that stands."""
        return next(iter(reversed(self.all())), None)

    def add(
        self, words: str, *, role: str = "head", day: date | None = None, questions: Sequence[str] = ()
    ) -> Statement:
        """Keep a statement, of today unless another day is given.

        Raises
        ------
        AdultsOnly, NothingStated, UnknownRole, NotYetHappened
            If no adult is here, there are no words, the role is none, or the day is still to come.
        """
        self._library.adults.need("state what the school stands by")
        said = clean_text(words, called="The statement")
        if not said:
            raise NothingStated("The statement has no words.", "Say it in a sentence or two.")
        now = self._library.now()
        asked = (clean_text(question, called="The question") for question in questions)
        made = Statement(
            id="",
            words=said,
            role=parse_role(role),
            date=past_day(day, now.date(), it="it was said"),
            questions=tuple(question for question in asked if question),
            when=now,
        )
        return self._statements.add(lambda id_: replace(made, id=id_), who=made.role)
