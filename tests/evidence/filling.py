"""Adds, edits and imports in a library whose files may not grow past a size: filling.py LIBRARY BYTES.

The limit stands for a full disk and needs no rights: past it every write fails. Each thing that the
library acknowledged is said; the first fault ends the program.
"""

import resource
import signal
import sys
from dataclasses import replace
from pathlib import Path

from evidence.library import Library
from studio.errors import StudioError
from tests.builders import a_sine, a_wav
from tests.evidence.given import a_draft


def main(folder: str, most: str) -> None:
    library = Library.open(folder)
    wav = a_wav(Path(folder).parent / "long.wav", a_sine(2.0))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(most), resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
    try:
        library.add_sound(wav, title="Too long", origin="imported")
    except StudioError as error:
        print("refused", error, sep="\t", flush=True)
    try:
        while True:
            entry = library.add_entry(a_draft("Full"))
            print("added", entry.id, sep="\t", flush=True)
            library.save_entry(replace(entry, impact="More"), "edited")
            print("edited", entry.id, sep="\t", flush=True)
    except StudioError as error:
        print("stopped", error, sep="\t", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
