"""What the buttons look like: a shape of its own for each, and the sounds to begin with."""

from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

from assets import asset
from lessons.soundboard.board import LEAST_BUTTONS, MOST_BUTTONS
from rubric.tables import ContentFault, Table, read_table
from studio.audio.recipe import RecipeFault, Step

GLYPHS = ("●", "■", "▲", "+", "×", "•", "→", "←")
RECORD, PLAY, NEXT, CHANGE = DOES = ("record", "play", "next", "change")
ROWS = 5
_ROW = r"[#.]{5}"


class FaceFault(ContentFault):
    """The file of the buttons cannot be used as it stands."""


@dataclass(frozen=True, slots=True)
class Face:
    """One button's shape."""

    called: str
    glyph: str
    rows: tuple[str, ...]
    """Five rows of five squares, `#` or `.`."""


@dataclass(frozen=True, slots=True)
class LittleKey:
    """One of the keys that the youngest have."""

    does: str
    """One of `DOES`."""
    face: Face
    step: Step | None = None
    """Of a change."""


@dataclass(frozen=True, slots=True)
class Faces:
    """All of them, and the files of the sounds to begin with."""

    faces: tuple[Face, ...]
    begin_with: tuple[str, ...]
    little: tuple[LittleKey, ...]


@cache
def shipped_faces() -> Faces:
    """Those that come with the program."""
    return load_faces(asset("studio", "buttons.toml"))


def load_faces(file: Path | Traversable) -> Faces:
    """Read a file of buttons.

    Raises
    ------
    FaceFault
        At the first thing that is missing, misspelt or of the wrong kind.
    """
    table = read_table(file, FaceFault)
    begin_with = table.texts("begin_with")
    faces = tuple(map(_face, table.tables("buttons")))
    table.refuse_twins("buttons", (face.called for face in faces))
    table.refuse_twins("buttons", (face.glyph for face in faces))
    if len(faces) != MOST_BUTTONS or len(begin_with) > MOST_BUTTONS:
        raise table.fault(
            "buttons",
            f"{MOST_BUTTONS} buttons are wanted, and no more sounds than those.",
            "Add or take out some.",
        )
    little = tuple(map(_little_key, table.tables("little")))
    if not LEAST_BUTTONS <= len(little) <= MOST_BUTTONS:
        raise table.fault(
            "little", f"{LEAST_BUTTONS} to {MOST_BUTTONS} keys are wanted.", "Add or take out some."
        )
    table.expect_nothing_else()
    return Faces(faces, begin_with, little)


def _little_key(row: Table) -> LittleKey:
    does = row.choice("does", DOES)
    return LittleKey(does, step=_step(row) if does == CHANGE else None, face=_face(row))


def _step(row: Table) -> Step:
    try:
        return Step.parse(row.text("step"))
    except RecipeFault as error:
        raise row.fault("step", error.what, error.fix) from error


def _face(row: Table) -> Face:
    shape = row.text(
        "shape", pattern=rf"{_ROW}( {_ROW}){{{ROWS - 1}}}", example=".###. ##### ##### ##### .###."
    )
    face = Face(row.text("called", longest=12), row.choice("glyph", GLYPHS), tuple(shape.split()))
    row.expect_nothing_else()
    return face
