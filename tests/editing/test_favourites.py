import pytest

from studio.audio.recipe import Step
from studio.editing.favourites import Favourites, NoFavourite
from tests.evidence.given import a_library, again


def steps(*texts):
    return tuple(map(Step.parse, texts))


@pytest.fixture
def favourites(tmp_path):
    return Favourites(a_library(tmp_path))


def test_steps_are_kept_under_a_name_and_found_by_it(favourites):
    kept = favourites.keep("Cave", steps("reverse", "fade-out 0.5 gentle"))
    favourites.keep("attic", steps("gain 3"))
    assert [each.title for each in favourites.all()] == ["attic", "Cave"]
    assert favourites.named(" cave ") == favourites.named("fv-0001") == kept
    assert kept.recipe.texts() == ["reverse", "fade-out 0.5 gentle"]


def test_they_are_there_tomorrow(favourites, tmp_path):
    favourites.keep("Cave", steps("reverse"))
    assert Favourites(again(favourites._library)).all() == favourites.all()


def test_the_same_name_again_replaces_what_it_meant_and_that_can_be_taken_back(favourites):
    first = favourites.keep("Cave", steps("reverse"))
    second = favourites.keep("CAVE", steps("gain 3"))
    assert favourites.all() == (second,)
    assert second.id == first.id
    favourites.put_back(first)
    assert favourites.all() == (first,)


def test_what_is_forgotten_is_off_the_list_until_it_is_put_back(favourites):
    kept = favourites.keep("Cave", steps("reverse"))
    favourites.forget(kept.id)
    assert favourites.all() == ()
    with pytest.raises(NoFavourite):
        favourites.named("Cave")
    favourites.put_back(kept)
    assert favourites.all() == (kept,)


def test_nothing_is_no_favourite(favourites):
    with pytest.raises(NoFavourite) as refused:
        favourites.keep("Cave", ())
    assert refused.value.what == "Nothing was done to that sound yet."


def test_a_name_is_a_title(favourites):
    assert favourites.keep("  [bold]my\tcave ", steps("reverse")).title == "[bold]my cave"
