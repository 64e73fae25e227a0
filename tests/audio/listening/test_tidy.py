import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.audio.clip import Clip
from studio.audio.listening.moments import moments_of
from studio.audio.listening.tidy import NothingHeard, tidy
from studio.audio.recipe import Recipe
from studio.audio.source import ClipSource
from studio.audio.units import amplitude_to_db, db_to_amplitude
from tests.builders import a_sine, noise


def source_of(frames, *, samplerate=48000) -> ClipSource:
    frames = np.asarray(frames, np.float32)
    return ClipSource(Clip(frames if frames.ndim == 2 else frames[:, None], samplerate))


def a_shout(seconds, *, samplerate=48000, peak=0.3, hertz=300.0, attack=0.02, release=0.05):
    """A buzz rich in harmonics, with a rise and a fall."""
    time = np.arange(round(seconds * samplerate)) / samplerate
    harmonics = [k for k in (1, 2, 3, 5, 8) if k * hertz < samplerate / 2.5]
    buzz = sum(np.sin(2 * np.pi * k * hertz * time) / k for k in harmonics)
    envelope = np.clip(np.minimum(time / attack, (seconds - time) / release), 0, 1)
    return (peak * buzz * envelope / np.abs(buzz).max()).astype(np.float32)


def a_clap(*, samplerate=48000, peak=0.5, seed=5):
    time = np.arange(round(0.25 * samplerate)) / samplerate
    burst = np.random.default_rng(seed).standard_normal(len(time)) * np.exp(-time / 0.02)
    return (peak * burst / np.abs(burst).max()).astype(np.float32)


def a_ring(*, samplerate=48000, peak=0.5):
    time = np.arange(2 * samplerate) / samplerate
    return (peak * np.sin(2 * np.pi * 520 * time) * np.exp(-time / 0.3)).astype(np.float32)


def in_a_room(sound, *, before=1.0, after=1.2, room=1e-3, samplerate=48000, seed=9, hum=0.0):
    """The sound with the room before, under and after it."""
    frames = np.concatenate(
        [np.zeros(round(before * samplerate)), sound, np.zeros(round(after * samplerate))]
    ).astype(np.float32)
    time = np.arange(len(frames)) / samplerate
    hiss = room * np.random.default_rng(seed).standard_normal(len(frames))
    return (frames + hiss + hum * np.sin(2 * np.pi * 100 * time)).astype(np.float32)


SOUNDS = {"shout": (a_shout(0.8), 0.8), "clap": (a_clap(), 0.12), "ring": (a_ring(), 1.5)}


@pytest.mark.parametrize("name", SOUNDS)
@pytest.mark.parametrize("room", [0.0, 1e-4, 1e-3, 5e-3])
@pytest.mark.parametrize("hum", [0.0, 0.01])
def test_the_ends_of_a_sound_in_a_room_are_found(name, room, hum):
    sound, heard_seconds = SOUNDS[name]
    tidied = tidy(source_of(in_a_room(sound, room=room, hum=hum)))
    assert 0.8 <= tidied.start <= 1.02
    assert 1.0 + heard_seconds * 0.7 <= tidied.stop <= 1.0 + len(sound) / 48000 + 0.3
    assert tidied.sure


@pytest.mark.parametrize("samplerate", [8000, 11025, 16000, 22050, 32000, 44100, 96000, 192000])
@pytest.mark.parametrize("channels", [1, 2, 5])
def test_any_rate_and_any_channels_give_the_same_ends(samplerate, channels):
    mono = in_a_room(a_shout(0.8, samplerate=samplerate), samplerate=samplerate)
    signs = np.where(np.arange(channels) % 2, -1, 1)  # turned upside down, an even mix would be silent
    tidied = tidy(source_of(mono[:, None] * signs, samplerate=samplerate))
    assert 0.9 <= tidied.start <= 1.01
    assert 1.78 <= tidied.stop <= 2.0


