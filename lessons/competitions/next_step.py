"""The next step of a judge: worked out from what is stored, so that a judge can go on at any time."""

from lessons.competitions.competition import PLAY_OFF
from lessons.competitions.docket import Docket
from lessons.competitions.hearing import ToHear, gives_stars, next_to_hear, open_duels, open_to
from lessons.competitions.judgement import MOST_STARS, Duel, Judgement
from lessons.competitions.steps import Finished, Listen, PlayOff, Reasons, Star, Step, Wait
from lessons.competitions.submission import Blind
from studio.wording import count

_WHICH = "Which one is better for this brief?"
_OVER = {
    "announced": "The winner has been announced. Thank you for judging.",
    "cancelled": "This competition was cancelled. Thank you for judging.",
}


def next_step(docket: Docket, mine: Judgement) -> Step:
    """What this judge is asked to do now."""
    competition = docket.competition
    if competition.status == "judged":
        return _reasons(docket, mine)
    if competition.status != "judging":
        return Finished(_OVER.get(competition.status, "Judging has not been opened yet."))
    if any(each.code == mine.code for each in competition.away):
        return Finished("You were away, and the others went on.")
    hear = next_to_hear(mine, docket.ids, competition.questions)
    if hear is not None:
        return _listen(docket, mine, hear)
    if gives_stars(mine, docket.ids) and not mine.starred:
        entries = tuple(_blind(docket, each) for each in open_to(mine, docket.ids))
        return Star(entries, min(MOST_STARS, len(entries)), mine.stars)
    duel = duel_now(docket, mine)
    return _wait(docket) if duel is None else _play_off(docket, mine, duel)


def duel_now(docket: Docket, mine: Judgement) -> Duel | None:
    """The pair to compare now."""
    places = open_duels(mine, docket.ids)
    return mine.duels[places[0]] if places else None


def _listen(docket: Docket, mine: Judgement, hear: ToHear) -> Listen:
    entries = open_to(mine, docket.ids)
    answers = mine.answers_to(hear.submission)
    return Listen(
        entry=_blind(docket, hear.submission),
        number=entries.index(hear.submission) + 1,
        of=len(entries),
        times=mine.times(hear.submission),
        answers=answers,
        asks=tuple(each for each in docket.competition.questions if each.id not in answers),
        note=mine.note_on(hear.submission),
        again=hear.again,
    )


def _play_off(docket: Docket, mine: Judgement, duel: Duel) -> PlayOff:
    left, brief = len(open_duels(mine, docket.ids)), docket.competition.brief
    done = sum(pair.round == duel.round for pair in mine.pairs)
    kind = next(each.kind for each in docket.competition.rounds if each.number == duel.round)
    return PlayOff(
        _blind(docket, duel.left),
        _blind(docket, duel.right),
        number=done + 1,
        of=done + left,
        heard=mine.listening,
        asks=brief.tie_break if kind != PLAY_OFF and brief.tie_break else _WHICH,
        more=kind != PLAY_OFF,
    )


def _wait(docket: Docket) -> Wait:
    others = len(docket.waiting())
    if others:
        return Wait(others, f"Thank you. {count(others, 'judge is', 'judges are')} still listening.")
    return Wait(0, "Thank you. Everybody is done. Now an adult closes the judging.")


def _reasons(docket: Docket, mine: Judgement) -> Reasons:
    kept = docket.competition.result
    winners = kept.winners if kept is not None else ()
    own = {each.id for each in docket.live if mine.code in each.makers}
    return Reasons(
        tuple(_blind(docket, each.id) for each in docket.live if each.id in winners),
        tuple(_blind(docket, each.id) for each in docket.live if each.id not in {*winners, *own}),
    )


def _blind(docket: Docket, submission_id: str) -> Blind:
    return Blind.of(docket.submission(submission_id), docket.competition.brief.longest)
