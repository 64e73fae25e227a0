import pytest

from studio.audio.recipe import RecipeFault, Step
from studio.editing.rewriting import NoSuchStep, change_step, move_step, remove_step, rewrite
from studio.errors import StudioError
from studio.takes import do, redo, undo
from tests.evidence.given import a_library, add_a_sound, again


@pytest.fixture
def library(tmp_path):
    return a_library(tmp_path)


@pytest.fixture
def sound(library):
    """A tenth of a second with three steps."""
    return do(library, add_a_sound(library), *map(Step.parse, ["trim 0.02", "gain 3", "fade-out 0.05"]))


def test_any_step_is_taken_out_and_that_is_undone_next_week(library, sound):
    removed = remove_step(library, sound, 1)
    assert removed.recipe.texts() == ["gain 3", "fade-out 0.05"]
    later = again(library)
    back = undo(later, later.sound(sound.id))
    assert back.recipe.steps == sound.recipe.steps
    once_more = again(library)
    assert redo(once_more, once_more.sound(sound.id)).recipe.texts() == removed.recipe.texts()


def test_the_last_of_all_steps_can_come_back_too(library, sound):
    for _ in range(3):
        sound = remove_step(library, sound, 1)
    assert sound.recipe.steps == ()
    assert undo(library, sound).recipe.texts() == ["fade-out 0.05"]


def test_a_step_is_moved_and_changed(library, sound):
    moved = move_step(library, sound, 3, 1)
    assert moved.recipe.texts() == ["fade-out 0.05", "trim 0.02", "gain 3"]
    changed = change_step(library, moved, 3, Step.parse("gain -6"))
    assert changed.recipe.texts() == ["fade-out 0.05", "trim 0.02", "gain -6"]
    assert undo(library, undo(library, changed)).recipe.steps == sound.recipe.steps


def test_each_is_one_line_in_the_log(library, sound):
    before = library.journal.head().seq
    rewrite(library, sound, [Step.parse("reverse")])
    assert library.journal.head().seq == before + 1


def test_nothing_is_stored_when_nothing_changes(library, sound):
    before = library.journal.head().seq
    assert move_step(library, sound, 2, 2) == sound
    assert library.journal.head().seq == before


def test_a_rewrite_that_would_leave_nothing_is_refused_before_it_is_stored(library):
    sound = do(library, add_a_sound(library), *map(Step.parse, ["pause 0 5", "cut 0 1"]))
    with pytest.raises(RecipeFault) as refused:
        remove_step(library, sound, 1)
    assert refused.value.what == ("Then the other steps do not fit. “cut” would leave nothing of the sound.")
    assert library.sound(sound.id) == sound


@pytest.mark.parametrize("number", [0, 4, -1])
def test_a_step_that_is_not_there_is_told(library, sound, number):
    with pytest.raises(NoSuchStep) as refused:
        remove_step(library, sound, number)
    assert refused.value.what == f"“A cow” has no step {number}."
    with pytest.raises(NoSuchStep):
        move_step(library, sound, 1, number)


def test_a_change_that_another_program_made_meanwhile_is_not_lost(library, sound):
    do(library, sound, Step.parse("reverse"))
    with pytest.raises(StudioError):
        remove_step(library, sound, 1)
    assert len(library.sound(sound.id).recipe.steps) == 4
