"""Sound to picture: the films that have a cue sheet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.faults import FAULTS
from studio.ui.film_words import film_facts, film_line
from studio.ui.messages import ProblemMet
from studio.ui.screens.listed import ListedScreen
from studio.ui.text import literal
from studio.ui.typed_path import typed_path
from studio.ui.widgets.long_list import LongList

if TYPE_CHECKING:
    from pathlib import Path

    from studio.film.films import Film


class FilmRead(Message):
    """A film was looked through."""

    def __init__(self, film: Film) -> None:
        super().__init__()
        self.film = film


class FilmsScreen(ListedScreen):
    """The newest first; an adult begins with another."""

    HELP_PAGE: ClassVar[str] = "films"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open", key_display="Enter", id="films.open", tooltip="Its cue sheet"),
        Binding("n", "new", "a film", id="films.new", tooltip="For adults: begin with another film"),
    ]

    films: reactive[tuple[Film, ...]] = reactive((), init=False, bindings=True)
    reading: reactive[bool] = reactive(False, init=False, bindings=True)

    def compose_middle(self) -> Iterable[Widget]:
        """The list, and what the marked one is."""
        yield Static(id="empty")
        yield LongList(id="films")
        yield Static(id="about")

    def on_mount(self) -> None:
        """Say where we are."""
        self.title_is("Sound to picture: films")

    def read_library(self) -> None:
        """Read the list."""
        from studio.film.films import Films

        self.films = Films(self.library).all()
        self.listing.show(len(self.films), self._line, marked=self.listing.marked)
        self.query_one("#empty", Static).update(
            literal("No film yet. An adult begins with N: a film of your own, MP4 at best.")
        )
        self.query_one("#empty").display = not self.films
        self.show_marked()

    def _line(self, line: int, width: int) -> Content:
        return film_line(self.films[line], width)

    @on(LongList.Moved)
    def show_marked(self) -> None:
        """How long it is, and the care it needs."""
        from studio.film.films import CARE

        lines = [film_facts(self.films[self.listing.marked])] if self.films else []
        self.query_one("#about", Static).update(Content("\n").join(map(literal, [*lines, CARE])))

    @on(LongList.Clicked)
    def action_open(self) -> None:
        """Its cue sheet."""
        from studio.ui.screens.films.film import FilmScreen

        self.app.push_screen(FilmScreen(self.films[self.listing.marked].id))

    def action_new(self) -> None:
        """Ask where the film is; for adults."""
        self.studio.door.pass_through(self, self._ask_file)

    def _ask_file(self) -> None:
        self.ask("Where is the film? It stays there.", self._begin)

    def _begin(self, typed: str) -> None:
        if typed.strip():
            self.reading = True
            self.say("Looking through it.")
            self._read(typed_path(typed))

    @work(thread=True, group="film", exclusive=True)
    def _read(self, path: Path) -> None:
        from studio.film.films import Films

        try:
            self.post_message(FilmRead(Films(self.library).add(path)))
        except FAULTS as error:
            self.post_message(ProblemMet(error))

    @on(FilmRead)
    def _film_read(self, message: FilmRead) -> None:
        self.reading = False
        self.read_library()
        self.listing.marked = next(
            (line for line, film in enumerate(self.films) if film.id == message.film.id), 0
        )
        self.say("Enter opens its cue sheet.")

    @on(ProblemMet)
    def _not_read(self) -> None:
        self.reading = False

    def can_do(self, action: str) -> bool:
        """There must be one to open; one at a time is looked through."""
        if action == "open":
            return bool(self.films)
        return action != "new" or not self.reading
