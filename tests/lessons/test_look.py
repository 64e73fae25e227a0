import pytest

from evidence.safety.adults import AdultsOnly
from lessons.colour import UnknownColour
from lessons.look import Looks, TooPale
from tests.evidence.given import a_library, again


@pytest.fixture
def library(tmp_path):
    return a_library(tmp_path)


def test_a_school_that_has_not_chosen_has_ours(library):
    assert Looks(library).now().main == "#1f4e79"


def test_the_newest_choice_stands(library):
    Looks(library).set("maroon", "gold")
    Looks(library).set("navy", "#ffcc00")
    look = Looks(again(library)).now()
    assert (look.main, look.second) == ("#14284b", "#ffcc00")


@pytest.mark.parametrize("pair", [("yellow", "navy"), ("white", "navy"), ("navy", "white")])
def test_what_white_paper_would_swallow_is_refused(library, pair):
    with pytest.raises(TooPale):
        Looks(library).set(*pair)
    assert Looks(library).now().id == ""


def test_a_pale_main_colour_is_told_a_darker_one(library):
    with pytest.raises(TooPale) as caught:
        Looks(library).set("yellow", "navy")
    assert "such as #" in caught.value.fix


def test_no_colour_is_no_colour(library):
    with pytest.raises(UnknownColour):
        Looks(library).set("blurple", "gold")


def test_only_adults_choose(library):
    library.adults.set_pin("482715")
    library.adults.lock()
    with pytest.raises(AdultsOnly):
        Looks(library).set("navy", "gold")
