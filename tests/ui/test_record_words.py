from dataclasses import replace

import pytest

from studio.audio.live.how_to_record import HowToRecord
from studio.audio.live.recorder_status import RecorderStatus
from studio.ui.record_words import (
    NOTHING_HEARD,
    PRESS_ENTER,
    QUIET_LOOKS,
    SAFE,
    advice,
    how_words,
    longest_words,
    ready_words,
)

GOOD = RecorderStatus("recording", 3.0, -12.0, -20.0, 0, 0.0, 0.0, None)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({}, SAFE),
        ({"state": "waiting", "silent_seconds": 9.0}, "I wait for a sound. Make it now."),
        ({"state": "paused", "peak_dbfs": 0.0}, "Paused. P goes on, Enter stops."),
        ({"silent_seconds": 2.0, "left_seconds": 3.0}, NOTHING_HEARD),
        ({"left_seconds": 10.0, "peak_dbfs": 0.0}, "Only 10 seconds left. L makes it longer."),
        ({"left_seconds": 0.4}, "Only 1 second left. L makes it longer."),
        ({"left_seconds": 10.1}, SAFE),
        ({"peak_dbfs": -1.0, "lost_seconds": 1.0}, "Ouch, too loud! Move back a bit."),
        ({"lost_seconds": 0.32}, "This computer was busy: 0.3 s of sound is missing."),
    ],
)
def test_the_most_pressing_thing_is_said(changed, words):
    assert advice(replace(GOOD, **changed), 0) == words


def test_far_too_quiet_for_a_while_is_said_last():
    assert advice(GOOD, QUIET_LOOKS) == "That is very quiet. Move closer."
    assert advice(replace(GOOD, lost_seconds=1.0), QUIET_LOOKS).startswith("This computer was busy")


def test_before_recording_another_microphone_is_only_offered_when_there_is_one():
    assert ready_words(GOOD, others=True) == PRESS_ENTER
    silent = replace(GOOD, silent_seconds=5.0)
    assert ready_words(silent, others=False) == NOTHING_HEARD
    with_another = ready_words(silent, others=True)
    assert with_another == "I hear nothing at all. Is it switched on? M takes another."
    assert len(with_another) <= 72, "one line of the screen"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(60.0, "1 minute"), (600.0, "10 minutes"), (3600.0, "1 hour"), (7200.0, "2 hours"), (None, "no end")],
)
def test_the_longest_take_in_words(seconds, words):
    assert longest_words(seconds) == words


def test_how_the_next_take_is_made_is_one_short_line():
    assert how_words(HowToRecord(), in_session=False) == "Starts at once · 10 minutes at most"
    how = HowToRecord(start="beats", beats_a_minute=120, longest_seconds=None, hears_self=True)
    assert how_words(how, in_session=False) == "Starts after 4 beats at 120 · no end · you hear yourself"
    busy = how_words(HowToRecord(start="sound"), in_session=True, room_seconds=90.0)
    assert busy == "Goes with today's club session · starts by a sound · room for 1 minute"
    roomy = how_words(HowToRecord(longest_seconds=60.0), in_session=False, room_seconds=90.0)
    assert roomy == "Starts at once · 1 minute at most"
