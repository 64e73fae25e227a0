"""What is in a sound, told by the dimensions of music: only what was found, in sentences for a child."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from studio.listening_words import ListeningWords, Said, listening_words
from studio.wording import length_in_words

if TYPE_CHECKING:
    from studio.audio.analysis.findings import Findings
    from studio.audio.analysis.glance import Glance
    from studio.audio.pitches import Pitch

_LEAST_VOICED_SECONDS = 0.12
_LEAST_VOICED_SHARE = 0.2
_LEAST_HELD_SHARE = 0.5
_HELD_LONG_ENOUGH = 0.08
_SMALL_STEP = 1.3
_JOINED_SECONDS = 0.1
_TELL_TUNING_SECONDS = 0.3
_FEWEST_STARTS = 8
_EVEN_DB = 7.0
_TREND_DB = 6.0
_ENDED_DB = 20.0
_MIXED = 4.0

_NAMES = {"Eb": "E flat", "Bb": "B flat", "C#": "C sharp", "F#": "F sharp", "G#": "G sharp"}


def told(glance: "Glance", findings: "Findings | None") -> tuple[Said, ...]:
    """Sentences by dimension, the dimensions in the order of the lessons.

    Without findings (they take longer than a glance) there are those that a glance can tell.
    """
    words = listening_words()
    if glance.is_silent:
        return (words.say("silent"),)
    sentences: list[Said] = []
    sentences += _pitch(glance, findings, words) if findings else [words.say("later")]
    sentences += _duration(glance, words)
    sentences += _dynamics(glance, words)
    sentences += _tempo(glance, findings, words) if findings else []
    sentences += _timbre(glance, words)
    sentences.append(words.say("texture"))
    sentences += _structure(glance, words)
    sentences += _silence(glance, words)
    return tuple(sentences)


def letter_in_words(pitch: "Pitch") -> str:
    """A note without its octave, as it is spoken: `B flat`."""
    return _NAMES.get(pitch.letter, pitch.letter)


def _pitch(glance: "Glance", findings: "Findings", words: ListeningWords) -> Iterator[Said]:
    sounding = sum(stop - start for start, stop in glance.sounding())
    voiced = findings.voiced_seconds
    if voiced < _LEAST_VOICED_SECONDS or voiced < _LEAST_VOICED_SHARE * sounding:
        yield words.say("pitch-none")
        return
    held, main = findings.steady_seconds(), findings.main_note()
    if main is None or sum(held.values()) < _LEAST_HELD_SHARE * voiced or _slides(glance, findings):
        yield words.say("pitch-slides", **_range([n for n in findings.track if n is not None]))
        return
    if findings.is_one_note:
        yield words.say("pitch-one", note=letter_in_words(main), height=words.on("heights", main.hertz))
        yield from _tuning(main, held[main.number], words)
        return
    longest = max(held.values())
    several = [number for number, seconds in held.items() if seconds >= _HELD_LONG_ENOUGH * longest]
    yield words.say("pitch-several", count=len(several), **_range(several))
    yield words.say("pitch-most", note=letter_in_words(main))


def _slides(glance: "Glance", findings: "Findings") -> bool:
    """Whether most notes grow out of the one before, in small steps and without a start of their own."""
    pairs = list(pairwise(findings.notes))
    grown = [
        abs(later.number - sooner.number) < _SMALL_STEP
        and later.start - sooner.stop < _JOINED_SECONDS
        and not _is_near(glance.starts, later.start)
        for sooner, later in pairs
    ]
    return bool(pairs) and sum(grown) > len(pairs) / 2


def _is_near(starts: Sequence[float], seconds: float) -> bool:
    after = bisect_left(starts, seconds - _JOINED_SECONDS)
    return after < len(starts) and starts[after] < seconds + _JOINED_SECONDS


def _range(numbers: Sequence[float]) -> dict[str, str]:
    """The names of nearly the lowest and nearly the highest of some pitches."""
    from studio.audio.pitches import note_name

    ordered = sorted(numbers)
    edge = len(ordered) // 20
    return {"low": note_name(round(ordered[edge])), "high": note_name(round(ordered[-1 - edge]))}


def _tuning(main: "Pitch", seconds: float, words: ListeningWords) -> Iterator[Said]:
    if seconds < _TELL_TUNING_SECONDS:
        return
    note, cents = letter_in_words(main), f"{abs(main.cents):.0f}"
    if main.is_in_tune:
        yield words.say("pitch-in-tune", note=note)
    else:
        yield words.say("pitch-low" if main.cents < 0 else "pitch-high", note=note, cents=cents)


def _duration(glance: "Glance", words: ListeningWords) -> Iterator[Said]:
    yield words.say("duration-length", length=length_in_words(glance.seconds))
    lengths = sorted(_lengths(glance))
    if not lengths:
        return
    if len(lengths) > 2 and lengths[-1 - len(lengths) // 10] > _MIXED * lengths[len(lengths) // 10]:
        yield words.say("duration-mixed")
    else:
        yield words.say("duration-sounds", lasting=words.on("lengths", lengths[len(lengths) // 2]))


def _lengths(glance: "Glance") -> Iterator[float]:
    """How long each thing that begins is heard: to the next one, or to where it has died away."""
    from studio.audio.listening.moments import MOMENT_SECONDS

    for start, stop in zip(glance.starts, (*glance.starts[1:], glance.listened_seconds), strict=True):
        levels = glance.levels_dbfs[int(start / MOMENT_SECONDS) : int(stop / MOMENT_SECONDS) + 1]
        if not levels:
            continue
        floor = max(max(levels) - _ENDED_DB, glance.sounding_dbfs)
        heard = [place for place, level in enumerate(levels) if level > floor]
        yield min(stop - start, (heard[-1] + 1 if heard else 1) * MOMENT_SECONDS)


def _dynamics(glance: "Glance", words: ListeningWords) -> Iterator[Said]:
    sounding = [level for level in glance.levels_dbfs if level > glance.sounding_dbfs]
    # The loudest of each half second: between two notes or words everybody is quieter.
    loud = sorted(max(sounding[place : place + 10]) for place in range(0, len(sounding), 10))
    spread = loud[-1] - loud[len(loud) // 5] if loud else 0.0
    third = max(1, len(sounding) // 3)
    trend = (sum(sounding[-third:]) - sum(sounding[:third])) / third if len(sounding) > 2 else 0.0
    if abs(trend) >= _TREND_DB:
        yield words.say("dynamics-louder" if trend > 0 else "dynamics-quieter")
    elif spread < _EVEN_DB:
        yield words.say("dynamics-even")
        return
    else:
        yield words.say("dynamics-changing")
    yield words.say("dynamics-loudest", at=_at(glance.loudest_at))


def _tempo(glance: "Glance", findings: "Findings", words: ListeningWords) -> Iterator[Said]:
    beat = findings.beat
    if beat is not None:
        yield words.say("tempo-steady", bpm=f"{beat.bpm:.0f}", pace=words.on("paces", beat.bpm))
        yield words.say("tempo-also", also=f"{beat.other_bpm:.0f}")
    else:
        yield words.say("tempo-none" if len(glance.starts) >= _FEWEST_STARTS else "tempo-few")


def _timbre(glance: "Glance", words: ListeningWords) -> Iterator[Said]:
    brightness, roughness = glance.spectra.brightness_hertz, glance.spectra.roughness
    if brightness is not None and roughness is not None:
        colour, surface = words.on("colours", brightness), words.on("surfaces", roughness)
        yield words.say("timbre", colour=colour, surface=surface)


def _structure(glance: "Glance", words: ListeningWords) -> Iterator[Said]:
    starts = glance.starts
    if not starts:
        yield words.say("structure-none")
    elif len(starts) == 1:
        yield words.say("structure-one", at=_at(starts[0]))
    else:
        yield words.say("structure-several", count=len(starts), at=_at(starts[0]))


def _silence(glance: "Glance", words: ListeningWords) -> Iterator[Said]:
    parts = glance.sounding()
    gaps = [later[0] - sooner[1] for sooner, later in pairwise(parts)]
    if not gaps:
        yield words.say("silence-none")
        return
    gap = length_in_words(max(gaps))
    yield words.say("silence-one" if len(gaps) == 1 else "silence-several", count=len(gaps), gap=gap)


def _at(seconds: float) -> str:
    return f"{seconds:.1f}"
