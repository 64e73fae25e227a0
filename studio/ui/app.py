"""The app: wires the screens to the library and to sound."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar

from textual.actions import ActionParseResult
from textual.app import App
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.events import Event, Key
from textual.filter import LineFilter
from textual.screen import Screen
from textual.worker import WorkerFailed

from studio.audio.live.how_to_record import HowToRecord
from studio.audio.live.quiet_stderr import quiet_stderr
from studio.errors import StudioError
from studio.ui.adult_door import LOOK_SECONDS, AdultDoor
from studio.ui.daily_backup import back_up_today
from studio.ui.faults import FAULTS
from studio.ui.messages import ProblemMet
from studio.ui.places import PLACES, PUPILS_PLACES, screen_of
from studio.ui.plain_characters import ASCII_VARIABLE, PlainCharacters
from studio.ui.prepared import PREPARE_SECONDS, prepare
from studio.ui.screens.base import StudioScreen
from studio.ui.screens.home import HomeScreen
from studio.ui.scrollbar import use_plain_scrollbars
from studio.ui.size import size_at_start
from studio.ui.sound_io import RealSoundIO, SoundIO
from studio.ui.speaker import Speaker
from studio.ui.themes import SIXTEEN_COLOURS, THEMES, first_theme

if TYPE_CHECKING:
    from evidence.entry import Entry
    from evidence.library import Library
    from evidence.sound import Sound
    from lessons.readers import Size
    from rubric.framework import Claim, Framework
    from rubric.plan import Action

Clock = Callable[[], datetime]
"""Gives the time now, with its zone."""


class StudioApp(App[None]):
    """Opens the screens; the work is done elsewhere."""

    TITLE = "Soundingboard"
    CSS_PATH: ClassVar[list[str | PurePath]] = [
        "styles/base.tcss",
        "styles/sound.tcss",
        "styles/evidence.tcss",
        "styles/award.tcss",
        "styles/safety.tcss",
        "styles/lessons.tcss",
        "styles/club.tcss",
        "styles/competition.tcss",
        "styles/assembly.tcss",
        "styles/today.tcss",
        "styles/change.tcss",
        "styles/listen.tcss",
        "styles/little.tcss",
        "styles/pulse.tcss",
    ]
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "leave", show=False, priority=True, tooltip="Close the program", id="quit"),
    ]

    def __init__(
        self, library: Library, *, sound_io: SoundIO, clock: Clock, ascii_only: bool = False
    ) -> None:
        use_plain_scrollbars()
        super().__init__()
        self.library = library
        self.sound_io = sound_io
        self.clock = clock
        self.speaker = Speaker(sound_io)
        self.how_to_record = HowToRecord()
        self.microphone = ""
        """The name of the microphone that was chosen; empty for the computer's usual one."""
        self.only_mt = False
        """Whether the award's screens show music technology alone."""
        self._reader_size: Size | None = None
        self._plain_characters = PlainCharacters(enabled=ascii_only or ASCII_VARIABLE in os.environ)
        self.set_class(self._plain_characters.enabled, "-plain")
        self.door = AdultDoor(self)
        for theme in (*THEMES, SIXTEEN_COLOURS):
            self.register_theme(theme)
        self.theme = first_theme(os.environ.get("TERM", "")).name
        self.animation_level = "none"

    @property
    def reader_size(self) -> Size:
        """How much the screens show."""
        if self._reader_size is None:
            self._reader_size = size_at_start(self.library)
        return self._reader_size

    def show_size(self, size: str) -> None:
        """Show so much from now on."""
        from lessons.readers import size_named

        self._reader_size = size_named(size)
        if self.is_running:
            self.screen.refresh_bindings()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What is done to every line before it is written."""
        last = self._plain_characters
        return [*super().get_line_filters(), *([last] if last.enabled else [])]

    @cached_property
    def framework(self) -> Framework:
        """The award's criteria."""
        from rubric.shelf import quality_mark

        return quality_mark(self.library.folder)

    async def on_event(self, event: Event) -> None:
        """Take a capital for the small letter, so that Caps Lock stops no key; in answers it stays."""
        if isinstance(event, Key) and not event.is_forwarded:
            self.door.touch()
            event = self._small(event)
        await super().on_event(event)

    def _small(self, event: Key) -> Key:
        letter = event.character
        if letter is None or not letter.isupper():
            return event
        if self.focused is not None and self.focused.check_consume_key(event.key, letter):
            return event
        return Key(letter.lower(), letter.lower())

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Run what a key stands for; what a person can put right is said on the screen."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except FAULTS as error:
            self.screen.post_message(ProblemMet(error))
            return True

    def get_default_screen(self) -> Screen[None]:
        """Home."""
        return HomeScreen()

    def has_place(self, place: str) -> bool:
        """Whether the program has such a place."""
        return place in PLACES

    def on_ready(self) -> None:
        """Once the first frame is out: watch over adult mode, back up if it is due, make the places ready."""
        self.set_interval(LOOK_SECONDS, self.door.watch)
        self.run_worker(partial(back_up_today, self), thread=True, group="backup")
        self.set_timer(PREPARE_SECONDS, partial(self.run_worker, prepare, thread=True, group="prepare"))

    def open_place(self, place: str) -> None:
        """Open one of the program's places; those for adults ask for the PIN first."""
        here = self.screen
        if place in PUPILS_PLACES or not isinstance(here, StudioScreen):
            self._open(place)
        else:
            self.door.pass_through(here, partial(self._open, place))

    def _open(self, place: str) -> None:
        screen = screen_of(place)
        # Going round from place to place leads no deeper: one that we came through is gone back to.
        if any(type(each) is type(screen) for each in self.screen_stack):
            while type(self.screen) is not type(screen):
                self.pop_screen()
        else:
            self.push_screen(screen)

    def go_home(self, words: str) -> None:
        """Leave every screen but Home, and say why."""
        while len(self.screen_stack) > 1 and not isinstance(self.screen, HomeScreen):
            self.pop_screen()
        if isinstance(self.screen, HomeScreen):
            self.screen.read_library()
            self.screen.say(words)

    def open_sound(
        self, sound: Sound, *, play: bool = False, instead: bool = False, problem: StudioError | None = None
    ) -> None:
        """Open one sound, on top of this screen or instead of it; what went wrong before is said there."""
        from studio.ui.screens.sounds.one_sound import OneSoundScreen

        screen = OneSoundScreen(sound, play=play, problem=problem)
        if instead:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def open_make_evidence(
        self,
        *,
        sound: Sound | None = None,
        claim: Claim | None = None,
        year: str | None = None,
        entry: Entry | None = None,
        action: Action | None = None,
    ) -> None:
        """Open the form: for a new entry with what is known filled in, or to change one."""
        from studio.ui.screens.award.make_evidence import MakeEvidenceScreen

        self.push_screen(MakeEvidenceScreen(sound=sound, claim=claim, year=year, entry=entry, action=action))

    def action_help_quit(self) -> None:
        """Ctrl and C copies what is marked, as elsewhere; with nothing marked, say how to leave."""
        if isinstance(self.screen, StudioScreen):
            self.screen.say("To leave, press Ctrl and Q. Everything is kept.")

    def _fatal_error(self) -> None:
        # Textual would print every local variable, pupils' words among them. Leave quietly instead:
        # `run` raises the error again for the program's own handler, which names the place only.
        self._close_messages_no_wait()

    async def on_unmount(self) -> None:
        """Silence at the end."""
        self.speaker.hush()
        self.speaker.settle()


def run(library_folder: Path, *, ascii_only: bool = False, size: str = "") -> int:
    """Open the app on a library; the exit status when it closes."""
    from evidence.library import Library

    library = Library.open(library_folder, create=True)
    app = StudioApp(library, sound_io=RealSoundIO(), clock=library.now, ascii_only=ascii_only)
    if size:
        app.show_size(size)
    with quiet_stderr():
        app.run()
    error = app._exception
    if error is not None:
        raise error.error if isinstance(error, WorkerFailed) else error
    return app.return_code or 0
