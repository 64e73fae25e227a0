from itertools import pairwise

import pytest

from studio.audio.recipe import Recipe, Step
from studio.ui.edits import Edit, between, fade, gain_to, is_light, louder, pause, shaped, trim


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


def test_a_pause_again_at_the_same_place_is_longer_instead():
    first = pause(24000, Recipe(), 48000)
    assert first == Edit((Step("pause", (0.5, 1.0)),))
    assert pause(24000, Recipe(first.steps), 48000) == Edit((Step("pause", (0.5, 2.0)),), take_back=1)
    assert pause(48000, Recipe(first.steps), 48000).take_back == 0


def test_the_shape_of_a_fade_goes_round():
    texts = ["fade-out 2 straight", "fade-out 2 gentle", "fade-out 2 quick", "fade-out 2 straight"]
    for text, following in pairwise(texts):
        edit = shaped(Recipe.parse([text]))
        assert edit is not None
        assert (edit.take_back, [str(step) for step in edit.steps]) == (1, [following])
    assert shaped(Recipe.parse(["fade-out 2", "reverse"])) is None
    assert shaped(Recipe()) is None


def test_between_two_frames_is_said_in_seconds():
    assert between("cut", 12000, 24000, 48000) == Edit((Step("cut", (0.25, 0.5)),))


def test_the_loudest_moment_is_brought_where_it_should_be():
    assert gain_to(-1.0, -13.5) == Edit((Step("gain", (12.5,)),))
    assert gain_to(-1.0, -140.0) == Edit((Step("gain", (0.0,)),))


@pytest.mark.parametrize(
    ("texts", "light"),
    [
        ([], True),
        (["trim 1 2", "fade-in 1", "gain 3", "limit -1", "reverse"], True),
        (["gain 3", "normalise -1"], True),
        (["limit -1", "normalise -1"], False),
        (["loudness -16 3.5"], True),
        (["loudness -16"], False),
        (["pitch 4"], False),
    ],
)
def test_a_sound_is_light_when_its_overview_tells_all(texts, light):
    assert is_light(Recipe.parse(texts).steps) == light
