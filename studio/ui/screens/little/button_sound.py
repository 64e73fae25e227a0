"""Which sound is on a button: hear them, and choose one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from lessons.soundboard.board import Board
from lessons.soundboard.boards import Boards
from lessons.soundboard.faces import shipped_faces
from studio.ui.screens.hearing import HearingScreen
from studio.ui.text import cut_to, when_words
from studio.ui.widgets.long_list import LongList
from studio.wording import clock

if TYPE_CHECKING:
    from evidence.sound import Sound

_FACTS_WIDTH = 24


class ButtonSoundScreen(HearingScreen):
    """The newest first; the first line takes the sound off."""

    HELP_PAGE: ClassVar[str] = "button_settings"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "put", "put it on", key_display="Enter", id="put.on", tooltip="On the button"),
        Binding("space", "play", "hear it", key_display="Space", id="put.play", tooltip="Hear it, or stop"),
    ]

    def __init__(self, board: Board, place: int, then: Callable[[Board], None]) -> None:
        super().__init__()
        self.board, self.place, self.then = board, place, then
        self.sounds: tuple[Sound, ...] = ()

    def compose_middle(self) -> Iterable[Widget]:
        """The list."""
        yield LongList(id="sounds")

    def on_mount(self) -> None:
        """The list has the keys."""
        face = shipped_faces().faces[self.place - 1]
        self.title_is(f"Button {self.place}: {face.glyph} {face.called}")
        self.refocus()

    @property
    def listing(self) -> LongList:
        """The list."""
        return self.query_one(LongList)

    def refocus(self) -> None:
        """The list has the keys."""
        self.listing.focus()

    def read_library(self) -> None:
        """Every sound that is not in the bin; the list stands on the one that is on the button."""
        there = (sound for sound in self.library.sounds() if not sound.binned)
        self.sounds = tuple(sorted(there, key=lambda sound: (sound.made, sound.id), reverse=True))
        ids = [sound.id for sound in self.sounds]
        here = self.board.sound_at(self.place)
        marked = ids.index(here) + 1 if here in ids else min(1, len(ids))
        self.listing.show(len(self.sounds) + 1, self._draw, marked=marked)

    def _draw(self, line: int, width: int) -> Content:
        if line == 0:
            return Content("No sound on this button")
        sound = self.sounds[line - 1]
        facts = f"{clock(sound.seconds_after):>8}  {when_words(sound.made, self.studio.clock())}"
        return Content.assemble(cut_to(sound.title, max(12, width - _FACTS_WIDTH)), facts)

    @property
    def marked(self) -> Sound | None:
        """The sound that the list stands on."""
        line = self.listing.marked
        return self.sounds[line - 1] if 0 < line <= len(self.sounds) else None

    @on(LongList.Moved)
    def _moved(self) -> None:
        self.hush()
        self.refresh_bindings()

    def action_play(self) -> None:
        """Hear the marked sound, or stop."""
        if self.is_hearing:
            self.hush()
        elif self.marked is not None:
            self.hear(self.marked)

    @on(LongList.Clicked)
    def action_put(self) -> None:
        """Put it on the button, and go back."""
        board = Boards(self.library).put(self.board, self.place, self.marked.id if self.marked else "")
        self.leave()
        self.then(board)

    def can_do(self, action: str) -> bool:
        """The first line is no sound."""
        return action != "play" or self.marked is not None
