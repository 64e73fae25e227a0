"""What is in a sound, in sentences for a child: right where the answer is known, and never pretending."""

import re

import numpy as np
import pytest

from assets import asset
from lessons.vocabulary import dimensions
from rubric.tables import parse_table
from studio.audio.analysis.beat import beat_of
from studio.audio.analysis.findings import TRACK_HOP_SECONDS, Beat, Findings
from studio.audio.analysis.glance import Glance, glance_at
from studio.audio.analysis.notes import notes_in
from studio.audio.clip import Clip, Frames
from studio.audio.pitches import pitch_of
from studio.audio.source import ClipSource
from studio.heard import letter_in_words, told
from studio.listening_words import (
    SENTENCES,
    ListeningWordsFault,
    listening_words,
    listening_words_of,
)
from tests.builders import a_sine, noise

FILE = asset("studio", "listening.toml").read_text(encoding="utf-8")
LONGEST = {
    "note": "F sharp",
    "height": 5,
    "length": "2 minutes 5 seconds",
    "gap": "12.5 seconds",
    "at": "123.4",
}


def glance_of(*parts: Frames) -> Glance:
    return glance_at(ClipSource(Clip(np.concatenate(parts), 48000)))


def silence(seconds: float) -> Frames:
    return np.zeros((round(seconds * 48000), 1), np.float32)


def line(*parts: tuple[float | None, float]) -> list[float | None]:
    return [number for number, seconds in parts for _ in range(round(seconds / TRACK_HOP_SECONDS))]


def findings(*parts: tuple[float | None, float], beat: Beat | None = None) -> Findings:
    track = line(*parts)
    return Findings(len(track) * TRACK_HOP_SECONDS, tuple(track), notes_in(track, []), beat)


def said(dimension: str, glance: Glance, found: Findings | None) -> str:
    return " ".join(each.words for each in told(glance, found) if each.dimension == dimension)


TONE = a_sine(2.0, hertz=440).frames
NO_NOTE = findings((None, 2.0))


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (69.0, "Mostly one note, A. It is in the middle, like a child's voice. The A is in tune."),
        (69.23, "The A is 23 cents too high."),
        (68.8, "The A is 20 cents too low."),
        (40.0, "Mostly one note, E. It is very low, like a bear."),
        (91.0, "It is very high, like a mouse."),
        (70.0, "Mostly one note, B flat."),
    ],
)
def test_one_note_is_named_with_its_height_and_its_tuning(number, words):
    assert words in said("pitch", glance_of(TONE), findings((number, 2.0)))


def test_a_tune_is_counted_and_a_slide_is_called_one():
    tune = findings((71, 0.4), (None, 0.1), (69, 0.4), (None, 0.1), (67, 0.9))
    assert said("pitch", glance_of(TONE), tune) == "3 different notes, from G4 up to B4. The longest is G."
    track = np.linspace(50, 62, round(2 / TRACK_HOP_SECONDS)).tolist()
    slide = Findings(2.0, tuple(track), notes_in(track, []), None)
    assert said("pitch", glance_of(TONE), slide) == "It slides between Eb3 and C#4."


def test_it_never_pretends_to_hear_a_note_or_a_beat():
    assert said("pitch", glance_of(noise(2.0)), NO_NOTE) == "I can't hear one clear note."
    assert said("pitch", glance_of(TONE), findings((69, 0.05), (None, 1.9))) == "I can't hear one clear note."
    assert said("tempo", glance_of(TONE), NO_NOTE) == "Too little begins in it for a beat."
    clap = a_sine(0.05, hertz=900).frames
    claps = [part for gap in (0.3, 0.9, 0.4, 0.7, 0.35, 0.6, 0.95, 0.5, 0.8) for part in (silence(gap), clap)]
    assert said("tempo", glance_of(*claps), NO_NOTE) == "I can't hear a steady beat."
    assert "I can't count" in said("texture", glance_of(TONE), NO_NOTE)


@pytest.mark.parametrize(
    ("bpm", "words"), [(60, "tiptoe. Or count 120"), (100, "walking. Or count 50"), (180, "run. Or count 90")]
)
def test_a_beat_is_told_with_its_half_or_double(bpm, words):
    beat = beat_of((np.arange(20) * 60 / bpm).tolist(), bpm)
    assert words in said("tempo", glance_of(TONE), findings((69, 2.0), beat=beat))


def test_louder_quieter_and_even_are_told_apart():
    ramp = np.linspace(0.02, 1, 96000, dtype=np.float32)[:, None]
    steady = a_sine(2.0, peak=0.8).frames
    assert said("dynamics", glance_of(steady), None) == "It is about as loud all the way."
    assert "gets louder. It is loudest at" in said("dynamics", glance_of(steady * ramp), None)
    assert "gets quieter" in said("dynamics", glance_of(steady * ramp[::-1]), None)
    quiet = a_sine(1.0, peak=0.05).frames
    assert "Some of it is quiet" in said("dynamics", glance_of(quiet, steady, quiet), None)


