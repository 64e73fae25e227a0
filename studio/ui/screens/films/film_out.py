"""What a film becomes: a file to show, its sound alone, a cue sheet on paper; and where it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from textual.binding import Binding

from studio.ui.free_name import free_name
from studio.ui.screens.hearing import HearingScreen
from studio.ui.screens.listed import ListedScreen
from studio.ui.screens.long_job import Progress
from studio.ui.screens.stoppable import StoppableScreen
from studio.ui.typed_path import typed_path

if TYPE_CHECKING:
    from studio.film.films import Film

OUT_KEYS = (
    Binding("x", "out('film')", "make the film", id="film.out", tooltip="For adults: an MP4 with this sound"),
    Binding("s", "out('sound')", "sound alone", id="film.sound", tooltip="For adults: a WAV as long as it"),
    Binding("p", "out('sheet')", "print", id="film.sheet", tooltip="For adults: the cue sheet as a PDF"),
    Binding("f", "found", "it is elsewhere", id="film.found", tooltip="For adults: say where the film is"),
)


_IN_CLASS = "For use in class only. "
"""Said first: the name of the file may fill the line."""


class FilmOutScreen(StoppableScreen, ListedScreen, HearingScreen):
    """Files go into the exports; for adults."""

    film: Film | None = None
    titles: Mapping[str, str] = MappingProxyType({})
    """Of the library's sounds, by their ids."""

    def __init__(self, film_id: str) -> None:
        super().__init__()
        self.film_id = film_id

    def read_film(self) -> None:
        """Read it, and what its sounds are called."""
        from studio.film.films import Films

        self.film = Films(self.library).one(self.film_id)
        self.titles = {sound.id: sound.title for sound in self.library.sounds()}

    def action_out(self, what: str) -> None:
        """Write a file, once an adult is here."""
        self.studio.door.pass_through(self, lambda: self._write(what))

    def _write(self, what: str) -> None:
        from studio.film.sheet import print_sheet
        from studio.film.soundtrack import export_film, export_soundtrack

        film = self.film
        if film is None or self.busy:
            return
        self.hush()
        kinds: dict[str, tuple[str, Callable[[Path, Progress], object]]] = {
            "film": (".mp4", lambda out, told: export_film(self.library, film, out, progress=told)),
            "sound": (".wav", lambda out, told: export_soundtrack(self.library, film, out, progress=told)),
            "sheet": (".pdf", lambda out, _: print_sheet(self.library, film, out)),
        }
        ending, write = kinds[what]

        def job(progress: Progress) -> str:
            self.library.exports.mkdir(exist_ok=True)
            out = free_name(self.library.exports, f"film-{film.id.lower()}", ending)
            write(out, progress)
            return f"{_IN_CLASS if what == 'film' else ''}Written: {out}."

        self.begin("Esc stops it.", job)

    def action_found(self) -> None:
        """Say where the film is now; for adults."""
        self.studio.door.pass_through(self, self._ask_place)

    def _ask_place(self) -> None:
        self.ask("Where is the film now?", self._moved, value=self.film.file if self.film else "")

    def _moved(self, typed: str) -> None:
        if not typed.strip():
            return

        def job(_: Progress) -> str:
            from studio.film.films import Films

            Films(self.library).moved(self.film_id, typed_path(typed))
            return "Found. The cues are as they were."

        self.begin("Looking through it.", job)

    def action_own(self) -> None:
        """Hear the film's own sound too, or not."""
        from studio.film.films import Films

        if self.film is not None:
            keeps = not self.film.keeps_sound
            Films(self.library).keep_sound(self.film_id, keeps)
            self.read_library()
            self.say("The film's own sound is heard too." if keeps else "Only your sounds are heard.")
