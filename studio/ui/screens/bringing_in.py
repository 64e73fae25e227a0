"""A screen that brings a sound file in: its path, how far it is, and stopping."""

from __future__ import annotations

from pathlib import Path

from textual import on, work
from textual.binding import Binding
from textual.reactive import reactive
from textual.worker import get_current_worker

from studio.errors import StudioError
from studio.ui.faults import FAULTS
from studio.ui.messages import ImportFailed, ProgressMade, SoundImported
from studio.ui.screens.hearing import HearingScreen
from studio.ui.typed_path import typed_path

IMPORT_KEYS = (
    Binding("i", "import", "import a file", id="sounds.import", tooltip="Bring a sound file in"),
    Binding("escape", "stop_import", "stop", key_display="Esc", id="sounds.stop", tooltip="Bring nothing in"),
    Binding("escape", "back", "back", key_display="Esc", id="back", tooltip="Go back; nothing is lost"),
)


class ImportStopped(StudioError):
    """Somebody pressed Esc, or left, while a file was coming in."""


class BringingInScreen(HearingScreen):
    """One file at a time; while it comes in, everything else goes on."""

    importing: reactive[bool] = reactive(False, init=False, bindings=True)

    def action_import(self) -> None:
        """Bring a file in."""
        self.ask("Where is the file?", self._import_from)

    def _import_from(self, typed: str) -> None:
        path = typed_path(typed)
        if typed:
            self.importing = True
            self.say(f"Bringing in {path.name}. Esc stops it.")
            self._import(path)

    @work(thread=True, group="import", exclusive=True)
    def _import(self, path: Path) -> None:
        from studio.takes import add_sound

        worker = get_current_worker()

        def made_progress(share: float) -> None:
            if worker.is_cancelled:
                raise ImportStopped("The file was not brought in.", "Press I to bring it in after all.")
            self.post_message(ProgressMade(share))

        try:
            sound = add_sound(self.library, path, title=path.stem, progress=made_progress)
        except FAULTS as error:
            self.post_message(ImportFailed(error))
            return
        self.post_message(SoundImported(sound))

    @on(ProgressMade)
    def _say_progress(self, message: ProgressMade) -> None:
        if self.importing:
            self.say(f"Bringing it in: {message.share:.0%}. Esc stops it.")

    @on(ImportFailed)
    @on(SoundImported)
    def _import_ended(self) -> None:
        self.importing = False

    def action_stop_import(self) -> None:
        """Bring nothing in; what was begun is thrown away."""
        self.workers.cancel_group(self, "import")
