from dataclasses import replace

import numpy as np
import pytest
import soundfile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence.label import Label
from evidence.library import Library
from studio.audio.clip import Clip
from studio.audio.files.wav import WavFile
from studio.audio.recipe import Step
from studio.editing.joining import join, joined
from studio.editing.made import CannotMake
from studio.editing.mixing import Layer, mix, mixed
from studio.editing.parting import copy_part, split
from studio.takes import add_sound, do, keep, rendition
from tests.builders import a_sine, a_wav, noise
from tests.evidence.given import NOW

RATE = 8000


class Stopped(Exception):
    pass


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    return Library.open(tmp_path_factory.mktemp("school") / "library", create=True, clock=lambda: NOW)


@pytest.fixture
def sound(library, tmp_path):
    """Adds a sound: noise of so many seconds unless a clip is given."""

    def add(seconds=0.5, *, clip=None, seed=1, subtype="PCM_24", channels=1, rate=RATE, peak=0.3, **given_):
        frames = noise(seconds, samplerate=rate, seed=seed, channels=channels, peak=peak)
        clip = clip or Clip(frames, rate)
        path = a_wav(tmp_path / f"{seed}.wav", clip, subtype=subtype)
        return add_sound(library, path, **({"title": f"Sound {seed}"} | given_))

    return add


def heard(library, sound):
    with rendition(library, sound) as source:
        return source.read(0, source.length)


def untouched(library, *sounds):
    """What these sounds are, to be compared with what they are later."""
    return [(library.sound(each.id), library.original_path(each).read_bytes()) for each in sounds]


def test_a_join_has_every_sound_in_order_bit_for_bit(library, sound):
    one, other = sound(0.5, by="Y4-heron", year="Y4"), sound(0.3, seed=2, by="Y4-otter", year="Y4")
    before = untouched(library, one, other)
    made = join(library, [one, other, one], gap_seconds=0.25, title="Three")
    parts = [heard(library, one), heard(library, other), heard(library, one)]
    silence = np.zeros((2000, 1))
    assert np.array_equal(
        heard(library, made.sound), np.concatenate([parts[0], silence, parts[1], silence, parts[2]])
    )
    assert (made.sound.title, made.sound.kept, made.words) == ("Three", True, "")
    assert (made.sound.made_of, made.sound.makers) == ((one.id, other.id), ("Y4-heron", "Y4-otter"))
    assert made.sound.year == "Y4"
    assert untouched(library, one, other) == before


def test_a_join_takes_sounds_as_they_are_now(library, sound):
    one, other = sound(0.5), sound(0.3, seed=2)
    one = do(library, one, Step.parse("trim 0.1 0.2"), Step.parse("gain -6"))
    made = join(library, [one, other])
    assert made.sound.seconds == pytest.approx(0.4)
    assert made.sound.title == "Sound 1 + Sound 2"
    assert np.abs(heard(library, made.sound)[:800] - heard(library, one)).max() < 2.0**-22


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.integers(20, 2400), min_size=2, max_size=4))
def test_join_then_split_gives_the_parts(library, sound, lengths):
    parts = [sound(length / RATE, seed=number) for number, length in enumerate(lengths, 1)]
    whole = join(library, parts).sound
    places = np.cumsum([length / RATE for length in lengths])[:-1]
    pieces = [each.sound for each in split(library, whole, [*places])]
    assert len(pieces) == len(parts)
    for piece, part in zip(pieces, parts, strict=True):
        with WavFile(library.original_path(piece)) as made, WavFile(library.original_path(part)) as was:
            assert np.array_equal(made.read(0, made.length), was.read(0, was.length))