def test_words_with_pauses_stay_together():
    words = np.concatenate(
        [a_shout(0.4), np.zeros(40000), a_shout(0.4, peak=0.02), np.zeros(40000), a_shout(0.4)]
    )
    tidied = tidy(source_of(in_a_room(words, room=1e-4)))
    assert tidied.stop - tidied.start > len(words) / 48000
    assert [step.name for step in tidied.recipe.steps][:1] == ["trim"]


def test_a_soft_word_long_after_a_loud_one_is_kept():
    words = np.concatenate([a_shout(0.5, peak=0.5), np.zeros(96000), a_shout(0.5, peak=0.01)])
    tidied = tidy(source_of(in_a_room(words, room=3e-5)))
    assert tidied.stop > 1.0 + 0.5 + 2.0 + 0.45


def test_the_record_key_is_not_the_sound():
    frames = in_a_room(a_shout(0.8))
    key = a_clap(peak=0.2)[:1000]
    frames[1000:2000] += key
    frames[-3000:-2000] += key
    tidied = tidy(source_of(frames))
    assert 0.9 <= tidied.start <= 1.01
    assert 1.78 <= tidied.stop <= 2.0


def test_an_offset_changes_nothing():
    frames = in_a_room(a_shout(0.8))
    plain, shifted = tidy(source_of(frames)), tidy(source_of(frames + 0.2))
    assert (plain.start, plain.stop) == (shifted.start, shifted.stop)


@pytest.mark.parametrize("wanted_peak", [0.02, 0.05, 0.2, 0.7, 1.0])
def test_the_loud_parts_come_to_minus_18_dbfs(wanted_peak):
    tidied = tidy(source_of(in_a_room(a_shout(0.8, peak=wanted_peak), room=1e-5)))
    kept = moments_of(source_of(in_a_room(a_shout(0.8, peak=wanted_peak), room=1e-5)[48000:86400]))
    assert kept.loud_dbfs() + tidied.gain_db == pytest.approx(-18, abs=0.4)


def test_gain_stops_at_24_db():
    assert tidy(source_of(in_a_room(a_shout(0.8, peak=0.002), room=1e-6))).gain_db == 24


def test_the_limiter_takes_six_db_at_most():
    rattle = np.zeros(24000)
    rattle[::480] = 0.9
    tidied = tidy(source_of(in_a_room(rattle, room=1e-5)))
    assert tidied.gain_db == pytest.approx(-1 + 6 - amplitude_to_db(0.9), abs=0.1)
    assert str(tidied.recipe.steps[-1]) == "limit -1"


def test_what_stays_under_the_ceiling_is_not_limited():
    tidied = tidy(source_of(in_a_room(a_shout(0.8, peak=0.3))))
    assert [step.name for step in tidied.recipe.steps] == ["trim", "fade-in", "fade-out", "gain"]
    assert 0.3 * db_to_amplitude(tidied.gain_db) < db_to_amplitude(-1)


def test_gain_is_reckoned_on_what_is_kept():
    frames = in_a_room(a_shout(0.8, peak=0.05))
    frames[1000:2000] += a_clap(peak=0.9)[:1000]  # the record key, louder than the sound
    with_key, without = tidy(source_of(frames)), tidy(source_of(in_a_room(a_shout(0.8, peak=0.05))))
    assert with_key.gain_db == pytest.approx(without.gain_db, abs=0.3)


def test_the_recipe_reads_back_the_same_and_says_milliseconds():
    tidied = tidy(source_of(in_a_room(a_shout(0.8))))
    texts = tidied.recipe.texts()
    assert Recipe.parse(texts).texts() == texts
    assert texts[0] == f"trim {tidied.start:.3f} {tidied.stop:.3f}".replace(".000", "").rstrip("0")


def test_talk_in_the_room_makes_it_unsure():
    words = [
        a_shout(0.2, hertz=hertz, peak=peak)
        for hertz, peak in zip([180, 260, 210, 330, 240] * 4, [0.03, 0.06, 0.02, 0.05, 0.04] * 4, strict=True)
    ]
    talk = np.concatenate(words)
    frames = in_a_room(a_shout(0.8, hertz=500), before=1.5, after=1.7)
    tidied = tidy(source_of(frames[: len(talk)] + talk[: len(frames)]))
    assert not tidied.sure
    assert "Look at both ends" in tidied.why


