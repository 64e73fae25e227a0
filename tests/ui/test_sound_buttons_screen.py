"""Sound buttons on the screen: pressed, found with switches, recorded onto, set up and taken back."""

import pytest

from lessons.occasion import Occasions
from lessons.soundboard.board import Board
from lessons.soundboard.boards import Boards
from studio.sound_buttons import begin
from studio.ui.screens.buttons import ButtonsScreen
from studio.ui.widgets.sound_button import SoundButton, bar
from tests.ui.fakes import Keyboard, a_sound

PIN = "482913"


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


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_each_button_has_number_word_shape_and_the_marked_one_stands_out(app, size):
    async with app.run_test(size=size) as pilot:
        keys, _ = await at_the_buttons(pilot)
        screen = keys.screen()
        assert "Saucepan with water" in screen
        assert "Slinky laser" in screen
        assert "╔" in screen
        assert "▼ ▼ ▼" in screen
        assert screen.count("╔") == 1
        assert "1-6 play" in screen
        assert "Enter play" in screen


async def test_a_number_plays_and_again_from_the_start(app, sound_io):
    async with app.run_test(size=(80, 24)) as pilot:
        keys, clock = await at_the_buttons(pilot)
        await keys.press("2")
        clock.later(1.0)
        await keys.press("2")
        assert [start for _, start in sound_io.the_player.played] == [0, 0]
        assert (marked(keys), sounding(keys)) == (2, [2])
        assert "░░░" in keys.screen()
        await keys.press("6", "0")
        assert sounding(keys) == []
        assert not app.screen.is_hearing


async def test_a_key_that_is_held_down_is_one_press(app, sound_io):
    async with app.run_test(size=(80, 24)) as pilot:
        keys, clock = await at_the_buttons(pilot)
        for _ in range(5):
            await keys.press("1")
            clock.later(0.03)
        assert len(sound_io.the_player.played) == 1


async def test_two_switches_go_on_and_play(app, sound_io):
    async with app.run_test(size=(80, 24)) as pilot:
        keys, clock = await at_the_buttons(pilot, scanning="two-keys")
        for key in ("space", "tab", "space", "space", "space"):
            clock.later(1.0)
            await keys.press(key)
        assert marked(keys) == 2
        clock.later(1.0)
        await keys.press("enter")
        assert sounding(keys) == [2]
        assert "Space next" in keys.screen()


@pytest.mark.parametrize("key", ["space", "enter", "tab"])
async def test_with_one_switch_the_mark_walks_and_any_key_plays(app, sound_io, key):
    async with app.run_test(size=(80, 24)) as pilot:
        keys, clock = await at_the_buttons(pilot, scanning="one-key", pace=2.0)
        for _ in range(3):
            clock.later(1.0)
            app.screen.walk()
        assert marked(keys) == 2
        await keys.press(key)
        assert sounding(keys) == [2]
        for _ in range(10):
            clock.later(1.0)
            app.screen.walk()
        assert marked(keys) == 2, "nothing moves while it sounds"
        sound_io.the_player.is_playing = False
        clock.later(2.0)
        app.screen.walk()
        assert marked(keys) == 3


async def test_the_mark_rests_when_nobody_presses_and_a_press_only_wakes_it(app, sound_io):
    async with app.run_test(size=(80, 24)) as pilot:
        keys, clock = await at_the_buttons(pilot, scanning="one-key", pace=1.0)
        for _ in range(40):
            clock.later(1.0)
            app.screen.walk()
        await keys.settle()
        assert "Press to go on." in keys.screen()
        await keys.press("space")
        assert sound_io.the_player.played == []
        clock.later(1.0)
        app.screen.walk()
        assert marked(keys) == 2


async def test_slow_presses_count_only_after_a_quiet_while_and_not_while_a_sound_plays(app, sound_io):
    async with app.run_test(size=(80, 24)) as pilot:
        keys, clock = await at_the_buttons(pilot, pause=0.5)
        await keys.press("1")
        for wait in (0.2, 0.2, 3.0):
            clock.later(wait)
            await keys.press("2")
        assert (marked(keys), len(sound_io.the_player.played)) == (1, 1)
        sound_io.the_player.is_playing = False
        clock.later(0.3)
        await keys.press("2")
        clock.later(0.6)
        await keys.press("3")
        assert (marked(keys), len(sound_io.the_player.played)) == (3, 2)
        clock.later(11.0)
        await keys.press("4")
        assert not app.screen.is_hearing, "a long sound is stopped"
        assert marked(keys) == 3


