"""A competition with its entries and judgements: read together, and changed in one turn."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from evidence.award.records import AwardRecords
from evidence.library import Library, UnknownRecord
from evidence.records.store import Turn
from lessons.competitions.competition import Competition, Round
from lessons.competitions.hearing import is_done, open_to
from lessons.competitions.judgement import Judgement
from lessons.competitions.playoff import duels
from lessons.competitions.result import Result, result
from lessons.competitions.submission import Submission
from rubric.plain import to_plain


@dataclass(frozen=True, slots=True)
class Docket:
    """All that is known of one competition."""

    competition: Competition
    submissions: tuple[Submission, ...] = ()
    """Those too that were taken back or withdrawn."""
    judgements: tuple[Judgement, ...] = ()

    @property
    def live(self) -> tuple[Submission, ...]:
        """The entries that take part."""
        return tuple(each for each in self.submissions if each.is_in)

    @property
    def ids(self) -> frozenset[str]:
        """Of the entries that take part."""
        return frozenset(each.id for each in self.live)

    def result(self) -> Result:
        """The result as it is now."""
        return result(self.competition, self.submissions, self.judgements)

    def submission(self, submission_id: str) -> Submission:
        """One entry by its id.

        Raises
        ------
        UnknownRecord
        """
        wanted = submission_id.strip().upper()
        for each in self.submissions:
            if each.id == wanted:
                return each
        raise UnknownRecord(
            f"“{self.competition.title}” has no entry “{submission_id[:40]}”.", "Look at its list of entries."
        )

    def judgement(self, code: str) -> Judgement | None:
        """One judge's part."""
        return next((each for each in self.judgements if each.code == code), None)

    def waiting(self) -> tuple[str, ...]:
        """Codes of the judges who are here and not done, as far as is known now."""
        away = {each.code for each in self.competition.away}
        here = [each for each in self.judgements if each.code in self.competition.panel]
        questions = self.competition.questions
        return tuple(
            each.code for each in here if each.code not in away and not is_done(each, self.ids, questions)
        )

    def with_competition(self, **changes: object) -> "Docket":
        """The same with changes to the competition."""
        return replace(self, competition=replace(self.competition, **changes))  # type: ignore[arg-type]

    def with_submissions(self, changed: Iterable[Submission]) -> "Docket":
        """The same with some entries changed."""
        by_id = {each.id: each for each in changed}
        return replace(self, submissions=tuple(by_id.get(each.id, each) for each in self.submissions))

    def with_judgement(self, changed: Judgement) -> "Docket":
        """The same with one judgement changed."""
        return replace(
            self, judgements=tuple(changed if each.id == changed.id else each for each in self.judgements)
        )

    def moved_on(self) -> "Docket":
        """With the next round of pairs begun, when everybody is done and the result wants one."""
        if self.competition.status != "judging" or self.waiting():
            return self
        wanted = self.result().wants
        return self if wanted is None else self.with_round(wanted)

    def with_round(self, begun: Round) -> "Docket":
        """With a round begun: every judge who is here gets their pairs."""
        away = {each.code for each in self.competition.away}
        may_hear = {
            each.code: open_to(each, self.ids)
            for each in self.judgements
            if each.code in self.competition.panel and each.code not in away
        }
        given = duels(begun.finalists, may_hear, seed=self.competition.seed, number=begun.number)
        judgements = (
            replace(each, duels=(*each.duels, *given.get(each.code, ()))) for each in self.judgements
        )
        return replace(
            self.with_competition(rounds=(*self.competition.rounds, begun)), judgements=tuple(judgements)
        )

    def without_round(self) -> "Docket":
        """As it was before the last round began, of which nobody has answered a pair."""
        rounds = self.competition.rounds
        if not rounds or any(p.round == rounds[-1].number for each in self.judgements for p in each.pairs):
            return self
        number = rounds[-1].number
        judgements = (
            replace(each, duels=tuple(duel for duel in each.duels if duel.round != number), listening=())
            for each in self.judgements
        )
        return replace(self.with_competition(rounds=rounds[:-1]), judgements=tuple(judgements))


class Dockets:
    """The dockets of a library."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.competitions = AwardRecords(library, "competition", "CO", Competition)
        self.submissions = AwardRecords(library, "submission", "SB", Submission)
        self._judgements = AwardRecords(library, "judgement", "JD", Judgement)

    def all(self) -> tuple[Docket, ...]:
        """Every one, oldest competition first."""
        submissions, judgements = self.submissions.all(), self._judgements.all()
        return tuple(_docket(each, submissions, judgements) for each in self.competitions.all())

    def one(self, competition_id: str) -> Docket:
        """One of them.

        Raises
        ------
        UnknownRecord
        """
        competition = self.competitions.one(competition_id)
        return _docket(competition, self.submissions.all(), self._judgements.all())

    def change(
        self,
        competition_id: str,
        altered: Callable[[Docket], Docket],
        *,
        action: str,
        who: str | None = None,
    ) -> Docket:
        """Store one changed in one turn; `altered` gets what is stored now, and may raise.

        Entries and judgements without an id are new.
        """
        with self.library.store.turn() as turn:
            before = self.one(competition_id)
            after = altered(before)
            known: dict[str, object] = {before.competition.id: before.competition}
            known |= {each.id: each for each in before.submissions}
            known |= {each.id: each for each in before.judgements}
            kept = _Kept(turn, known, action, who)
            return Docket(
                kept.put("competition", "CO", after.competition),
                tuple(kept.put("submission", "SB", each) for each in after.submissions),
                tuple(kept.put("judgement", "JD", each) for each in after.judgements),
            )


P = TypeVar("P", Competition, Submission, Judgement)


@dataclass(frozen=True, slots=True)
class _Kept:
    """Puts what is new or was changed into the turn."""

    turn: Turn
    before: Mapping[str, object]
    action: str
    who: str | None

    def put(self, kind: str, series: str, part: P) -> P:
        if self.before.get(part.id) == part:
            return part
        new = part if part.id else replace(part, id=self.turn.new_id(kind, series))
        self.turn.put(kind, new.id, to_plain(new), action=self.action, who=self.who)
        return new


def _docket(
    competition: Competition, submissions: Iterable[Submission], judgements: Iterable[Judgement]
) -> Docket:
    return Docket(
        competition,
        tuple(each for each in submissions if each.competition == competition.id),
        tuple(each for each in judgements if each.competition == competition.id),
    )
