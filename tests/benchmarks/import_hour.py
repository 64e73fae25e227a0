"""Bringing an hour of MP3 and M4A in, and the overview of an hour, beside the peers. Needs ffmpeg.

    python -m tests.benchmarks.import_hour [--minutes 60] [--runs 3]

Ours decodes to a clean WAV, drops what else is in the file, draws the overview, hashes the content and stores
the sound in a library; ffmpeg decodes to a WAV, and that is all it does.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.processes import Commands, Cost, print_table, run_in_turn

_OVERVIEW = """
import sys
from pathlib import Path
from studio.audio.files.wav import WavFile
from studio.audio.overview import overview_of
with WavFile(sys.argv[1]) as wav:
    overview_of(wav).save(Path(sys.argv[2]))
"""
_CODECS = {".mp3": ("-b:a", "128k"), ".m4a": ("-c:a", "aac", "-b:a", "128k")}


def main() -> None:
    """Make the sound, run the peers in turn, print what they cost."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--runs", type=int, default=3)
    wanted = parser.parse_args()
    if not shutil.which("ffmpeg"):
        raise SystemExit("This needs ffmpeg.")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wav = folder / "in.wav"
        subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.edit_sound", "make", wav, str(wanted.minutes), "16"],
            check=True,
        )
        for suffix, options in _CODECS.items():
            packed = folder / f"in{suffix}"
            subprocess.run(["ffmpeg", "-v", "error", "-i", wav, *options, packed], check=True)
            print(f"\n{wanted.minutes:g} min stereo {suffix}, medians of {wanted.runs} runs in turn")
            print_table(_imported(packed, folder, wanted.runs), against=("ffmpeg",))
        print(f"\noverview of {wanted.minutes:g} min stereo, medians of {wanted.runs} runs in turn")
        print_table(_overviews(wav, folder, wanted.runs), against=("sox stats",))


def _imported(packed: Path, folder: Path, runs: int) -> dict[str, Cost]:
    out, library = folder / "out.wav", folder / "library"
    fresh = ("rm", "-rf", str(library))
    ours = (sys.executable, "-m", "studio", "sound", "add", str(packed), "--title", "An hour")
    peers: dict[str, Commands] = {
        "ours": (fresh, (*ours, "--library", str(library))),
        "ffmpeg": (("ffmpeg", "-v", "error", "-i", str(packed), str(out)),),
        "python, nothing done": ((sys.executable, "-c", "pass"),),
    }
    return run_in_turn(peers, out, runs)


def _overviews(wav: Path, folder: Path, runs: int) -> dict[str, Cost]:
    out = folder / "out.peaks"
    picture = ("-filter_complex", "showwavespic=s=400x100", "-frames:v", "1")
    peers: dict[str, Commands] = {
        "ours": ((sys.executable, "-c", _OVERVIEW, str(wav), str(out)),),
        "sox stats": (("sox", str(wav), "-n", "stats"),),
        "ffmpeg showwavespic": (("ffmpeg", "-v", "error", "-y", "-i", str(wav), *picture, f"{out}.png"),),
        "python, import numpy": ((sys.executable, "-c", "import numpy"),),
    }
    return run_in_turn({name: each for name, each in peers.items() if shutil.which(each[0][0])}, out, runs)


if __name__ == "__main__":
    main()
