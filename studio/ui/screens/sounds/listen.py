"""What is in this sound? In words, as notes, as loudness and as a picture of its pitches."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.events import Resize
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.audio.pitches import NAMES
from studio.ui.heard_words import heard_in
from studio.ui.screens.sounds.listening_on import ListeningScreen, StageReached
from studio.ui.text import literal
from studio.ui.widgets.progress_line import ProgressLine
from studio.ui.widgets.sound_map import Draw, SoundMap
from studio.ui.widgets.sound_rows import Rows, level_rows, note_rows, spectrum_rows

if TYPE_CHECKING:
    from evidence.sound import Sound
    from studio.listening_words import Said

_PAGES = ("words", "notes", "loudness", "picture")
_SHOWS = ("", "pitch", "dynamics", "timbre")
"""The dimension that each page's picture is about."""
_TIPS = ("What it is, in words", "Its notes", "Loud and quiet", "All its high and low")
_NO_NOTES = "I can't hear one clear note in it."
_NOT_YET = "The notes come when I have listened closely."


class ListenScreen(ListeningScreen):
    """A page a number; the words and the picture come at once, notes and beat as they are found."""

    HELP_PAGE: ClassVar[str] = "listen"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(str(number), f"page({number})", page, id=f"listen.{page}", tooltip=tip)
            for number, (page, tip) in enumerate(zip(_PAGES, _TIPS, strict=True), 1)
        ),
        Binding("space", "play", "play", key_display="Space", id="listen.play", tooltip="Hear it, or stop"),
        Binding("r", "again", "listen again", id="listen.again", tooltip="Listen closely once more"),
        Binding("p", "save", "save the picture", id="listen.save", tooltip="For adults: a file for slides"),
        Binding("t", "tuner", "tuner", id="listen.tuner", tooltip="See the notes that you play or sing now"),
        Binding(
            "escape",
            "stop",
            "stop listening",
            key_display="Esc",
            id="listen.stop",
            tooltip="Esc again leaves",
        ),
        Binding("escape", "back", "back", key_display="Esc", id="back", tooltip="Go back; nothing is lost"),
    ]

    page: reactive[int] = reactive(1, init=False)

    def __init__(self, sound: Sound) -> None:
        super().__init__(sound)
        self._said: tuple[Said, ...] = ()
        self._stage = ""
        """What is being done."""

    def compose_middle(self) -> Iterable[Widget]:
        """The words or the map, and how far the listening is."""
        with VerticalScroll(id="page"):
            yield Static(id="words")
        yield SoundMap(id="map")
        yield Static(id="stage")
        yield ProgressLine(id="bar")

    def on_mount(self) -> None:
        """Look and listen at once."""
        self._name_page()
        self.query_one(SoundMap).display = False
        self.refocus()
        self.begin()

    def refocus(self) -> None:
        """The arrows scroll the words."""
        self.query_one("#page").focus()

    def on_resize(self, event: Resize) -> None:
        """The lines of words follow the width."""
        self.call_after_refresh(self.show_page)

    # What was found

    def show_found(self) -> None:
        """More is known."""
        from studio.heard import told

        self._said = () if self.glance is None else told(self.glance, self.findings)
        self.show_page()

    @on(StageReached)
    def _told(self, message: StageReached) -> None:
        if self.busy:
            self._stage = message.words
            self._say_below()
            self.query_one(ProgressLine).share = message.share

    def watch_busy(self) -> None:
        """Nothing is under way any more, or something is."""
        self.query_one(ProgressLine).share = 0.0 if self.busy else None
        self._stage = ""
        self._say_below()

    def _say_below(self) -> None:
        """What the picture shows, what is being done, and which part of a long sound it is all about."""
        words = [] if self.glance is None else [*self._shown(), *self._part()]
        self.query_one("#stage", Static).update(literal(" ".join(filter(None, (*words, self._stage)))))

    def _shown(self) -> list[str]:
        about = _SHOWS[self.page - 1]
        return [each.words for each in self._said if about and each.dimension == about]

    def _part(self) -> list[str]:
        assert self.glance is not None
        if self.glance.listened_seconds >= self.glance.seconds:
            return []
        return [f"This is about its first {self.glance.listened_seconds / 60:.0f} minutes."]

    # Pages

    def action_page(self, page: int) -> None:
        """Go to a page."""
        self.page = page

    def watch_page(self) -> None:
        """Show it."""
        self._name_page()
        self.show_page()

    def _name_page(self) -> None:
        self.title_is(f"What is in “{self.sound.title}”? {_PAGES[self.page - 1].capitalize()}")

    def show_page(self) -> None:
        """Draw the page as far as it is known."""
        if not self.is_mounted or self.glance is None:
            return
        self._say_below()
        draw = self._drawing()
        self.query_one("#page").display = draw is None
        self.query_one(SoundMap).display = draw is not None
        if draw is not None:
            self.query_one(SoundMap).show(draw, self.glance.listened_seconds)
        elif self.page == 1:
            self._show_words()
        else:
            self.query_one("#words", Static).update(literal(_NO_NOTES if self.findings else _NOT_YET))

    def _show_words(self) -> None:
        size = self.query_one("#page").size
        self.query_one("#words", Static).update(heard_in(self._said, size.width - 4, size.height))

    def _drawing(self) -> Draw | None:
        """What the map of this page draws; nothing for a page of words."""
        glance, findings = self.glance, self.findings
        assert glance is not None
        if self.page == 3:
            return lambda width, height: level_rows(glance.levels_dbfs, width, height)
        if self.page == 4:
            picture = glance.spectrogram
            return lambda width, height: spectrum_rows(picture.rows(width, height), picture.row_hertz(height))
        if self.page == 1 or findings is None or not findings.voiced_seconds:
            return None
        seconds = glance.listened_seconds

        def draw_notes(width: int, height: int) -> Rows:
            return note_rows(findings.notes, findings.track, seconds, width, height, NAMES)

        return draw_notes

    # Hearing it

    def action_play(self) -> None:
        """Hear the sound, or stop."""
        if self.is_hearing:
            self.hush()
        else:
            self.hear(self.sound)

    def playhead_moved(self, frame: int | None) -> None:
        """Show what sounds."""
        seconds = None if frame is None else frame / self.sound.samplerate
        self.query_one(SoundMap).playhead = seconds

    # Further

    def action_save(self) -> None:
        """The picture as a file, which an adult may take out of the library."""
        self.studio.door.pass_through(self, self.save_picture)

    def action_tuner(self) -> None:
        """Play along."""
        self.hush()
        self.studio.open_place("tuner")

    def can_do(self, action: str) -> bool:
        """Esc first stops the listening, then leaves."""
        allowed = {
            "stop": self.busy,
            "back": not self.busy,
            "again": not self.busy and self.findings is None,
            "save": self.glance is not None and not self.saving,
            "page": self.glance is not None,
        }
        return allowed.get(action, True)
