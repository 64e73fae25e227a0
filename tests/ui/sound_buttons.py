"""At the sound buttons, with a clock that stands still."""

from lessons.soundboard.boards import Boards
from studio.sound_buttons import begin
from studio.ui.screens.little.buttons import ButtonsScreen
from studio.ui.widgets.sound_button import SoundButton
from tests.ui.fakes import Keyboard


class StillClock:
    """Seconds that pass only when told."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds

    def later(self, seconds: float) -> None:
        self.seconds += seconds


async def at_the_buttons(pilot, **fields) -> tuple[Keyboard, StillClock]:
    keys, clock = Keyboard(pilot), StillClock()
    await keys.settle()
    boards = Boards(keys.app.library)
    board = begin(keys.app.library, boards.ready())
    if fields:
        boards.set(board, **fields)
    keys.app.push_screen(ButtonsScreen(clock=clock))
    await keys.settle()
    return keys, clock


def buttons(keys: Keyboard) -> list[SoundButton]:
    return list(keys.app.screen.query(SoundButton))


def marked(keys: Keyboard) -> int:
    [place] = [button.place for button in buttons(keys) if button.is_marked]
    return place


def sounding(keys: Keyboard) -> list[int]:
    return [button.place for button in buttons(keys) if button.share is not None]
