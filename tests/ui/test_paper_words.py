"""A paper on the screen."""

import pytest
from textual.app import App, ComposeResult

from evidence.papers.paper import Bullets, Grid, Heading, PageEnd, Quotation, Text, ToFillIn, WriteIn
from studio.ui.widgets.paper_words import PaperWords, paper_content

BLOCKS = (
    Heading("You need"),
    Bullets(("a pan with a very long handle", "[bold]water")),
    PageEnd(),
    Text("Small print.", soft=True),
    Quotation("Listen to the rain now.", "what you can say"),
    ToFillIn("the day"),
    WriteIn("Names", ("A", "B"), (1, 1)),
)
GRID = Grid("Words", ("Word", "Means"), (("echo", "it comes back"), ("rest", "a gap")), (30, 70))


def lines(blocks, width: int) -> list[str]:
    return [line.rstrip() for line in paper_content(blocks, width).plain.split("\n")]


def test_each_block_has_its_lines_and_words_hang_behind_their_marks():
    assert lines(BLOCKS, 24) == [
        "You need",
        "• a pan with a very long",
        "  handle",
        "• [bold]water",
        "Small print.",
        "│ “Listen to the rain",
        "│ now.”",
        "│ what you can say",
        "[the day]",
        "",
        "Names",
        "A · B",
    ]


def test_a_table_stands_in_columns_where_there_is_room():
    assert lines([GRID], 40) == [
        "Words",
        "Word         Means",
        "echo         it comes back",
        "rest         a gap",
    ]


def test_in_a_narrow_window_cells_stand_below_each_other():
    assert lines([GRID], 24) == ["Words", "echo", "  Means: it comes back", "", "rest", "  Means: a gap", ""]


def test_rows_of_several_lines_stand_apart():
    tall = Grid("T", ("A", "B", "C"), (("one two three four", "b", "c"), ("d", "e", "f")), (34, 33, 33))
    assert lines([tall], 40)[2:] == [
        "one two       b            c",
        "three four",
        "",
        "d             e            f",
    ]


@pytest.mark.parametrize("width", [-3, 0, 1, 5, 200])
def test_any_width_will_do(width):
    assert "echo" in paper_content([*BLOCKS, GRID], width).plain


class Page(App[None]):
    def compose(self) -> ComposeResult:
        yield PaperWords()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return {"quiet": "#888888"}


async def test_the_widget_is_as_tall_as_its_paper():
    app = Page()
    async with app.run_test(size=(40, 30)) as pilot:
        words = app.query_one(PaperWords)
        words.blocks = (GRID,)
        await pilot.pause()
        assert words.size.height == 4
        await pilot.resize_terminal(22, 30)
        await pilot.pause()
        assert words.size.height == 7
