"""What a judge says, laid on what they said before; refused where it was not heard or is over."""

from lessons.competitions.competition import NotNow
from lessons.competitions.criteria import ANSWERS
from lessons.competitions.docket import Docket
from lessons.competitions.hearing import MOST_HEARINGS, next_to_hear, open_to
from lessons.competitions.judgement import MOST_STARS, SAME, Answer, Did, Heard, Judgement, Pair
from lessons.competitions.next_step import duel_now
from studio.errors import StudioError
from studio.wording import did_you_mean


class NotHeard(StudioError):
    """An answer about something that this judge may not hear, or has not heard yet."""


class HeardEnough(StudioError):
    """A sound that was heard as often as any may be."""


class BadAnswer(StudioError):
    """An answer that the question does not have."""


def audible(docket: Docket, mine: Judgement) -> tuple[str, ...]:
    """What this judge may hear now."""
    now = next_to_hear(mine, docket.ids, docket.competition.questions)
    duel = duel_now(docket, mine)
    return (now.submission,) if now else (duel.left, duel.right) if duel else ()


def with_heard(docket: Docket, mine: Judgement, entry: str) -> Judgement:
    """What was played to its end counts, up to twice, and only what is to be heard now."""
    now = next_to_hear(mine, docket.ids, docket.competition.questions)
    if now is not None:
        if entry != now.submission:
            raise NotHeard("That is not the sound to hear now.", "Hear the one on the screen first.")
        times = mine.times(entry)
        if times >= MOST_HEARINGS:
            raise HeardEnough("You have heard this one twice, like every other.", "Answer the questions now.")
        others = tuple(each for each in mine.heard if each.submission != entry)
        return mine.with_(heard=(*others, Heard(entry, times + 1)))
    duel = duel_now(docket, mine)
    if duel is None or entry not in (duel.left, duel.right):
        raise NotHeard("That is not the sound to hear now.", "Go on with what is on the screen.")
    if mine.listening.count(entry) >= MOST_HEARINGS:
        raise HeardEnough("You have heard this one twice.", "Hear the other one, or choose.")
    return mine.with_(listening=(*mine.listening, entry))


def with_answer(docket: Docket, mine: Judgement, entry: str, question: str, answer: int) -> Judgement:
    """An answer, instead of the one before."""
    before_the_play_off(docket)
    entry = may_speak_of(docket, mine, entry)
    asked = [each.id for each in docket.competition.questions]
    if question not in asked:
        raise BadAnswer(f"There is no question “{question[:20]}”.", did_you_mean(question, asked))
    if answer not in ANSWERS:
        raise BadAnswer(f"{answer} is no answer.", "Answer with 1, 2, 3 or 4.")
    was = mine.answers_to(entry).get(question, 0)
    others = tuple(each for each in mine.answers if (each.submission, each.question) != (entry, question))
    return mine.with_(
        Did("answered", entry, question, was), answers=(*others, Answer(entry, question, answer))
    )


def with_stars(docket: Docket, mine: Judgement, entries: list[str]) -> Judgement:
    """The stars, once everything was heard."""
    before_the_play_off(docket)
    if next_to_hear(mine, docket.ids, docket.competition.questions) is not None:
        raise NotHeard("You have not heard everything yet.", "Hear the others first, then give your stars.")
    stars = tuple(dict.fromkeys(may_speak_of(docket, mine, entry) for entry in entries))
    if len(stars) > MOST_STARS:
        raise BadAnswer(f"{len(stars)} stars are too many.", f"Give up to {MOST_STARS}.")
    was = Did("starred", stars=mine.stars, was=int(mine.starred))
    return mine.with_(was, stars=stars, starred=True)


def with_pair(docket: Docket, mine: Judgement, better: str, liked: str) -> Judgement:
    """Which of the pair is better, once both were heard as often."""
    duel = duel_now(docket, mine)
    if duel is None:
        raise NotHeard("There is no pair to compare now.", "Go on with what is on the screen.")
    times = [mine.listening.count(entry) for entry in (duel.left, duel.right)]
    if min(times) != max(times) or not times[0]:
        raise NotHeard("You have not heard both as often.", "Hear the other one too, then choose.")
    sides = {"left": duel.left, "right": duel.right, SAME: SAME}
    chosen = sides.get(better.lower(), better.upper())
    if chosen not in sides.values():
        raise BadAnswer("That is not one of the two.", "Choose left, right or same.")
    pair = Pair(duel.round, duel.left, duel.right, chosen, liked)
    return mine.with_(Did("preferred"), pairs=(*mine.pairs, pair), listening=())


def may_speak_of(docket: Docket, mine: Judgement, entry: str, *, unheard_too: bool = False) -> str:
    """Refuse what is not this judge's to hear, or was not heard."""
    if entry not in open_to(mine, docket.ids):
        raise NotHeard("That entry is not among yours.", "Look at the list of animals.")
    if not (unheard_too or mine.times(entry)):
        raise NotHeard("You have not heard that one yet.", "Hear it first.")
    return entry


def before_the_play_off(docket: Docket) -> None:
    """Refuse to change what the play-off was begun with."""
    if docket.competition.rounds:
        raise NotNow("The play-off has begun.", "Your answers and stars stay as they are.")
