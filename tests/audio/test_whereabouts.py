import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.audio.recipe import Recipe
from studio.audio.whereabouts import moment_after, moment_before

TEN = 10.0


@pytest.mark.parametrize(
    ("steps", "after"),
    [
        ([], 4.0),
        (["trim 1 8"], 3.0),
        (["trim 4"], 0.0),
        (["cut 1 3"], 2.0),
        (["cut 5 6"], 4.0),
        (["pause 2 1.5"], 5.5),
        (["pause 6 1.5"], 4.0),
        (["reverse"], 6.0),
        (["speed 2"], 2.0),
        (["tape 0.5", "trim 1"], 7.0),
        (["stutter 1 3 2"], 7.0),
        (["stutter 1 3 5"], 4.0),
        (["echo 0.5 0.4", "room 1 0.5", "pitch 4", "robot 100"], 4.0),
        (["gain 3", "fade-in 2", "silence 1 9", "normalise -1", "limit -1"], 4.0),
        (["trim 1 8", "reverse", "pause 0 1", "cut 2 3"], 4.0),
    ],
)
def test_a_moment_is_followed_through_the_steps_and_back(steps, after):
    recipe = Recipe.parse(steps)
    assert moment_after(recipe, TEN, 4.0) == pytest.approx(after)
    assert moment_before(recipe, TEN, after) == pytest.approx(4.0)


@pytest.mark.parametrize("steps", [["trim 5 8"], ["trim 1 3.5"], ["cut 3 5"], ["reverse", "cut 5 7"]])
def test_a_moment_that_was_cut_away_is_nowhere(steps):
    assert moment_after(Recipe.parse(steps), TEN, 4.0) is None


def test_what_was_put_in_is_given_the_moment_before_it():
    assert moment_before(Recipe.parse(["pause 2 1"]), TEN, 2.5) == 2.0


def test_no_moment_lies_outside_the_sound():
    assert moment_before(Recipe.parse(["trim 1 3"]), TEN, 99.0) == 3.0
    assert moment_after(Recipe(), TEN, 99.0) == TEN


STEPS = ("speed 1.25", "trim 1 8", "cut 2 3", "pause 1 2", "reverse", "gain 3", "fade-out 1", "silence 0 1")


@given(st.lists(st.sampled_from(STEPS), max_size=6), st.floats(0, 10))
def test_what_can_be_heard_is_found_again(steps, moment):
    recipe = Recipe.parse(steps)
    after = moment_after(recipe, TEN, moment)
    if after is not None:
        assert 0 <= after <= recipe.seconds_after(TEN) + 1e-9
        again = moment_after(recipe, TEN, moment_before(recipe, TEN, after))
        assert again is None or abs(again - after) < 1e-6 or "pause 1 2" in steps
