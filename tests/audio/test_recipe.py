import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.audio.recipe import STEP_KINDS, Recipe, RecipeFault, Step


def values_of(kind):
    numbers = [st.floats(p.low, p.high).map(lambda value: value + 0.0) for p in kind.parameters]
    return st.integers(kind.fewest, len(numbers)).flatmap(lambda count: st.tuples(*numbers[:count]))


def in_order(step):
    """Where a step has a start and a stop, the stop comes later."""
    kind = STEP_KINDS[step.name]
    is_range = [p.name for p in kind.parameters] == ["START-SECONDS", "STOP-SECONDS"]
    return not (is_range and len(step.values) == 2 and step.values[1] <= step.values[0])


STEPS = (
    st.sampled_from(list(STEP_KINDS.values()))
    .flatmap(lambda kind: values_of(kind).map(lambda values: Step(kind.name, values)))
    .filter(in_order)
)


@given(STEPS)
def test_a_step_is_printed_and_read_without_loss(step):
    once = Step.parse(str(step))  # fills in what may be left out
    assert Step.parse(str(once)) == once
    assert once.values[: len(step.values)] == step.values


@given(st.text(max_size=40))
def test_any_words_are_a_step_or_a_fault(text):
    with contextlib.suppress(RecipeFault):
        assert Step.parse(text).name in STEP_KINDS


@pytest.mark.parametrize(
    "text",
    ["", "fly 3", "trim", "trim 1 2 3", "trim 3 2", "trim 2 2", "gain x", "gain nan", "gain 1e99", "trim ١"],
)
def test_what_is_no_step_is_refused(text):
    with pytest.raises(RecipeFault) as refused:
        Step.parse(text)
    assert refused.value.what.endswith(".")
    assert refused.value.fix.endswith(".")


def test_the_text_is_as_a_person_would_write_it():
    assert Recipe.parse(["TRIM 2.0 58", "fade-in .5", "normalise"]).texts() == [
        "trim 2 58",
        "fade-in 0.5",
        "normalise -1",
    ]


@given(st.lists(STEPS, max_size=5), st.integers(0, 8))
def test_undo_and_redo_lose_nothing(steps, times):
    recipe = Recipe(tuple(steps))
    back = recipe
    for _ in range(times):
        back = back.undo()
    assert back.steps == recipe.steps[: max(0, len(steps) - times)]
    for _ in range(times):
        back = back.redo()
    assert back == recipe


def test_doing_something_new_forgets_what_was_taken_back():
    recipe = Recipe.parse(["reverse", "gain 3"]).undo().add(Step.parse("gain 6"))
    assert recipe.texts() == ["reverse", "gain 6"]
    assert recipe.redo() == recipe


def test_words_follow_the_length_as_it_changes():
    recipe = Recipe.parse(
        ["trim 2 58", "cut 4 5", "pause 0 1", "fade-in 0.005", "fade-out 2", "gain -3", "silence"]
    )
    assert recipe.words(60) == [
        "cut 2.0 s from the start and 2.0 s from the end",
        "take out from 4.0 s to 5.0 s",
        "put 1.0 s of silence at 0.00 s",
        "a tiny fade in over 0.005 s",
        "fade out over 2.0 s",
        "quieter by 3.0 dB",
        "make silent from 0.00 s to 56.0 s",
    ]
    assert recipe.seconds_after(60) == 56


def test_a_trim_past_the_end_keeps_to_the_end():
    assert Recipe.parse(["trim 1 90"]).words(3) == ["cut 1.0 s from the start"]
    assert Recipe.parse(["trim 0 90"]).words(3) == ["cut nothing"]
