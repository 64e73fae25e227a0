import pytest

from studio.audio.recipe import Recipe


@pytest.mark.parametrize(
    ("step", "words", "seconds"),
    [
        ("pitch 4", "higher by 4 semitones", 10),
        ("pitch -1", "lower by 1 semitone", 10),
        ("pitch 12", "higher by an octave", 10),
        ("pitch -0.5", "lower by 0.5 semitones", 10),
        ("pitch 0", "as high as before", 10),
        ("speed 1.5", "faster: 1.5 times as fast", 10 / 1.5),
        ("speed 2", "faster: twice as fast", 5),
        ("speed 0.8", "slower: 1.25 times as long", 12.5),
        ("speed 1", "as fast as before", 10),
        ("tape 0.5", "slower and lower, like a tape: twice as long", 20),
        ("tape 3", "faster and higher, like a tape: 3 times as fast", 10 / 3),
        ("tape 1", "as fast and as high as before", 10),
    ],
)
def test_each_step_is_said_in_plain_words_and_says_how_long_it_gets(step, words, seconds):
    recipe = Recipe.parse([step])
    assert recipe.words(10) == [words]
    assert recipe.seconds_after(10) == pytest.approx(seconds)
