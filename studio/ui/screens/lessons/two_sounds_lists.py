"""What two sounds are chosen from: the library, and for adults a file that is heard and not kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from lessons.comparing import Piece
from lessons.comparing_sound import piece_sound
from studio.ui.faults import FAULTS
from studio.ui.messages import ProblemMet
from studio.ui.screens.hearing import HearingScreen
from studio.ui.text import cut_to, literal, when_words
from studio.ui.typed_path import typed_path
from studio.ui.widgets.long_list import LongList
from studio.wording import clock

if TYPE_CHECKING:
    from pathlib import Path

    from evidence.sound import Sound
    from lessons.comparing_sound import HeardFiles

_TITLE = 44


class FileHeard(Message):
    """A file is ready to be heard."""

    def __init__(self, piece: Piece) -> None:
        super().__init__()
        self.piece = piece


class ChoosePieceScreen(HearingScreen):
    """The sounds of the library, the newest first; adults may choose a file that is not kept."""

    HELP_PAGE: ClassVar[str] = "two_sounds"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "choose", "take it", key_display="Enter", id="piece.take", tooltip="This is the one"
        ),
        Binding("space", "play", "play", key_display="Space", id="piece.play", tooltip="Hear it, or stop"),
        Binding("f", "file", "a file", id="piece.file", tooltip="For adults: a file, heard and not kept"),
    ]

    sounds: reactive[tuple[Sound, ...]] = reactive((), init=False, bindings=True)
    file: reactive[Piece | None] = reactive(None, init=False, bindings=True)
    """A file that is ready to be heard; it stands on top."""
    opening: reactive[bool] = reactive(False, init=False, bindings=True)

    def __init__(
        self, side: str, files: HeardFiles, then: Callable[[Piece], None], *, other: Piece | None = None
    ) -> None:
        super().__init__()
        self.side = side
        self._other = other
        """The one that is chosen already; it is not offered again."""
        self._files = files
        self._then = then

    def compose_middle(self) -> Iterable[Widget]:
        """The list."""
        yield Static(id="empty")
        yield LongList(id="patterns")

    def on_mount(self) -> None:
        """Say which it is for."""
        self.title_is(f"Two sounds: which one is {self.side}?")
        self.refocus()

    @property
    def listing(self) -> LongList:
        """The sounds."""
        return self.query_one(LongList)

    def refocus(self) -> None:
        """The list has the keys."""
        self.listing.focus()

    def read_library(self) -> None:
        """Read the sounds."""
        taken = self._other.sound if self._other is not None else ""
        there = (sound for sound in self.library.sounds() if not sound.binned and sound.id != taken)
        self.sounds = tuple(sorted(there, key=lambda sound: (sound.made, sound.id), reverse=True))
        self._show(self.listing.marked)

    def _show(self, marked: int) -> None:
        total = len(self.sounds) + (self.file is not None)
        self.listing.show(total, self._line, marked=marked)
        self.query_one("#empty", Static).update(literal(self._nothing()))
        self.query_one("#empty").display = not total

    def _nothing(self) -> str:
        none = "No sounds yet" if self._other is None else f"No sound but “{self._other.title}”"
        return f"{none}. Esc goes back; record one first."

    def _sound(self, line: int) -> Sound | None:
        """The sound of a line; `None` for the file on top."""
        if self.file is None:
            return self.sounds[line]
        return self.sounds[line - 1] if line else None

    def _line(self, line: int, width: int) -> Content:
        sound = self._sound(line)
        if sound is None:
            assert self.file is not None
            return Content.assemble(cut_to(self.file.title, _TITLE), "   a file, not kept")
        when = when_words(sound.made, self.studio.clock())
        return Content.assemble(cut_to(sound.title, _TITLE), f"{clock(sound.seconds_after):>8}   {when}")

    @on(LongList.Clicked)
    def action_choose(self) -> None:
        """Take the marked one."""
        sound = self._sound(self.listing.marked)
        piece = self.file if sound is None else Piece.of(sound)
        assert piece is not None
        self.hush()
        self.app.pop_screen()
        self._then(piece)

    def action_play(self) -> None:
        """Hear the marked one, or stop."""
        if self.is_hearing:
            self.hush()
        elif (sound := self._sound(self.listing.marked)) is not None:
            self.hear(sound)
        elif self.file is not None:
            self.hear_source(partial(piece_sound, self.library, self.file, files=self._files))

    def action_file(self) -> None:
        """A file, for adults."""
        self.studio.door.pass_through(self, self._ask_file)

    def _ask_file(self) -> None:
        self.ask("Which file? It is heard and not kept.", self._file)

    def _file(self, typed: str) -> None:
        if typed.strip():
            self.opening = True
            self.say("Opening it.")
            self._open_file(typed_path(typed))

    @work(thread=True, group="file", exclusive=True)
    def _open_file(self, path: Path) -> None:
        try:
            self.post_message(FileHeard(self._files.open(path)))
        except FAULTS as error:
            self.post_message(ProblemMet(error))

    @on(FileHeard)
    def _file_heard(self, message: FileHeard) -> None:
        self.opening = False
        self.file = message.piece
        self._show(0)
        self.say("It is ready. Enter takes it.")

    @on(ProblemMet)
    def _not_opened(self) -> None:
        self.opening = False

    def can_do(self, action: str) -> bool:
        """A sound must be there; one file at a time."""
        if action in ("choose", "play"):
            return bool(self.sounds or self.file) and not self.opening
        return action != "file" or not self.opening
