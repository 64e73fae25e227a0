"""Judging: what one judge hears and says, one step after the other; in pupil mode too."""

from collections.abc import Callable

from evidence.codes import parse_code
from evidence.library import Library
from evidence.words import clean_line, clean_text
from lessons.competitions.competition import Competition, NotNow
from lessons.competitions.criteria import ANSWERS
from lessons.competitions.docket import Docket, Dockets
from lessons.competitions.hearing import MOST_HEARINGS, next_to_hear, open_to
from lessons.competitions.judgement import (
    MOST_STARS,
    SAME,
    Answer,
    Did,
    Heard,
    Judgement,
    Note,
    Pair,
    Told,
)
from lessons.competitions.next_step import duel_now, next_step
from lessons.competitions.steps import Step
from lessons.competitions.submission import Blind
from lessons.competitions.taking_back import taken_back
from studio.errors import StudioError
from studio.wording import did_you_mean


class NotAJudge(StudioError):
    """A code that is not on the panel."""


class NotHeard(StudioError):
    """An answer about something that this judge may not hear, or has not heard yet."""


class HeardEnough(StudioError):
    """A sound that was heard as often as any may be."""


class BadAnswer(StudioError):
    """An answer that the question does not have."""


class Judging:
    """One judge's part in one competition; every act is stored at once."""

    def __init__(self, library: Library, competition_id: str, judge: str) -> None:
        self._library = library
        self._dockets = Dockets(library)
        self._code = parse_code(judge)
        self._docket = self._dockets.one(competition_id)
        self._mine(self._docket)

    @property
    def competition(self) -> Competition:
        """As it is now; its brief stays on the screen all the time."""
        return self._docket.competition

    @property
    def judgement(self) -> Judgement:
        """What this judge said so far."""
        return self._mine(self._docket)

    def entries(self) -> tuple[Blind, ...]:
        """What this judge may hear, in their own order, with nothing that says whose it is."""
        docket = self._docket
        longest = docket.competition.brief.longest
        return tuple(
            Blind.of(docket.submission(each), longest) for each in open_to(self._mine(docket), docket.ids)
        )

    def gone(self) -> tuple[Blind, ...]:
        """What was taken out since this judge's order was made; stars on it fell away."""
        longest = self.competition.brief.longest
        order = self.judgement.order
        return tuple(
            Blind.of(each, longest)
            for each in self._docket.submissions
            if each.id in order and not each.is_in
        )

    def next(self) -> Step:
        """What to do now, as the library has it at this moment."""
        self._docket = self._dockets.one(self.competition.id)
        return next_step(self._docket, self._mine(self._docket))

    def heard(self, submission_id: str) -> Step:
        """The sound was played to its end; only what `next` asks for is counted and may be heard.

        Raises
        ------
        NotHeard, HeardEnough
        """
        return self._do("heard", lambda docket, mine: _with_heard(docket, mine, submission_id.upper()))

    def answer(self, submission_id: str, question_id: str, answer: int) -> Step:
        """Answer a question about an entry that was heard, 1 to 4; until the play-off it can be changed."""
        return self._do(
            "answered",
            lambda docket, mine: _with_answer(docket, mine, submission_id.upper(), question_id, answer),
        )

    def note(self, submission_id: str, text: str) -> Step:
        """Write down what was liked in an entry; no words take it away again."""
        said = clean_line(text, called="What you liked")

        def noted(docket: Docket, mine: Judgement) -> Judgement:
            entry = _may_speak_of(docket, mine, submission_id.upper())
            others = tuple(each for each in mine.notes if each.submission != entry)
            return mine.with_(notes=(*others, *([Note(entry, said)] if said else [])))

        return self._do("noted", noted)

    def star(self, *submission_ids: str) -> Step:
        """Give the stars, up to three and each to another entry, when everything was heard."""
        return self._do(
            "starred",
            lambda docket, mine: _with_stars(docket, mine, [each.upper() for each in submission_ids]),
        )

    def prefer(self, better: str, *, liked: str = "") -> Step:
        """Say which of the pair is better: its id, `left`, `right` or `same`; and what was liked."""
        said = clean_line(liked, called="What you liked")
        return self._do("preferred", lambda docket, mine: _with_pair(docket, mine, better, said))

    def knows(self, submission_id: str) -> Step:
        """The judge knows whose it is: what they said about it is set aside."""

        def known(docket: Docket, mine: Judgement) -> Judgement:
            entry = _may_speak_of(docket, mine, submission_id.upper(), unheard_too=True)
            return mine.with_(Did("knew", entry), knows=(*mine.knows, entry), listening=())

        return self._do("knew", known)

    def tell_adult(self, text: str, submission_id: str = "") -> Step:
        """Keep something for the adult to read; it stops nothing."""
        said = clean_text(text, called="What you want to say")
        if not said:
            raise BadAnswer("There are no words.", "Write what the adult should know.")

        def told(docket: Docket, mine: Judgement) -> Judgement:
            entry = docket.submission(submission_id).id if submission_id else ""
            return mine.with_(told=(*mine.told, Told(entry, said, self._library.now())))

        return self._do("told", told, any_time=True)

    def undo(self) -> Step:
        """Take this judge's last answer back; again takes the one before.

        Raises
        ------
        NothingToTakeBack
        """
        self._docket = self._dockets.change(
            self.competition.id,
            lambda docket: taken_back(self._ready(docket), self._mine(docket)),
            action="undid",
        )
        return next_step(self._docket, self._mine(self._docket))

    def _do(
        self, action: str, act: Callable[[Docket, Judgement], Judgement], *, any_time: bool = False
    ) -> Step:
        def done(docket: Docket) -> Docket:
            mine = self._mine(docket if any_time else self._ready(docket))
            return docket.with_judgement(act(docket, mine)).moved_on()

        self._docket = self._dockets.change(self.competition.id, done, action=action)
        return next_step(self._docket, self._mine(self._docket))

    def _ready(self, docket: Docket) -> Docket:
        docket.competition.need(self._library.now().date(), "judging", to="be judged")
        if any(each.code == self._code for each in docket.competition.away):
            raise NotNow("You were away, and the others went on.", "Ask the adult to let you back in.")
        return docket

    def _mine(self, docket: Docket) -> Judgement:
        found = docket.judgement(self._code)
        if found is None or self._code not in docket.competition.panel:
            raise NotAJudge(
                f"{self._code} is not on the panel of “{docket.competition.title}”.",
                "Ask the adult who opened judging.",
            )
        return found


