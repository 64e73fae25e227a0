"""The kinds of papers that there are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from evidence.papers.case_study import case_study
from evidence.papers.closing import closing
from evidence.papers.conversation import conversation
from evidence.papers.development_plan import development_plan
from evidence.papers.facts import Facts
from evidence.papers.governors import governors
from evidence.papers.letter import letter
from evidence.papers.measure import Room
from evidence.papers.other_frameworks import membership, three_i
from evidence.papers.paper import Paper
from evidence.papers.report import report
from evidence.papers.wording import words
from studio.errors import StudioError
from studio.wording import did_you_mean


class UnknownPaper(StudioError):
    """A word that is no kind of paper."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of paper."""

    id: str
    make: Callable[[Facts, Room], Paper]

    @property
    def title(self) -> str:
        """What it is called."""
        return words(self.id)("title")

    @property
    def about(self) -> str:
        """What it is for, in a sentence."""
        return words(self.id)("about")

    @property
    def needs_about(self) -> bool:
        """Whether it is about one action or one entry, which must be said."""
        return self.make is case_study


PAPERS: Mapping[str, Kind] = {
    kind: Kind(kind, make)
    for kind, make in {
        "conversation": conversation,
        "governors": governors,
        "case-study": case_study,
        "development-plan": development_plan,
        "report": report,
        "three-i": three_i,
        "membership": membership,
        "closing": closing,
        "letter": letter,
    }.items()
}
"""By id, in the order in which they are listed."""


def kind_of(text: str) -> Kind:
    """The kind of an id, in capitals or not.

    Raises
    ------
    UnknownPaper
        If there is none.
    """
    word = "-".join(text.lower().replace("-", " ").split())
    if word not in PAPERS:
        raise UnknownPaper(f"“{text[:40]}” is not a paper.", did_you_mean(word, PAPERS))
    return PAPERS[word]
