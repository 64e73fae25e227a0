"""Trim, fades and normalise of a long WAV file: whole processes of ours beside the peers.

    python -m tests.benchmarks.edit [--minutes 10] [--bits 16] [--runs 5]

Cut 2 s off both ends, fade in 0.5 s, fade out 2 s, peak to -1 dBFS, stereo, 48 kHz. The sound is made here,
in a folder that is removed again; of an hour it needs 3 GB.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.processes import Commands, print_table, run_in_turn

_NAIVE_MINUTES = 10
"""The naive way and the comparison hold the sound in memory: 5 GB for an hour."""


def main() -> None:
    """Make the sound, run the peers in turn, print what they cost and how exact ours is."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--bits", type=int, choices=(16, 24), default=16)
    parser.add_argument("--runs", type=int, default=5)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder, "in.wav"), Path(folder, "out.wav")
        _python("make", source, wanted.minutes, wanted.bits)
        peers = {n: c for n, c in _peers(source, out, wanted.minutes).items() if shutil.which(c[0][0])}
        print(
            f"{wanted.minutes:g} min stereo 48 kHz {wanted.bits} bit, medians of {wanted.runs} runs in turn"
        )
        print_table(run_in_turn(peers, out, wanted.runs), against=("sox", "cp"))
        subprocess.run(peers["ours"][0], check=True, stdout=subprocess.DEVNULL)
        if wanted.minutes <= _NAIVE_MINUTES:
            _python("compare", source, out)
        _python("in-process", source)


def _peers(source: Path, out: Path, minutes: float) -> dict[str, Commands]:
    i, o, end = str(source), str(out), minutes * 60 - 2
    sox = ("trim", "2", "-2", "fade", "t", "0.5", "0", "2", "gain", "-n", "-1")
    cut = f"atrim=2:{end},asetpts=N/SR/TB,afade=d=0.5:curve=tri,afade=t=out:st={end - 4}:d=2:curve=tri"
    steps = ("trim 2 " + str(end), "fade-in 0.5", "fade-out 2", "normalise -1")
    peers: dict[str, Commands] = {
        "ours": ((sys.executable, "-m", "studio", "edit", i, o, *steps),),
        "sox": (("sox", i, o, *sox),),
        "sox -D": (("sox", "-D", i, o, *sox),),
        # The level that its first run prints is not read here: any volume costs the same.
        "ffmpeg": (
            ("ffmpeg", "-i", i, "-af", cut + ",volumedetect", "-f", "null", "-"),
            ("ffmpeg", "-i", i, "-af", cut + ",volume=1.5dB", o),
        ),
        "cp": (("cp", i, o),),
        "python, nothing done": ((sys.executable, "-c", "pass"),),
        "python, import numpy": ((sys.executable, "-c", "import numpy"),),
    }
    if minutes <= _NAIVE_MINUTES:
        peers["naive soundfile"] = ((sys.executable, "-m", "tests.benchmarks.edit_sound", "naive", i, o),)
    return peers


def _python(*words: object) -> None:
    # In a process of its own, so that this one stays small.
    subprocess.run([sys.executable, "-m", "tests.benchmarks.edit_sound", *map(str, words)], check=True)


if __name__ == "__main__":
    main()
