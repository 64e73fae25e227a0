"""Room on a page: what is measured, cut and grown."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from evidence.papers.measure import (
    LINE_WIDTH,
    PAGE_HEIGHT,
    SHARES,
    TITLE,
    Room,
    fitted,
    lines_of,
    pages_of,
    within,
)
from evidence.papers.paper import Bullets, PageEnd, Paper, Text, WriteIn
from tests.evidence.given import NOW

MORE = "..., more in the bundle"
SPACE = WriteIn("Space", ("What", "Who"), (70, 30), lines=2, grows=True)


def a_paper(*blocks, pages=1) -> Paper:
    return Paper(over="Over", title="Title", school="Oak", made=NOW, foot="", blocks=blocks, pages=pages)


def test_a_short_text_is_one_line_and_words_stay_whole():
    assert lines_of("", 10, LINE_WIDTH) == lines_of("Hello", 10, LINE_WIDTH) == 1
    assert lines_of("one\ntwo", 10, LINE_WIDTH) == 2
    assert lines_of("W" * 49, 10, LINE_WIDTH) == 1
    assert lines_of("W" * 100, 10, LINE_WIDTH) == 3
    assert lines_of("a " + "W" * 49, 10, LINE_WIDTH) == 2


@given(st.text(max_size=300), st.integers(24, 200))
def test_a_cut_text_is_short_and_says_that_there_is_more(text, longest):
    cut = Room(1.0, MORE).text(text, longest)
    assert len(cut) <= longest + len(MORE)
    assert cut == " ".join(text.split()) or cut.endswith(MORE)


def test_a_text_is_cut_at_the_end_of_a_word():
    assert Room(1.0, MORE).text("They chose between takes, and could say why.", 27) == (
        "They chose between takes..., more in the bundle"
    )


def test_a_list_is_cut_later_than_texts_and_never_to_nothing():
    assert [Room(share, MORE).most(4) for share in SHARES] == [4, 4, 4, 4, 4, 3, 3, 2, 1, 1]


def test_a_paper_is_made_shorter_until_it_fits():
    def make(room: Room) -> Paper:
        return a_paper(*(Text(room.text("word " * 400, 2000)) for _ in range(9)))

    assert pages_of(make(Room(1.0, MORE))) > 1
    assert pages_of(fitted(make, MORE)) == 1


def test_space_to_write_grows_to_the_end_of_its_page_and_no_further():
    paper = fitted(lambda room: a_paper(Text("First"), PageEnd(), SPACE, pages=2), MORE)
    space = paper.blocks[-1]
    assert isinstance(space, WriteIn)
    assert space.lines > 25
    assert pages_of(paper) == 2
    longer = replace(paper, blocks=(*paper.blocks[:-1], replace(space, lines=space.lines + 1)))
    assert pages_of(longer) == 3


def test_a_paper_without_a_number_of_pages_is_as_long_as_it_is():
    long = a_paper(Bullets(("word " * 100,) * 60), pages=None)
    assert fitted(lambda room: long, MORE) == long


def test_what_can_never_fit_is_made_all_the_same():
    assert pages_of(fitted(lambda room: a_paper(Text("word " * 9000), SPACE), MORE)) > 1


def test_a_name_of_a_school_takes_two_lines_at_most():
    real = "Our Lady of Perpetual Help and Saint Philomena Catholic Primary School"
    assert within(real, TITLE, 2) == real
    assert lines_of(within("W" * 200, TITLE, 2), TITLE, LINE_WIDTH) == 2


def test_the_page_is_lower_than_the_paper_between_its_margins():
    assert PAGE_HEIGHT < (297 - 17 - 20) / 25.4 * 72
