"""Opening a sound in Audacity, where it is installed."""

import os
import platform
import shutil
import subprocess
from pathlib import Path

from evidence.library import Library
from evidence.sound import Sound
from evidence.words import clean_file_name
from studio.errors import StudioError

FOLDER = "for Audacity"
"""In the library's exports: where the copy lies that Audacity opens."""


class NoAudacity(StudioError):
    """Audacity is not on this computer, or does not start."""


def find_audacity() -> Path | None:
    """Where the program is; `None` when it is not installed."""
    found = shutil.which("audacity")
    if found:
        return Path(found)
    return next((place for place in _usual_places() if place.is_file()), None)


def _usual_places() -> list[Path]:
    if platform.system() == "Windows":
        roots = (os.environ.get(name) for name in ("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"))
        return [Path(root) / "Audacity" / "Audacity.exe" for root in roots if root]
    if platform.system() == "Darwin":
        return [Path("/Applications/Audacity.app/Contents/MacOS/Audacity")]
    return []


def open_in_audacity(library: Library, sound: Sound) -> Path:
    """Write a copy of a sound as it is now, and open that -> the copy.

    What is changed there comes back by bringing the file in.

    Raises
    ------
    AdultsOnly, NoAudacity, SaveFault
    """
    from studio.takes import export  # NumPy

    library.adults.need("give sounds to other programs")
    program = find_audacity()
    if program is None:
        raise NoAudacity("Audacity is not on this computer.", "Ask for it, or change the sound here.")
    folder = library.exports / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    out = folder / clean_file_name(f"{sound.id} {sound.title}.wav")
    export(library, sound, out)
    try:
        subprocess.Popen(
            [str(program), str(out)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise NoAudacity(
            "Audacity did not start.", f"Start it yourself, and open “{out.name}” there."
        ) from error
    return out
