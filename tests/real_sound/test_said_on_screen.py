"""Everything that goes wrong while one records, provoked on a sound card, and what the screen says then."""

from collections.abc import Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from evidence.library import Library
from studio.audio.live.portaudio import PORT_AUDIO
from studio.ui.app import StudioApp
from studio.ui.screens.sounds.one_sound import OneSoundScreen
from studio.ui.sound_io import RealSoundIO
from studio.ui.widgets.big_time import BigTime
from tests.builders import a_sine
from tests.sound_card import RATE, SoundCard
from tests.ui.fakes import NOW, Keyboard

pytestmark = pytest.mark.real_sound

PlugIn = Callable[..., SoundCard]

VOICE = a_sine(60.0, peak=0.3).frames[:, 0]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.open(tmp_path / "library", create=True, school="Oak School", clock=lambda: NOW)


@asynccontextmanager
async def on_record(library: Library, *keys_pressed: str) -> Any:
    """The app on the Record screen, with the sound devices of this computer."""
    app = StudioApp(library, sound_io=RealSoundIO(), clock=library.now)
    async with app.run_test(size=(120, 40)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("1", *keys_pressed)
        yield keys


async def until_said(keys: Keyboard, words: str) -> None:
    """Look ten times a second, as the screen itself does, until it says something."""
    for _ in range(100):
        await keys.settle()
        if words in keys.screen():
            return
        await keys.pilot.pause(0.1)
    raise AssertionError(f"{words!r} is not on the screen:\n{keys.screen()}")


async def until_a_second_is_recorded(keys: Keyboard) -> None:
    while keys.app.screen.query_one(BigTime).seconds < 1:
        await keys.pilot.pause(0.1)


SILENT = "I hear nothing at all. Is "


async def test_no_microphone_until_one_is_plugged_in(
    sound_card: PlugIn, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound_card(microphone=False)
    async with on_record(library) as keys:
        await until_said(keys, "I can't find a microphone. Plug one in, then press R to look again.")
        assert "R look again" in keys.screen()
        with SoundCard() as card:
            for name, value in card.environment.items():
                monkeypatch.setenv(name, value)
            for _ in range(2):  # again while it is listened to
                await keys.press("r")
                await until_said(keys, "only listening: nothing is kept")
            await keys.press("escape")


async def test_the_level_is_seen_and_nothing_is_kept_before_one_records(
    sound_card: PlugIn, library: Library
) -> None:
    card = sound_card()
    card.keep_saying(VOICE)
    async with on_record(library) as keys:
        await until_said(keys, "only listening: nothing is kept")
        await until_said(keys, "███████████████")
        await keys.press("escape")
        assert not PORT_AUDIO.open_streams
    assert not list(library.takes.iterdir())


async def test_a_muted_microphone_before_and_while_one_records(sound_card: PlugIn, library: Library) -> None:
    card = sound_card()
    card.keep_saying(VOICE)
    async with on_record(library) as keys:
        card.mute()
        await until_said(keys, SILENT)
        await keys.press("enter")
        await until_a_second_is_recorded(keys)
        await until_said(keys, SILENT)
        card.unmute()
        await until_said(keys, "Safe on this computer while you record.")
        await keys.press("enter")
        await until_said(keys, "What you did")
    assert len(library.sounds()) == 1


@pytest.mark.parametrize(
    ("sound", "words"),
    [
        (np.full(RATE * 60, 1.0, dtype=np.float32), "Ouch, too loud! Move back a bit."),
        (a_sine(60.0, peak=0.01).frames[:, 0], "That is very quiet. Move closer."),
    ],
    ids=["too loud", "too quiet"],
)
async def test_a_level_of_no_use(sound_card: PlugIn, library: Library, sound: np.ndarray, words: str) -> None:
    sound_card().keep_saying(sound)
    async with on_record(library, "enter") as keys:
        await until_said(keys, words)
        await keys.press("escape")


@pytest.mark.parametrize(
    ("go", "words"),
    [
        ("unplug_microphone", SILENT),
        ("unplug_everything", "The microphone has gone. All that came before is kept"),
        ("die", "The microphone has gone. All that came before is kept"),
        ("freeze", "The microphone has stopped sending sound. Stop here; all that came before it is kept."),
    ],
)
async def test_a_microphone_that_goes_while_one_records(
    sound_card: PlugIn, library: Library, go: str, words: str
) -> None:
    card = sound_card()
    card.keep_saying(VOICE)
    async with on_record(library, "enter") as keys:
        await until_a_second_is_recorded(keys)
        getattr(card, go)()
        await until_said(keys, words)
        if not isinstance(keys.app.screen, OneSoundScreen):
            await keys.press("enter")
        await until_said(keys, "What you did")
        card.thaw()
    [sound] = library.sounds()
    assert sound.seconds > 0.9


async def test_a_sound_server_that_goes_before_one_records(sound_card: PlugIn, library: Library) -> None:
    card = sound_card()
    card.keep_saying(VOICE)
    async with on_record(library) as keys:
        await until_said(keys, "only listening")
        card.die()
        await until_said(keys, "The microphone has gone. Plug it in, then press R to look again.")


async def test_a_disk_that_is_full(sound_card: PlugIn, library: Library) -> None:
    import resource  # not on Windows, where this test is only collected

    card = sound_card()
    card.keep_saying(VOICE)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    async with on_record(library) as keys:
        try:
            # The most that a file may have: past it every write fails as on a full disk.
            resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, before[1]))
            await keys.press("enter")
            await until_said(keys, "The disk is full, so the newest part of the recording is only in memory.")
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
    [sound] = library.sounds()
    assert sound.seconds > 1.0


async def test_hearing_oneself(sound_card: PlugIn, library: Library) -> None:
    card = sound_card()
    card.keep_saying(VOICE)
    with card.listening() as heard:
        async with on_record(library, "o", "e", "escape", "enter") as keys:
            await until_a_second_is_recorded(keys)
            await keys.press("escape")
        loud = np.abs(heard()[:, 0]) > 0.1
    assert np.count_nonzero(loud) > 0.3 * RATE


async def test_no_headphones_to_hear_oneself_with(sound_card: PlugIn, library: Library) -> None:
    card = sound_card(speakers=False)
    card.keep_saying(VOICE)
    async with on_record(library, "o", "e", "escape", "enter") as keys:
        await until_said(keys, "You cannot hear yourself through these headphones.")
        assert "Enter stop" in keys.screen()
        await keys.press("escape")
