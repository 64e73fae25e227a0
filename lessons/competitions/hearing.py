"""Equal hearing: what a judge has yet to hear, and whether what was heard may count."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from lessons.competitions.criteria import Question
from lessons.competitions.judgement import Judgement

MOST_HEARINGS = 2
"""How often a judge may hear an entry before the stars; then everything is heard as often."""
FEWEST_FOR_STARS = 4
"""With fewer entries all of them come into the play-off."""


@dataclass(frozen=True, slots=True)
class ToHear:
    """The next entry of a judge's order; `again` when nothing is asked and it only was heard less often."""

    submission: str
    again: bool = False


def open_to(judgement: Judgement, live: Collection[str]) -> tuple[str, ...]:
    """The entries that the judge hears: those that still take part and whose makers are not known."""
    return tuple(each for each in judgement.order if each in live and each not in judgement.knows)


def next_to_hear(judgement: Judgement, live: Collection[str], questions: Sequence[Question]) -> ToHear | None:
    """What to hear now; `None` when everything was heard equally often and has its answers."""
    entries = open_to(judgement, live)
    times = {heard.submission: heard.times for heard in judgement.heard}
    answers = Counter(answer.submission for answer in judgement.answers)
    for entry in entries:
        if entry not in times or answers[entry] < len(questions):
            return ToHear(entry)
    most = max((times[entry] for entry in entries), default=0)
    return next((ToHear(entry, again=True) for entry in entries if times[entry] < most), None)


def heard_all(judgement: Judgement, live: Collection[str], questions: Sequence[Question]) -> bool:
    """Whether a judge's answers may count: all or none, so that no entry is heard less often than another."""
    return next_to_hear(judgement, live, questions) is None


def open_duels(judgement: Judgement, live: Collection[str]) -> list[int]:
    """Places in `duels` of the pairs that still wait for their answer."""
    entries = open_to(judgement, live)
    answered = {(pair.round, pair.left, pair.right) for pair in judgement.pairs}
    return [
        place
        for place, duel in enumerate(judgement.duels)
        if duel.left in entries
        and duel.right in entries
        and (duel.round, duel.left, duel.right) not in answered
    ]


def is_done(judgement: Judgement, live: Collection[str], questions: Sequence[Question]) -> bool:
    """Whether nothing is left for the judge to do as far as it is known now."""
    if not heard_all(judgement, live, questions) or open_duels(judgement, live):
        return False
    return judgement.starred or not gives_stars(judgement, live)


def gives_stars(judgement: Judgement, live: Collection[str]) -> bool:
    """Whether there are enough entries for stars, and any that the judge could give one to."""
    return len(live) >= FEWEST_FOR_STARS and bool(open_to(judgement, live))
