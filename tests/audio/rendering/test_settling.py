"""Figures are found once for a sound, and never taken for those of another."""

import numpy as np
import pytest

from studio.audio.recipe import Recipe, Step
from studio.audio.rendering.chain import chain
from studio.audio.rendering.settling import asked, settled
from tests.audio.oracle import ArrayStage
from tests.audio.rendering.effects.test_effect_reads import talking

RATE = 16000
STEPS = ["gain -3", "hush 12", "loudness -20"]


def a_sound(peak=0.5):
    return ArrayStage(talking(2, samplerate=RATE, peak=peak), RATE)


def heard(recipe, sound):
    stage = chain(sound, recipe)
    return stage.read(0, stage.length)


def test_what_was_found_stands_in_the_steps_and_sounds_the_same():
    sound = a_sound()
    recipe = Recipe.parse(STEPS)
    found = settled(sound, recipe)
    assert [len(step.values) for step in found.steps] == [1, 25, 2]
    np.testing.assert_array_equal(heard(found, sound), heard(recipe, sound))
    assert Recipe.parse(found.texts()) == found
    assert [asked(step) for step in found.steps] == list(recipe.steps)


def test_nothing_is_measured_when_a_settled_recipe_is_opened():
    sound = a_sound()
    found = settled(sound, Recipe.parse(["loudness -20"]))
    sound.reads.clear()
    chain(sound, found)
    assert sum(stop - start for start, stop in sound.reads) < RATE / 2


def test_figures_stay_up_to_the_first_step_that_differs():
    sound = a_sound()
    first = settled(sound, Recipe.parse(STEPS))
    sound.reads.clear()
    longer = settled(sound, first.add(Step("reverse")), was=first)
    assert longer.steps[:3] == first.steps
    assert not sound.reads
    louder = settled(sound, first.changed(0, Step("gain", (0.0,))), was=first)
    assert louder.steps[2].values[1] == pytest.approx(first.steps[2].values[1] - 3, abs=0.3)


def test_figures_of_another_sound_are_found_anew():
    recipe = settled(a_sound(0.5), Recipe.parse(["loudness -20"]))
    other = settled(a_sound(0.05), recipe)
    assert other.steps[0].values[1] == pytest.approx(recipe.steps[0].values[1] + 20, abs=0.2)


def test_what_can_be_taken_back_stays():
    sound = a_sound()
    recipe = settled(sound, Recipe.parse(STEPS)).without(0).undo()
    assert settled(sound, recipe, was=recipe) == recipe


def test_the_search_can_be_watched_and_stopped():
    shares = []
    settled(a_sound(), Recipe.parse(["hush"]), progress=shares.append)
    assert shares[-1] == 1