@pytest.mark.parametrize("length", [0, 1, 100, 480, 48000])
def test_silence_is_nothing(length):
    with pytest.raises(NothingHeard):
        tidy(source_of(np.zeros((length, 2))))


def test_only_the_room_is_nothing():
    for seed in range(5):
        with pytest.raises(NothingHeard, match="only hear the room"):
            tidy(source_of(in_a_room(np.zeros(0), seed=seed)))


@pytest.mark.parametrize("frames", [a_sine(2.0).frames, noise(2.0, peak=0.5)])
def test_sound_from_end_to_end_is_kept_whole(frames):
    tidied = tidy(source_of(frames))
    assert (tidied.start, tidied.stop, tidied.sure) == (0, 2, False)
    assert "trim" not in str(tidied.recipe.texts())


def test_samples_that_are_not_numbers_do_no_harm():
    frames = in_a_room(a_shout(0.8))
    frames[::1000] = np.nan
    frames[500] = np.inf
    tidied = tidy(source_of(frames))
    assert 0 <= tidied.start < tidied.stop <= len(frames) / 48000
    assert np.isfinite(tidied.gain_db)


@settings(max_examples=60, deadline=None)
@given(
    length=st.integers(0, 30000),
    samplerate=st.sampled_from([1, 50, 1000, 8000, 44100, 192000]),
    channels=st.integers(1, 3),
    loudness=st.sampled_from([0.0, 1e-9, 1e-3, 0.5, 3.0]),
    burst=st.integers(0, 30000),
)
def test_any_sound_is_tidied_within_itself_or_refused(length, samplerate, channels, loudness, burst):
    frames = loudness * noise(1, samplerate=max(length, 1), channels=channels)[:length]
    frames[burst : burst + 500] += 0.5
    seconds = length / samplerate
    try:
        tidied = tidy(source_of(frames, samplerate=samplerate))
    except NothingHeard:
        return
    assert 0 <= tidied.start < tidied.stop <= seconds
    assert -60 < tidied.gain_db <= 24
    assert Recipe.parse(tidied.recipe.texts()).texts() == tidied.recipe.texts()
    assert 0 < tidied.recipe.seconds_after(seconds) <= seconds


@pytest.mark.parametrize("seconds", [20, 90, 119])
@pytest.mark.parametrize("name", SOUNDS)
def test_a_short_sound_is_found_in_minutes_of_room(name, seconds):
    sound, heard_seconds = SOUNDS[name]
    tidied = tidy(source_of(in_a_room(sound, before=seconds * 0.6, after=seconds * 0.4 - 2)))
    assert seconds * 0.6 - 0.2 <= tidied.start <= seconds * 0.6 + 0.02
    assert heard_seconds * 0.7 <= tidied.stop - seconds * 0.6 <= len(sound) / 48000 + 0.3


class LongSource:
    """Hours of a quiet room with one sound in it, made as they are read."""

    samplerate = 16000
    channels = 1

    def __init__(self, seconds, sound, at_seconds):
        self.length = seconds * self.samplerate
        self.sound = sound
        self.at = at_seconds * self.samplerate
        self.room = noise(1, peak=1e-3, samplerate=1 << 20)
        self.most_read = 0

    def read(self, start, stop):
        self.most_read = max(self.most_read, stop - start)
        frames = np.resize(np.roll(self.room, -start % (1 << 20), axis=0), (stop - start, 1)).copy()
        first, last = max(start, self.at), min(stop, self.at + len(self.sound))
        if first < last:
            frames[first - start : last - start, 0] += self.sound[first - self.at : last - self.at]
        return frames


@pytest.mark.parametrize("seconds", [1, 60])
def test_a_long_recording_is_heard_by_blocks_and_cut_as_closely(seconds):
    source = LongSource(600, a_shout(seconds, samplerate=16000), 250)
    tidied = tidy(source)
    assert 249.8 <= tidied.start <= 250.01
    assert 250 + seconds - 0.05 <= tidied.stop <= 250 + seconds + 0.3
    assert source.most_read <= 1 << 18
