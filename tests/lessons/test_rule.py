"""The rules of proposals, and the faults of a file of rules."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.occasion_kind import occasion_kinds
from lessons.rule import OCCASION, RuleFault, Rules, load_rules, rules_of, shipped_rules
from rubric.tables import parse_table
from studio.audio.recipe import STEP_KINDS, Recipe, Step
from tests.evidence.given import a_library, add_a_sound

SMALL = """
[[rules]]
id = "recorded"
looks_at = "sound"
origin = ["recorded"]
claims = ["MT1:silver"]
why = "{years} recorded this"

[[rules]]
id = "club"
looks_at = "occasion"
happened = ["club-session"]
times = 6
claims = ["MT3:bronze"]
why = "The club met {count} times"

[[changes]]
steps = ["fade-in"]
at_least = 0.1
words = "faded it"
"""


def parsed(text: str) -> Rules:
    return rules_of(parse_table(text.encode(), "rules.toml", RuleFault))


def test_every_step_there_is_counts_as_some_change():
    steps = {step for change in shipped_rules().changes for step in change.steps}
    assert steps == set(STEP_KINDS)


def test_every_kind_of_occasion_shows_something():
    named = {kind for rule in shipped_rules().rules for kind in rule.happened}
    assert named == {each.id for each in occasion_kinds()}


def test_a_tiny_fade_that_only_takes_a_click_off_is_no_change():
    rules = parsed(SMALL)
    assert rules.did([Step("fade-in", (0.02,))]) == ()
    assert rules.did([Step("fade-in", (0.5,)), Step("fade-in", (1.0,))]) == ("faded it",)


def test_a_sound_put_together_from_others_was_changed_and_a_copied_part_was_not(tmp_path):
    sound = add_a_sound(a_library(tmp_path))
    rules = shipped_rules()
    assert rules.did_to(replace(sound, made_of=("S-0001", "S-0002"))) == ("put it together from others",)
    assert rules.did_to(replace(sound, made_of=("S-0001",))) == ()
    backwards = replace(sound, made_of=("S-0001", "S-0002"), recipe=Recipe.parse(["reverse"]))
    assert rules.did_to(backwards) == ("put it together from others", "turned it backwards")


@pytest.mark.parametrize("line", ["made_of = 1", "made_of = 2.5", 'made_of = 2\nsteps = ["reverse"]'])
def test_a_change_is_made_by_steps_or_by_putting_sounds_together(line):
    with pytest.raises(RuleFault, match=r"changes\.2"):
        parsed(f'{SMALL}\n[[changes]]\n{line}\nwords = "joined it"\n')


def test_louder_and_quieter_are_told_apart():
    rules = shipped_rules()
    assert rules.did([Step("gain", (3.0,))]) == ("made it louder",)
    assert rules.did([Step("gain", (-3.0,)), Step("normalise", (-1.0,))]) == (
        "made it quieter",
        "evened out its loudness",
    )
    assert rules.did([Step("gain", (0.0,))]) == ()


def test_a_small_file_is_read():
    recorded, club = parsed(SMALL).rules
    assert (recorded.origin, recorded.changed, recorded.why) == (
        ("recorded",),
        False,
        "{years} recorded this",
    )
    assert (club.looks_at, club.times, list(map(str, club.claims))) == (OCCASION, 6, ["MT3:bronze"])


@pytest.mark.parametrize(
    ("old", "new", "key", "words"),
    [
        ('["MT1:silver"]', '["MT1 silver"]', "rules.recorded.claims", "MT1:gold"),
        ('["MT1:silver"]', '["MT9:silver"]', "rules.recorded.claims", "rubric list"),
        ('looks_at = "sound"', 'looks_at = "sounds"', "rules.recorded.looks_at", "Did you mean “sound”?"),
        ('origin = ["recorded"]', 'origin = ["record"]', "rules.recorded.origin", "Did you mean “recorded”?"),
        ("{years}", "{year}", "rules.recorded.why", "{years}"),
        ("{years}", "{leaders}", "rules.recorded.why", "{years}, {did}"),
        ("{years}", "{years", "rules.recorded.why", "one { and one }"),
        ("recorded this", "recorded this.", "rules.recorded.why", "full stop"),
        ("times = 6", "times = 6.5", "rules.club.times", "times = 10"),
        ("times = 6", "leaders = false", "rules.club.leaders", "Take the line out"),
        ('happened = ["club-session"]', "", "rules.club.happened", "Add a line happened"),
        ('["club-session"]', '["club-sesion"]', "rules.club.happened", "Did you mean “club-session”?"),
        ('id = "club"', 'id = "recorded"', "rules", "another id"),
        ("times = 6", "time = 6", "rules.club.time", "Did you mean “times”?"),
        ('origin = ["recorded"]', "leaders = true", "rules.recorded.leaders", "Take the key out"),
        ('["fade-in"]', '["fade"]', "changes.1.steps", "fade-in"),
        ("[[changes]]", "[[change]]", "changes", "[[changes]]"),
    ],
)
def test_each_fault_names_its_place_and_its_remedy(old, new, key, words):
    with pytest.raises(RuleFault) as caught:
        parsed(SMALL.replace(old, new, 1))
    assert caught.value.key == key
    assert f"rules.toml, {key}" in caught.value.what
    assert words in caught.value.fix


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(RuleFault, match=r"none\.toml cannot be read"):
        load_rules(tmp_path / "none.toml")


@given(st.binary(max_size=100) | st.text(max_size=100).map(lambda text: f"[[rules]]\n{text}".encode()))
def test_any_bytes_are_rules_or_a_fault(content):
    with pytest.raises(RuleFault):
        rules_of(parse_table(content, "rules.toml", RuleFault))
