import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.audio.recipe import STEP_KINDS, Recipe, RecipeFault, Step


def a_value_of(parameter):
    if parameter.words:
        return st.sampled_from(range(len(parameter.words))).map(float)
    return st.floats(parameter.low, parameter.high).map(lambda value: value + 0.0)


def values_of(kind):
    numbers = [a_value_of(parameter) for parameter in kind.parameters]
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
    [
        *("", "fly 3", "trim", "trim 1 2 3", "trim 3 2", "trim 2 2", "gain x", "gain nan", "gain 1e99"),
        *("trim ١", "fade-in 2 1", "fade-in 2 wobbly", "fade-in gentle", "fade-out 2 gentle 3"),
    ],
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


def test_a_fade_says_its_shape_as_a_word():
    recipe = Recipe.parse(["fade-in 2 GENTLE", "fade-out 0.05 quick", "fade-out 1 straight"])
    assert recipe.texts() == ["fade-in 2 gentle", "fade-out 0.05 quick", "fade-out 1 straight"]
    assert recipe.words(10) == [
        "fade in gently over 2.0 s",
        "a tiny fade out over 0.05 s, most of it at once",
        "fade out over 1.0 s",
    ]


def test_a_shape_that_is_not_known_is_told_with_those_that_are():
    with pytest.raises(RecipeFault) as refused:
        Step.parse("fade-in 2 wobbly")
    assert refused.value.fix == "Give one of these: straight, gentle, quick."


READ = STEPS.map(lambda step: Step.parse(str(step)))
CHANGES = st.lists(
    st.one_of(
        READ.map(lambda step: ("add", step)),
        READ.map(lambda step: ("instead", step)),
        st.tuples(st.just("without"), st.integers(0, 9)),
        st.tuples(st.just("moved"), st.integers(0, 9), st.integers(0, 9)),
        st.tuples(st.just("changed"), st.integers(0, 9), READ),
        st.just(("undo",)),
        st.just(("redo",)),
    ),
    max_size=12,
)


def after(recipe, change):
    what, *given_ = change
    if what == "instead":
        return recipe.add(*given_, instead_of=min(1, len(recipe.steps)))
    if what in ("without", "moved", "changed"):
        if not recipe.steps:
            return recipe
        given_ = [each % len(recipe.steps) if isinstance(each, int) else each for each in given_]
    return getattr(recipe, what)(*given_)


@given(CHANGES)
def test_every_change_to_the_steps_can_be_taken_back_and_done_again(changes):
    seen = [Recipe()]
    for change in changes:
        seen.append(after(seen[-1], change))
    recipe = seen[-1]
    back, trail = recipe, []
    while back.can_undo:
        trail.append(back)
        back = back.undo()
    assert back.steps == ()
    for expected in reversed(trail):
        back = back.redo()
        assert back.steps == expected.steps
    assert back == recipe


@given(CHANGES.filter(bool))
def test_a_change_taken_back_leaves_the_steps_as_they_were(changes):
    recipe = Recipe()
    for change in changes[:-1]:
        recipe = after(recipe, change)
    changed = after(recipe, changes[-1])
    if changes[-1][0] in ("add", "without", "moved", "changed") and changed != recipe:
        assert changed.undo().steps == recipe.steps


@given(CHANGES)
def test_what_it_takes_to_go_back_is_stored_without_loss(changes):
    recipe = Recipe()
    for change in changes:
        recipe = after(recipe, change)
    stored = recipe.as_plain()
    assert Recipe.from_plain(json.loads(json.dumps(stored))).as_plain() == stored
    assert Recipe.parse(recipe.texts()).texts() == stored["steps"]


def test_a_recipe_of_an_earlier_version_is_read():
    old = {"steps": ["trim 1 2"], "undone": ["reverse"]}
    recipe = Recipe.from_plain(old)
    assert recipe == Recipe.parse(["trim 1 2", "reverse"]).undo()
    assert recipe.as_plain() == old


def test_steps_are_taken_out_moved_and_changed_wherever_they_stand():
    recipe = Recipe.parse(["reverse", "gain 3", "trim 1 2"])
    assert recipe.without(0).texts() == ["gain 3", "trim 1 2"]
    assert recipe.moved(2, 0).texts() == ["trim 1 2", "reverse", "gain 3"]
    assert recipe.moved(0, 1).texts() == ["gain 3", "reverse", "trim 1 2"]
    assert recipe.changed(1, Step.parse("gain 6")).texts() == ["reverse", "gain 6", "trim 1 2"]
    assert recipe.moved(1, 1) == recipe
    with pytest.raises(ValueError, match="no step 3"):
        recipe.without(3)


def test_steps_come_in_place_of_the_last_ones():
    recipe = Recipe.parse(["reverse", "fade-in 1"])
    assert recipe.add(Step.parse("fade-in 2"), instead_of=1) == Recipe.parse(["reverse", "fade-in 2"])


def test_what_a_rewrite_left_is_not_forgotten_when_others_come_in_its_place():
    rewritten = Recipe.parse(["fade-in 1", "reverse"]).without(1)
    longer = rewritten.add(Step.parse("fade-in 2"), instead_of=1)
    assert longer.texts() == ["fade-in 2"]
    assert longer.undo().texts() == ["fade-in 1"]
    assert longer.undo().undo().texts() == ["fade-in 1", "reverse"]


def test_only_so_many_rewrites_are_kept():
    recipe = Recipe.parse(["reverse", "gain 3"])
    for _ in range(300):
        recipe = recipe.moved(0, 1)
    assert len(recipe.rewrites) == 100
    while recipe.can_undo:
        recipe = recipe.undo()
    assert recipe.steps == ()


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
