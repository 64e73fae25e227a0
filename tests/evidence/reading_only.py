"""Reads a library without the right to write there, then tries to: python reading_only.py LIBRARY.

Root may write anywhere, so it becomes nobody first; all modules are loaded before, for nobody may not be
able to read them.
"""

import json
import os
import sys
import tempfile
from datetime import date
from pathlib import Path

from evidence.backup.backup import back_up
from evidence.backup.restore import restore
from evidence.check import check_library
from evidence.entry import Draft
from evidence.library import Library
from evidence.records.store import LibraryUnwritable
from evidence.views.coverage import coverage
from rubric.framework import Claim
from rubric.load import shipped_framework
from studio.audio.files.wav import WavFile

NOBODY = 65534


def main(folder: str) -> None:
    framework = shipped_framework()
    if hasattr(os, "setuid") and os.getuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    library = Library.open(folder, create=True)
    with WavFile(library.original_path(library.sounds()[0])) as sound:
        frames = len(sound.read(0, sound.length))
    told = {
        "titles": [entry.title for entry in library.entries()],
        "frames": frames,
        "gold": coverage(library.entries(), framework).criteria["MT1"]["gold"],
        "faults": [fault.detail for fault in check_library(library, contents=True)],
    }
    draft = Draft(title="New", criteria=(Claim("MT1", "gold"),), date_happened=date(2026, 1, 1))
    try:
        library.add_entry(draft)
    except LibraryUnwritable as error:
        told |= {"what": error.what, "fix": error.fix}
    with tempfile.TemporaryDirectory() as place:
        made = back_up(library, Path(place) / "backups")
        again = restore(made.path, Path(place) / "again")
        told["backed up"] = [entry.title for entry in again.entries()]
    print(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
