"""A result in words that may be shown: who won with what, why, and what was good in the others."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from evidence.library import Library
from evidence.papers.discreet import Discreet, discreet
from evidence.safety.names import Names
from evidence.safety.people import People
from evidence.safety.roles import AMBASSADOR, club_role
from lessons.club.club import Clubs
from lessons.competitions.announcement import Announcement
from lessons.competitions.submission import Submission
from lessons.competitions.submissions import Submissions
from lessons.printing.wording import told
from studio.wording import count, listed

CODE, NAME, HAND = "code", "name", "hand"
WHO = (CODE, NAME, HAND)
"""How people are shown: by code, by first name, or with a line to write the name on by hand."""


@dataclass(frozen=True, slots=True)
class Won:
    """A winner in words."""

    title: str
    makers: str
    codes: tuple[str, ...]
    reasons: tuple[str, ...]
    entry: Submission
    number: int
    """In the play order."""


@dataclass(frozen=True, slots=True)
class Good:
    """One good thing about an entry."""

    animal: str
    makers: str
    codes: tuple[str, ...]
    text: str
    entry: Submission


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that is told of a result."""

    said: Announcement
    title: str
    hook: str
    leaders: str
    won: tuple[Won, ...]
    good: tuple[Good, ...]
    no_award: str

    @property
    def sounds(self) -> tuple[str, ...]:
        """Ids of all that is told of."""
        entries = [*(each.entry for each in self.won), *(each.entry for each in self.good)]
        return tuple(entry.sound_id for entry in entries)

    @property
    def came_in(self) -> str:
        """How many entries there were, in a sentence."""
        number = self.said.entries
        return (
            told("came_in", entries=count(number, told("entry"), told("entries")))
            if number
            else told("came_none")
        )


class Teller:
    """Tells who people are, and takes names out of what was written where everybody can read it."""

    def __init__(self, library: Library, *, who: str, public: bool, hidden: bool) -> None:
        self._hidden = hidden
        self._people = {person.code: person for person in People(library).all()}
        self._names = Names(library).all() if who == NAME and not hidden else {}
        self._plain: Discreet | None = None
        if public:
            self._plain = discreet(library, library.entries(), keeps_codes=not hidden)

    def person(self, code: str) -> str:
        """A code, or a first name."""
        return self._names[code].split()[0] if code in self._names else code

    def people(self, codes: Iterable[str]) -> str:
        """Several, in a sentence; or only how many of which year group."""
        if not self._hidden:
            return listed(list(map(self.person, codes)))
        years = Counter(map(self._year, codes))
        return listed(
            [
                told("pupil" if number == 1 else "pupils", number=number, year=year)
                for year, number in years.items()
            ]
        )

    def text(self, text: str) -> str:
        """What somebody wrote."""
        return self._plain(text) if self._plain else text

    def _year(self, code: str) -> str:
        person = self._people.get(code)
        return person.year if person and person.year else code.partition("-")[0]


def outcome_of(
    library: Library, said: Announcement, *, who: str = CODE, public: bool = False, hidden: bool = False
) -> Outcome:
    """A result in words.

    `public` takes names of the key out of what people wrote; `hidden` shows year groups instead of codes.
    """
    teller = Teller(library, who=who, public=public, hidden=hidden)
    return Outcome(
        said=said,
        title=teller.text(said.title),
        hook=teller.text(said.brief.hook),
        leaders=leaders_of(library),
        won=_won(library, said, teller),
        good=tuple(
            Good(
                each.animal,
                teller.people(each.makers),
                each.makers,
                teller.text(each.text),
                Submissions(library).one(each.submission),
            )
            for each in said.kind_lines
        ),
        no_award=teller.text(said.no_award),
    )


def _won(library: Library, said: Announcement, teller: Teller) -> tuple[Won, ...]:
    """The winners, in the order in which they are played."""
    titles = {sound.id: sound.title for sound in library.sounds()}
    order = {played: number for number, played in enumerate(said.play_order, 1)}
    won = (
        Won(
            teller.text(titles.get(each.sound_id, each.animal)),
            teller.people(each.makers),
            each.makers,
            tuple(map(teller.text, each.reasons)),
            Submissions(library).one(each.submission),
            order[each.submission],
        )
        for each in said.winners
    )
    return tuple(sorted(won, key=lambda each: each.number))


def leaders_of(library: Library) -> str:
    """What the school calls the pupils who lead, several of them."""
    club = Clubs(library).now()
    title = club.ambassador_title if club else club_role(AMBASSADOR).title
    return title if title.endswith("s") else told("leaders_many", title=title)
