"""The sound that judges hear."""

from pathlib import Path

import numpy as np
import pytest

from evidence.library import Library
from lessons.competitions.brief import Brief
from lessons.competitions.saying import NotHeard
from lessons.competitions.sound import LOUDNESS_LUFS, SoundGone, judged_sound
from lessons.competitions.steps import Listen
from lessons.competitions.submission import Submission
from studio.audio.clip import Clip
from studio.audio.loudness import loudness_lufs
from studio.audio.source import ClipSource
from tests.builders import a_sine, a_wav, noise
from tests.evidence.given import a_library
from tests.lessons.competitions.a_competition import JUDGES, Room, a_competition, an_entry

SHORT = Brief(id="short", title="Short", hook="Short", make="Short", shortest=1, longest=2)


@pytest.fixture
def library(tmp_path) -> Library:
    return a_library(tmp_path)


def handed_in(library: Library, clip: Clip, folder: Path, *steps: str) -> Submission:
    sound = library.add_sound(a_wav(folder / "in.wav", clip), title="Mine", origin="recorded", by="Y4-newt")
    return an_entry(1, sha256=sound.sha256, recipe_texts=tuple(steps), seconds=sound.seconds)


def heard(library: Library, entry: Submission) -> Clip:
    with judged_sound(library, a_competition(brief=SHORT), entry) as source:
        return Clip(source.read(0, source.length), source.samplerate)


def test_every_entry_is_as_loud_as_every_other(library, tmp_path):
    for clip in (
        a_sine(1.5, peak=0.02),
        a_sine(1.5, peak=0.9),
        a_sine(1.5, hertz=100, channels=2),
        a_sine(1.5, peak=0.3, samplerate=22050),
        Clip(noise(1.5, peak=0.01), 48000),
    ):
        played = heard(library, handed_in(library, clip, tmp_path))
        assert loudness_lufs(ClipSource(played)) == pytest.approx(LOUDNESS_LUFS, abs=0.7)


def test_it_begins_with_half_a_second_of_silence(library, tmp_path):
    played = heard(library, handed_in(library, a_sine(1.0), tmp_path))
    assert len(played) == round(1.5 * 48000)
    assert not np.any(played.frames[: 48000 // 2])
    assert np.any(played.frames[48000 // 2 : 48000])


def test_no_more_is_heard_than_the_brief_allows_and_it_ends_gently(library, tmp_path):
    played = heard(library, handed_in(library, a_sine(5.0), tmp_path))
    assert len(played) == round(2.5 * 48000)
    assert np.max(np.abs(played.frames[-480:])) < 0.02


def test_the_steps_that_were_handed_in_are_heard(library, tmp_path):
    played = heard(library, handed_in(library, a_sine(1.5), tmp_path, "trim 0 0.5"))
    assert len(played) == 48000


def test_silence_stays_silence_and_nothing_clips(library, tmp_path):
    assert not np.any(heard(library, handed_in(library, a_sine(1.0, peak=0.0), tmp_path)).frames)
    clicks = np.zeros((48000, 1), dtype=np.float32)
    clicks[::12000] = 1.0
    assert np.max(np.abs(heard(library, handed_in(library, Clip(clicks, 48000), tmp_path)).frames)) <= 0.9


def test_a_recording_that_is_gone_is_told(library):
    with pytest.raises(SoundGone, match="The recording of the red 1 is gone"):
        judged_sound(library, a_competition(), an_entry(1))


def test_a_judge_can_only_open_what_is_to_be_heard_now(tmp_path):
    room = Room(tmp_path)
    room.open(3)
    judging = room.judging(JUDGES[0])
    step = judging.next()
    assert isinstance(step, Listen)
    with judging.sound(step.entry.submission) as source:
        assert source.length > 0
    with pytest.raises(NotHeard):
        judging.sound(judging.judgement.order[-1])
