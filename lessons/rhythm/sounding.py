"""How a pattern sounds: its rows' sounds, its bar, the loop of it, and the sound that is kept of it."""

from functools import cache
from importlib.resources import as_file
from pathlib import Path
from typing import TYPE_CHECKING

from assets import asset
from evidence.inheritance import inherited
from evidence.library import Library, UnknownRecord
from evidence.sound import Sound
from evidence.workspace import workspace
from lessons.club.sessions import Sessions
from lessons.rhythm.kept import Rhythm, Rhythms, refuse_empty
from lessons.rhythm.pattern import OFF, STRONG, TO_A_BEAT, Pattern
from lessons.rhythm.shipped import rhythm_book

if TYPE_CHECKING:
    from studio.audio.clip import Clip
    from studio.audio.rhythm import Hit, Loop

_TICK = "tick.flac"
_STRONG_GAIN, _SOFT_GAIN, _TICK_GAIN = 1.0, 0.4, 0.2
_ROW_PEAK = 0.6
_LONGEST_SECONDS = 6.0
"""Of a sound of the library: no bar is longer."""
BARS = 4
"""Of a rhythm that is kept as a sound."""


def loop_of(library: Library, pattern: Pattern) -> "Loop":
    """The pattern again and again."""
    from studio.audio.rhythm import Loop  # NumPy: only when something sounds

    return Loop(bar_of(library, pattern))


def bar_of(library: Library, pattern: Pattern) -> "Clip":
    """The pattern once."""
    from studio.audio.rhythm import onsets, render_bar

    sounds = [row_sound(library, row.sound) for row in pattern.rows]
    hits = _hits(pattern)
    if pattern.pulse:
        sounds.append(_shipped(_TICK))
        hits += _ticks(pattern, row=len(sounds) - 1)
    return render_bar(sounds, hits, onsets(pattern.steps, tempo=pattern.tempo, to_a_beat=TO_A_BEAT))


def row_sound(library: Library, sound_id: str) -> "Clip":
    """The sound of a row: one of the grid, or one of the library from where it begins; else silence."""
    files = {each.id: each.file for each in rhythm_book().sounds}
    if sound_id in files:
        return _shipped(files[sound_id])
    try:
        return _own(library, library.sound(sound_id))
    except UnknownRecord:  # withdrawn
        return _silence()


def step_at(pattern: Pattern, frame: int) -> int:
    """The step that sounds at a frame of the loop."""
    from bisect import bisect_right

    from studio.audio.rhythm import onsets

    starts = onsets(pattern.steps, tempo=pattern.tempo, to_a_beat=TO_A_BEAT)
    return bisect_right(starts, frame % starts[-1]) - 1


def keep_sound(
    library: Library, pattern: Pattern, rhythm_id: str = "", *, bars: int = BARS
) -> tuple[Rhythm, Sound]:
    """Keep a pattern, and some bars of it as a sound of the library that repeats without a bump.

    Raises
    ------
    NothingPlayed
        If all of it is rests.
    """
    refuse_empty(pattern)
    with workspace(library.folder) as folder:
        wav = folder / "rhythm.wav"
        write_bars(library, pattern, wav, bars=bars)
        sound = _added(library, wav, pattern)
    return Rhythms(library).keep(pattern, rhythm_id, sound=sound.id), sound


def _added(library: Library, wav: Path, pattern: Pattern) -> Sound:
    """The new sound; what it has of pupils' own sounds is theirs, and says so."""
    parts = [sound for sound in library.sounds() if sound.id in pattern.sound_ids]
    return library.add_sound(
        wav,
        title=pattern.title,
        session=_session_now(library),
        kept=True,
        made_of=tuple(part.id for part in parts),
        move=True,
        **inherited(parts).fields(),
    )


def export_bars(library: Library, pattern: Pattern, out: Path, *, bars: int = BARS) -> None:
    """Write some bars as a WAV file outside of the library."""
    library.adults.need("export a sound")
    refuse_empty(pattern)
    from studio.audio.files.part import part_of

    with part_of(out) as part:
        write_bars(library, pattern, part, bars=bars)


def write_bars(library: Library, pattern: Pattern, wav: Path, *, bars: int) -> None:
    """Write so many bars to a new WAV file."""
    from studio.audio.files.wav import WavWriter

    bar = bar_of(library, pattern)
    with WavWriter(wav, samplerate=bar.samplerate, channels=bar.channels) as writer:
        for _ in range(bars):
            writer.write(bar.frames)


def _session_now(library: Library) -> str:
    session = Sessions(library).today()
    return session.id if session is not None and session.status == "open" else ""


def _hits(pattern: Pattern) -> "list[Hit]":
    from studio.audio.rhythm import Hit

    return [
        Hit(step, number, _STRONG_GAIN if level == STRONG else _SOFT_GAIN)
        for number, row in enumerate(pattern.rows)
        for step, level in enumerate(row.hits)
        if level != OFF
    ]


def _ticks(pattern: Pattern, *, row: int) -> "list[Hit]":
    from studio.audio.rhythm import Hit

    return [Hit(step, row, _TICK_GAIN) for step in range(0, pattern.steps, TO_A_BEAT)]


@cache
def _shipped(name: str) -> "Clip":
    import soundfile

    from studio.audio.clip import Clip

    with as_file(asset("sounds", "rhythm", name)) as path:
        frames, samplerate = soundfile.read(path, dtype="float32", always_2d=True)
    return Clip(frames, samplerate)


def _own(library: Library, sound: Sound) -> "Clip":
    """A sound of the library as its steps leave it, at the grid's rate and level, without its wait."""
    import numpy as np

    from studio.audio.clip import Clip
    from studio.audio.live.speaker_blocks import blocks_at
    from studio.audio.rendering.rendition import open_rendition
    from studio.audio.rhythm import SAMPLERATE, from_its_start

    with open_rendition(library.original_path(sound), sound.recipe) as source:
        stop = min(source.length, 2 * round(_LONGEST_SECONDS * source.samplerate))
        channels = min(2, source.channels)
        blocks = blocks_at(source, start=0, stop=stop, samplerate=SAMPLERATE, channels=channels)
        frames = np.concatenate([np.zeros((0, channels), dtype=np.float32), *blocks])
    return from_its_start(Clip(frames, SAMPLERATE), peak=_ROW_PEAK)


def _silence() -> "Clip":
    import numpy as np

    from studio.audio.clip import Clip
    from studio.audio.rhythm import SAMPLERATE

    return Clip(np.zeros((0, 1), dtype=np.float32), SAMPLERATE)
