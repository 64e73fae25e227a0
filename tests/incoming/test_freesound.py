from pathlib import PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.incoming.freesound import card_of, title_of


def test_the_name_of_a_file_from_freesound_fills_its_card():
    card = card_of(PurePath("12345__some_maker__rain-on-tin-roof.wav"))
    assert (card.title, card.author, card.licence, card.link) == (
        "rain on tin roof",
        "some maker",
        "other",
        "Freesound, sound 12345",
    )
    assert title_of(PurePath("12345__some_maker__rain-on-tin-roof.wav")) == "rain on tin roof"


@pytest.mark.parametrize("name", ["rain.wav", "12345_a_b.wav", "x12__a__b.wav", "12345__a.wav", "____.wav"])
def test_any_other_name_has_no_card(name):
    assert card_of(PurePath(name)) is None
    assert title_of(PurePath(name)) == PurePath(name).stem


@given(st.text(max_size=300))
def test_no_name_is_a_fault(name):
    card = card_of(PurePath(f"7__{name}__{name}.wav".replace("/", "_").replace("\0", "_")))
    assert card is None or len(card.words) <= 200
