"""Sound devices for tests: a microphone that hears a sine, speakers that only count time."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widgets import Input
from textual.worker import WorkerCancelled

from evidence.entry import Entry
from evidence.library import Library
from evidence.sound import Sound
from rubric.framework import Claim
from rubric.load import shipped_framework
from studio import takes
from studio.audio.clip import Frames
from studio.audio.files.wav import WavFile, WavWriter
from studio.audio.live.devices import Device
from studio.audio.live.how_to_record import HowToRecord
from studio.audio.live.recorder import RecorderStatus
from studio.audio.live.recorder_status import State
from studio.audio.live.recovery import UnfinishedTake
from studio.audio.live.recovery import recover as recover_take
from studio.audio.live.take_file import FinishedTake
from studio.audio.overview import overview_of
from studio.errors import StudioError
from studio.make_evidence import make_evidence
from studio.ui.app import StudioApp
from studio.ui.screens.home import HomeScreen

NOW = datetime(2026, 11, 24, 10, 42, 7, tzinfo=UTC)
MICROPHONE = Device(0, "USB microphone", "fake", 1, 0, 48000, True, False)
HEADSET = Device(1, "Headset [/bold]", "fake", 1, 2, 48000, False, True)


def a_noisy_beep(seconds: float = 3.0, samplerate: int = 48000) -> Frames:
    """A second of beep in the middle of faint noise: what tidy is sure about."""
    time = np.arange(round(seconds * samplerate)) / samplerate
    hiss = np.random.default_rng(3).normal(0, 0.0008, len(time))
    sounds = (time > seconds / 3) & (time < 2 * seconds / 3)
    return (hiss + np.where(sounds, 0.2 * np.sin(2 * np.pi * 440 * time), 0)).astype(np.float32)[:, None]


@dataclass
class FakeRecorder:
    """Has heard three seconds at once."""

    folder: Path
    frames: Frames
    peak_dbfs: float = -12.0
    seconds: float = 3.0
    problem: StudioError | None = None
    how: HowToRecord | None = None
    device: Device | None = None
    state: State = "ready"
    more: dict[str, Any] = field(default_factory=dict)
    """What else the status says."""
    missing: Callable[[], StudioError | None] = lambda: None

    def open(self) -> None:
        if error := self.missing():
            raise error

    def listen(self) -> None:
        self.open()
        self.state = "listening"

    def start(self) -> None:
        self.open()
        self.folder.mkdir(exist_ok=True)
        self.state = "waiting" if self.how is not None and self.how.start == "sound" else "recording"

    def pause(self) -> None:
        self.state = "paused"

    def go_on(self) -> None:
        self.state = "recording"

    def longer(self, seconds: float) -> None:
        self.more["left_seconds"] += seconds

    def leave(self) -> None:
        self.state = "ready"

    def poll(self) -> RecorderStatus:
        seconds = 0.0 if self.state in ("ready", "listening", "waiting") else self.seconds
        loud = self.peak_dbfs, self.peak_dbfs - 10
        return replace(RecorderStatus(self.state, seconds, *loud, 0, 0.0, 0.0, self.problem), **self.more)

    def stop(self) -> FinishedTake:
        path = self.folder / "take.wav"
        with WavWriter(path, samplerate=48000, channels=1) as writer:
            writer.write(self.frames)
        with WavFile(path) as source:
            overview = overview_of(source)
        return FinishedTake(path, overview, NOW, len(self.frames) / 48000, 48000, 1)


@dataclass
class FakeListener:
    """Hears a steady tone, or whatever the test puts in its place."""

    hertz: float | None = 440.0
    samplerate: int = 48000
    silent_seconds: float = 0.0
    problem: StudioError | None = None
    is_open: bool = False

    def start(self) -> None:
        self.is_open = True

    def latest(self, seconds: float) -> Frames:
        time = np.arange(round(seconds * self.samplerate)) / self.samplerate
        wave = 0.0 * time if self.hertz is None else 0.3 * np.sin(2 * np.pi * self.hertz * time)
        return wave.astype(np.float32)[:, None]

    def close(self) -> None:
        self.is_open = False


@dataclass
class FakePlayer:
    """Keeps what it was asked to play; sounds until told that time has passed."""

    played: list[tuple[float, int]] = field(default_factory=list)
    """Seconds and first frame of everything that was played."""
    parts: list[tuple[int, int]] = field(default_factory=list)
    """First frame and end of the same."""
    position: int = 0
    is_playing: bool = False
    problem: StudioError | None = None

    def play(self, source: object, *, start: int = 0, stop: int | None = None) -> None:
        length = source.length  # type: ignore[attr-defined]
        self.played.append((length / source.samplerate, start))  # type: ignore[attr-defined]
        self.parts.append((start, length if stop is None else stop))
        self.position = start
        self.is_playing = True

    def stop(self) -> None:
        self.is_playing = False

    def wait(self, timeout: float | None = None) -> bool:
        return True


@dataclass
class FakeSoundIO:
    """One microphone and one pair of speakers, or a reason why there are none."""

    microphones: tuple[Device, ...] = (MICROPHONE, HEADSET)
    missing: StudioError | None = None
    left_behind: tuple[UnfinishedTake, ...] = ()
    hears: Callable[[], Frames] = a_noisy_beep
    the_player: FakePlayer = field(default_factory=FakePlayer)
    the_listener: FakeListener = field(default_factory=FakeListener)
    recorders: list[FakeRecorder] = field(default_factory=list)

    def devices(self, *, again: bool = False) -> tuple[Device, ...]:
        if self.missing is not None:
            raise self.missing
        return self.microphones

    def recorder(self, folder: Path, device: Device | None, how: HowToRecord | None = None) -> FakeRecorder:
        if self.missing is not None:
            raise self.missing
        self.recorders.append(
            FakeRecorder(folder, self.hears(), how=how, device=device, missing=lambda: self.missing)
        )
        return self.recorders[-1]

    def listener(self, device: Device | None) -> FakeListener:
        if self.missing is not None:
            raise self.missing
        return self.the_listener

    def player(self) -> FakePlayer:
        if self.missing is not None:
            raise self.missing
        return self.the_player

    def unfinished(self, folder: Path) -> tuple[UnfinishedTake, ...]:
        return self.left_behind

    def recover(self, take: UnfinishedTake) -> FinishedTake:
        return recover_take(take)


@dataclass
class Keyboard:
    """Presses keys, counts them, and lets the work behind each one finish."""

    pilot: Pilot[None]
    pressed: int = 0

    @property
    def app(self) -> StudioApp:
        """The app."""
        assert isinstance(self.pilot.app, StudioApp)
        return self.pilot.app

    async def press(self, *keys: str) -> None:
        """Keys that count."""
        for key in keys:
            await self._send(key)
            self.pressed += 1
            await self.settle()

    async def mash(self, *keys: str, wait: bool = True) -> None:
        """Keys pressed so fast that none waits for what the one before set off."""
        for key in keys:
            await self._send(key)
        if wait:
            await self.settle()

    async def _send(self, key: str) -> None:
        # Pilot's own `press` sleeps until the whole process is idle, twice a key: most of a test's time.
        character = key if len(key) == 1 else " " if key == "space" else None
        name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
        event = Key(name, character)
        event.set_sender(self.app)
        self.app.post_message(event)
        await self._handed_on()

    async def type(self, words: str) -> None:
        """Words in place of what stands there; they do not count."""
        answer = self.app.focused
        assert isinstance(answer, Input), answer
        answer.value = words
        await self.settle()

    async def home(self) -> None:
        """Esc until we are there; from the deepest page, with a question open, it takes ten."""
        for _ in range(10):
            if isinstance(self.app.screen, HomeScreen):
                return
            await self.press("escape")
        raise AssertionError("Esc does not lead home")

    async def settle(self) -> None:
        """Wait until nothing is under way."""
        await self.handled()
        while self.app.workers:
            with suppress(WorkerCancelled):  # a screen that was left, or newer work of the same kind
                await self.app.workers.wait_for_complete()
            await self.handled()
        # A widget inside others asks for its place only when it is idle: on a busy machine after the drawing.
        while any(widget._layout_required for widget in self.app.screen.walk_children(with_self=True)):
            await self.handled()

    async def handled(self) -> None:
        """Every message sent up to now has been handled, and what it changed is drawn."""
        await self._handed_on()
        drawn = asyncio.Event()
        self.app.screen.call_after_refresh(drawn.set)
        await asyncio.wait_for(drawn.wait(), timeout=60)
        await self._handed_on()

    async def _handed_on(self) -> None:
        """A message goes from widget to parent until somebody takes it: let it come to the app."""
        from_here = self.app.focused or self.app.screen
        for _ in range(len(from_here.ancestors_with_self) + 1):
            await self.pilot._wait_for_screen()

    def screen(self) -> str:
        """All that is on the screen, as text."""
        # Textual has no public way to ask for the lines as they are drawn.
        lines = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in line) for line in lines)


def a_sound(library: Library, title: str, *, seconds: float = 3.0, year: str | None = None) -> Sound:
    """A kept sound of the library: a beep in faint noise."""
    recorder = FakeRecorder(library.takes, a_noisy_beep(seconds))
    recorder.start()
    return takes.keep_take(library, recorder.stop(), title=title, year=year)


def an_entry(library: Library, title: str, *claims: str, sounds: tuple[Sound, ...] = ()) -> Entry:
    """Evidence for some claims."""
    return make_evidence(
        library,
        title=title,
        criteria=[Claim.parse(claim) for claim in claims],
        year_groups=["Y4"],
        sounds=sounds,
        framework=shipped_framework(),
    )
