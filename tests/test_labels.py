import pytest

from evidence.library import Library
from studio import takes
from studio.audio.recipe import Step
from studio.labels import (
    MOST_LABELS,
    TooManyLabels,
    labels_heard,
    put_label,
    remove_label,
    rename_label,
)
from tests.ui.fakes import NOW, a_sound


@pytest.fixture
def library(tmp_path):
    return Library.open(tmp_path / "library", create=True, clock=lambda: NOW)


@pytest.fixture
def sound(library):
    return a_sound(library, "Cow")


def heard(sound):
    return [(seconds, label.words) for seconds, label in labels_heard(sound)]


def test_a_label_is_kept_with_its_moment_of_the_original(library, sound):
    cut = takes.do(library, sound, Step("trim", (1.0, 3.0)))
    named = put_label(library, cut, 0.5, "moo")
    assert [label.seconds for label in named.labels] == [1.5]
    assert heard(named) == [(0.5, "moo")]
    assert heard(takes.undo(library, named)) == [(1.5, "moo")]
    assert library.sound(sound.id).labels == named.labels


def test_labels_come_in_the_order_they_are_heard(library, sound):
    named = put_label(library, put_label(library, sound, 0.5, "one"), 2.0, "two")
    turned = takes.do(library, named, Step("reverse"))
    assert [words for _, words in heard(named)] == ["one", "two"]
    assert [words for _, words in heard(turned)] == ["two", "one"]


def test_a_label_whose_moment_is_cut_away_is_not_heard_and_not_lost(library, sound):
    cut = takes.do(library, put_label(library, sound, 0.5, "gone"), Step("trim", (1.0, 3.0)))
    assert heard(cut) == []
    assert heard(takes.undo(library, cut)) == [(0.5, "gone")]


def test_a_label_is_renamed_and_taken_off(library, sound):
    named = put_label(library, sound, 0.5, "mo")
    renamed = rename_label(library, named, named.labels[0], "moo")
    assert heard(renamed) == [(0.5, "moo")]
    assert heard(remove_label(library, renamed, renamed.labels[0])) == []


def test_no_sound_has_more_labels_than_can_be_shown(library, sound):
    for number in range(MOST_LABELS):
        sound = put_label(library, sound, number / 100, f"label {number}")
    with pytest.raises(TooManyLabels, match="at most 100 labels"):
        put_label(library, sound, 1.0, "one more")
