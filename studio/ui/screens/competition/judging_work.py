"""Behind the judging screen: what a judge does is stored in threads, in its order; sounds come blind."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message
from textual.reactive import reactive

from studio.errors import StudioError
from studio.ui.faults import FAULTS
from studio.ui.judging_picture import judged_picture
from studio.ui.messages import ProblemMet
from studio.ui.screens.hearing import HearingScreen
from studio.ui.widgets.waveform import Picture, Waveform

if TYPE_CHECKING:
    from lessons.competitions.judging import Judging
    from lessons.competitions.steps import Step
    from studio.audio.rendering.rendition import Rendition

Act = Callable[["Judging"], "Step"]


class Stepped(Message):
    """What a judge is asked to do now is known."""

    def __init__(self, step: Step, judging: Judging, *, looked: bool = False) -> None:
        super().__init__()
        self.step = step
        self.judging = judging
        self.looked = looked
        """Whether nothing was done: it was only looked at what others did."""


class JudgeCame(Message):
    """Somebody of the panel is there."""

    def __init__(self, judging: Judging, step: Step) -> None:
        super().__init__()
        self.judging = judging
        self.step = step


class NoJudge(ProblemMet):
    """A code that is not on the panel."""


class Drawn(Message):
    """The picture of an entry is there."""

    def __init__(self, submission: str, picture: Picture) -> None:
        super().__init__()
        self.submission = submission
        self.picture = picture


class JudgingWorkScreen(HearingScreen):
    """Keys are answered at once; what they did is stored behind them, in their order."""

    judging: reactive[Judging | None] = reactive(None, init=False, bindings=True)
    working: reactive[bool] = reactive(False, init=False, bindings=True)
    """Whether something is still being stored."""

    def __init__(self, competition_id: str) -> None:
        super().__init__()
        self.competition_id = competition_id
        self._acts: deque[tuple[Judging, Act]] = deque()
        self._pictured = ""
        self._playing = ""
        """Id of the entry that plays; empty when it was stopped, so that only a whole hearing counts."""
        self._sounded = False

    # Acting

    def begin(self, code: str) -> None:
        """Open one judge's part."""

        def open_part() -> None:
            from lessons.competitions.judging import Judging

            try:
                judging = Judging(self.library, self.competition_id, code)
                step = judging.next()
            except FAULTS as error:
                self.post_message(NoJudge(error))
            else:
                self.post_message(JudgeCame(judging, step))

        self.run_worker(open_part, thread=True, group="judge")

    def act(self, do: Act) -> None:
        """Store something behind what is being stored."""
        assert self.judging is not None
        self._acts.append((self.judging, do))
        if not self.working:
            self._start()

    def _start(self) -> None:
        self.working = True
        self.run_worker(self._work_through, thread=True, group="judge")

    def _work_through(self) -> None:
        judging, step = self._acts[0][0], None
        try:
            while self._acts:
                judging, do = self._acts.popleft()
                step = do(judging)
        except FAULTS as error:
            step = self._after_a_fault(judging, error)
        if step is not None:
            self.post_message(Stepped(step, judging))

    def _after_a_fault(self, judging: Judging, error: StudioError | OSError) -> Step | None:
        others = [each for each in self._acts if each[0] is not judging]
        self._acts.clear()  # what this judge pressed since was about what is not so
        self._acts.extend(others)
        try:
            step = judging.next()
        except FAULTS as again:
            self.post_message(ProblemMet(again))
            return None
        self.post_message(ProblemMet(error))
        return step

    @on(ProblemMet)
    def _not_stored(self) -> None:
        self.working = False

    @on(Stepped)
    def _stepped(self, message: Stepped) -> None:
        message.stop()
        if not message.looked and self._acts:  # a key came between the last act and this message
            self._start()
            return
        if not message.looked:
            self.working = False
        if not self.working and message.judging is self.judging:
            self.stepped(message.step)

    def look_at_others(self) -> None:
        """Look in a thread whether others have done something; keys are answered meanwhile."""
        judging = self.judging
        assert judging is not None

        def look() -> None:
            try:
                self.post_message(Stepped(judging.next(), judging, looked=True))
            except FAULTS as error:
                self.post_message(ProblemMet(error))

        self.run_worker(look, thread=True, group="look", exclusive=True)

    def stepped(self, step: Step) -> None:
        """Everything is stored: what comes now."""
        raise NotImplementedError

    # Hearing

    def hear_entry(self, submission_id: str) -> None:
        """Play an entry from its start, as all judges hear it."""
        self._playing, self._sounded = submission_id, False
        self.hear_source(lambda: self._open(submission_id))

    def hush(self) -> None:
        """Stop; it does not count as heard."""
        self._playing = ""
        super().hush()

    def playhead_moved(self, frame: int | None) -> None:
        """Follow it; at its end it was heard."""
        wave = self.query_one(Waveform)
        wave.playhead = frame
        if frame is not None:
            self._sounded = True
            self.time_passed(frame)
            return
        if self.is_hearing:  # it is still being opened
            return
        played, self._playing = self._playing, ""
        if played and self._sounded and self.studio.speaker.problem is None:
            self.heard(played)
        self.refresh_bindings()

    def heard(self, submission_id: str) -> None:
        """An entry was heard to its end."""
        raise NotImplementedError

    def time_passed(self, frame: int) -> None:
        """Say how far it is."""

    def draw(self, submission_id: str) -> None:
        """Make the picture of an entry in a thread."""
        if submission_id == self._pictured:
            return
        self._pictured = submission_id
        self.query_one(Waveform).show(None)
        if not submission_id:
            return

        def make() -> None:
            try:
                with closing(self._open(submission_id)) as opened:
                    picture = judged_picture(opened)
            except FAULTS as error:
                self.post_message(ProblemMet(error))
            else:
                self.post_message(Drawn(submission_id, picture))

        self.run_worker(make, thread=True, group="picture", exclusive=True)

    @on(Drawn)
    def _drawn(self, message: Drawn) -> None:
        message.stop()
        if message.submission == self._pictured:
            self.query_one(Waveform).show(message.picture)

    def _open(self, submission_id: str) -> Rendition:
        from lessons.competitions.sound import judged_sound
        from lessons.competitions.submissions import Submissions

        assert self.judging is not None
        return judged_sound(
            self.library, self.judging.competition, Submissions(self.library).one(submission_id)
        )
