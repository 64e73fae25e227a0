"""Sealing and verifying a large bundle: whole processes of ours beside the peers.

    python -m tests.benchmarks.seal [--megabytes 400] [--files 40] [--runs 5]
    python -m tests.benchmarks.seal --minutes 20

The bundle is of attachments, which sealing copies and hashes as the peers do. With `--minutes` it is
of sounds, which sealing also encodes as MP3 and puts into the page; no peer does that, so the ratio says
what the encoding costs. Everything is made here, in a folder that is removed again.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.processes import Commands, print_table, run_in_turn


def main() -> None:
    """Make the library, then run the peers in turn and print what they cost."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--megabytes", type=int, default=400)
    parser.add_argument("--files", type=int, default=40, help="how many attachments that is")
    parser.add_argument("--minutes", type=float, default=0, help="of sound, instead of attachments")
    parser.add_argument("--runs", type=int, default=5)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        _peer("make", folder / "library", wanted.megabytes, wanted.files, wanted.minutes)
        _compare(folder, wanted.runs)


def _compare(folder: Path, runs: int) -> None:
    library, bundle, out = folder / "library", folder / "bundle.zip", folder / "out.zip"
    seal = _ours("--library", library, "bundle")
    subprocess.run([*seal, bundle], check=True, stdout=subprocess.DEVNULL)
    _peer("unpack", bundle, folder / "unpacked")
    payload = next(folder.glob("unpacked/*/data"))
    size = bundle.stat().st_size / 1e6
    print(f"Sealing {size:.0f} MB, medians of {runs} runs in turn")
    sealing: dict[str, Commands] = {
        "ours": ((*seal, str(out), "--overwrite"),),
        "hash+copy+sync": (_peer_words("copy-sync", payload, out),),
        "hash+copy": (_peer_words("copy", payload, out),),
        "copy, bagit.py": (_peer_words("bag", payload, folder / "bag"),),
    }
    print_table(run_in_turn(sealing, out, runs), against=("hash+copy+sync", "hash+copy"))
    print(f"Verifying {size:.0f} MB, medians of {runs} runs in turn")
    verifying: dict[str, Commands] = {
        "ours": ((*_ours("verify", bundle),),),
        "ours, unpacked": ((*_ours("verify", payload.parent),),),
        "hash+copy": (_peer_words("copy", payload, out),),
        "hash": (_peer_words("hash", payload, out),),
        "bagit.py, unpacked": (_peer_words("validate", payload.parent, out),),
    }
    print_table(run_in_turn(verifying, out, runs), against=("hash+copy", "hash"))


def _ours(*words: object) -> tuple[str, ...]:
    return (sys.executable, "-m", "studio", *map(str, words))


def _peer_words(*words: object) -> tuple[str, ...]:
    return (sys.executable, "-m", "tests.benchmarks.seal_peers", *map(str, words))


def _peer(*words: object) -> None:
    # In a process of its own, so that this one stays small.
    subprocess.run(_peer_words(*words), check=True)


if __name__ == "__main__":
    main()
