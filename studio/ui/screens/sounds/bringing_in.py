"""A screen that brings sound files in: one, a folder of them, or what is new on a watched card."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.binding import Binding
from textual.events import Paste
from textual.message import Message
from textual.reactive import reactive
from textual.worker import get_current_worker

from studio.errors import StudioError
from studio.ui.faults import FAULTS
from studio.ui.messages import ImportFailed, ProgressMade
from studio.ui.screens.hearing import HearingScreen
from studio.ui.typed_path import is_folder, is_there, typed_path, typed_paths
from studio.wording import count

if TYPE_CHECKING:
    from studio.incoming.batch import Brought

IMPORT_KEYS = (
    Binding("i", "import", "bring in", id="sounds.import", tooltip="A sound file, or a folder of them"),
    Binding("w", "bring_new", "from cards", id="sounds.watched", tooltip="What is new in watched folders"),
    Binding("escape", "stop_import", "stop", key_display="Esc", id="sounds.stop", tooltip="Bring no more in"),
    Binding("escape", "back", "back", key_display="Esc", id="back", tooltip="Go back; nothing is lost"),
)


class ImportStopped(StudioError):
    """Somebody pressed Esc, or left, while files were coming in."""


class SoundsBrought(Message):
    """Files became sounds, or did not."""

    def __init__(self, brought: Brought) -> None:
        super().__init__()
        self.brought = brought


class BringingInScreen(HearingScreen):
    """One file after the other; while they come in, everything else goes on."""

    importing: reactive[bool] = reactive(False, init=False, bindings=True)

    def action_import(self) -> None:
        """Bring a file in, or a folder of them."""
        self.ask("Where is the file, or the folder?", self._import_typed)

    def _import_typed(self, typed: str) -> None:
        path = typed_path(typed)
        if not typed:
            return
        if is_folder(path):
            self._bring(f"Looking into {path.name}.", lambda: _files_in(path))
        else:
            self._bring(f"Bringing in {path.name}. Esc stops it.", lambda: (path,), again=True)

    def on_paste(self, event: Paste) -> None:
        """A file dropped on a terminal is pasted as its path."""
        paths = typed_paths(event.text)
        if self.is_asking or self.importing or not paths:
            return
        event.stop()
        found = [path for path in paths if is_there(path)]
        if found:
            self._bring("Bringing it in. Esc stops it.", lambda: _all_of(found))

    def action_bring_new(self) -> None:
        """Bring in what is new in the watched folders; the first time, ask which folder to watch."""
        from studio.incoming.watched import WatchedFolders

        folders = WatchedFolders(self.library)
        if not folders.all():
            self.ask("Which folder shall I look into, such as a camera's card?", self._watch)
        elif not folders.here():
            raise StudioError("No watched folder is here.", "Plug the card in, then press W.")
        else:
            self._bring("Looking for new sounds.", folders.new_files)

    def _watch(self, typed: str) -> None:
        from studio.incoming.watched import WatchedFolders

        if typed:
            WatchedFolders(self.library).watch(typed_path(typed))
            self.action_bring_new()

    def _bring(self, words: str, files: Callable[[], tuple[Path, ...]], *, again: bool = False) -> None:
        self.importing = True
        self.say(words)
        self._import(files, again)

    @work(thread=True, group="import", exclusive=True)
    def _import(self, files: Callable[[], tuple[Path, ...]], again: bool) -> None:
        from studio.incoming.batch import bring_in

        worker = get_current_worker()

        def made_progress(share: float) -> None:
            if worker.is_cancelled:
                raise ImportStopped("It was stopped; what had come in stays.", "Press I to go on.")
            self.post_message(ProgressMade(share))

        try:
            brought = bring_in(self.library, files(), again=again, progress=made_progress)
            if len(brought.failed) == 1 and not (brought.sounds or brought.known):
                raise brought.failed[0].error
        except FAULTS as error:
            self.post_message(ImportFailed(error))
            return
        self.post_message(SoundsBrought(brought))

    @on(ProgressMade)
    def _say_progress(self, message: ProgressMade) -> None:
        if self.importing:
            self.say(f"Bringing it in: {message.share:.0%}. Esc stops it.")

    @on(ImportFailed)
    @on(SoundsBrought)
    def _import_ended(self) -> None:
        self.importing = False

    def action_stop_import(self) -> None:
        """Bring no more in; the file that was begun is thrown away."""
        self.workers.cancel_group(self, "import")


def brought_words(brought: Brought) -> str:
    """What became of the files, in a sentence or two."""
    words = []
    if len(brought.sounds) == 1:
        words.append("It is here. Press Enter to open it.")
    elif brought.sounds:
        words.append(f"{count(len(brought.sounds), 'sound')} came in.")
    if brought.known:
        words.append(f"{count(len(brought.known), 'file')} came in before.")
    if brought.failed:
        first = brought.failed[0]
        more = f" And {len(brought.failed) - 1} more." if len(brought.failed) > 1 else ""
        words.append(f"{first.file.name}: {first.error.what}{more}")
    return " ".join(words) or "There is nothing new."


def _all_of(paths: list[Path]) -> tuple[Path, ...]:
    return tuple(file for path in paths for file in (_files_in(path) if is_folder(path) else (path,)))


def _files_in(folder: Path) -> tuple[Path, ...]:
    from studio.incoming.batch import sound_files

    found = sound_files(folder)
    if not found:
        raise StudioError(f"There is no sound file in “{folder.name}”.", "Choose another folder.")
    return found
