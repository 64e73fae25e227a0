"""Levels: a test sound, three questions, and louder or quieter than last time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.level_words import QUESTIONS, next_answer, question_lines, verdict_lines
from studio.ui.screens.assembly.level_hearing import LevelHearingScreen
from studio.ui.text import literal
from studio.ui.widgets.big_words import BigWords
from studio.ui.widgets.meter import Meter

if TYPE_CHECKING:
    from lessons.assembly.event import Event
    from lessons.assembly.level import Reading
    from lessons.assembly.levels import Levels

_USUAL_PLACE, _USUAL_SETUP = "Hall", "the laptop's microphone, where it always stands"


class LevelsScreen(LevelHearingScreen):
    """Space stops every sound; nothing here says how many decibels there are in a room."""

    HELP_PAGE = "levels"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "stop", "STOP", key_display="Space", id="levels.stop", tooltip="Silence, at once"),
        Binding("t", "play('test tone')", "test tone", id="levels.tone", tooltip="One note; it grows slowly"),
        Binding("p", "play('pink noise')", "pink noise", id="levels.pink", tooltip="Like a far crowd"),
        Binding(
            "1", "answer(0)", "answer", key_display="1-3", id="levels.1", tooltip="Yes, no, or not asked"
        ),
        Binding("2", "answer(1)", "back row", show=False, id="levels.2"),
        Binding("3", "answer(2)", "ears", show=False, id="levels.3"),
        Binding("m", "measure", "listen", id="levels.measure", tooltip="Three seconds with the microphone"),
        Binding("k", "keep", "keep", id="levels.keep", tooltip="Write it down, to compare next time"),
        Binding("w", "place", "where", id="levels.place", tooltip="Another place"),
        Binding("s", "setup", "what stands where", id="levels.setup", tooltip="So that it can be compared"),
        Binding("g", "meter", "a real meter", id="levels.meter", tooltip="What it shows, as typed"),
        Binding("z", "undo", "undo", id="levels.undo", tooltip="Take the last reading out"),
    ]

    answers: reactive[dict[str, str]] = reactive({}, init=False, bindings=True)
    meter: reactive[str] = reactive("", init=False, bindings=True)
    kept: reactive[tuple[str, ...]] = reactive((), init=False, bindings=True)
    """Ids of what was kept here."""

    def __init__(self, event: Event | None) -> None:
        super().__init__()
        self.event = event
        self.place = ""
        self.setup = ""

    def compose_middle(self) -> Iterable[Widget]:
        """What sounds, where, the questions, the meter, and what it means."""
        yield BigWords("Quiet", id="big")
        yield Static(id="growing")
        yield Static(id="where")
        yield Static(id="questions")
        yield Meter()
        yield Static(id="verdict")

    def on_mount(self) -> None:
        """Quiet, in the place of the event."""
        self.title_is("Levels: is it right?")
        self.show_sounding(None)

    @property
    def levels(self) -> Levels:
        """The readings of the library."""
        from lessons.assembly.levels import Levels

        return Levels(self.library)

    def read_library(self) -> None:
        """Begin with the place and set-up of last time."""
        if not self.place:
            self.place = self.event.place if self.event and self.event.place else ""
            last = self._last()
            self.place = self.place or (last.place if last else _USUAL_PLACE)
        last = self._last()
        self.setup = self.setup or (last.setup if last else _USUAL_SETUP)
        self._show_where()
        self._show_questions()
        self._show_verdict()

    def _last(self) -> Reading | None:
        found = self.levels.all(self.place or None)
        return found[-1] if found else None

    # The questions

    def action_answer(self, number: int) -> None:
        """Yes, then no, then not asked."""
        name = QUESTIONS[number][0]
        self.answers = {**self.answers, name: next_answer(self.answers.get(name, ""))}
        self._show_questions()
        self._show_verdict()

    def _show_questions(self) -> None:
        self.query_one("#questions", Static).update(Content("\n").join(question_lines(self.answers)))

    # What it means

    def _show_where(self) -> None:
        words = Content.assemble(("Where: ", "bold"), literal(f"{self.place}; {self.setup}"))
        self.query_one("#where", Static).update(words)

    def _show_verdict(self) -> None:
        read = "" if self.level is None else self.levels.against_last_time(self._reading(self.level))
        lines = verdict_lines(self.answers, read, self.meter)
        self.query_one("#verdict", Static).update(Content("\n").join(lines))

    def level_was_read(self) -> None:
        """Compare it with last time."""
        self._show_verdict()

    def _reading(self, level: float) -> Reading:
        from lessons.assembly.level import Reading

        now = self.library.now()
        return Reading(id="", date=now.date(), place=self.place, setup=self.setup, level=level, when=now)

    def action_keep(self) -> None:
        """Write it down."""
        made = self.levels.add(
            self.place,
            self.setup,
            level=self.level,
            **self.answers,
            meter=self.meter,
            event=self.event.id if self.event else "",
        )
        self.kept = (*self.kept, made.id)
        self.level, self.answers, self.meter = None, {}, ""
        self.read_library()
        told = f" {self.levels.against_last_time(made)}" if made.level is not None else ""
        self.say(f"Written down.{told}")

    def action_undo(self) -> None:
        """Take the last one out."""
        *rest, last = self.kept
        self.levels.strike(last)
        self.kept = tuple(rest)
        self.read_library()
        self.say("Taken out.")

    def action_place(self) -> None:
        """Ask for another place."""
        self.ask("Where is it?", self._set_place, value=self.place)

    def _set_place(self, place: str) -> None:
        if place:
            self.place, self.setup = place, ""
            self.read_library()

    def action_setup(self) -> None:
        """Ask what stands where."""
        self.ask("Which microphone stands where?", self._set_setup, value=self.setup)

    def _set_setup(self, setup: str) -> None:
        if setup:
            self.setup = setup
            self.read_library()

    def action_meter(self) -> None:
        """Ask what a calibrated meter shows; it is kept as it is typed."""
        self.ask("What does the sound level meter show?", self._set_meter, value=self.meter)

    def _set_meter(self, shown: str) -> None:
        self.meter = shown
        self._show_verdict()

    def can_do(self, action: str) -> bool:
        """Stopping while it sounds; keeping when there is something."""
        if action == "stop":
            return bool(self.sounding)
        if action in ("play", "answer", "place", "setup", "meter"):
            return not self.is_listening
        if action == "measure":
            return not self.is_listening
        if action == "keep":
            return self.level is not None or any(self.answers.values()) or bool(self.meter)
        return action != "undo" or bool(self.kept)
