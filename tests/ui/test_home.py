from datetime import timedelta

from evidence.library import Library
from studio.audio.live.recovery import UnfinishedTake
from studio.ui.app import StudioApp
from studio.ui.screens.sounds.one_sound import OneSoundScreen
from tests.ui.fakes import NOW, FakeRecorder, Keyboard, a_noisy_beep, a_sound


async def test_an_empty_library_says_what_to_press(app):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        assert "No sounds yet. Press 1 to make the first one." in keys.screen()


async def test_home_says_whose_library_it_is_and_the_day(app):
    async with app.run_test() as pilot:
        assert "Oak School · Tue 24 Nov" in Keyboard(pilot).screen()


async def test_space_plays_the_last_sound_and_stops_it(app, library, sound_io):
    a_sound(library, "Rain", seconds=4)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        assert "Last: Rain   0:04.0" in keys.screen()
        await keys.press("space")
        assert sound_io.the_player.played == [(4.0, 0)]
        await keys.press("space")
        assert not sound_io.the_player.is_playing


async def test_a_take_left_behind_is_offered_and_enter_keeps_it(app, library, sound_io, tmp_path):
    recorder = FakeRecorder(library.takes, a_noisy_beep())
    recorder.start()
    part = recorder.stop().path.rename(library.takes / "2026-11-24_10-42-00-abc.wav.part")
    sound_io.left_behind = (UnfinishedTake(part, NOW - timedelta(seconds=7), 3.0),)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        assert "We saved a recording from today 10:42.  Enter keeps it." in keys.screen()
        await keys.press("enter")
        assert isinstance(app.screen, OneSoundScreen)
        assert len(library.sounds()) == 1
        sound_io.left_behind = ()
        await keys.press("escape")
        assert "We saved a recording" not in keys.screen()


async def test_c_changes_the_colours_round_and_round(app):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        seen = []
        for _ in range(3):
            await keys.press("c")
            seen.append(app.theme)
        assert seen == ["high contrast", "cream", "dark"]
        assert "Colours: dark." in keys.screen()


async def test_arrows_and_enter_go_where_the_digits_go(app):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("down", "enter")
        assert "My sounds" in keys.screen().splitlines()[0]


async def test_q_leaves(app):
    async with app.run_test() as pilot:
        await pilot.press("q")
    assert app.return_code == 0


async def test_a_school_without_a_name_is_asked_for_it(tmp_path, sound_io):
    library = Library.open(tmp_path / "new", create=True, clock=lambda: NOW)
    async with StudioApp(library, sound_io=sound_io, clock=lambda: NOW).run_test() as pilot:
        keys = Keyboard(pilot)
        assert "Our school · Tue 24 Nov" in keys.screen()
        await keys.press("n")
        await keys.type("St [Mary]")
        await keys.press("enter")
        assert "St [Mary] · Tue 24 Nov" in keys.screen()
        assert "name the school" not in keys.screen()
    assert Library.open(library.folder).school == "St [Mary]"
