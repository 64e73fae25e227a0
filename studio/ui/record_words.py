"""The words of the Record screen: what is heard now, and how the next take is to be made."""

from __future__ import annotations

import math
from math import ceil
from typing import TYPE_CHECKING

from studio.audio.live.how_to_record import HowToRecord
from studio.ui.widgets.meter import GOOD_DBFS, LOUD_DBFS
from studio.wording import begun, count

if TYPE_CHECKING:
    from studio.audio.live.recorder import RecorderStatus

PRESS_ENTER = "Press Enter to start."
SAFE = "Safe on this computer while you record."
NOTHING_HEARD = "I hear nothing at all. Is the microphone switched on?"
WARN_SECONDS = 10.0
"""The end of the longest take is said so long before."""
LITTLE_ROOM_SECONDS = 1800.0
"""With room for less than this on the disk it is said before one records."""
_SILENT_SECONDS = 2.0
_QUIET_SECONDS = 5.0

QUIET_LOOKS = round(_QUIET_SECONDS * 10)
"""So many looks in a row, ten a second, find it far too quiet before that is said."""


def ready_words(status: RecorderStatus, *, others: bool) -> str:
    """What is heard before one records, and what to do; `others` says whether there are more microphones."""
    if status.silent_seconds < _SILENT_SECONDS:
        return PRESS_ENTER
    return "I hear nothing at all. Is it switched on? M takes another." if others else NOTHING_HEARD


def advice(status: RecorderStatus, quiet_looks: int) -> str:
    """One sentence for how the take goes, the most pressing first.

    `quiet_looks` says how often in a row it was found far too quiet.
    """
    if status.state == "waiting":
        return "I wait for a sound. Make it now."
    if status.state == "paused":
        return "Paused. P goes on, Enter stops."
    if status.silent_seconds >= _SILENT_SECONDS:
        return NOTHING_HEARD
    if status.left_seconds is not None and status.left_seconds <= WARN_SECONDS:
        return f"Only {count(ceil(status.left_seconds), 'second')} left. L makes it longer."
    if status.peak_dbfs >= LOUD_DBFS:
        return "Ouch, too loud! Move back a bit."
    if status.lost_seconds > 0:
        return f"This computer was busy: {status.lost_seconds:.1f} s of sound is missing."
    if quiet_looks >= QUIET_LOOKS:
        return "That is very quiet. Move closer."
    return SAFE


def is_quiet(status: RecorderStatus) -> bool:
    """Whether what is heard now is far too quiet."""
    return status.peak_dbfs < GOOD_DBFS


def start_words(how: HowToRecord) -> str:
    """When the take begins."""
    return {
        "at-once": "starts at once",
        "count-in": "starts after 3, 2, 1",
        "beats": f"starts after 4 beats at {how.beats_a_minute}",
        "sound": "starts by a sound",
    }[how.start]


def longest_words(seconds: float | None) -> str:
    """How long a take may be."""
    if seconds is None:
        return "no end"
    if seconds >= 3600:
        return count(round(seconds / 3600), "hour")
    return count(round(seconds / 60), "minute")


def how_words(how: HowToRecord, *, in_session: bool, room_seconds: float = math.inf) -> str:
    """How the next take is made, and where it goes, in one line."""
    parts = ["goes with today's club session"] if in_session else []
    parts.append(start_words(how))
    longest = how.longest_seconds
    if room_seconds < min(LITTLE_ROOM_SECONDS, longest or math.inf):
        parts.append(f"room for {count(int(room_seconds // 60), 'minute')}")
    else:
        parts.append(longest_words(longest) if longest is None else f"{longest_words(longest)} at most")
    if how.hears_self:
        parts.append("you hear yourself")
    return begun(" · ".join(parts))
