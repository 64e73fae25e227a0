"""Every benchmark, one after the other: `python -m tests.benchmarks`.

Each can be run by itself, with options: `python -m tests.benchmarks.edit --help`. The one for tidy needs a
folder of labelled clips and is not among them: `python -m tests.benchmarks.tidy_score FOLDER`.
"""

import subprocess
import sys

COMMANDS = (
    ("edit", "--minutes", "10"),
    ("edit", "--minutes", "10", "--bits", "24"),
    ("edit", "--minutes", "60", "--runs", "3"),
    ("import_hour",),
    ("effects",),
    ("effects", "--voice", "85"),
    ("effects", "--files"),
    ("colours",),
    ("first_frame",),
    ("recording", "--minutes", "10"),
    ("library_growth",),
    ("finding",),
    ("evidence_keys",),
    ("assembly_keys",),
    ("hour_keys",),
    ("printing",),
    ("judging", "--runs", "300"),
    ("room",),
    ("analysis",),
    ("seal", "--megabytes", "400"),
    ("seal", "--megabytes", "800"),
    ("seal", "--minutes", "20"),
)


def main() -> int:
    """Run them all; the exit status says whether any failed."""
    failed = 0
    for name, *options in COMMANDS:
        print(f"\n== {name} {' '.join(options)}", flush=True)
        failed |= subprocess.run([sys.executable, "-m", f"tests.benchmarks.{name}", *options]).returncode
    return failed


if __name__ == "__main__":
    sys.exit(main())
