"""The tuner on the screen: the note, low or high in words, and no microphone without an end."""

from threading import Event

import pytest
from textual.pilot import Pilot

from studio.audio.live.devices import NoMicrophone
from studio.ui.app import StudioApp
from studio.ui.screens.sounds.tuner import TunerScreen
from tests.ui.fakes import HEADSET, FakeListener, Keyboard


async def tuning(pilot: Pilot[None]) -> Keyboard:
    keys = Keyboard(pilot)
    await keys.settle()
    keys.app.open_place("tuner")
    await keys.settle()
    assert isinstance(keys.app.screen, TunerScreen)
    return keys


async def hear(keys: Keyboard, sound_io, hertz: float | None, *, moments: int = 3) -> str:
    sound_io.the_listener.hertz = hertz
    for _ in range(moments):
        keys.app.screen.look()
    await keys.settle()
    return keys.screen()


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (30, 8)])
async def test_a_note_is_named_and_placed(app: StudioApp, sound_io, size):
    async with app.run_test(size=size) as pilot:
        keys = await tuning(pilot)
        shown = await hear(keys, sound_io, 440.0)
        if size[1] > 20:
            assert "A4, 440 Hz: in tune" in shown
            assert "██████████" in shown
            assert "Nothing is recorded." in shown
        assert sound_io.the_listener.is_open


async def test_low_and_high_are_said_in_words_and_cents(app, sound_io):
    async with app.run_test() as pilot:
        keys = await tuning(pilot)
        assert "Bb4, 460 Hz: a bit low, 23 cents off" in await hear(keys, sound_io, 460.0)
        assert "a bit high" in await hear(keys, sound_io, 475.0)


async def test_a_note_stays_while_one_breathes_and_then_goes(app, sound_io):
    async with app.run_test() as pilot:
        keys = await tuning(pilot)
        await hear(keys, sound_io, 440.0)
        assert "A4" in await hear(keys, sound_io, None, moments=3)
        assert "Play or sing one long note." in await hear(keys, sound_io, None, moments=8)


async def test_a_microphone_that_is_switched_off_is_said(app, sound_io):
    async with app.run_test() as pilot:
        keys = await tuning(pilot)
        sound_io.the_listener.silent_seconds = 1.2
        assert "Is the microphone switched on?" in await hear(keys, sound_io, None, moments=9)
        sound_io.the_listener.silent_seconds = 0.0
        assert "A4" in await hear(keys, sound_io, 440.0)


async def test_one_odd_moment_changes_nothing(app, sound_io):
    async with app.run_test() as pilot:
        keys = await tuning(pilot)
        await hear(keys, sound_io, 440.0)
        assert "A4" in await hear(keys, sound_io, 880.0, moments=1)
        assert "A5" in await hear(keys, sound_io, 880.0, moments=2)


async def test_m_takes_the_next_microphone_and_leaving_closes_it(app, sound_io):
    async with app.run_test() as pilot:
        keys = await tuning(pilot)
        assert "USB microphone" in keys.screen()
        await keys.press("m")
        assert HEADSET.name in keys.screen()
        assert sound_io.the_listener.is_open
        await keys.press("escape")
        assert not sound_io.the_listener.is_open
        await keys.press("1")
        assert HEADSET.name in keys.screen(), "the choice counts for recording too"


@pytest.fixture
def listeners(sound_io, monkeypatch) -> list[FakeListener]:
    """Every microphone that was opened, each of its own."""
    opened: list[FakeListener] = []

    def listener(device: object) -> FakeListener:
        opened.append(FakeListener())
        return opened[-1]

    monkeypatch.setattr(sound_io, "listener", listener)
    return opened


async def test_of_several_that_open_at_once_one_stays_open_and_none_at_the_end(app, listeners):
    async with app.run_test() as pilot:
        keys = await tuning(pilot)
        for _ in range(3):  # as quick as a key can come
            app.screen._begin(HEADSET, again=False)
        await keys.settle()
        assert [listener.is_open for listener in listeners].count(True) == 1
        assert app.screen.listening
    assert not any(listener.is_open for listener in listeners)


async def test_behind_the_help_nothing_is_listened_to(app, listeners):
    async with app.run_test() as pilot:
        keys = await tuning(pilot)
        await keys.press("h")
        assert not any(listener.is_open for listener in listeners)
        await keys.press("escape")
        assert listeners[-1].is_open
        assert app.screen.listening


async def test_a_microphone_that_opens_when_one_has_left_is_closed(app, sound_io, listeners, monkeypatch):
    goes_on, opens = Event(), sound_io.listener

    def late(device: object) -> FakeListener:
        goes_on.wait()
        return opens(device)

    async with app.run_test() as pilot:
        keys = await tuning(pilot)
        monkeypatch.setattr(sound_io, "listener", late)
        await keys.mash("m", "escape", wait=False)
        while isinstance(app.screen, TunerScreen):
            await keys.handled()
        goes_on.set()
        while len(listeners) < 2 or any(listener.is_open for listener in listeners):
            await keys.handled()


async def test_without_a_microphone_there_is_a_next_step(app, sound_io):
    sound_io.missing = NoMicrophone("There is no microphone.", "Plug one in.")
    async with app.run_test() as pilot:
        keys = await tuning(pilot)
        assert "There is no microphone." in keys.screen()
        sound_io.missing = None
        sound_io.microphones, found = (), sound_io.microphones
        await keys.press("r")
        assert "I can't find a microphone." in keys.screen()
        sound_io.microphones = found
        await keys.press("r")
        assert "A4" in await hear(keys, sound_io, 440.0)
        assert "I can't find" not in keys.screen()


async def test_a_microphone_that_is_pulled_out_is_said(app, sound_io):
    async with app.run_test() as pilot:
        keys = await tuning(pilot)
        sound_io.the_listener.problem = NoMicrophone("The microphone went away.", "Plug it in again.")
        app.screen.look()
        await keys.settle()
        assert "The microphone went away." in keys.screen()
        assert "First plug in a microphone." in keys.screen()
        sound_io.the_listener.problem = None
        await keys.press("r")
        assert "A4" in await hear(keys, sound_io, 440.0)
