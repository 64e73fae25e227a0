import pytest

from studio.audio.listening.quality import check
from studio.audio.source import ClipSource
from studio.ui.wanted import NotWanted, WhileWanted
from tests.builders import a_sine


def test_a_wanted_sound_is_read_as_it_is():
    source = ClipSource(a_sine(1.0))
    assert check(WhileWanted(source, lambda: True)) == check(source)


def test_a_long_sound_is_not_read_to_its_end_when_nobody_waits_for_it():
    asked = iter([True, True, False])
    with pytest.raises(NotWanted):
        check(WhileWanted(ClipSource(a_sine(20.0)), lambda: next(asked)))
