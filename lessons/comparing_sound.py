"""How the two sounds of a comparison are heard: as they are, or equally loud; files are not kept."""

from contextlib import ExitStack
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from evidence.library import Library
from evidence.workspace import workspace
from lessons.comparing import Piece
from studio.audio.recipe import Recipe
from studio.errors import StudioError

if TYPE_CHECKING:
    from studio.audio.rendering.rendition import Rendition

LOUDNESS_LUFS = -23.0


class PieceGone(StudioError):
    """A sound that can be heard no more."""


class HeardFiles:
    """Files from outside of the library, for as long as somebody listens; for adults."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._stack = ExitStack()
        self._places: dict[str, Path] = {}
        """By the titles of their pieces."""

    def open(self, file: Path) -> Piece:
        """Make a file ready to be heard.

        Raises
        ------
        AdultsOnly, FileUnreadable
            If no adult is here, or no sound can be read from it.
        """
        self._library.adults.need("hear a file that is not in the library")
        from studio.audio.files.decode import import_sound  # soundfile or PyAV: only when a file is read

        folder = self._stack.enter_context(workspace(self._library.folder))
        wav = folder / "heard.wav"
        import_sound(file, wav)
        piece = Piece(self._free_title(file.stem))
        self._places[piece.title] = wav
        return piece

    def _free_title(self, stem: str) -> str:
        """Two files may have one name, in two folders."""
        title = Piece(stem[:60]).title
        many = sum(place == title or place.startswith(f"{title} · ") for place in self._places)
        return f"{title} · {many + 1}" if many else title

    def place_of(self, piece: Piece) -> Path | None:
        """Where its sound is; `None` when it is not one of these."""
        return None if piece.sound else self._places.get(piece.title)

    def close(self) -> None:
        """Let go of all of them; nothing of them stays."""
        self._places.clear()
        self._stack.close()


def piece_sound(
    library: Library, piece: Piece, *, files: HeardFiles | None = None, even: bool = False
) -> "Rendition":
    """Open one of the two, as it is or `even`: as loud as every other. Close it after use.

    Raises
    ------
    PieceGone
        If its sound was withdrawn, or it was a file that is not open any more.
    """
    from studio.audio.rendering.rendition import open_rendition  # NumPy: only when there is something to hear

    path, recipe = _place(library, piece, files)
    return open_rendition(path, _even(str(path), tuple(recipe.texts())) if even else recipe)


def _place(library: Library, piece: Piece, files: HeardFiles | None) -> tuple[Path, Recipe]:
    found = next((sound for sound in library.sounds() if sound.id == piece.sound), None)
    if found is not None:
        return library.original_path(found), found.recipe
    path = files.place_of(piece) if files is not None else None
    if path is None:
        raise PieceGone(f"“{piece.title}” is not here to be heard.", "Choose another sound with C.")
    return path, Recipe()


@lru_cache(maxsize=32)
def _even(path: str, recipe_texts: tuple[str, ...]) -> Recipe:
    """The steps, and after them those that make it as loud as the other."""
    from studio.audio.listening.matching import steps_to_loudness
    from studio.audio.rendering.rendition import open_rendition

    recipe = Recipe.parse(recipe_texts)
    with open_rendition(path, recipe) as heard:
        return recipe.add(*steps_to_loudness(heard, LOUDNESS_LUFS))
