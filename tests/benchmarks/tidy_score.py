"""How often tidy is right: `python -m tests.benchmarks.tidy_score FOLDER`.

The folder holds WAV files and `labels.csv` (name,start,stop in seconds). An answer is GOOD when it begins
within -200..+20 ms and ends within -60..+300 ms of the label. Clips named `sound_noise_snr_number.wav` are
also counted by sound, noise and SNR. `librosa.effects.trim` as it comes is run beside it where installed.
"""

import argparse
import csv
import importlib.util
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from studio.audio.clip import Clip
from studio.audio.files.wav import WavFile
from studio.audio.listening.tidy import NothingHeard, tidy
from studio.audio.source import ClipSource

Finder = Callable[[Clip], tuple[float, float, bool]]
"""A clip -> the seconds at which the sound starts and stops, and whether that is sure."""


@dataclass(frozen=True)
class Answer:
    """What a finder said of one clip."""

    name: str
    start_error_ms: float
    stop_error_ms: float
    sure: bool
    took_ms: float

    @property
    def good(self) -> bool:
        return -200 <= self.start_error_ms <= 20 and -60 <= self.stop_error_ms <= 300

    @property
    def cut_into(self) -> bool:
        return self.start_error_ms > 20 or self.stop_error_ms < -60


def by_tidy(clip: Clip) -> tuple[float, float, bool]:
    try:
        tidied = tidy(ClipSource(clip))
    except NothingHeard:
        return 0.0, clip.seconds, False
    return tidied.start, tidied.stop, tidied.sure


def by_librosa(clip: Clip) -> tuple[float, float, bool]:
    import librosa

    _, (start, stop) = librosa.effects.trim(clip.frames.mean(axis=1), top_db=60)
    return float(start) / clip.samplerate, float(stop) / clip.samplerate, True


def answers(folder: Path, find: Finder) -> Iterator[Answer]:
    with (folder / "labels.csv").open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            with WavFile(folder / row["name"]) as wav:
                clip = Clip(wav.read(0, wav.length), wav.samplerate)
            began = time.perf_counter()
            start, stop, sure = find(clip)
            took_ms = 1000 * (time.perf_counter() - began)
            errors = (1000 * (start - float(row["start"])), 1000 * (stop - float(row["stop"])))
            yield Answer(row["name"], *errors, sure, took_ms)


def groups_of(answer: Answer) -> list[str]:
    parts = answer.name.removesuffix(".wav").rsplit("_", 3)
    named = [f"{kind} {part}" for kind, part in zip(("sound", "noise", "snr"), parts, strict=False)]
    return ["all", "sure" if answer.sure else "not sure", *(named if len(parts) == 4 else [])]


def show(title: str, found: list[Answer]) -> None:
    groups: dict[str, list[Answer]] = defaultdict(list)
    for answer in found:
        for group in groups_of(answer):
            groups[group].append(answer)
    print(f"{title}: {statistics.mean(answer.took_ms for answer in found):.1f} ms a clip")
    for group in sorted(groups):
        some = groups[group]
        good, cut = (
            100 * statistics.mean(share) for share in zip(*((a.good, a.cut_into) for a in some), strict=True)
        )
        print(f"  {group:20s} {len(some):5d} clips  GOOD {good:5.1f} %  cut into {cut:5.1f} %")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    show("tidy", list(answers(folder, by_tidy)))
    if importlib.util.find_spec("librosa"):
        show("librosa.effects.trim, top_db=60", list(answers(folder, by_librosa)))
    else:
        print("librosa is not installed: no comparison")


if __name__ == "__main__":
    main()
