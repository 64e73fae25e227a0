"""Use cases with sound buttons: sounds to begin with, recording onto one, and that it was performed."""

from importlib.resources import as_file
from typing import TYPE_CHECKING

from assets import asset
from evidence.library import Library, UnknownRecord
from evidence.sound import Sound
from lessons.facts import years_of_sound
from lessons.occasion import Occasion, Occasions
from lessons.occasion_turn import take_back
from lessons.soundboard.board import Board
from lessons.soundboard.boards import Boards
from lessons.soundboard.faces import shipped_faces
from rubric.tables import ContentFault, read_table
from studio.errors import StudioError
from studio.short_take import free_title, keep_short

if TYPE_CHECKING:
    from studio.audio.live.take_file import FinishedTake

# Not a performance: its own sounds would be taken for a recording of one.
KIND, TOOLS = "presentation", "sound buttons"


class NothingOnIt(StudioError):
    """A board without a sound."""


def sounds_on(library: Library, board: Board) -> tuple[Sound | None, ...]:
    """The sound on each button that is shown; `None` where there is none, or it is in the bin or gone."""
    return tuple(_there(library, board.sound_at(place)) for place in range(1, board.many + 1))


def begin(library: Library, board: Board) -> Board:
    """Put sounds that come with the program on a board, and into the library where they are not yet."""
    return Boards(library).fill(board, [_brought_in(library, file).id for file in shipped_faces().begin_with])


def name_for(library: Library, place: int) -> str:
    """What a sound is called that is recorded on a button: its shape, with a number when there is one."""
    return free_title(library, shipped_faces().faces[place - 1].called)


def keep_on_button(library: Library, board: Board, place: int, take: "FinishedTake") -> Sound:
    """Make a finished recording a sound, without the silence around it, and put it on a button."""
    sound = keep_short(library, take, title=name_for(library, place))
    Boards(library).put(board, place, sound.id)
    return sound


def performed(library: Library, board: Board) -> Occasion:
    """Write down that a board was performed today, with the sounds that it shows."""
    library.adults.need("write down that it was performed")
    sounds = [sound for sound in sounds_on(library, board) if sound is not None]
    if not sounds:
        raise NothingOnIt("There is no sound on these buttons.", "Record one, or choose some.")
    years = [year for sound in sounds for year in years_of_sound(sound)]
    return Occasions(library).add(
        KIND, board.name, year_groups=years, tools=TOOLS, sounds=[sound.id for sound in sounds]
    )


def not_performed(library: Library, occasion: Occasion) -> None:
    """Take back that it was performed; a proposal that nobody accepted goes with it."""
    library.adults.need("write down that it was performed")
    with library.store.turn() as turn:
        take_back(library, turn, "occasion", occasion.id)


def _there(library: Library, sound_id: str) -> Sound | None:
    if not sound_id:
        return None
    try:
        sound = library.sound(sound_id)
    except UnknownRecord:  # it was withdrawn
        return None
    return None if sound.binned else sound


def _brought_in(library: Library, file: str) -> Sound:
    from studio.takes import add_sound, unbin  # loads NumPy

    title = _title_of(file)
    known = next((s for s in library.sounds() if s.origin == "shipped" and s.title == title), None)
    if known is not None:
        return unbin(library, known) if known.binned else known
    with as_file(asset("sounds", file)) as path:
        return add_sound(library, path, title=title, origin="shipped")


def _title_of(file: str) -> str:
    table = read_table(asset("sounds", "sounds.toml"), ContentFault)
    titles = {row.text("file"): row.text("title") for row in table.tables("sounds")}
    if file not in titles:
        raise table.fault("sounds", f"there is no {file[:40]}.", "Name a file of this list in buttons.toml.")
    return titles[file]