def test_pieces_do_not_click_and_that_can_be_taken_back(library, sound):
    whole = sound(clip=a_sine(1, hertz=100, samplerate=RATE), title="Hum", by="Y4-heron")
    first, second = (each.sound for each in split(library, whole, [0.5025]))
    assert (first.title, second.title) == ("Hum 1", "Hum 2")
    assert first.recipe.texts() == ["fade-out 0.002"]
    assert second.recipe.texts() == ["fade-in 0.002"]
    assert (first.made_of, first.makers) == ((whole.id,), ("Y4-heron",))
    assert heard(library, second)[0] == 0
    again = [each.sound.title for each in split(library, whole, [0.5025])]
    assert again == ["Hum 3", "Hum 4"], "no two pieces have the same name"


def test_a_part_is_copied_as_the_sound_is_now(library, sound):
    whole = keep(library, do(library, sound(1.0), Step.parse("reverse")))
    part = copy_part(library, whole, 0.25, 0.5).sound
    assert part.title == "Sound 1, a part"
    with WavFile(library.original_path(part)) as original:
        assert np.array_equal(original.read(0, original.length), heard(library, whole)[2000:4000])
    assert copy_part(library, whole, 0.9, 70, title="The end").sound.seconds == pytest.approx(0.1)


def test_where_it_is_silent_nothing_needs_a_fade(library, sound):
    whole = join(library, [sound(0.2), sound(0.2, seed=2)], gap_seconds=0.2).sound
    assert [each.sound.recipe.texts() for each in split(library, whole, [0.3])] == [[], []]


def labelled(library, sound, *labels):
    return library.save_sound(replace(sound, labels=tuple(Label(*each) for each in labels)), "labelled")


def names(sound):
    return [(round(label.seconds, 6), label.words) for label in sound.labels]


def test_labels_go_along_to_where_they_are_heard(library, sound):
    whole = labelled(library, sound(1.0), (0.1, "gone"), (0.4, "one"), (0.6, "two"))
    whole = do(library, whole, Step.parse("trim 0.2 0.9"))
    assert [names(each.sound) for each in split(library, whole, [0.3])] == [[(0.2, "one")], [(0.1, "two")]]
    assert names(copy_part(library, whole, 0.1, 0.5).sound) == [(0.1, "one"), (0.3, "two")]
    assert names(join(library, [whole, whole], gap_seconds=0.3).sound) == [
        (0.2, "one"),
        (0.4, "two"),
        (1.2, "one"),
        (1.4, "two"),
    ]
    mixed_up = mix(library, [Layer(whole), Layer(whole, 0, 0.5)]).sound
    assert names(mixed_up) == [(0.2, "one"), (0.4, "two"), (0.7, "one"), (0.9, "two")]


def test_a_split_that_is_stopped_leaves_its_pieces_in_the_bin(library, sound):
    whole = sound(0.5, title="Stopped")

    def stop(share):
        if share > 0.5:
            raise Stopped

    with pytest.raises(Stopped):
        split(library, whole, [0.1, 0.2, 0.3], progress=stop)
    assert all(each.binned for each in library.sounds() if each.made_of == (whole.id,))


@pytest.mark.parametrize("stretch", [(0.5, 0.5), (0.6, 0.5), (2, 3)])
def test_a_part_with_nothing_in_it_is_refused(library, sound, stretch):
    with pytest.raises(CannotMake):
        copy_part(library, sound(0.5), *stretch)


@pytest.mark.parametrize("places", [[], [0], [0.5], [9]])
def test_a_split_needs_a_place_inside(library, sound, places):
    with pytest.raises(CannotMake):
        split(library, sound(0.5), places)


def test_a_mix_is_the_sum_at_the_levels_and_times_that_were_asked(library, sound):
    one, other = sound(0.5), sound(0.25, seed=2)
    made = mix(library, [Layer(one, -6.0), Layer(other, 3.0, 0.4)])
    expected = np.zeros((5200, 1))
    expected[:4000] += heard(library, one) * 10 ** (-6 / 20)
    expected[3200:] += heard(library, other) * 10 ** (3 / 20)
    assert made.turned_down_db == 0
    assert np.abs(heard(library, made.sound) - expected).max() < 2.0**-22
    assert made.sound.title == "Sound 1 with Sound 2"


