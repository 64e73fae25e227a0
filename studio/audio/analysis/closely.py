"""Listening closely: notes, starts and beat by librosa; runs in a process of its own, for it is heavy."""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from studio.audio.analysis.beat import beat_of
from studio.audio.analysis.findings import TRACK_HOP_SECONDS, Findings
from studio.audio.analysis.glance import MOST_SECONDS
from studio.audio.analysis.notes import notes_in
from studio.audio.analysis.octaves import raised
from studio.audio.analysis.starts import starts_of
from studio.audio.pitches import number_of
from studio.audio.reading import blocks_of
from studio.audio.source import SoundSource
from studio.audio.units import SILENCE_DBFS, amplitude_to_db, seconds_to_frames

SAMPLERATE = 22050
"""What librosa's settings are meant for; a descant recorder's highest note has five frames a wave left."""
LOWEST_HERTZ, HIGHEST_HERTZ = 65.4, 2640.0
"""C2, which a man's voice reaches, to E7, above a descant recorder."""
_SEARCHED_TO_HERTZ = 2900.0
"""Above the highest: at the very edge of what it searches, pyin says an octave too low."""

COMPILED_SHARE = 0.3
"""Up to here, and through the first notes, an empty cache makes it slow."""

Mono = npt.NDArray[np.float32]
Track = list[float | None]
Told = Callable[[str, float], None]
"""Told what is being done (`waking`, `reading`, `notes`, `beat`) and the share done, 0 to 1."""

_HOP = round(TRACK_HOP_SECONDS * SAMPLERATE)
_WINDOW = 2048
_PART_PLACES = 646
"""Fifteen seconds at a time keep the memory flat: pyin holds every possible pitch of every place."""
_MARGIN_PLACES = 12
_CLEAR = 0.25
"""The least probability that there is a pitch at all: noise has hardly ever more than a hundredth."""
_SAME_PITCH = 0.5
_SHORTEST_FRAMES = _WINDOW


def listen_closely(source: SoundSource, told: Told) -> Findings:
    """Find the notes, the starts and the beat of the first `MOST_SECONDS` of a sound.

    The first call in a process compiles, for up to twenty seconds where nothing is cached.
    """
    told("waking", 0.0)
    import librosa  # seconds, and hundreds of MiB: never in the program's own process

    told("reading", 0.1)
    mono = _mono(source)
    seconds = len(mono) / SAMPLERATE
    if len(mono) < _SHORTEST_FRAMES or amplitude_to_db(float(np.abs(mono).max())) <= SILENCE_DBFS / 2:
        return Findings(seconds, (), (), None)
    told("beat", 0.2)
    guess_bpm = _tempo(librosa, mono)
    track: Track = []
    while len(track) * _HOP < len(mono):
        told("notes", COMPILED_SHARE + (1 - COMPILED_SHARE) * len(track) * _HOP / len(mono))
        track += _track(librosa, mono, len(track))
    starts = starts_of(source, _stop(source))
    beat = beat_of(starts, guess_bpm) if guess_bpm > 0 else None
    return Findings(seconds, tuple(track), notes_in(track, starts), beat)


def _stop(source: SoundSource) -> int:
    """The frame up to which a sound is listened to."""
    return min(source.length, seconds_to_frames(MOST_SECONDS, source.samplerate))


def _mono(source: SoundSource) -> Mono:
    """The part to listen to, in one channel at librosa's rate, its offset taken out."""
    import soxr

    # Unequal weights: equal ones would lose a channel turned upside down.
    weights = 1.0 / (1.0 + 0.4 * np.arange(source.channels, dtype=np.float32))
    stream = soxr.ResampleStream(source.samplerate, SAMPLERATE, 1, dtype="float32")
    blocks = (block @ (weights / weights.sum()) for block in blocks_of(source, 0, _stop(source)))
    rest = np.zeros(0, np.float32)
    mono = np.concatenate([*map(stream.resample_chunk, blocks), stream.resample_chunk(rest, last=True)])
    return np.asarray(mono - mono.mean() if len(mono) else mono, dtype=np.float32)


def _track(librosa: Any, mono: Mono, first: int) -> Track:
    """The line of pitch of the next part, from a place on."""
    begin = max(0, first - _MARGIN_PLACES)
    part = mono[begin * _HOP : (first + _PART_PLACES + _MARGIN_PLACES) * _HOP]
    part = np.pad(part, (0, max(0, _WINDOW - len(part))))
    shape = {"sr": SAMPLERATE, "fmin": LOWEST_HERTZ, "fmax": _SEARCHED_TO_HERTZ}
    windows = {"frame_length": _WINDOW, "hop_length": _HOP}
    likely, _, sure = librosa.pyin(part, **shape, **windows)
    likely = raised(part, likely, samplerate=SAMPLERATE, window=_WINDOW, hop=_HOP, highest=_SEARCHED_TO_HERTZ)
    # pyin is sure and coarse (tenths of a semitone), yin is fine and easily an octave off: each its part.
    fine = librosa.yin(part, **shape, **windows)
    track: Track = []
    for hertz, probability, finer in zip(likely, sure, fine, strict=True):
        if probability < _CLEAR or not np.isfinite(hertz):
            track.append(None)
            continue
        number = number_of(float(hertz))
        track.append(_exact(number, number_of(float(finer))))
    places = -(-(len(mono) - first * _HOP) // _HOP)
    return track[first - begin :][: min(_PART_PLACES, places)]


def _exact(number: float, finer: float) -> float:
    """The finer of two pitches, when it is the same one, at most an octave lower."""
    near = min((finer, finer + 12), key=lambda each: abs(each - number))
    return near if abs(near - number) < _SAME_PITCH else number


def _tempo(librosa: Any, mono: Mono) -> float:
    """A guess at the tempo, in beats a minute; 0 for none."""
    strength = librosa.onset.onset_strength(y=mono, sr=SAMPLERATE, hop_length=_HOP)
    return float(librosa.feature.tempo(onset_envelope=strength, sr=SAMPLERATE, hop_length=_HOP)[0])
