"""The channels: what ships, and what is refused."""

import pytest

from evidence.safety.channels import UnknownBasis, UnknownChannel, bases, basis, channel, channels


def test_what_stays_with_the_school_and_its_hub_is_open_and_what_is_public_must_be_asked_for():
    assert [(each.id, each.default, each.public) for each in channels()] == [
        ("class", "yes", False),
        ("display", "yes", False),
        ("hub-bundle", "yes", False),
        ("newsletter", "ask", True),
        ("website", "ask", True),
        ("livestream", "ask", True),
    ]


def test_every_channel_rests_on_a_basis_that_there_is():
    assert {each.basis for each in channels()} <= {each.id for each in bases()}


def test_a_channel_and_a_basis_are_found_however_they_are_typed():
    assert channel(" Hub-Bundle ").id == "hub-bundle"
    assert basis("Public task").id == "public-task"


@pytest.mark.parametrize("word", ["", "web", "websight", "[/]", "\u202ewebsite", "x" * 10_000])
def test_any_other_word_is_refused_with_what_to_use(word):
    with pytest.raises(UnknownChannel) as refused:
        channel(word)
    assert refused.value.fix.endswith((".", "?"))
    assert len(refused.value.what) < 80
    with pytest.raises(UnknownBasis):
        basis(word)
