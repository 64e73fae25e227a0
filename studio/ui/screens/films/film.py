"""One film: its cue sheet, the mix, and the film with its new sound."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.film_words import cue_line, film_facts, strip
from studio.ui.screens.films.film_out import OUT_KEYS, FilmOutScreen
from studio.ui.screens.talking import QUESTION_KEY, TalkingScreen
from studio.ui.text import literal
from studio.ui.widgets.long_list import LongList
from studio.ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from evidence.sound import Sound
    from studio.film.films import Cue, Film

_WHEN = "When? Such as 12.5, 1:02.5, or p308 for a picture"
_SIDES = 4
_LEVEL_STEP = 3.0
_SHORT_SECONDS = 120
_LEAD_SECONDS = 1.0
"""Heard before a cue, to know what it comes out of."""


def _moment(film: Film, typed: str) -> float:
    """A time in the film, in seconds, as somebody typed it."""
    from studio.film.moments import moment_typed, within

    rate = film.pictures_a_second
    return within(moment_typed(typed, rate), film.seconds, rate)


class FilmScreen(TalkingScreen, FilmOutScreen):
    """Cues by their time; the marked one is moved by pictures."""

    TOOL = "join"
    HELP_PAGE: ClassVar[str] = "films"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "play(0)", "hear all", key_display="Space", id="film.play", tooltip="Or stop"),
        Binding(
            "enter", "play(1)", "hear from here", key_display="Enter", id="film.from", tooltip="From this cue"
        ),
        Binding("a", "add", "add", id="film.add", tooltip="Sounds at a moment"),
        Binding(
            "right", "move(1)", "a picture", key_display="← →", id="film.later", tooltip="Earlier or later"
        ),
        Binding("left", "move(-1)", "earlier", show=False, id="film.earlier"),
        Binding("]", "seconds(1)", "a second", key_display="[ ]", id="film.second", tooltip="The same, more"),
        Binding("[", "seconds(-1)", "a second earlier", show=False, id="film.second_back"),
        Binding("t", "time", "time", id="film.time", tooltip="Type when it comes"),
        Binding("plus,equals_sign", "louder(1)", "louder", key_display="+", id="film.louder", tooltip="3 dB"),
        Binding("minus", "louder(-1)", "softer", key_display="-", id="film.softer", tooltip="3 dB"),
        Binding("w", "words", "what is seen", id="film.words", tooltip="Write what happens then"),
        Binding(
            "d,delete", "remove", "take out", key_display="D", id="film.remove", tooltip="Z takes it back"
        ),
        Binding("u", "own", "its own sound", id="film.own", tooltip="Hear the film's own sound, or not"),
        Binding("z", "undo", "undo", id="film.undo", tooltip="Take the last change back"),
        QUESTION_KEY,
        *OUT_KEYS,
    ]

    earlier: reactive[tuple[tuple[Cue, ...], ...]] = reactive((), init=False, bindings=True)
    """The cues before each change of this visit, for undo."""
    playing: reactive[float | None] = reactive(None, init=False)
    """The moment that sounds."""

    def compose_middle(self) -> Iterable[Widget]:
        """What it is, its length, the cues, how far a job is."""
        yield Static(id="facts")
        yield Static(id="strip")
        yield LongList(id="cues")
        yield ProgressLine(id="bar")

    def on_resize(self) -> None:
        """The strip follows the width."""
        self.show_strip()

    def read_library(self) -> None:
        """Read the cue sheet."""
        self.read_film()
        self.show_film(self.listing.marked)

    def show_film(self, marked: int) -> None:
        """All of it."""
        if self.film is None:
            return
        self.title_is(f"Sound to picture: {self.film.title}")
        self.query_one("#facts", Static).update(literal(film_facts(self.film)))
        self.listing.show(len(self.film.cues), self._line, marked=marked)
        self.show_strip()

    def _line(self, line: int, width: int) -> Content:
        assert self.film is not None
        return cue_line(self.film, self.film.cues[line], self.titles, width)

    @on(LongList.Moved)
    def show_strip(self) -> None:
        """Where in the film one stands, or what sounds."""
        if self.film is None:
            return
        cue = self.marked
        seconds = cue.seconds if cue else None
        lines = strip(self.film, self.size.width - _SIDES, marked=seconds, playing=self.playing)
        empty = [] if cue else ["No cue yet. A adds sounds at a moment that you type."]
        self.query_one("#strip", Static).update(Content("\n").join(map(literal, [*lines, *empty])))
        self.refresh_bindings()

    def watch_playing(self) -> None:
        """The mark moves, only while it sounds."""
        self.show_strip()

    @property
    def marked(self) -> Cue | None:
        """The cue that the list stands on."""
        return self.film.cues[self.listing.marked] if self.film and self.film.cues else None

    # Changing

    def _put(self, cues: Iterable[Cue], marked: Cue | None = None) -> None:
        """Give the film other cues; the list stands on one of them."""
        from studio.film.films import Films

        assert self.film is not None
        before = self.film.cues
        self.film = Films(self.library).put(self.film.id, tuple(cues))
        self.earlier = (*self.earlier, before)
        at = self.film.cues.index(marked) if marked in self.film.cues else self.listing.marked
        self.show_film(at)

    def _change(self, cue: Cue, changed: Cue) -> None:
        assert self.film is not None
        others = list(self.film.cues)
        others.remove(cue)
        self._put([*others, changed], changed)

    def action_add(self) -> None:
        """First when, then which."""
        value = f"{self.marked.seconds:.2f}" if self.marked else "0"
        self.ask(_WHEN, self._when, value=value)

    def _when(self, typed: str) -> None:
        from studio.ui.screens.sounds.pick_sounds import PickSoundsScreen

        if typed.strip() and self.film is not None:
            seconds = _moment(self.film, typed)
            self.hush()
            title = f"Which sound at {self.film.words_at(seconds)}?"
            self.app.push_screen(PickSoundsScreen(title, partial(self._add, seconds)))

    def _add(self, seconds: float, sounds: tuple[Sound, ...]) -> None:
        from studio.film.films import Cue

        if self.film is not None and sounds:
            new = [Cue(sound.id, seconds) for sound in sounds]
            self._put([*self.film.cues, *new], new[0])
            self.say("Enter plays from there. Arrows move it by a picture.")

    def action_move(self, pictures: int) -> None:
        """Earlier or later by a picture."""
        from studio.film.moments import picture_at, seconds_of

        if (cue := self.marked) is not None and self.film is not None:
            rate = self.film.pictures_a_second
            at = max(0, min(picture_at(cue.seconds, rate) + pictures, self.film.pictures - 1))
            self._change(cue, replace(cue, seconds=seconds_of(at, rate)))

    def action_seconds(self, by: int) -> None:
        """Earlier or later by a second, as far as the film goes."""
        if self.film is not None:
            self.action_move(by * max(1, round(self.film.pictures_a_second)))

    def action_time(self) -> None:
        """Type when it comes."""
        if (cue := self.marked) is not None:
            self.ask(_WHEN, partial(self._time, cue), value=f"{cue.seconds:.2f}")

    def _time(self, cue: Cue, typed: str) -> None:
        if typed.strip() and self.film is not None:
            self._change(cue, replace(cue, seconds=_moment(self.film, typed)))

    def action_louder(self, direction: int) -> None:
        """Louder or softer."""
        from studio.film.films import LOUDEST_DB, QUIETEST_DB

        if (cue := self.marked) is not None:
            level = max(QUIETEST_DB, min(LOUDEST_DB, cue.gain_db + direction * _LEVEL_STEP))
            self._change(cue, replace(cue, gain_db=level))

    def action_words(self) -> None:
        """Write what is seen then."""
        if (cue := self.marked) is not None:
            self.ask("What is seen then?", partial(self._see, cue), value=cue.words)

    def _see(self, cue: Cue, words: str) -> None:
        self._change(cue, replace(cue, words=words))

    def action_remove(self) -> None:
        """Take the marked cue out."""
        if (cue := self.marked) is not None and self.film is not None:
            cues = list(self.film.cues)
            cues.remove(cue)
            self._put(cues)
            self.say("Taken out. Z brings it back.")

    def action_undo(self) -> None:
        """The cues before the last change."""
        *rest, last = self.earlier
        self._put(last)
        self.earlier = tuple(rest)
        self.say("Taken back.")

    # Hearing

    def action_play(self, from_cue: int) -> None:
        """All of it, or from a moment before the marked cue; or stop."""
        if self.is_hearing:
            self.hush()
            self.playing = None
        elif self.film is not None:
            from studio.film.soundtrack import frame_at, soundtrack

            cue = self.marked if from_cue else None
            start = frame_at(max(0.0, cue.seconds - _LEAD_SECONDS)) if cue else 0
            # To look for its loudest moment takes longer than one waits, when a film is long.
            looks = self.film.seconds <= _SHORT_SECONDS
            self.hear_source(partial(soundtrack, self.library, self.film, fits=looks), start=start)

    def playhead_moved(self, frame: int | None) -> None:
        """Mark the moment that sounds."""
        if frame is not None or not self.is_hearing:
            self.playing = None if frame is None else frame / 48000

    def can_do(self, action: str) -> bool:
        """Most of it needs a cue."""
        if action == "undo":
            return bool(self.earlier)
        if action in ("move", "seconds", "time", "louder", "words", "remove"):
            return self.marked is not None
        if action == "own":
            return self.film is not None and self.film.has_sound
        return super().can_do(action)
