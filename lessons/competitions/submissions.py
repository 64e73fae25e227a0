"""Handing in: a sound becomes an entry, as it is at that moment."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from evidence.codes import ROLES, parse_code
from evidence.library import Library
from evidence.safety.people import People
from evidence.sound import Sound
from lessons.competitions.competition import WHO_MAY, Competition
from lessons.competitions.docket import Docket, Dockets
from lessons.competitions.kept_result import kept_result
from lessons.competitions.submission import Submission
from studio.errors import StudioError
from studio.wording import count, length_in_words, listed


class CannotEnter(StudioError):
    """A sound that cannot be handed in for this competition."""


class NoReason(StudioError):
    """Something that is only done with a reason, and has none."""


class Submissions:
    """The entries of a library's competitions."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._dockets = Dockets(library)

    def of(self, competition_id: str) -> tuple[Submission, ...]:
        """The entries that take part, in the order they came in."""
        return self._dockets.one(competition_id).live

    def all_of(self, competition_id: str) -> tuple[Submission, ...]:
        """Those too that were taken back or withdrawn."""
        return self._dockets.one(competition_id).submissions

    def enter(self, competition_id: str, sound_id: str, makers: Iterable[str] = ()) -> Submission:
        """Hand a sound in; who made it is known from the sound, unless it says nobody.

        Raises
        ------
        NotNow, CannotEnter, UnknownRecord
        """
        sound = self._library.sound(sound_id)
        codes = tuple(dict.fromkeys((*sound.makers, *map(parse_code, makers))))
        made = Submission(
            id="",
            competition=self._dockets.competitions.one(competition_id).id,
            sound_id=sound.id,
            sha256=sound.sha256,
            recipe_texts=tuple(sound.recipe.texts()),
            seconds=sound.seconds_after,
            makers=codes,
            handed_in=self._library.now(),
        )

        def entered(docket: Docket) -> Docket:
            docket.competition.need(self._library.now().date(), "open", to="take entries")
            self._refuse(docket, sound, codes)
            return replace(docket, submissions=(*docket.submissions, made))

        return self._dockets.change(made.competition, entered, action="handed-in").submissions[-1]

    def take_back(self, submission_id: str) -> Submission:
        """Take an entry back, as long as entries are taken; the sound stays, and can be handed in again."""

        def taken_back(docket: Docket) -> Docket:
            docket.competition.need(self._library.now().date(), "open", to="give entries back")
            return docket.with_submissions([replace(docket.submission(submission_id), taken_back=True)])

        return self._change(submission_id, taken_back, action="took-back")

    def withdraw(self, submission_id: str, why: str) -> Submission:
        """Take an entry out while it is judged, or after: nobody hears it any more, and its stars fall away.

        A result that would be another without it is no result any more; then the judges go on.
        """
        self._library.adults.need("take an entry out")
        if not why.strip():
            raise NoReason("An entry is only taken out with a reason.", "Say why in a few words.")

        def withdrawn(docket: Docket) -> Docket:
            statuses = ("closed", "judging", "judged", "announced")
            docket.competition.need(self._library.now().date(), *statuses, to="let an entry go")
            changed = docket.with_submissions([replace(docket.submission(submission_id), withdrawn=why)])
            return _judged_again(changed, self._library)

        return self._change(submission_id, withdrawn, action="withdrew")

    def one(self, submission_id: str) -> Submission:
        """One entry by its id.

        Raises
        ------
        UnknownRecord
        """
        return self._dockets.submissions.one(submission_id)

    def _change(self, submission_id: str, altered: Callable[[Docket], Docket], *, action: str) -> Submission:
        known = self.one(submission_id)
        return self._dockets.change(known.competition, altered, action=action).submission(known.id)

    def _refuse(self, docket: Docket, sound: Sound, makers: tuple[str, ...]) -> None:
        competition = docket.competition
        if sound.is_found:
            raise CannotEnter(f"“{sound.title}” was made by somebody else.", "Hand in a sound of your own.")
        if sound.binned or not sound.sha256:
            raise CannotEnter(f"“{sound.title}” is in the bin.", "Take it out of the bin first.")
        if not makers or any(code.partition("-")[0] in ROLES for code in makers):
            raise CannotEnter("It is not said which pupil made it.", "Give a code, such as Y4-heron.")
        most = WHO_MAY[competition.who_may]
        if len(makers) > most:
            raise CannotEnter(
                f"{len(makers)} made it, and here it is {competition.who_may}.",
                f"Hand in a sound that {'one' if most == 1 else f'up to {most}'} made.",
            )
        self._refuse_years(competition, makers)
        for other in docket.live:
            twice = [code for code in makers if code in other.makers]
            if twice:
                raise CannotEnter(
                    f"{listed(twice)} has handed something in already.",
                    "Take that back first, then try again.",
                )

    def _refuse_years(self, competition: Competition, makers: tuple[str, ...]) -> None:
        years = {person.code: person.year for person in People(self._library).all()}
        wrong = [
            code for code in makers if (years.get(code) or code.partition("-")[0]) not in competition.years
        ]
        if wrong:
            raise CannotEnter(
                f"This competition is for {listed(list(competition.years))}, not for {listed(wrong)}.",
                "Look at the other competitions.",
            )


def length_words(competition: Competition, seconds: float) -> str:
    """What to tell about an entry of such a length; empty when it is as long as the brief says."""
    brief = competition.brief
    if seconds > brief.longest:
        return f"It lasts {length_in_words(seconds)}. Judges hear the first {count(brief.longest, 'second')}."
    if seconds < brief.shortest:
        return f"It lasts {length_in_words(seconds)}. The brief asks for {brief.length}."
    return ""


def _judged_again(docket: Docket, library: Library) -> Docket:
    """A result that was kept is kept anew, or given up when it would be another."""
    kept, competition = docket.competition.result, docket.competition
    if competition.status == "judging":
        return docket.moved_on()
    if kept is None or competition.status != "judged":
        return docket
    found = docket.result()
    if found.winners == kept.winners and found.wants is None:
        return docket.with_competition(result=kept_result(docket, library.now()))
    return docket.with_competition(status="judging", result=None).moved_on()
