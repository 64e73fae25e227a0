"""Sound buttons: four to six giant keys with a sound of the library on each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive

from lessons.soundboard.board import Board
from lessons.soundboard.boards import Boards
from studio.sound_buttons import begin, keep_on_button, not_performed, performed, sounds_on
from studio.ui.faults import FAULTS
from studio.ui.messages import ProblemMet
from studio.ui.screens.little.pressing import PRESSING_KEYS, PressingScreen

if TYPE_CHECKING:
    from evidence.sound import Sound
    from studio.audio.live.take_file import FinishedTake

_FIRST = "Press a number to record on it. N puts some sounds on the buttons."


class BoardFilled(Message):
    """Sounds to begin with are on the board."""

    def __init__(self, board: Board) -> None:
        super().__init__()
        self.board = board


class ButtonsScreen(PressingScreen):
    """Press, and hear it; the marked button is the one that R records on."""

    HELP_PAGE: ClassVar[str] = "buttons"
    BINDINGS: ClassVar[list[BindingType]] = [
        *PRESSING_KEYS,
        Binding("r", "record", "record on it", id="buttons.record", tooltip="On the marked button"),
        Binding("n", "begin", "some sounds", id="buttons.begin", tooltip="Sounds to begin with"),
        Binding("b", "other", "other buttons", id="buttons.other", tooltip="Another board"),
        Binding("s", "set_up", "set up", id="buttons.set_up", tooltip="Which sounds, switches, slow presses"),
        Binding("w", "write", "we performed", id="buttons.write", tooltip="For adults: write it down"),
        Binding("z", "undo", "undo", id="buttons.undo", tooltip="Take the last thing back"),
    ]

    undos: reactive[tuple[Callable[[], object], ...]] = reactive((), init=False, bindings=True)
    bringing: reactive[bool] = reactive(False, init=False, bindings=True)
    """Whether sounds to begin with are on their way."""
    sounds: tuple[Sound | None, ...] = ()
    _boards = 0

    def read_library(self) -> None:
        """Show the board that was chosen last."""
        boards = Boards(self.library)
        self._boards = len(boards.all())
        self._show(boards.ready())

    def _show(self, board: Board) -> None:
        self.sounds = sounds_on(self.library, board)
        self.show_buttons(board, [sound.title if sound is not None else "" for sound in self.sounds])
        self.title_is(board.name, self.whose())
        if not any(self.sounds):
            self.say(_FIRST)
        else:
            self.say_no_more(_FIRST)
        self.refresh_bindings()

    def press_marked(self) -> None:
        """Play what is on the marked button from the start; record where nothing is."""
        sound = self.sounds[self.at]
        self.rest_buttons()
        if sound is None:
            self.begin_taking()  # press, moo, press: the way in for the youngest, and for one switch
            return
        self.say("")
        self.hear_from(self.at, sound)

    def action_record(self) -> None:
        """Record on the marked button."""
        self.begin_taking()

    def heard(self, words: str) -> None:
        """Over the button that it is for."""
        self.marked.heard = words

    def keep(self, take: FinishedTake) -> Sound:
        """Onto the marked button."""
        return keep_on_button(self.library, self._need(), self.at + 1, take)

    def kept(self, sound: Sound) -> None:
        """Hear it from its button."""
        before = self._need()
        self.read_library()
        self._can_undo(partial(Boards(self.library).put_back, before, self._need()))
        self.press_marked()
        self.say("It is on the button. Z takes it off again.")

    def _need(self) -> Board:
        assert self.board is not None  # it was read when the screen opened
        return self.board

    def _can_undo(self, undo: Callable[[], object]) -> None:
        self.undos = (*self.undos, undo)

    def action_begin(self) -> None:
        """Bring sounds in, and put them on the buttons."""
        self.bringing = True
        self.say("They are coming in.")
        self._begin_with_some()

    @work(thread=True, group="begin", exclusive=True)
    def _begin_with_some(self) -> None:
        try:
            board = begin(self.library, self._need())
        except FAULTS as error:
            self.post_message(ProblemMet(error))
            return
        self.post_message(BoardFilled(board))

    @on(ProblemMet)
    def _not_begun(self) -> None:
        self.bringing = False

    @on(BoardFilled)
    def _filled(self, message: BoardFilled) -> None:
        self.bringing = False
        self._can_undo(partial(Boards(self.library).put_back, self._need(), message.board))
        self.read_library()
        self.say("Press a number to play.")

    def action_other(self) -> None:
        """The next board."""
        boards = Boards(self.library)
        there = boards.all()
        ids = [board.id for board in there]
        at = ids.index(self._need().id) if self._need().id in ids else -1
        self.action_quiet()
        self._show(boards.choose(there[(at + 1) % len(there)]))

    def action_set_up(self) -> None:
        """Which sounds, and how they are chosen."""
        from studio.ui.screens.little.button_settings import ButtonSettingsScreen

        self.action_quiet()
        self.app.push_screen(ButtonSettingsScreen())

    def action_write(self) -> None:
        """Write down that it was performed, which is for adults."""
        self.studio.door.pass_through(self, self._write)

    def _write(self) -> None:
        made = performed(self.library, self._need())
        self._can_undo(partial(not_performed, self.library, made))
        self.say(f"Written down as performed today: {made.title}. Z takes it back.")

    def action_undo(self) -> None:
        """Take the last thing back."""
        *rest, last = self.undos
        last()
        self.undos = tuple(rest)
        self.action_quiet()
        self.read_library()
        self.say("Taken back.")

    def can_do(self, action: str) -> bool:
        """Some keys need a sound, or something to take back."""
        allowed = {
            "begin": not (any(self.sounds) or self.bringing),
            "other": self._boards > 1,
            "write": any(self.sounds),
            "undo": bool(self.undos),
        }
        return super().can_do(action) and allowed.get(action, True)
