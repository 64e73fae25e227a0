"""The buttons set up: how many, which sounds, which switches, how slow; one key each."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from lessons.soundboard.board import LEAST_BUTTONS, MOST_BUTTONS, SCANNING, Board
from lessons.soundboard.boards import Boards
from lessons.soundboard.faces import shipped_faces
from studio.sound_buttons import sounds_on
from studio.ui.button_words import (
    PACES,
    PAUSES,
    SCANNING_WORDS,
    after,
    big_words_words,
    pace_words,
    pause_words,
)
from studio.ui.screens.listed import UndoingScreen
from studio.ui.text import literal
from studio.ui.widgets.long_list import LongList

if TYPE_CHECKING:
    from evidence.sound import Sound

_NAME_WIDTH = 18

Line = tuple[str, str, str, str]
"""A key, what it sets, what that is now, and the action behind it."""


class ButtonSettingsScreen(UndoingScreen):
    """Every change is kept at once; Z takes it back."""

    HELP_PAGE: ClassVar[str] = "button_settings"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "change", "change", key_display="Enter", id="board.change", tooltip="This line"),
        Binding("1", "sound(1)", "its sound", key_display="1-6", id="board.1", tooltip="What is on a button"),
        *(
            Binding(str(number), f"sound({number})", "its sound", show=False, id=f"board.{number}")
            for number in range(2, MOST_BUTTONS + 1)
        ),
        Binding("m", "many", "how many", id="board.many", tooltip="Four, five or six buttons"),
        Binding("k", "scanning", "switches", id="board.scanning", tooltip="None, two or one"),
        Binding("p", "pace", "pace", id="board.pace", tooltip="How fast the mark walks"),
        Binding("w", "pause", "slow presses", id="board.pause", tooltip="For unsteady hands"),
        Binding("g", "big", "what is big", id="board.big", tooltip="Shapes, or words"),
        Binding("n", "name", "name", id="board.name", tooltip="What these buttons are called"),
        Binding("a", "another", "another board", id="board.another", tooltip="More buttons, by another name"),
        Binding("x", "take_out", "take out", id="board.take_out", tooltip="These buttons; sounds stay"),
        Binding("z", "undo", "undo", id="board.undo", tooltip="The last change here"),
    ]

    board: reactive[Board | None] = reactive(None, init=False, bindings=True)

    def compose_middle(self) -> Iterable[Widget]:
        """One line for each thing."""
        yield LongList(id="settings")

    def read_library(self) -> None:
        """Show the board that was chosen last."""
        self.board = board = Boards(self.library).ready()
        self._lines = _lines(board, sounds_on(self.library, board))
        self.title_is(f"Set up: {board.name}")
        self.listing.show(len(self._lines), self._draw, marked=self.listing.marked)

    def _draw(self, line: int, width: int) -> Content:
        key, name, value, _ = self._lines[line]
        return Content.assemble((f"{key}  ", "bold"), f"{name:<{_NAME_WIDTH}}", literal(value))

    @on(LongList.Clicked)
    async def action_change(self) -> None:
        """Do what the key of the marked line does."""
        await self.run_action(self._lines[self.listing.marked][3])

    def _set(self, **fields: Any) -> None:
        self._changed(Boards(self.library).set(self._need(), **fields))

    def _changed(self, now: Board, before: Board | None = None) -> None:
        self.did(partial(Boards(self.library).put_back, before or self._need(), now))
        self.read_library()
        self.say("Kept. Z takes it back.")

    def _need(self) -> Board:
        assert self.board is not None  # it was read when the screen opened
        return self.board

    def action_many(self) -> None:
        """One more; after six, four."""
        many = self._need().many
        self._set(many=many + 1 if many < MOST_BUTTONS else LEAST_BUTTONS)

    def action_scanning(self) -> None:
        """None, two switches, one."""
        at = SCANNING.index(self._need().scanning)
        self._set(scanning=SCANNING[(at + 1) % len(SCANNING)])

    def action_pace(self) -> None:
        """Slower; after the slowest the fastest."""
        self._set(pace=after(PACES, self._need().pace))

    def action_pause(self) -> None:
        """Slower presses; after the slowest every press counts."""
        self._set(pause=after(PAUSES, self._need().pause))

    def action_big(self) -> None:
        """Shapes, or words."""
        self._set(big_words=not self._need().big_words)

    def action_name(self) -> None:
        """Ask what it is called."""
        self.ask("What are these buttons called?", self._call_it, value=self._need().name)

    def _call_it(self, name: str) -> None:
        if name:
            self._set(name=name)

    def action_another(self) -> None:
        """Ask for the name of another board."""
        self.ask("What are the new buttons called?", self._another)

    def _another(self, name: str) -> None:
        if name:
            boards = Boards(self.library)
            made = boards.add(name)
            self._changed(made, Board(chosen=made.chosen))

    def action_take_out(self) -> None:
        """Take the whole board out."""
        boards, board = Boards(self.library), self._need()
        boards.strike(board)
        self.did(partial(boards.strike, board, struck=False))
        self.read_library()
        self.say("Taken out; its sounds stay in My sounds. Z puts it back.")

    def action_sound(self, place: int) -> None:
        """Choose what is on a button."""
        from studio.ui.screens.little.button_sound import ButtonSoundScreen

        if place <= self._need().many:
            self.app.push_screen(ButtonSoundScreen(self._need(), place, self._changed))

    def can_do(self, action: str) -> bool:
        """Only what was kept can be taken out."""
        if action == "take_out":
            return bool(self.board is not None and self.board.id)
        return super().can_do(action)


def _lines(board: Board, sounds: tuple[Sound | None, ...]) -> list[Line]:
    faces = shipped_faces().faces
    on_them = [
        (str(place), f"{faces[place - 1].glyph} {faces[place - 1].called}", _title(sound), f"sound({place})")
        for place, sound in enumerate(sounds, 1)
    ]
    return [
        *on_them,
        ("M", "How many", f"{board.many} buttons", "many"),
        ("K", "Switches", SCANNING_WORDS[board.scanning], "scanning"),
        ("P", "Pace", pace_words(board), "pace"),
        ("W", "Presses", pause_words(board), "pause"),
        ("G", "Big", big_words_words(board), "big"),
        ("N", "Name", board.name, "name"),
    ]


def _title(sound: Sound | None) -> str:
    return "nothing yet" if sound is None else sound.title