async def test_a_pupil_records_onto_a_button_and_takes_it_off_again(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        await keys.press("2", "u", "right", "r")
        app.screen.listen()
        await keys.settle()
        assert "● 0:03.0  GOOD" in keys.screen()
        await keys.press("enter")
        assert "It is on the button" in keys.screen()
        assert sounding(keys) == [2]
        [sound] = library.sounds()
        assert sound.title == "Square"
        await keys.press("z")
        assert Boards(library).all() == ()
        assert [each.id for each in library.sounds()] == [sound.id]


@pytest.mark.parametrize("key", ["1", "space"])
async def test_press_moo_press_and_it_is_heard(app, sound_io, library, key):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        clock = StillClock()
        app.push_screen(ButtonsScreen(clock=clock))
        await keys.settle()
        await keys.press(key)
        assert "Enter stop" in keys.screen()
        await keys.press(key)
        assert library.sounds() == (), "a key held down is one press"
        clock.later(2.0)
        await keys.press(key)
        assert [sound.title for sound in library.sounds()] == ["Circle"]
        assert sounding(keys) == [1]


async def test_one_switch_records_on_an_empty_button(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys, clock = await at_the_buttons(pilot, scanning="one-key", pace=1.0, many=5, pause=0.5)
        for _ in range(4):
            clock.later(1.0)
            app.screen.walk()
        await keys.press("space")
        for _ in range(9):
            clock.later(1.0)
            app.screen.walk()
        assert marked(keys) == 5
        await keys.press("space")
        assert Boards(library).ready().sound_at(5) == library.sounds()[-1].id
        assert library.sounds()[-1].title == "Cross"


async def test_esc_while_recording_bins_it_and_stays(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        await keys.press("2", "u", "r", "escape")
        assert isinstance(app.screen, ButtonsScreen)
        assert [sound.binned for sound in library.sounds()] == [True]
        await keys.press("r", "enter", "escape")
        assert [sound.binned for sound in library.sounds()] == [True, False]


async def test_without_a_microphone_the_buttons_still_play(app, sound_io, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys, clock = await at_the_buttons(pilot)
        player, sound_io.missing = sound_io.player(), OSError(19, "No such device")
        await keys.press("r")
        assert "No such device".lower() in keys.screen().lower()
        sound_io.missing = None
        clock.later(1.0)
        await keys.press("1")
        assert len(player.played) == 1


async def test_everything_is_set_up_with_one_key_each_and_is_there_next_time(app, library):
    owl = a_sound(library, "Owl")
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        await keys.press("2", "u", "s", "m", "k", "k", "p", "w", "w", "g", "n")
        await keys.type("Farm [b]")
        await keys.press("enter", "2", "enter")
        board = Boards(library).ready()
        assert (board.many, board.scanning, board.pace, board.pause) == (5, "one-key", 3.0, 0.5)
        assert (board.name, board.big_words, board.sound_at(2)) == ("Farm [b]", True, owl.id)
        assert "slow: none counts for 0.5 s" in keys.screen()
        await keys.press("escape", "escape", "u")
        assert "Farm [b]" in keys.screen()
        await keys.press("s", "p", "z")
        assert Boards(library).ready() == board


async def test_the_marked_line_changes_with_enter_too(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        await keys.press("2", "u", "s", *["down"] * 4, "enter")
        assert Boards(library).ready().many == 5


async def test_a_sound_is_taken_off_its_button(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys, _ = await at_the_buttons(pilot)
        assert Boards(library).ready().sound_at(1) != ""
        await keys.press("s", "1", "home", "enter")
        assert Boards(library).ready().sound_at(1) == ""


async def test_several_boards_go_round_and_one_is_taken_out_and_put_back(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys, _ = await at_the_buttons(pilot)
        await keys.press("s", "a")
        await keys.type("Sea")
        await keys.press("enter", "escape")
        assert "Sea" in keys.screen()
        await keys.press("b")
        assert "Moo" in keys.screen()
        await keys.press("s", "x")
        assert [board.name for board in Boards(library).all()] == ["Sea"]
        await keys.press("z")
        assert len(Boards(library).all()) == 2


async def test_some_sounds_come_with_one_key_and_only_once(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        await keys.press("2", "u")
        await keys.mash("n", "n", "n")
        assert len(library.sounds()) == 4
        assert len(Boards(library).all()) == 1
        assert "Moo" in keys.screen()


async def test_that_we_performed_is_for_adults_and_is_taken_back(app, library):
    library.adults.set_pin(PIN)
    library.adults.lock()
    async with app.run_test(size=(80, 24)) as pilot:
        keys, _ = await at_the_buttons(pilot)
        await keys.press("w")
        assert Occasions(library).all() == ()
        await keys.type(PIN)
        await keys.press("enter")
        assert "Written down as performed today" in keys.screen()
        [made] = Occasions(library).all()
        assert len(made.sounds) == 4
        await keys.press("z")
        assert Occasions(library).all() == ()


async def test_without_colour_the_marked_and_the_sounding_button_are_told_apart(
    library, sound_io, monkeypatch
):
    from studio.ui.app import StudioApp
    from tests.ui.fakes import NOW

    monkeypatch.setenv("NO_COLOR", "1")
    app = StudioApp(library, sound_io=sound_io, clock=lambda: NOW)
    async with app.run_test(size=(80, 24)) as pilot:
        keys, _ = await at_the_buttons(pilot, many=6)
        await keys.press("4")
        lines = keys.screen().splitlines()
        assert sum("╔" in line for line in lines) == sum("╚═ ░" in line for line in lines) == 1


async def test_words_are_as_big_as_there_is_room_for(app):
    async with app.run_test(size=(80, 24)) as pilot:
        keys, _ = await at_the_buttons(pilot, big_words=True)
        assert "1 ●" in keys.screen()
        assert "Moo" not in keys.screen(), "it is drawn in big letters"
        for size in ((20, 6), (40, 12), (120, 40), (80, 24)):
            await pilot.resize_terminal(*size)
            await keys.settle()


def test_the_bar_fills():
    assert [bar(share, 4) for share in (-1, 0, 0.5, 1, 9)] == ["░░░░", "░░░░", "██░░", "████", "████"]


async def test_a_click_does_what_the_number_does(app, sound_io):
    async with app.run_test(size=(80, 24)) as pilot:
        keys, _ = await at_the_buttons(pilot)
        await pilot.click("#button-3")
        await keys.settle()
        assert sounding(keys) == [3]


async def test_a_finger_records_and_stops_on_an_empty_button(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys, clock = await at_the_buttons(pilot, many=5)
        for _ in range(2):
            clock.later(1.0)
            await pilot.click("#button-5")
            await keys.settle()
        assert Boards(library).ready().sound_at(5) == library.sounds()[-1].id


def test_a_board_knows_what_is_shown(library):
    board = Board(chosen=library.now()).with_sound(6, "S-0001").with_sound(2, "S-0002")
    assert board.shown == ("S-0002",)
