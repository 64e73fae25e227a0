"""What judges are asked about every entry: questions in child words, each with four answers."""

from dataclasses import dataclass
from functools import cache

from assets import asset
from lessons.competitions.brief import MOST_QUESTIONS, Brief
from rubric.tables import ContentFault, Table, read_table

FITS = "fits"
"""The question that settles a tie; every competition asks it."""
ANSWERS = (1, 2, 3, 4)


class CriteriaFault(ContentFault):
    """The file of questions for judges cannot be used as it stands."""


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that judges are asked about every entry."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Criteria:
    """All that the file says."""

    usual: tuple[Question, ...]
    answers: tuple[str, ...]
    """The word for each answer, the lowest first."""


@cache
def criteria() -> Criteria:
    """The usual questions and the words for the four answers."""
    return criteria_of(read_table(asset("competitions", "criteria.toml"), CriteriaFault))


def criteria_of(table: Table) -> Criteria:
    """What a file's table says.

    Raises
    ------
    CriteriaFault
        At the first thing that is missing, double, misspelt or of the wrong kind.
    """
    usual = []
    for row in table.tables("questions"):
        id_ = row.text("id", pattern="[a-z]{2,12}", example=FITS)
        usual.append(Question(id_, row.text("words", longest=80)))
        row.expect_nothing_else()
    table.refuse_twins("questions", (question.id for question in usual))
    if FITS not in [question.id for question in usual] or len(usual) not in range(2, MOST_QUESTIONS + 1):
        raise table.fault(
            "questions", f"2 to {MOST_QUESTIONS} are wanted, one with the id {FITS}.", "Add or take out some."
        )
    words = table.texts("answers")
    if len(words) != len(ANSWERS):
        raise table.fault("answers", f"{len(ANSWERS)} words are wanted.", "Write the lowest first.")
    table.expect_nothing_else()
    return Criteria(tuple(usual), words)


def questions_for(brief: Brief) -> tuple[Question, ...]:
    """What judges are asked for a brief: whether it fits always comes first, then its own questions."""
    if not brief.criteria:
        return criteria().usual
    fits = next(question for question in criteria().usual if question.id == FITS)
    own = [words for words in brief.criteria if "brief" not in words.lower()]
    return (fits, *(Question(f"own{number}", words) for number, words in enumerate(own, 1)))[:MOST_QUESTIONS]
