from dataclasses import replace

from lessons.club.sessions import Sessions
from studio.audio.live.devices import DeviceBusy, DeviceGone, NoMicrophone, NoSoundSystem
from studio.audio.live.how_to_record import HowToRecord
from studio.audio.live.monitor import CannotHearYourself
from studio.audio.live.recorder import MicrophoneSilent
from studio.errors import StudioError
from studio.ui.record_words import QUIET_LOOKS, SAFE
from studio.ui.screens.sounds.one_sound import OneSoundScreen
from studio.ui.widgets.big_time import BigTime
from tests.ui.club import a_club
from tests.ui.fakes import HEADSET, MICROPHONE, Keyboard


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


async def test_the_level_is_seen_before_one_records(app, library, sound_io):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("1")
        app.screen.poll()
        await keys.settle()
        assert "███" in keys.screen()
        assert "only listening: nothing is kept" in keys.screen()
        assert not list(library.takes.glob("*"))
        await keys.press("escape")
    assert [recorder.state for recorder in sound_io.recorders] == ["ready"]


async def test_a_take_begins_with_the_microphone_that_listens(app, sound_io):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("1", "enter")
        assert [recorder.state for recorder in sound_io.recorders] == ["recording"]


async def test_another_screen_is_not_listened_to(app, sound_io):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("1", "h")
        assert sound_io.recorders[-1].state == "ready"
        await keys.press("escape")
        assert sound_io.recorders[-1].state == "listening"


async def test_the_level_can_be_switched_off(app, sound_io):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("1", "o", "v", "escape")
        assert [recorder.state for recorder in sound_io.recorders] == ["ready"]
        app.screen.poll()
        await keys.settle()
        assert "only listening" not in keys.screen()
        await keys.press("enter")
        assert sound_io.recorders[-1].state == "recording"


async def test_a_microphone_that_does_not_open_to_listen_is_said_and_one_goes_on(app, sound_io):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("1", "h")
        sound_io.missing = DeviceBusy("Another program is using it.", "Close the other program.")
        await keys.press("escape")
        assert "! Another program is using it. Close the other program." in keys.screen()
        assert "Enter start" in keys.screen()
        sound_io.missing = None
        await keys.press("enter")
        assert app.screen.state == "recording"


async def test_a_microphone_that_goes_while_it_listens_is_said(app, sound_io):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("1")
        heard = sound_io.recorders[-1]
        heard.state, heard.problem = "lost", DeviceGone("The microphone has gone.", "Plug it in.")
        app.screen.poll()
        await keys.settle()
        assert "! The microphone has gone. Plug it in, then press R to look again." in keys.screen()
        assert heard.state == "ready"


async def test_exact_silence_is_said_before_and_while_one_records_and_ends_nothing(app, sound_io):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("1")
        heard = sound_io.recorders[-1]
        heard.more = {"silent_seconds": 3.0}
        heard.problem = MicrophoneSilent("The microphone sends nothing at all.", "Switch it on.")
        for _ in range(2):
            app.screen.poll()
            await keys.settle()
            assert "I hear nothing at all. Is " in keys.screen()
            await keys.press("enter" if app.screen.state == "ready" else "p")
        assert app.screen.state == "paused"


async def test_a_pause_and_going_on_are_one_key(app, library, sound_io):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("1", "enter", "p")
        assert sound_io.recorders[-1].state == "paused"
        app.screen.poll()
        await keys.settle()
        assert "Paused. P goes on, Enter stops." in keys.screen()
        assert "P go on" in keys.screen()
        await keys.press("p")
        assert sound_io.recorders[-1].state == "recording"
        await keys.press("p", "enter")
    assert len(library.sounds()) == 1


async def test_three_two_one_is_counted_in_big_numbers(app, sound_io):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("1", "o", "s", "enter")
        assert "Starts after 3, 2, 1 · 10 minutes at most" in keys.screen()
        await keys.press("enter")
        for number in (3, 2, 1):
            assert app.screen.query_one(BigTime).counted == number
            assert app.screen.state == "counting"
            app.screen.count()
            await keys.settle()
        assert app.screen.state == "recording"
        assert app.screen.query_one(BigTime).counted is None


async def test_four_beats_are_counted_as_musicians_do(app, sound_io):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("1", "o", "s", "s", "b", "escape")
        assert app.how_to_record.count_seconds == 60 / 105
        await keys.press("enter")
        for number in (1, 2, 3, 4):
            assert app.screen.query_one(BigTime).counted == number
            app.screen.count()
        await keys.settle()
        assert app.screen.state == "recording"


async def test_a_count_in_can_be_left(app, library, sound_io):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("1", "o", "s", "enter", "enter", "escape")
        assert app.screen.state == "ready"
        app.screen.count()
        await keys.settle()
        assert app.screen.state == "ready"
        assert sound_io.recorders[-1].state == "listening"
    assert library.sounds() == ()


