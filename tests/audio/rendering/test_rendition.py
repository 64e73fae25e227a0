import pytest

from studio.audio.files.wav import WavWriter
from studio.audio.recipe import Recipe
from studio.audio.rendering.rendition import open_rendition
from tests.builders import noise


@pytest.fixture
def path(tmp_path):
    with WavWriter(tmp_path / "noise.wav", samplerate=8000, channels=1) as writer:
        writer.write(noise(0.2))
    return tmp_path / "noise.wav"


def is_open(rendition):
    try:
        rendition.read(0, 100)
    except (OSError, ValueError):
        return False
    return True


def test_a_file_is_closed_with_the_last_that_has_it_open(path):
    first = open_rendition(path, Recipe.parse(["gain 3"]))
    second = first.again()
    third = second.again()
    assert (first.read(0, 500) == third.read(0, 500)).all()
    first.close()
    first.close()
    second.close()
    assert is_open(third)
    third.close()
    assert not is_open(third)


def test_the_loudest_moment_is_looked_for_with_progress(path):
    heard = []
    with open_rendition(path, Recipe.parse(["pitch 4"])) as rendition:
        assert rendition.find_peak(heard.append) == rendition.peak
    assert heard[-1] == 1.0