def test_short_and_long_sounds_and_gaps_are_told():
    short, long = a_sine(0.1, hertz=700).frames, a_sine(1.8, hertz=700).frames
    claps = glance_of(silence(0.5), short, silence(1.0), short, silence(1.5), short, silence(0.5))
    assert said("duration", claps, None) == "It lasts 3.8 seconds. Its sounds are short, like claps."
    assert said("silence", claps, None).startswith("There are 2 gaps. The longest is 1.5")
    assert said("structure", claps, None) == "3 sounds begin in it, the first at 0.5 seconds."
    breath = glance_of(silence(0.5), long, silence(0.3))
    assert "long, like a held breath" in said("duration", breath, None)
    assert said("structure", breath, None) == "One sound begins in it, at 0.5 seconds."
    assert said("silence", breath, None) == "There is no gap in it."
    both = glance_of(silence(0.3), short, silence(0.8), long, silence(0.8), short, silence(0.8), long)
    assert "Some sounds in it are short" in said("duration", both, None)


def test_smooth_and_rough_dark_and_bright_are_told():
    assert said("timbre", glance_of(TONE), None) == "It sounds dark and soft. It is smooth and ringing."
    hiss = said("timbre", glance_of(noise(1.0)), None)
    assert hiss == "It sounds bright and sharp. It is rough, like a hiss or a rattle."


def test_silence_has_one_sentence_and_before_listening_closely_there_is_a_promise():
    assert [each.words for each in told(glance_of(silence(1.0)), None)] == [
        "I hear nothing at all in this sound."
    ]
    assert "still listening" in said("pitch", glance_of(TONE), None)
    assert said("tempo", glance_of(TONE), None) == ""


def test_the_sentences_follow_the_order_of_the_lessons():
    order = [each.id for each in dimensions()]
    found = [each.dimension for each in told(glance_of(TONE), findings((69, 2.0)))]
    assert found == sorted(found, key=order.index)
    assert set(found) == set(order), "something is said of every dimension"


def test_every_sentence_is_short_however_it_is_filled_in():
    words = listening_words()
    for found, fields in SENTENCES.items():
        scales = {"height": "heights", "lasting": "lengths", "pace": "paces", "colour": "colours"}
        longest = {scale: max((w for _, w in words.scales[scale]), key=len) for scale in words.scales}
        filled = {
            name: longest[{**scales, "surface": "surfaces"}[name]]
            if name in (*scales, "surface")
            else LONGEST.get(name, "123")
            for name in fields
        }
        say = words.say(found, **filled).words
        assert all(len(sentence.split()) <= 12 for sentence in re.split(r"(?<=[.?])\s", say)), say
        assert say.endswith((".", "?"))


def test_letters_are_spoken_as_words():
    assert [letter_in_words(pitch_of(hertz)) for hertz in (440, 466.16, 369.99)] == ["A", "B flat", "F sharp"]


@pytest.mark.parametrize(
    ("was", "becomes", "what"),
    [
        ("{note}. It is {height}.", "{note}. It is {tall}.", "{tall}"),
        ("{note}. It is {height}.", "{note. It is {height}.", "brace"),
        ("{note}. It is {height}.", "{note:>999}. It is {height}.", "{note:>999}"),
        ("{note}. It is {height}.", "{note!z}. It is {height}.", "{note!z}"),
        ('id = "pitch-none"', 'id = "pitch-nothing"', "pitch-nothing"),
        ('dimension = "texture"', 'dimension = "colour"', "colour"),
        ("below = 250", "below = 90", "must grow"),
        ('[[lengths]]\nwords = "long', '[[lengths]]\nbelow = 9\nwords = "long', "for all that is more"),
        ('id = "texture"', 'id = "timbre"', "twice"),
        ("say = \"I can't count", "says = \"I can't count", "missing"),
    ],
)
def test_a_slip_in_the_file_is_told_by_its_place(was, becomes, what):
    assert FILE.count(was) == 1
    with pytest.raises(ListeningWordsFault, match=re.escape(what)):
        listening_words_of(
            parse_table(FILE.replace(was, becomes).encode(), "listening.toml", ListeningWordsFault)
        )


def test_a_sentence_that_is_not_there_is_told():
    without = FILE.replace('[[sentences]]\nid = "texture"', '[[sentences]]\nid = "timbre"')
    cut = without[: without.index('[[sentences]]\nid = "later"')]
    with pytest.raises(ListeningWordsFault):
        listening_words_of(parse_table(cut.encode(), "listening.toml", ListeningWordsFault))
