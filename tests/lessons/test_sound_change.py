import pytest

from lessons.sound_change import (
    KEYS_TAKEN,
    ChangesFault,
    changes_on,
    sound_changes,
    sound_changes_of,
    without_changes,
)
from rubric.tables import parse_table
from studio.audio.recipe import Recipe

SMALL = """
[[changes]]
id = "echo"
key = "e"
title = "echo"
say = "It comes back."
about = "texture"
[[changes.strengths]]
words = "a wall"
steps = ["echo 0.25 0.35"]
[[changes.strengths]]
words = "a tunnel"
steps = ["echo 0.15 0.6"]
"""
ROOM = " ".join(["-70"] * 24)


def parsed(text):
    return sound_changes_of(parse_table(text.encode(), "changes.toml", ChangesFault))


def on(*steps, own=None):
    return {
        name: (each.place, each.number)
        for name, each in changes_on(Recipe.parse(steps).steps, sound_changes(), own).items()
    }


def test_every_change_has_a_key_of_its_own_and_a_few_strengths():
    keys = [change.key for change in sound_changes()]
    assert len(set(keys)) == len(keys) >= 17
    assert not set(keys) & set(KEYS_TAKEN)
    assert all(1 <= len(change.strengths) <= 3 for change in sound_changes())


def test_what_children_read_is_short():
    for change in sound_changes():
        assert all(len(sentence.split()) <= 12 for sentence in change.say.split("."))
        assert all(each.words[0].islower() for each in change.strengths)


def test_no_strength_is_another_change():
    for change in sound_changes():
        for number, strength in enumerate(change.strengths, 1):
            found = changes_on(strength.steps, sound_changes())
            assert {name: each.number for name, each in found.items()} == {change.id: number}


def test_changes_are_found_among_the_steps():
    assert on("trim 0 2", "echo 0.15 0.6", "fade-out 1", "gain 6", "limit -1") == {
        "echo": (1, 2),
        "louder": (3, 2),
    }
    assert on("gain 7.3", "limit -1", "normalise") == {}
    assert on(f"hush 12 {ROOM}", "stutter 0.15 2 0.4") == {"hush": (0, 2), "stutter": (1, 1)}


def test_the_longest_is_meant():
    old = ["high-pass 700", "low-pass 1900", "gain 6", "telephone", "gain -1.3", "limit -1"]
    assert on(*old) == {"telephone": (0, 2)}


def test_a_gain_that_was_found_for_the_sound_may_be_any():
    assert on("low-pass 700", "gain 7.4", "limit -1") == {"muffled": (0, 2)}
    assert on("low-pass 700", "gain 3", "limit -1", "gain 3", "limit -1") == {
        "muffled": (0, 2),
        "louder": (3, 1),
    }
    assert on("low-pass 700", "reverse", "limit -1") == {"backwards": (1, 1)}
    muffled = next(change for change in sound_changes() if change.id == "muffled")
    assert muffled.own_steps(muffled.strengths[0].steps) == Recipe.parse(["low-pass 1500"]).steps


def test_numbers_of_ones_own_are_found_where_they_are_told():
    steps = Recipe.parse(["echo 1 0.3"]).steps
    assert on("reverse", "echo 1 0.3", own={"echo": steps}) == {"backwards": (0, 1), "echo": (1, 0)}


def test_a_second_one_of_a_kind_is_left_alone():
    assert on("reverse", "reverse") == {"backwards": (0, 1)}


def test_before_is_the_sound_without_them():
    recipe = Recipe.parse(["trim 0 2", "gain 3", "limit -1", "fade-out 1", "robot 110"])
    before = without_changes(recipe, changes_on(recipe.steps, sound_changes()))
    assert before.texts() == ["trim 0 2", "fade-out 1"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('key = "e"', 'key = "h"', "key"),
        ('key = "e"', 'key = "E"', "key"),
        ('about = "texture"', 'about = "colour"', "about"),
        ('steps = ["echo 0.15 0.6"]', 'steps = ["ecco 1"]', "no step called"),
        ('words = "a tunnel"', 'words = "a wall"', "twice"),
        ('title = "echo"', 'title = "an echo in the mountains"', "title"),
    ],
)
def test_what_does_not_fit_is_named(old, new, said):
    assert parsed(SMALL)
    with pytest.raises(ChangesFault, match=said):
        parsed(SMALL.replace(old, new))


def test_two_changes_cannot_share_a_key():
    with pytest.raises(ChangesFault, match="twice"):
        parsed(SMALL + SMALL.replace('id = "echo"', 'id = "other"'))
