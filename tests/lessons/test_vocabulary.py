"""The words of lessons."""

import pytest

from lessons.vocabulary import (
    VocabularyFault,
    curriculum_keys,
    curriculum_keys_of,
    dimension_titles,
    dimensions,
    dimensions_of,
)
from rubric.tables import parse_table

SMALL = """
[[dimensions]]
id = "pitch"
title = "Pitch"
say = "How high."
ask = "A mouse or a bear?"
screen = "Change a sound."
"""
KEY = """
[[keys]]
id = "K2c"
stage = "Key stage 2"
words = "Make up music."
"""


def test_all_dimensions_and_silence_are_told_in_short_words():
    ids = [each.id for each in dimensions()]
    wanted = {"pitch", "duration", "dynamics", "tempo", "timbre", "texture", "structure", "silence"}
    assert wanted <= set(ids)
    for each in dimensions():
        assert each.ask.endswith("?")
        assert len(each.say.split()) <= 16
        assert each.as_dict()["say"] == each.say


def test_inside_a_sentence_a_word_is_small_and_not_spelt_out():
    assert dimension_titles(("timbre", "pitch")) == ["timbre", "pitch"]


def test_the_keys_of_the_curriculum_are_there_for_every_stage():
    stages = {each.stage for each in curriculum_keys()}
    assert {"EYFS", "Key stage 1", "Key stage 2", "Key stage 3"} <= stages


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('ask = "A mouse or a bear?"', "", "dimensions.pitch.ask"),
        ('id = "pitch"', 'id = "Pitch!"', "dimensions.Pitch!.id"),
        ("screen =", "sreen =", "dimensions.pitch.screen"),
        ("[[dimensions]]", "[[dimension]]", "dimensions"),
    ],
)
def test_each_fault_names_its_key(old, new, key):
    assert len(dimensions_of(parse_table(SMALL.encode(), "words.toml", VocabularyFault))) == 1
    with pytest.raises(VocabularyFault) as caught:
        dimensions_of(parse_table(SMALL.replace(old, new).encode(), "words.toml", VocabularyFault))
    assert caught.value.key == key


def test_nothing_is_there_twice():
    with pytest.raises(VocabularyFault, match="twice"):
        dimensions_of(parse_table((SMALL + SMALL).encode(), "words.toml", VocabularyFault))
    with pytest.raises(VocabularyFault, match="twice"):
        curriculum_keys_of(parse_table((KEY + KEY).encode(), "curriculum.toml", VocabularyFault))
