"""A screen that listens to a sound: a glance at once, the rest in a process of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.reactive import reactive
from textual.worker import get_current_worker

from studio.errors import StudioError
from studio.ui.faults import FAULTS
from studio.ui.free_name import free_name
from studio.ui.messages import ProblemMet
from studio.ui.screens.hearing import HearingScreen
from studio.ui.wanted import NotWanted

if TYPE_CHECKING:
    from evidence.sound import Sound
    from studio.audio.analysis.findings import Findings
    from studio.audio.analysis.glance import Glance

_STAGES = {
    "compiling": "Getting ready to listen closely. The first time takes up to a minute.",
    "waking": "Getting ready to listen closely.",
    "reading": "Reading the sound.",
    "beat": "Listening for the beat.",
    "notes": "Listening for the notes.",
}


class GlancedAt(Message):
    """What can be said at once of a sound is known."""

    def __init__(self, glance: Glance) -> None:
        super().__init__()
        self.glance = glance


class FoundClosely(Message):
    """What is heard closely is known."""

    def __init__(self, findings: Findings) -> None:
        super().__init__()
        self.findings = findings


class StageReached(Message):
    """The listening got further."""

    def __init__(self, stage: str, share: float) -> None:
        super().__init__()
        self.words = _STAGES[stage]
        self.share = share

    def can_replace(self, message: Message) -> bool:
        """Only the newest matters."""
        return isinstance(message, StageReached)


class PictureSaved(Message):
    """The picture is a file now."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path


class ListeningFailed(ProblemMet):
    """It could not be listened to."""


class ListeningScreen(HearingScreen):
    """What is known of the sound stands in `glance` and `findings`; `busy` while more is on its way."""

    busy: reactive[bool] = reactive(False, init=False, bindings=True)
    saving: reactive[bool] = reactive(False, init=False, bindings=True)

    def __init__(self, sound: Sound) -> None:
        super().__init__()
        self.sound = sound
        self.glance: Glance | None = None
        self.findings: Findings | None = None

    def show_found(self) -> None:
        """Show what is known now; every such screen says."""
        raise NotImplementedError

    def begin(self) -> None:
        """Look, and listen closely at the same time."""
        self.busy = True
        if self.glance is None:
            self._look()
        self._listen()

    @work(thread=True, group="glance", exclusive=True)
    def _look(self) -> None:
        from studio.listening import glance

        worker = get_current_worker()

        def go_on(share: float) -> None:
            if worker.is_cancelled:
                raise NotWanted

        try:
            found = glance(self.library, self.sound, progress=go_on)
        except NotWanted:
            return
        except FAULTS as error:
            self.post_message(ListeningFailed(error))
            return
        self.post_message(GlancedAt(found))

    @work(thread=True, group="listening", exclusive=True)
    def _listen(self) -> None:
        from studio.listening import listen

        worker = get_current_worker()
        last: list[tuple[str, float]] = []

        def told(stage: str, share: float) -> None:
            if worker.is_cancelled:
                raise NotWanted
            if last != [(stage, share)]:
                last[:] = [(stage, share)]
                self.post_message(StageReached(stage, share))

        try:
            found = listen(self.library, self.sound, told)
        except NotWanted:
            return
        except FAULTS as error:
            if not worker.is_cancelled:
                self.post_message(ListeningFailed(error))
            return
        if not worker.is_cancelled:
            self.post_message(FoundClosely(found))

    @on(GlancedAt)
    def _looked(self, message: GlancedAt) -> None:
        self.glance = message.glance
        self.refresh_bindings()
        self.show_found()

    @on(FoundClosely)
    def _listened(self, message: FoundClosely) -> None:
        self.findings = message.findings
        self.busy = False
        self.show_found()

    @on(ListeningFailed)
    def _not_listened(self) -> None:
        self.busy = False

    def action_stop(self) -> None:
        """Stop listening closely; what is known stays."""
        self.workers.cancel_group(self, "listening")
        self.busy = False
        self.say("Stopped. Press R to listen again.")

    def action_again(self) -> None:
        """Listen closely once more."""
        self.say("")
        self.begin()

    def leave(self) -> None:
        """The process ends with the screen."""
        self.workers.cancel_group(self, "listening")
        self.workers.cancel_group(self, "glance")
        super().leave()

    # The picture as a file

    def save_picture(self) -> None:
        """Write the picture among the exports."""
        if self.glance is not None:
            self.saving = True
            self._save(self.glance, self.findings)

    @work(thread=True, group="job")
    def _save(self, glance: Glance, findings: Findings | None) -> None:
        from studio.listening import save_picture

        folder = self.library.exports
        try:
            folder.mkdir(exist_ok=True)
            out = free_name(folder, f"picture-of-{self.sound.id}", ".png")
            save_picture(self.library, glance, findings, out)
        except FAULTS as error:
            self.post_message(ProblemMet(error))
            return
        self.post_message(PictureSaved(str(out)))

    @on(PictureSaved)
    def _saved(self, message: PictureSaved) -> None:
        self.saving = False
        self.say(f"Written: {message.path}")

    def problem(self, error: StudioError | OSError) -> None:
        """Say it; whatever was going on is over."""
        self.saving = False
        super().problem(error)