async def test_a_take_can_wait_for_a_sound(app, library, sound_io):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("1", "o", *"sss", "enter")
        assert "Starts by a sound" in keys.screen()
        await keys.press("enter")
        app.screen.poll()
        await keys.settle()
        assert "I wait for a sound. Make it now." in keys.screen()
        assert "Esc never mind" in keys.screen()
        await keys.press("escape")
        assert app.screen.state == "ready"
        await keys.press("enter")
        sound_io.recorders[-1].state = "recording"
        app.screen.poll()
        assert app.screen.state == "recording"
        await keys.press("enter")
    assert len(library.sounds()) == 1


async def test_the_end_of_the_longest_take_is_said_before_and_after(app, library, sound_io):
    async with app.run_test(size=(120, 40)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("1", "o", "l", "l", "l", "l", "escape")
        assert "No end" not in keys.screen()
        await keys.press("enter")
        recorder = sound_io.recorders[-1]
        assert recorder.how.longest_seconds == 60.0
        recorder.more = {"left_seconds": 7.2}
        app.screen.poll()
        await keys.settle()
        assert "Only 8 seconds left. L makes it longer." in keys.screen()
        await keys.press("l")
        assert recorder.more["left_seconds"] == 67.2
        assert "This take may be 1 minute longer now." in keys.screen()
        recorder.more = {"left_seconds": 0.0}
        recorder.state = "full"
        app.screen.poll()
        await keys.settle()
        assert "This take is as long as it may be: 1 minute. O on Record changes that." in keys.screen()
    assert len(library.sounds()) == 1


async def test_record_again_keeps_the_take_before(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("1", "enter", "enter", "escape")
        assert "is in My sounds. Press Enter to record again." in keys.screen()
        await keys.press("enter", "enter")
        assert isinstance(app.screen, OneSoundScreen)
    assert [sound.binned for sound in library.sounds()] == [False, False]


async def test_far_too_quiet_is_said_after_a_while(app, sound_io):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("1", "enter")
        sound_io.recorders[-1].peak_dbfs = -45.0
        for _ in range(QUIET_LOOKS - 1):
            app.screen.poll()
        assert app.screen.advice == SAFE
        app.screen.poll()
        assert app.screen.advice == "That is very quiet. Move closer."


async def test_missing_sound_is_said(app, sound_io):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("1", "enter")
        sound_io.recorders[-1].more = {"lost_seconds": 1.24}
        app.screen.poll()
        assert app.screen.advice == "This computer was busy: 1.2 s of sound is missing."


async def test_headphones_that_do_not_work_are_said_once(app, sound_io):
    async with app.run_test(size=(120, 40)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("1", "o", "e", "escape")
        assert "you hear yourself" in keys.screen()
        sound_io.recorders[-1].more = {"notice": CannotHearYourself("You cannot hear yourself.", "Go on.")}
        app.screen.poll()
        await keys.settle()
        assert "! You cannot hear yourself. Go on." in keys.screen()
        await keys.press("m")
        assert sound_io.recorders[-1].how.hears_self


async def test_of_many_microphones_one_is_chosen_from_a_list(app, sound_io):
    third = replace(HEADSET, index=2, name="Microphone (Classroom USB Audio 2, the long name of it)")
    sound_io.microphones = (*sound_io.microphones, third)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("1", "m")
        assert third.name in keys.screen()
        assert "the usual one" in keys.screen()
        await keys.press("end", "enter")
        assert app.screen.device == third
        await keys.press("enter")
        assert sound_io.recorders[-1].device == third
        assert app.screen.state == "recording"


async def test_the_choice_of_a_microphone_is_remembered_by_its_name(app, sound_io):
    async with app.run_test(size=(120, 40)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("1", "m", "escape", "1")
        assert app.screen.device.name == HEADSET.name
        sound_io.microphones = (MICROPHONE,)
        await keys.press("r")
        assert app.screen.device == MICROPHONE
        assert "“Headset [/bold]” is not here now. This is USB microphone." in keys.screen()
        sound_io.microphones = (MICROPHONE, replace(HEADSET, index=7))
        await keys.press("r")
        assert app.screen.device.index == 7
        assert "Microphone: Headset [/bold]." in keys.screen(), "what looking again has found"


async def test_a_take_says_that_it_goes_with_the_session(app, library):
    a_club(library)
    Sessions(library).plan_term()
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("1")
        assert "club session" not in keys.screen()
        await keys.press("escape")
        Sessions(library).open(Sessions(library).today().id)
        await keys.press("1")
        assert "Goes with today's club session" in keys.screen()


async def test_how_to_record_is_as_usual_again_with_one_key(app):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("1", "o", "s", "l", "e")
        assert app.how_to_record != HowToRecord()
        await keys.press("u")
        assert app.how_to_record == HowToRecord()
        assert "■at once" in keys.screen()


async def test_a_disk_with_little_room_is_said_before_one_records(app, library, monkeypatch):
    monkeypatch.setattr("studio.ui.screens.sounds.listening.free_bytes", lambda folder: 5.5 * 60 * 144_000)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("1")
        assert "Starts at once · room for 5 minutes" in keys.screen()


async def test_the_microphone_the_system_calls_default_is_the_usual_one(app, sound_io):
    sound_io.microphones = (replace(MICROPHONE, name="default"),)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("1")
        assert "the computer's usual microphone" in keys.screen()
