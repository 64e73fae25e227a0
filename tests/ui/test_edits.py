import pytest

from studio.audio.recipe import Recipe, Step
from studio.ui.edits import Edit, fade, louder, trim


def test_louder_goes_to_the_ceiling_in_one_step():
    assert louder(Recipe(), -13.0) == Edit((Step("gain", (11.9,)),))


def test_louder_again_pushes_once_with_a_limiter_and_then_no_more():
    pushed = louder(Recipe(), -1.0)
    assert pushed is not None
    assert [step.name for step in pushed.steps] == ["gain", "limit"]
    assert louder(Recipe(pushed.steps), -1.0) is None


def test_louder_never_adds_more_than_can_help():
    edit = louder(Recipe(), -140.0)
    assert edit is not None
    assert edit.steps[0].values[0] <= 24


def test_a_fade_is_a_second_or_a_quarter():
    assert fade("fade-out", Recipe(), 60.0).steps == (Step("fade-out", (1.0,)),)
    assert fade("fade-in", Recipe(), 2.0).steps == (Step("fade-in", (0.5,)),)


def test_the_same_fade_again_is_longer_instead_of_double():
    assert fade("fade-out", Recipe((Step("fade-out", (1.0,)),)), 60.0) == Edit(
        (Step("fade-out", (2.0,)),), take_back=1
    )


def test_a_fade_is_never_longer_than_the_sound():
    assert fade("fade-in", Recipe((Step("fade-in", (2.0,)),)), 3.0).steps == (Step("fade-in", (3.0,)),)


def test_trim_keeps_what_is_between_the_lines_in_either_order():
    assert trim(24000, 12000, 48000, 48000) == Edit((Step("trim", (0.25, 0.5)),))


def test_trim_with_one_line_keeps_to_the_start_or_the_end():
    assert trim(None, 24000, 48000, 48000) == Edit((Step("trim", (0.0, 0.5)),))
    assert trim(24000, None, 48000, 48000) == Edit((Step("trim", (0.5, 1.0)),))


@pytest.mark.parametrize("lines", [(None, None), (0, 48000), (12000, 12000)])
def test_trim_that_would_change_nothing_or_leave_nothing_is_none(lines):
    assert trim(*lines, 48000, 48000) is None
