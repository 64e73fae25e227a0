from studio.audio.live.devices import NoMicrophone, NoSoundSystem
from studio.errors import StudioError
from studio.ui.screens.one_sound import OneSoundScreen
from tests.ui.fakes import HEADSET, Keyboard


async def test_enter_starts_and_the_meter_says_good(app):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("1")
        assert "Enter start" in keys.screen()
        await keys.press("enter")
        app.screen.poll()
        await keys.settle()
        assert "Safe on this computer while you record." in keys.screen()
        assert "Enter stop" in keys.screen()
        assert "███" in keys.screen()


async def test_a_stopped_take_opens_and_plays(app, library, sound_io):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("1", "enter", "enter")
        assert isinstance(app.screen, OneSoundScreen)
        assert sound_io.the_player.is_playing
        assert "not kept yet" in keys.screen()


async def test_escape_bins_the_take_and_z_takes_it_back(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("1", "enter", "escape")
        assert [sound.binned for sound in library.sounds()] == [True]
        assert "Press Z to take it back" in keys.screen()
        await keys.press("z")
        assert [sound.binned for sound in library.sounds()] == [False]
        assert isinstance(app.screen, OneSoundScreen)


async def test_m_takes_the_next_microphone(app, sound_io):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("1")
        assert "USB microphone" in keys.screen()
        await keys.press("m")
        assert app.screen.device == HEADSET
        assert "Headset [/bold]" in keys.screen()


async def test_without_portaudio_it_says_what_is_missing_and_the_remedy(app, sound_io):
    sound_io.missing = NoSoundSystem("PortAudio is not on this computer.", "Install libportaudio2.")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("1")
        assert "! PortAudio is not on this computer. Install libportaudio2." in keys.screen()
        await keys.press("enter")
        assert app.screen.state == "ready"
        sound_io.missing = None
        await keys.press("r")
        assert "USB microphone" in keys.screen()


async def test_no_microphone_is_said_with_a_key_to_press(app, sound_io):
    sound_io.microphones = ()
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("1")
        assert "I can't find a microphone. Plug one in, then press R to look again." in keys.screen()


async def test_a_problem_while_recording_ends_the_take_and_keeps_it(app, library, sound_io):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("1", "enter")
        sound_io.recorders[0].problem = StudioError("The microphone is gone.", "Plug it in again.")
        app.screen.poll()
        await keys.settle()
        assert "The microphone is gone. Plug it in again." in keys.screen()
    assert len(library.sounds()) == 1


async def test_too_loud_is_said_in_words(app, sound_io):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("1", "enter")
        sound_io.recorders[0].peak_dbfs = -0.1
        app.screen.poll()
        await keys.settle()
        assert "Ouch, too loud! Move back a bit." in keys.screen()


async def test_a_key_held_down_is_one_press(app, library, sound_io):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("1", "enter")
        sound_io.recorders[0].seconds = 0.1
        await keys.press("enter", "enter")
        assert app.screen.state == "recording"
        sound_io.recorders[0].seconds = 3.0
        await keys.press("enter")
    assert len(library.sounds()) == 1


async def test_without_a_microphone_the_next_step_is_to_plug_one_in(app, sound_io):
    microphones, sound_io.microphones = sound_io.microphones, ()
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("1")
        assert "First plug in a microphone." in keys.screen()
        assert "Enter start" not in keys.screen()
        assert "R look again" in keys.screen()
        sound_io.microphones = microphones
        await keys.press("enter")  # looks again, too
        assert "Press Enter to start." in keys.screen()
        assert "Enter start" in keys.screen()


async def test_a_microphone_pulled_out_before_the_start_is_said_with_the_key_that_looks_again(app, sound_io):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("1")
        sound_io.missing = NoMicrophone("No microphone was found.", "Look again.")
        await keys.press("enter")
        assert "I can't find a microphone. Plug one in, then press R to look again." in keys.screen()
        sound_io.missing = None
        await keys.press("r", "enter")
        assert app.screen.state == "recording"
