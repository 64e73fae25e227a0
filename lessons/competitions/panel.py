"""The panel: an adult opens judging and closes it, says who is away, and asks for one more round."""

import random
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from evidence.codes import ROLES, parse_code, parse_role
from evidence.library import Library
from lessons.competitions.animals import name_them
from lessons.competitions.bonds import Bonds
from lessons.competitions.competition import ASKED, Away, Competition, NotNow, Round
from lessons.competitions.docket import Docket, Dockets
from lessons.competitions.hearing import heard_all
from lessons.competitions.judgement import Judgement, Told
from lessons.competitions.kept_result import kept_result
from lessons.competitions.submissions import NoReason
from studio.errors import StudioError
from studio.wording import listed


class NothingEntered(StudioError):
    """A competition without entries."""


class NoPanel(StudioError):
    """A panel that cannot judge."""


class StillListening(StudioError):
    """Judges who are not done yet."""


class NothingCounts(StudioError):
    """Judgements of which none can count."""


class Panel:
    """The adult's side of judging, in one library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._dockets = Dockets(library)

    def open(self, competition_id: str, codes: Iterable[str], *, by: str = "lead") -> Competition:
        """Open judging: the panel is named, every entry gets its animal, every judge an order of their own.

        Raises
        ------
        NotNow, NothingEntered, NoPanel
        """
        self._library.adults.need("open the judging")
        panel, role = _judges(codes), parse_role(by)

        def opened(docket: Docket) -> Docket:
            docket.competition.need_closed(self._library.now().date())
            if not docket.live:
                raise NothingEntered(
                    f"Nobody has handed anything in for “{docket.competition.title}”.",
                    "Move the closing date, or cancel it with a kind word.",
                )
            named = name_them(sorted(docket.ids), seed=docket.competition.seed)
            docket = docket.with_submissions(replace(each, animal=named[each.id]) for each in docket.live)
            docket = docket.with_competition(status="judging", opened_by=role, panel=panel)
            return self._with_judges(docket).moved_on()

        return self._change(competition_id, "opened-judging", opened, who=role)

    def change(self, competition_id: str, codes: Iterable[str]) -> Competition:
        """Name another panel before the play-off begins; who stays keeps what they said."""
        self._library.adults.need("change the panel")
        panel = _judges(codes)

        def changed(docket: Docket) -> Docket:
            self._need_judging(docket)
            if docket.competition.rounds:
                raise NotNow("The play-off has begun.", "Say who is away instead.")
            return self._with_judges(docket.with_competition(panel=panel, away=())).moved_on()

        return self._change(competition_id, "changed-panel", changed)

    def away(self, competition_id: str, code: str, why: str = "") -> Competition:
        """A judge cannot go on; what they said counts only if they heard everything."""
        self._library.adults.need("say that a judge is away")
        judge = parse_code(code)

        def gone(docket: Docket) -> Docket:
            self._need_judging(docket)
            if judge not in docket.competition.panel:
                raise NoPanel(f"{judge} is not on the panel.", "Look at the list of judges.")
            others = tuple(each for each in docket.competition.away if each.code != judge)
            return docket.with_competition(away=(*others, Away(judge, why))).moved_on()

        return self._change(competition_id, "away", gone)

    def back(self, competition_id: str, code: str) -> Competition:
        """A judge who was away goes on, unless the others are in a play-off already."""
        self._library.adults.need("let a judge go on")
        judge = parse_code(code)

        def here(docket: Docket) -> Docket:
            self._need_judging(docket)
            known, mine = docket.competition, docket.judgement(judge)
            if known.rounds and (mine is None or not heard_all(mine, docket.ids, known.questions)):
                raise NotNow("The play-off has begun.", f"{judge} can help to write the reasons.")
            return docket.with_competition(away=tuple(each for each in known.away if each.code != judge))

        return self._change(competition_id, "back", here)

    def one_more_round(self, competition_id: str) -> Competition:
        """Ask for one more round of pairs among those that are level: the only way an adult breaks a tie."""
        self._library.adults.need("ask for one more round")

        def asked(docket: Docket) -> Docket:
            known = docket.competition
            known.need(self._library.now().date(), "judging", "judged", to="have one more round")
            found = docket.result()
            if found.sure != "level" or docket.waiting():
                raise NotNow("Nothing is level.", "One more round is only for a tie.")
            if any(each.kind == ASKED for each in known.rounds):
                raise NotNow("There was one more round already.", "They win together now.")
            docket = docket.with_competition(status="judging", result=None)
            begun = docket.with_round(Round(len(known.rounds) + 1, ASKED, found.tied))
            if not begun.waiting():
                raise NotNow("Nobody is here who could compare them.", "They win together now.")
            return begun

        return self._change(competition_id, "asked-for-a-round", asked)

    def close(self, competition_id: str, *, by: str = "lead", no_award: str = "") -> Competition:
        """Close judging when everybody is done: the result is worked out and kept.

        Raises
        ------
        NotNow, StillListening, NothingCounts
        """
        self._library.adults.need("close the judging")
        role = parse_role(by)

        def closed(docket: Docket) -> Docket:
            self._need_judging(docket)
            waiting = docket.waiting()
            if waiting:
                raise StillListening(
                    f"{listed(list(waiting))} {'is' if len(waiting) == 1 else 'are'} not done.",
                    "Wait for them, or say who is away.",
                )
            if not docket.result().winners and not no_award.strip():
                raise NothingCounts(
                    "No judgement counts: everybody was away, or knew who had made what.",
                    "Name another panel, or give no award this time and say why.",
                )
            kept = kept_result(docket, self._library.now())
            return docket.with_competition(status="judged", result=kept, no_award=no_award)

        return self._change(competition_id, "closed-judging", closed, who=role)

    def no_award(self, competition_id: str, why: str) -> Competition:
        """Give no award this time, and say why; or with no words, give it after all."""
        self._library.adults.need("decide about the award")

        def decided(docket: Docket) -> Docket:
            known = docket.competition
            known.need(self._library.now().date(), "judged", to="go without an award")
            if not why.strip() and not (known.result and known.result.winners):
                raise NoReason("There is no award without a winner.", "Say why there is none this time.")
            return docket.with_competition(no_award=why)

        return self._change(competition_id, "decided", decided)

    def told(self, competition_id: str) -> tuple[tuple[str, Told], ...]:
        """What judges wanted an adult to know, with the judge's code, oldest first."""
        self._library.adults.need("read what judges said to an adult")
        docket = self._dockets.one(competition_id)
        said = [(each.code, told) for each in docket.judgements for told in each.told]
        return tuple(sorted(said, key=_when))

    def _with_judges(self, docket: Docket) -> Docket:
        """With an order for every judge who has none, without own entries and those of close friends."""
        bonds = Bonds(self._library)
        new = []
        for code in docket.competition.panel:
            if docket.judgement(code) is None:
                near = {code, *bonds.close_to(code)}
                order = [each.id for each in docket.live if near.isdisjoint(each.makers)]
                if not order:
                    raise NoPanel(f"{code} could hear nothing here.", "Name another judge.")
                random.Random(f"{docket.competition.seed}/{code}").shuffle(order)
                new.append(Judgement(id="", competition=docket.competition.id, code=code, order=tuple(order)))
        return replace(docket, judgements=(*docket.judgements, *new))

    def _need_judging(self, docket: Docket) -> None:
        docket.competition.need(self._library.now().date(), "judging", to="be judged")

    def _change(
        self,
        competition_id: str,
        action: str,
        altered: Callable[[Docket], Docket],
        *,
        who: str | None = None,
    ) -> Competition:
        return self._dockets.change(competition_id, altered, action=action, who=who).competition


def _judges(codes: Iterable[str]) -> tuple[str, ...]:
    panel = tuple(dict.fromkeys(map(parse_code, codes)))
    adults = [code for code in panel if code.partition("-")[0] in ROLES]
    if adults:
        raise NoPanel(f"{listed(adults)} cannot judge: adults open, close and read.", "Name pupils.")
    if not panel:
        raise NoPanel("There is nobody on the panel.", "Name the judges, such as Y5-otter Y6-fox.")
    return panel


def _when(said: tuple[str, Told]) -> datetime:
    return said[1].when
