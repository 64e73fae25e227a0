"""Judging: what one judge hears and says, one step after the other; in pupil mode too."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from evidence.codes import parse_code
from evidence.library import Library
from evidence.words import clean_line, clean_text
from lessons.competitions.competition import Competition, NotNow
from lessons.competitions.docket import Docket, Dockets
from lessons.competitions.hearing import open_to
from lessons.competitions.judgement import Did, Judgement, Note, Told
from lessons.competitions.next_step import next_step
from lessons.competitions.saying import (
    BadAnswer,
    NotHeard,
    audible,
    may_speak_of,
    with_answer,
    with_heard,
    with_pair,
    with_stars,
)
from lessons.competitions.sound import judged_sound
from lessons.competitions.steps import Step
from lessons.competitions.submission import Blind
from lessons.competitions.taking_back import taken_back
from studio.errors import StudioError

if TYPE_CHECKING:
    from studio.audio.rendering.rendition import Rendition


class NotAJudge(StudioError):
    """A code that is not on the panel."""


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

    def sound(self, submission_id: str) -> "Rendition":
        """Open what is to be heard now, as judges hear it; close it after use.

        Raises
        ------
        NotHeard, SoundGone
        """
        self._docket = self._dockets.one(self.competition.id)
        entry = submission_id.upper()
        if entry not in audible(self._docket, self._mine(self._docket)):
            raise NotHeard("That is not the sound to hear now.", "Go on with what is on the screen.")
        return judged_sound(self._library, self.competition, self._docket.submission(entry))

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
        return self._do("heard", lambda docket, mine: with_heard(docket, mine, submission_id.upper()))

    def answer(self, submission_id: str, question_id: str, answer: int) -> Step:
        """Answer a question about an entry that was heard, 1 to 4; until the play-off it can be changed."""
        return self._do(
            "answered",
            lambda docket, mine: with_answer(docket, mine, submission_id.upper(), question_id, answer),
        )

    def note(self, submission_id: str, text: str) -> Step:
        """Write down what was liked in an entry; no words take it away again."""
        said = clean_line(text, called="What you liked")

        def noted(docket: Docket, mine: Judgement) -> Judgement:
            entry = may_speak_of(docket, mine, submission_id.upper())
            others = tuple(each for each in mine.notes if each.submission != entry)
            return mine.with_(notes=(*others, *([Note(entry, said)] if said else [])))

        return self._do("noted", noted)

    def star(self, *submission_ids: str) -> Step:
        """Give the stars, up to three and each to another entry, when everything was heard."""
        return self._do(
            "starred",
            lambda docket, mine: with_stars(docket, mine, [each.upper() for each in submission_ids]),
        )

    def prefer(self, better: str, *, liked: str = "") -> Step:
        """Say which of the pair is better: its id, `left`, `right` or `same`; and what was liked."""
        said = clean_line(liked, called="What you liked")
        return self._do("preferred", lambda docket, mine: with_pair(docket, mine, better, said))

    def knows(self, submission_id: str) -> Step:
        """The judge knows whose it is: what they said about it is set aside."""

        def known(docket: Docket, mine: Judgement) -> Judgement:
            entry = may_speak_of(docket, mine, submission_id.upper(), unheard_too=True)
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
