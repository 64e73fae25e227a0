import pytest

from evidence.library import Library
from studio.audio.recipe import Step
from studio.editing.applying import NothingToApply, apply_steps, take_back
from studio.editing.favourites import Favourites
from studio.takes import bin_sound, do, undo
from tests.builders import a_sine, a_wav
from tests.evidence.given import a_library, add_a_sound, again


class Stopped(Exception):
    pass


@pytest.fixture
def library(tmp_path) -> Library:
    return a_library(tmp_path)


def steps(*texts):
    return tuple(map(Step.parse, texts))


def some(library, count):
    return [add_a_sound(library, f"Take {number}", hertz=200 + number) for number in range(count)]


def test_what_was_done_to_one_is_done_to_all_after_their_own(library):
    one, two, three = some(library, 3)
    one = do(library, one, *steps("reverse"))
    applied = apply_steps(library, steps("trim 0.02", "gain 3"), [one, two, three, two])
    assert [each.recipe.texts() for each in applied.changed] == [
        ["reverse", "trim 0.02", "gain 3"],
        ["trim 0.02", "gain 3"],
        ["trim 0.02", "gain 3"],
    ]
    assert [library.sound(each.id) for each in applied.changed] == [*applied.changed]
    assert applied.words == "Done to 3 sounds."


def test_one_undo_takes_all_of_it_back_in_each_and_next_week_too(library):
    one, two = some(library, 2)
    one = do(library, one, *steps("reverse"))
    apply_steps(library, steps("trim 0.02", "gain 3", "fade-out 0.01"), [one, two])
    later = again(library)
    assert undo(later, later.sound(one.id)).recipe.texts() == ["reverse"]
    assert undo(later, later.sound(two.id)).recipe.texts() == []


def test_a_sound_that_the_steps_do_not_fit_is_told_and_the_others_go_on(library):
    short, long = some(library, 2)
    short = do(library, short, *steps("trim 0.06"))
    applied = apply_steps(library, steps("trim 0.05"), [short, long])
    assert [each.id for each in applied.changed] == [long.id]
    assert library.sound(short.id) == short
    assert applied.words == (
        "Done to 1 sound. Not to “Take 0”: “trim” starts at 0.05 s, but the sound lasts 0.04 s."
    )


def test_many_that_do_not_fit_are_counted(library):
    sounds = some(library, 5)
    applied = apply_steps(library, steps("trim 9"), sounds)
    assert applied.changed == ()
    assert applied.words.startswith("Done to 0 sounds. Not to “Take 0”, “Take 1”, “Take 2” and 2 more: ")


def test_what_is_in_the_bin_or_was_changed_meanwhile_is_left(library):
    binned, stale, fine = some(library, 3)
    binned = bin_sound(library, binned)
    do(library, stale, *steps("gain 1"))
    applied = apply_steps(library, steps("reverse"), [binned, stale, fine])
    assert [each.id for each in applied.changed] == [fine.id]
    assert [each.why.what for each in applied.left] == [
        "It is in the bin.",
        "Another program changed it meanwhile.",
    ]
    assert library.sound(stale.id).recipe.texts() == ["gain 1"]


def test_all_of_it_is_one_turn_with_a_line_for_each_sound(library):
    sounds = some(library, 4)
    before = library.journal.head().seq
    apply_steps(library, steps("reverse"), sounds)
    assert library.journal.head().seq == before + 4


def test_what_is_stopped_has_changed_nothing(library):
    sounds = some(library, 4)
    heard = []

    def stop(share):
        heard.append(share)
        if share > 0.5:
            raise Stopped

    with pytest.raises(Stopped):
        apply_steps(library, steps("reverse"), sounds, progress=stop)
    assert heard == [0.25, 0.5, 0.75]
    assert [library.sound(each.id) for each in sounds] == sounds


def test_without_steps_or_sounds_there_is_nothing_to_do(library):
    with pytest.raises(NothingToApply):
        apply_steps(library, (), some(library, 1))
    with pytest.raises(NothingToApply):
        apply_steps(library, steps("reverse"), [])


def test_all_of_it_is_taken_back_at_once_but_where_something_was_done_since(library):
    one, two = some(library, 2)
    applied = apply_steps(library, steps("reverse", "gain 3"), [one, two])
    do(library, applied.changed[1], *steps("gain 1"))
    assert [each.id for each in take_back(library, applied)] == [one.id]
    assert library.sound(one.id).recipe.steps == ()
    assert len(library.sound(two.id).recipe.steps) == 3


def test_what_is_measured_is_measured_in_each_sound(library):
    quiet = library.add_sound(
        a_wav(library.takes / "q.wav", a_sine(1, peak=0.05)), title="Quiet", origin="recorded"
    )
    loud = library.add_sound(
        a_wav(library.takes / "l.wav", a_sine(1, peak=0.5)), title="Loud", origin="recorded"
    )
    quiet = do(library, quiet, *steps("loudness -20"))
    (changed,) = apply_steps(library, quiet.recipe.steps, [loud]).changed
    assert changed.recipe.steps[0].values[0] == -20
    assert changed.recipe.steps[0].values[1] == pytest.approx(quiet.recipe.steps[0].values[1] - 20, abs=0.1)
    assert Favourites(library).keep("Even", quiet.recipe.steps).steps == ("loudness -20",)