def _with_heard(docket: Docket, mine: Judgement, entry: str) -> Judgement:
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
    return mine.with_(listening=(*mine.listening, entry))


def _with_answer(docket: Docket, mine: Judgement, entry: str, question: str, answer: int) -> Judgement:
    _before_the_play_off(docket)
    entry = _may_speak_of(docket, mine, entry)
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


def _with_stars(docket: Docket, mine: Judgement, entries: list[str]) -> Judgement:
    _before_the_play_off(docket)
    if next_to_hear(mine, docket.ids, docket.competition.questions) is not None:
        raise NotHeard("You have not heard everything yet.", "Hear the others first, then give your stars.")
    stars = tuple(dict.fromkeys(_may_speak_of(docket, mine, entry) for entry in entries))
    if len(stars) > MOST_STARS:
        raise BadAnswer(f"{len(stars)} stars are too many.", f"Give up to {MOST_STARS}.")
    was = Did("starred", stars=mine.stars, was=int(mine.starred))
    return mine.with_(was, stars=stars, starred=True)


def _with_pair(docket: Docket, mine: Judgement, better: str, liked: str) -> Judgement:
    duel = duel_now(docket, mine)
    if duel is None:
        raise NotHeard("There is no pair to compare now.", "Go on with what is on the screen.")
    if {duel.left, duel.right} - {*mine.listening}:
        raise NotHeard("You have not heard both yet.", "Hear both, then choose.")
    sides = {"left": duel.left, "right": duel.right, SAME: SAME}
    chosen = sides.get(better.lower(), better.upper())
    if chosen not in sides.values():
        raise BadAnswer("That is not one of the two.", "Choose left, right or same.")
    pair = Pair(duel.round, duel.left, duel.right, chosen, liked)
    return mine.with_(Did("preferred"), pairs=(*mine.pairs, pair), listening=())


def _may_speak_of(docket: Docket, mine: Judgement, entry: str, *, unheard_too: bool = False) -> str:
    if entry not in open_to(mine, docket.ids):
        raise NotHeard("That entry is not among yours.", "Look at the list of animals.")
    if not (unheard_too or mine.times(entry)):
        raise NotHeard("You have not heard that one yet.", "Hear it first.")
    return entry


def _before_the_play_off(docket: Docket) -> None:
    if docket.competition.rounds:
        raise NotNow("The play-off has begun.", "Your answers and stars stay as they are.")
