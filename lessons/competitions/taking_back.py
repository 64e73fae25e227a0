"""Taking a judge's last answer back."""

from dataclasses import replace

from lessons.competitions.docket import Docket
from lessons.competitions.hearing import heard_all
from lessons.competitions.judgement import Answer, Did, Judgement
from studio.errors import StudioError


class NothingToTakeBack(StudioError):
    """A judge who has said nothing, or nothing that can still be taken back."""


def taken_back(docket: Docket, mine: Judgement) -> Docket:
    """The docket without what this judge said last.

    A round of pairs that only began because everybody was done goes back as well, unless somebody has
    answered in it.

    Raises
    ------
    NothingToTakeBack
    """
    if not mine.done:
        raise NothingToTakeBack("There is nothing to take back.", "Go on with what is on the screen.")
    last, rounds = mine.done[-1], docket.competition.rounds
    without = _without(mine, last)
    answered_in = mine.pairs[-1].round if last.what == "preferred" else 0
    began_since = any(each.number > answered_in for each in rounds)
    ready = heard_all(without, docket.ids, docket.competition.questions)
    if began_since and (last.what != "knew" or not ready):
        docket = docket.without_round()
        if any(each.number > answered_in for each in docket.competition.rounds):
            raise NothingToTakeBack("The others are in the play-off now.", "What you said stays as it is.")
    stored = next(each for each in docket.judgements if each.id == mine.id)
    return docket.with_judgement(replace(_without(stored, last), done=mine.done[:-1], listening=()))


def _without(mine: Judgement, last: Did) -> Judgement:
    if last.what == "answered":
        others = tuple(
            each
            for each in mine.answers
            if (each.submission, each.question) != (last.submission, last.question)
        )
        before = (Answer(last.submission, last.question, last.was),) if last.was else ()
        return replace(mine, answers=(*others, *before))
    if last.what == "starred":
        return replace(mine, stars=last.stars, starred=bool(last.was))
    if last.what == "preferred":
        return replace(mine, pairs=mine.pairs[:-1])
    return replace(mine, knows=tuple(each for each in mine.knows if each != last.submission))
