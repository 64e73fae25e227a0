"""Labels and credit cards: what they keep, and what they refuse."""

import pytest

from evidence.credit_card import LICENCES, CreditCard
from evidence.label import Label


def test_a_label_keeps_its_words_as_one_clean_line():
    assert Label(1.5, "  the\nsplash \u200b").words == "the splash"
    assert Label.from_plain(Label(1.5, "[bold]splash").as_plain()) == Label(1.5, "[bold]splash")


@pytest.mark.parametrize("seconds", [-0.1, float("nan"), float("inf"), 8 * 24 * 3600.0])
def test_no_label_is_where_no_sound_is(seconds):
    with pytest.raises(ValueError, match="no label"):
        Label(seconds, "splash")


@pytest.mark.parametrize("licence", LICENCES)
def test_a_card_says_who_made_it_and_what_one_may_do(licence):
    card = CreditCard(title="Rain", author="a maker", licence=licence, link="where it was")
    assert card.words.startswith("“Rain” by a maker (")
    assert card.words.endswith("where it was")
    assert CreditCard.from_plain(card.as_plain()) == card
    assert card.may_be_sold is (licence in ("CC0", "BY"))


def test_a_card_without_an_author_says_so():
    assert CreditCard().words == "by somebody unknown (ask first)"


def test_an_unknown_licence_is_refused():
    with pytest.raises(ValueError, match="licence"):
        CreditCard(licence="free")