def test_the_order_of_a_mix_does_not_matter(library, sound):
    layers = [Layer(sound(0.2, seed=number), -3.0 * number, 0.1 * number) for number in range(1, 5)]
    one, other = mix(library, layers).sound, mix(library, layers[::-1]).sound
    assert np.abs(heard(library, one) - heard(library, other)).max() <= 2.0**-23


def test_a_mix_that_would_be_too_loud_is_turned_down_and_says_so(library, sound):
    loud = [sound(clip=a_sine(0.2, peak=0.8, samplerate=RATE), seed=seed) for seed in (1, 2)]
    made = mix(library, [Layer(each) for each in loud])
    assert made.turned_down_db == pytest.approx(20 * np.log10(1.6) + 1, abs=0.01)
    assert made.words == "All of it is 5.1 dB quieter, so that nothing is too loud."
    assert np.abs(heard(library, made.sound)).max() == pytest.approx(10 ** (-1 / 20), abs=1e-3)


def test_sounds_of_other_rates_and_channels_go_together(library, sound):
    low = sound(clip=a_sine(0.5, samplerate=8000), seed=1)
    high = sound(clip=a_sine(0.5, samplerate=16000, channels=2), seed=2)
    made = join(library, [low, high]).sound
    assert (made.samplerate, made.channels, made.seconds) == (16000, 2, pytest.approx(1.0))
    assert (
        np.abs(heard(library, made)[800:7200, 0] - a_sine(0.5, samplerate=16000).frames[800:7200, 0]).max()
        < 1e-3
    )


def test_what_is_made_has_24_bits(library, sound):
    made = join(library, [sound(subtype="PCM_16"), sound(subtype="FLOAT", seed=2)]).sound
    assert soundfile.info(library.original_path(made)).subtype == "PCM_24"


def test_what_is_stopped_leaves_nothing(library, sound):
    sounds = [sound(seed=seed) for seed in (1, 2)]
    before = sorted(library.folder.rglob("*")), library.sounds()

    def stop(share):
        raise Stopped

    with pytest.raises(Stopped):
        join(library, sounds, progress=stop)
    with pytest.raises(Stopped):
        mix(library, [Layer(each) for each in sounds], progress=stop)
    assert (sorted(library.folder.rglob("*")), library.sounds()) == before


def test_progress_goes_from_nothing_to_all(library, sound):
    loud = [sound(clip=a_sine(1, peak=0.9, samplerate=RATE), seed=seed) for seed in (1, 2)]
    shares = []
    mix(library, [Layer(each) for each in loud], progress=shares.append)
    assert shares == sorted(shares)
    assert 0 < shares[0] < shares[-1] == 1


def test_what_is_about_to_be_made_can_be_heard_first(library, sound):
    one, other = sound(0.5), sound(0.25, seed=2)
    with joined(library, [one, other]) as drafted:
        assert np.array_equal(drafted.read(0, 4000), heard(library, one))
    with mixed(library, [Layer(one), Layer(other)]) as drafted:
        assert drafted.length == 4000


def test_too_few_and_what_cannot_be_are_refused(library, sound):
    one = sound()
    refused = [
        lambda: join(library, [one]),
        lambda: join(library, []),
        lambda: join(library, [one, one], gap_seconds=-1),
        lambda: join(library, [one, one], gap_seconds=float("nan")),
        lambda: join(library, [one] * 201),
        lambda: mix(library, [Layer(one)]),
        lambda: Layer(one, 99),
        lambda: Layer(one, 0, -1),
        lambda: mix(library, [Layer(one), Layer(one, 0, 24 * 3600)]),
    ]
    for act in refused:
        with pytest.raises(CannotMake) as fault:
            act()
        assert fault.value.what.endswith(".")
        assert fault.value.fix.endswith(".")
