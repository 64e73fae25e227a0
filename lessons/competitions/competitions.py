"""The competitions of a school: setting one, its dates, calling it off; judging and announcing it."""

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from evidence.award.plans import Plans
from evidence.codes import parse_code
from evidence.library import Library
from evidence.words import clean_line
from evidence.years import YEAR_GROUPS, in_order
from lessons.competitions.briefs import Briefs
from lessons.competitions.competition import SCOPES, WHO_MAY, Competition, Move, NotNow
from lessons.competitions.criteria import questions_for
from lessons.competitions.docket import Docket, Dockets
from lessons.competitions.submissions import NoReason
from studio.errors import StudioError
from studio.wording import did_you_mean

USUAL_DAYS, FEWEST_DAYS = 28, 7
"""From the assembly that sets it to the last day for entries, which is in the half-term if it can be."""

_FRIDAY = 4


class BadClosing(StudioError):
    """A closing date that cannot be."""


class UnknownRule(StudioError):
    """A word that says neither who may enter nor for whom it is."""


class Competitions:
    """What a school sets, judges and announces."""

    def __init__(self, library: Library, *, chance: random.Random | None = None) -> None:
        self._library = library
        self._dockets = Dockets(library)
        self._chance = chance or random.SystemRandom()

    @property
    def today(self) -> date:
        """By the library's clock."""
        return self._library.now().date()

    def all(self) -> tuple[Competition, ...]:
        """Every one, oldest first."""
        return self._dockets.competitions.all()

    def one(self, competition_id: str) -> Competition:
        """One of them.

        Raises
        ------
        UnknownRecord
        """
        return self._dockets.competitions.one(competition_id)

    def docket(self, competition_id: str) -> Docket:
        """One with its entries and judgements; a screen for pupils shows nothing of it but what is blind."""
        return self._dockets.one(competition_id)

    def stands(self, competition: Competition) -> str:
        """Its status today."""
        return competition.stands(self.today)

    def now(self) -> Competition | None:
        """The one to look at: the newest that is not over, else the newest that was announced."""
        over = ("announced", "cancelled")
        going = [each for each in self.all() if each.status not in over]
        announced = [each for each in self.all() if each.status == "announced"]
        found = going or announced
        return found[-1] if found else None

    def set(
        self,
        brief_id: str,
        *,
        title: str = "",
        opens: date | None = None,
        closes: date | None = None,
        who_may: str = "one each",
        years: Sequence[str] = (),
        scope: str = "school",
        led_by: Sequence[str] = (),
    ) -> Competition:
        """Set a competition with a brief, from today for four weeks or to the end of the half-term."""
        brief = Briefs(self._library).one(brief_id)
        opens = opens or self.today
        closes = closes or self.usual_closing(opens)
        if closes < max(opens, self.today):
            raise BadClosing(
                f"It cannot close on {closes.isoformat()}.", "Choose a day that is still to come."
            )
        made = Competition(
            id="",
            title=title or brief.title,
            brief=brief,
            questions=questions_for(brief),
            half_term=Plans(self._library).calendar().at(opens).code,
            opens=opens,
            closes=closes,
            who_may=_chosen(who_may, WHO_MAY),
            years=in_order(years) or brief.years or YEAR_GROUPS,
            scope=_chosen(scope, SCOPES),
            seed=self._chance.randrange(2**31),
            led_by=tuple(led_by),
            made=self._library.now(),
        )
        return self._dockets.competitions.add(lambda id_: replace(made, id=id_), who=None)

    def usual_closing(self, opens: date) -> date:
        """Four weeks later, or the end of the half-term when that leaves a week; a day of the week."""
        last = Plans(self._library).calendar().at(opens).last
        day = min(opens + timedelta(USUAL_DAYS), max(opens + timedelta(FEWEST_DAYS), last))
        return day - timedelta(max(0, day.weekday() - _FRIDAY))

    def lead(self, competition_id: str, codes: Iterable[str]) -> Competition:
        """Say which pupils set it and run it."""
        led_by = tuple(map(parse_code, codes))
        return self._change(competition_id, "led", lambda docket: docket.with_competition(led_by=led_by))

    def choose_announcers(self, competition_id: str, codes: Iterable[str]) -> Competition:
        """Say which pupils announce the winner."""
        chosen = tuple(map(parse_code, codes))
        return self._change(
            competition_id, "announcers", lambda docket: docket.with_competition(announcers=chosen)
        )

    def move_closing(self, competition_id: str, closes: date, why: str) -> Competition:
        """Move the last day for entries, with a reason that is kept; one that had closed opens again."""
        self._library.adults.need("move the closing date")
        said = clean_line(why, called="The reason")
        if not said:
            raise NoReason("A closing date is only moved with a reason.", "Say why in a few words.")

        def moved(docket: Docket) -> Docket:
            known = docket.competition
            known.need(self.today, "set", "open", "closed", to="take entries for longer")
            if closes < max(known.opens, self.today):
                raise _bad_closing(closes)
            move = Move(known.closes, closes, said, self._library.now())
            return docket.with_competition(status="set", closes=closes, moves=(*known.moves, move))

        return self._change(competition_id, "moved", moved)

    def close(self, competition_id: str) -> Competition:
        """Close it before its day: no more entries, and none can be taken back."""
        self._library.adults.need("close a competition")

        def closed(docket: Docket) -> Docket:
            docket.competition.need(self.today, "open", to="close")
            return docket.with_competition(status="closed")

        return self._change(competition_id, "closed", closed)

    def reopen(self, competition_id: str) -> Competition:
        """Open one again that was closed before its day."""
        self._library.adults.need("open a competition again")

        def opened(docket: Docket) -> Docket:
            docket.competition.need(self.today, "closed", to="open again")
            if docket.competition.closes < self.today:
                raise NotNow("Its closing day has gone.", "Move the closing date instead.")
            return docket.with_competition(status="set")

        return self._change(competition_id, "reopened", opened)

    def cancel(self, competition_id: str, why: str) -> Competition:
        """Call it off with a reason; entries and judgements stay, and it can be called on again."""
        self._library.adults.need("cancel a competition")
        if not why.strip():
            raise NoReason("A competition is only cancelled with a reason.", "Say why in a few words.")

        def cancelled(docket: Docket) -> Docket:
            known = docket.competition
            known.need(self.today, "set", "open", "closed", "judging", "judged", to="be cancelled")
            return docket.with_competition(status="cancelled", why=why, stood=known.status)

        return self._change(competition_id, "cancelled", cancelled)

    def bring_back(self, competition_id: str) -> Competition:
        """Take a cancellation back."""
        self._library.adults.need("bring a competition back")

        def back(docket: Docket) -> Docket:
            docket.competition.need(self.today, "cancelled", to="come back")
            return docket.with_competition(status=docket.competition.stood or "set", why="", stood="")

        return self._change(competition_id, "brought-back", back)

    def _change(self, competition_id: str, action: str, altered: Callable[[Docket], Docket]) -> Competition:
        return self._dockets.change(competition_id, altered, action=action).competition


def _bad_closing(day: date) -> BadClosing:
    return BadClosing(f"It cannot close on {day.isoformat()}.", "Choose a day that is still to come.")


def _chosen(word: str, known: Iterable[str]) -> str:
    wanted = word.strip().lower().replace("_", "-")
    choices = list(known)
    for each in choices:
        if wanted.replace("-", " ") == each.replace("-", " "):
            return each
    raise UnknownRule(f"“{word[:30]}” is not known here.", did_you_mean(wanted, choices))
