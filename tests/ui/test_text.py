from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.ui.text import cut_to, literal, printable, when_words
from studio.wording import clock, count, size_words

NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)


@pytest.mark.parametrize("title", ["take [1] [bold]x [/", "<script>", "[$accent]", "\\[x]", "Möwe 🙂 海"])
def test_pupils_words_are_never_markup(title):
    assert literal(title).plain == title
    assert not literal(title).spans


def test_what_steers_a_terminal_is_shown_as_a_dot():
    assert printable("a\x1b[31mb\u202ec\nd\x9be") == "a·[31mb·c·d·e"


@given(st.text(), st.integers(0, 50))
def test_any_text_can_be_cut_to_any_width(text, width):
    assert cut_to(text, width).cell_length == width


@pytest.mark.parametrize(
    ("seconds", "decimals", "words"),
    [(0, 1, "0:00.0"), (7.44, 1, "0:07.4"), (59.999, 1, "0:59.9"), (61.25, 2, "1:01.25"), (3600, 0, "60:00")],
)
def test_times_are_minutes_and_seconds(seconds, decimals, words):
    assert clock(seconds, decimals=decimals) == words


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2026, 11, 24, 8, 5, tzinfo=UTC), "today 08:05"),
        (datetime(2026, 11, 20, 8, 5, tzinfo=UTC), "Fri 20 Nov"),
        (datetime(2025, 1, 2, 8, 5, tzinfo=UTC), "2 Jan 2025"),
    ],
)
def test_days_are_said_as_seen_from_today(moment, words):
    assert when_words(moment, NOW) == words


def test_one_is_not_many():
    assert [count(1, "sound"), count(0, "sound"), count(2, "entry", "entries")] == [
        "1 sound",
        "0 sounds",
        "2 entries",
    ]


def test_sizes_have_one_unit():
    assert [size_words(12), size_words(3_400_000), size_words(2_000_000_000)] == ["1 KB", "3.4 MB", "2.0 GB"]
