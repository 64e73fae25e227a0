"""A screen with one sound on the workbench: its picture, and what must be worked out for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from textual import on
from textual.reactive import reactive

from evidence.library import ChangedMeanwhile
from studio.errors import StudioError
from studio.ui.faults import FAULTS
from studio.ui.messages import ProblemMet
from studio.ui.screens.base import StudioScreen
from studio.ui.screens.long_job import JobDone, Progress
from studio.ui.screens.sounds.lines import LinesScreen
from studio.ui.screens.stoppable import StoppableScreen
from studio.ui.workbench import Workbench

if TYPE_CHECKING:
    from evidence.sound import Sound
    from studio.audio.rendering.rendition import Rendition
    from studio.ui.speaker import Playable
    from studio.ui.widgets.picture import Picture, Place


class BenchScreen(LinesScreen, StoppableScreen):
    """Shows it as it is now, or another picture of it for a while.

    Cuts, fades and levels take no time whatever the length. Where an effect must be worked out first, that
    is done in a thread, with a word on the screen, and nothing else can be done to the sound meanwhile.
    """

    WHILE_BUSY = frozenset(("play", "part", "loop", "move", "page", "jump", "zoom", "fit", "back", "help"))
    shown: reactive[str] = reactive("now", init=False, bindings=True)
    """Which picture: `now`, or another that a key shows until the next change or movement."""

    _shows: tuple[object, object] | None = None
    """The steps and the labels of the picture of now."""
    _aside: Picture | None = None
    """The picture of now, while another one is shown."""
    _opened: Picture | None = None
    """The picture that a job has opened."""
    _then: Callable[[], None] = staticmethod(lambda: None)
    """What to do once the job is done."""

    def __init__(self, sound: Sound) -> None:
        super().__init__()
        self.first_sound = sound

    @cached_property
    def bench(self) -> Workbench:
        """The sound, and what is done to it here."""
        return Workbench(self.library, self.first_sound)

    @property
    def now(self) -> Sound:
        """The sound as stored."""
        return self.bench.sound

    def open_now(self) -> Rendition:
        """The sound as it is, to be read."""
        return self.bench.open()

    def to_hear(self, sound: Sound, *, before: bool = False) -> Playable:
        """The sound to be heard, as it was then."""
        return self.bench.open(sound, before=before)

    def go_to(self, screen: StudioScreen) -> None:
        """Open another screen on what is on the bench, standing at the same place."""
        self.back_to_now()
        self.hush()
        self.bench.place = self.wave.place
        self.app.push_screen(screen)

    def leave(self) -> None:
        """Back, to the same place."""
        self.back_to_now()
        self.bench.place = self.wave.place
        super().leave()

    def on_unmount(self) -> None:
        """Let go of the pictures that are not shown, and of the sound."""
        self.bench.close()
        for picture in filter(None, (self._aside, self._opened)):
            picture.close()

    def action_play(self) -> None:
        """Play from the cursor (from the start when it is at the end), or stop."""
        if self.is_hearing:
            self.hush()
            return
        self.back_to_now()
        self.hear(self.now, start=self.wave.cursor if self.wave.cursor < self.wave.view.length else 0)

    # Showing

    def show_now(self, place: Place | None = None) -> None:
        """Draw the sound as it is, with no lines, or standing at a place of it."""
        if self.busy:
            return
        if self._aside is not None and self._shows == self._now_shows():
            self._show(self._aside, place)
        elif self.bench.is_light():
            try:
                self._show(self._picture(), place)
            except FAULTS as error:
                self.problem(error)
        else:
            self.work(lambda progress: "", heavy=True, then=lambda: self.stand_at(place))

    def stand_at(self, place: Place | None) -> None:
        """Stand there, if it is a place of what is shown, and say where."""
        self.wave.stand_at(place)
        self.show_words()

    def _picture(self) -> Picture:
        from studio.ui.pictures import drawn

        return drawn(self.bench.open(), slow=not self.bench.is_light())

    def _show(self, picture: Picture, place: Place | None = None) -> None:
        from studio.labels import labels_heard

        if self._aside is not None and self._aside is not picture:
            self._aside.close()
        self._aside, self._shows = None, self._now_shows()
        self.shown, self.played_from = "now", 0
        self.wave.show(picture, keep_view=True)
        self.wave.markers = (None, None)
        self.wave.cursor = min(self.wave.cursor, picture.length)
        self.wave.labels = tuple(
            (round(seconds * picture.samplerate), label.words) for seconds, label in labels_heard(self.now)
        )
        self.stand_at(place)

    def _now_shows(self) -> tuple[object, object]:
        return self.now.recipe, self.now.labels

    def show_instead(self, name: str, picture: Picture) -> None:
        """Show another picture; that of now is kept at hand."""
        if self.shown == "now":
            self._aside = self.wave.swapped()
        self.shown = name
        self.wave.show(picture)
        self.wave.markers, self.wave.labels = (None, None), ()

    @property
    def shows_another(self) -> bool:
        """True while another picture is shown."""
        return self.shown != "now"

    def back_to_now(self) -> None:
        """Lines belong to the sound as it is: leave any other picture, and the sound of before with it."""
        if self.shown == "before":
            self.hush()
        if self.shows_another:
            self.show_now()

    def show_words(self) -> None:
        """Where one stands."""
        self.moved()
        self.refresh_bindings()

    def read_library(self) -> None:
        """Another screen, or another program, may have changed it."""
        self.bench.renew()
        place, self.bench.place = self.bench.place, None
        if self._shows != self._now_shows():
            self.show_now(place)
        else:
            self.stand_at(place)

    def problem(self, error: StudioError | OSError) -> None:
        """Say it; when another program changed the sound, show what it made of it."""
        super().problem(error)
        if isinstance(error, ChangedMeanwhile):
            self.bench.renew()
            self.show_now()

    # Working things out

    def work(
        self, act: Callable[[Progress | None], str], *, heavy: bool, then: Callable[[], None] = lambda: None
    ) -> None:
        """Do something to the sound, show it, and say the words it gives: at once, or in a thread."""
        if not heavy:
            words = act(None)
            self.show_now()
            self.say(words)
            then()
            return

        def job(progress: Progress) -> str:
            words = act(progress)
            self._opened = self._picture()
            return words

        self.in_thread("Working on it.", job, then)

    def in_thread(
        self, words: str, job: Callable[[Progress], str], then: Callable[[], None] = lambda: None
    ) -> None:
        """Do something long, say what it gives, and go on from there."""
        self._then = then
        self.begin(words, job)

    @on(JobDone)
    def _show_opened(self) -> None:
        self.busy = False
        picture, self._opened = self._opened, None
        if picture is not None:
            self._show(picture)
        then, self._then = self._then, lambda: None
        then()

    @on(ProblemMet)
    def _forget(self) -> None:
        self._then = lambda: None
