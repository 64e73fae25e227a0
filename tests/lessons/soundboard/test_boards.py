"""Boards: named, several, what is on their buttons, and back again."""

from datetime import timedelta

import pytest

from evidence.library import Library, UnknownRecord
from evidence.safety.withdrawal import withdraw
from lessons.soundboard.board import BadBoard, Board, Button
from lessons.soundboard.boards import Boards
from lessons.soundboard.faces import FaceFault, load_faces, shipped_faces
from rubric.load import shipped_framework
from tests.evidence.given import NOW, a_library, add_a_sound


@pytest.fixture
def library(tmp_path) -> Library:
    return a_library(tmp_path)


def test_before_anybody_made_one_there_is_a_board_to_begin_with(library):
    board = Boards(library).ready()
    assert (board.id, board.many, board.shown) == ("", 4, ())
    assert Boards(library).all() == ()


def test_what_is_put_on_a_button_stays_there(library, tmp_path):
    cow, owl = add_a_sound(library, "Cow"), add_a_sound(library, "Owl")
    boards = Boards(library)
    board = boards.put(boards.put(boards.ready(), 3, cow.id), 1, owl.id)
    assert Boards(Library.open(library.folder)).ready() == board
    assert board.buttons == (Button(place=1, sound=owl.id), Button(place=3, sound=cow.id))
    assert boards.put(board, 3, "").shown == (owl.id,)
    with pytest.raises(UnknownRecord):
        boards.put(board, 1, "S-0999")
    with pytest.raises(BadBoard):
        boards.put(board, 7, cow.id)


def test_a_change_is_one_line_of_the_log_and_is_taken_back(library):
    boards = Boards(library)
    before = boards.set(boards.ready(), name="Farm")
    lines = library.journal.head().seq
    after = boards.set(before, scanning="one-key", pace=4.0, pause=0.8, many=6, big_words=True)
    assert library.journal.head().seq == lines + 1
    boards.put_back(before, after)
    assert boards.ready() == before


def test_the_first_change_taken_back_leaves_no_board(library):
    boards = Boards(library)
    boards.put_back(boards.ready(), boards.set(boards.ready(), many=5))
    assert boards.all() == ()
    assert boards.one("BT-0001").struck


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("many", 3), ("many", 7), ("scanning", "by nose"), ("pace", 0.5), ("pace", 7.0)),
        *(("pause", 0.1), ("pause", 2.5), ("name", "x" * 41)),
    ],
)
def test_what_no_board_can_be_is_refused_in_words(library, field, value):
    with pytest.raises(BadBoard) as refused:
        Boards(library).set(Boards(library).ready(), **{field: value})
    assert refused.value.fix.endswith((".", "?"))


def test_the_one_that_was_chosen_last_opens(tmp_path):
    moments = iter(NOW + timedelta(minutes=minute) for minute in range(100))
    library = Library.open(tmp_path / "library", create=True, clock=lambda: next(moments))
    boards = Boards(library)
    farm, sea = boards.add("Farm"), boards.add("Sea")
    assert boards.ready().name == "Sea"
    boards.choose(farm)
    assert boards.ready().name == "Farm"
    boards.strike(boards.one("farm"))
    assert boards.ready() == sea
    assert boards.one("Farm").struck


def test_a_sound_that_is_withdrawn_leaves_its_button_and_no_other_moves(library):
    cow, owl = add_a_sound(library, "Cow", by="Y4-heron"), add_a_sound(library, "Owl", hertz=220.0)
    boards = Boards(library)
    boards.put(boards.put(boards.ready(), 1, cow.id), 2, owl.id)
    withdraw(library, code="Y4-heron", framework=shipped_framework())
    assert boards.ready().buttons == (Button(place=2, sound=owl.id),)


def test_a_board_that_cannot_be_is_our_own_mistake():
    for wrong in ({"many": 9}, {"scanning": "x"}, {"pause": 9.0}):
        with pytest.raises(ValueError, match="board"):
            Board(chosen=NOW, **wrong)
    twice = (Button(place=1, sound="S-0001"), Button(place=1, sound="S-0002"))
    with pytest.raises(ValueError, match="sounds on"):
        Board(chosen=NOW, buttons=twice)


def test_each_shape_is_its_own():
    faces = shipped_faces().faces
    assert len({face.rows for face in faces}) == len({face.called for face in faces}) == 6


def test_a_slip_in_the_file_of_the_buttons_is_told_with_its_place(tmp_path):
    file = tmp_path / "buttons.toml"
    file.write_text('begin_with = ["cow.flac"]\n[[buttons]]\ncalled = "Circle"\nglyph = "x"\nshape = "#"\n')
    with pytest.raises(FaceFault, match=r"buttons\.toml, buttons\.1\.shape"):
        load_faces(file)
