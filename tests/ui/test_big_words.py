"""Words in letters five rows tall."""

import pytest
from textual.app import App, ComposeResult

from studio.ui.text import SAFE_GLYPHS
from studio.ui.widgets.big_words import BigWords, big_letters, big_rows, letters_in

HI = ["██  ██  ██████", "██  ██    ██", "██████    ██", "██  ██    ██", "██  ██  ██████"]


class Words(App[None]):
    def __init__(self, words: str, most_lines: int = 1) -> None:
        super().__init__()
        self.words = BigWords(words, most_lines=most_lines)

    def compose(self) -> ComposeResult:
        yield self.words


def test_every_letter_has_five_rows_of_squares_that_each_terminal_has():
    assert set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,!?'-:&") <= set(big_letters())
    for rows in big_letters().values():
        assert len(rows) == 5
        assert len({len(row) for row in rows}) == 1
        assert len(rows[0]) <= 5
        assert set("".join(rows)) <= {"█", " "} <= SAFE_GLYPHS | {" "}


def test_no_two_letters_look_the_same():
    looks = {letter: rows for letter, rows in big_letters().items() if letter not in "’“”\"'"}
    assert len(set(looks.values())) == len(looks)


def test_a_word_is_drawn_as_wide_as_there_is_room_for():
    double = big_rows("hey", 40)
    single = big_rows("hey", 20)
    assert double is not None
    assert single is not None
    assert [len(row) for row in double] == [2 * len(row) for row in single]
    assert single[0] == "█   █ █████ █   █"
    assert big_rows("hey", 16) is None


def test_words_go_into_as_many_lines_as_are_allowed():
    assert big_rows("red fox", 40) == big_rows("RED   FOX", 40)
    rows = big_rows("red fox", 20, most_lines=2)
    assert rows is not None
    assert len(rows) == 11
    assert rows[5] == ""
    assert big_rows("red fox", 20) is None


@pytest.mark.parametrize("words", ["", "  ", "Ó'Néill", "[bold]x", "日本"])
def test_what_nobody_drew_is_left_to_plain_letters(words):
    assert big_rows(words, 200) is None


def test_a_letter_drawn_wrongly_is_told_with_its_line():
    with pytest.raises(ValueError, match="the letter 'A' in line 3"):
        letters_in("words\n\nA\n##\n##\n#\n##\n##\n")
    assert letters_in("o\n##\n##\n##\n##\n##\n") == {"o": ("██",) * 5}


async def test_the_widget_is_as_tall_as_its_words_and_changes_with_them():
    app = Words("Watch", most_lines=2)
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.words.size.height == 5
        app.words.words = "look and listen well"
        await pilot.pause()
        assert app.words.size.height == 11
        app.words.words = "[/bold] Ó"
        await pilot.pause()
        assert app.words.size.height == 1
        assert app.words.render().plain == "[/bold] Ó"
        app.words.words = ""
        await pilot.resize_terminal(3, 2)
        await pilot.pause()
