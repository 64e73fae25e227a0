"""The doctor: what works on this machine, what does not, and what to do about it."""

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from studio.errors import StudioError
from studio.wording import count

ENOUGH_BYTES = 500_000_000
"""About an hour of mono recording at 24 bits and 48 kHz."""
SMALLEST_TERMINAL = (80, 24)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at."""

    check: str
    ok: bool
    what: str
    fix: str = ""
    """What to try; empty when there is nothing to do."""


def examine(library: Path, *, encoding: str, terminal: tuple[int, int]) -> list[Finding]:
    """Look at the machine and the library; a fault is a finding, never an error."""
    return [
        _python(),
        *_sound_card(),
        _terminal(encoding, terminal),
        _disk(library),
        _files(),
        _library(library),
    ]


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    return Finding("Python", sys.version_info >= (3, 11), f"Python {version}.", "")


def _sound_card() -> list[Finding]:
    from studio.audio.live.devices import list_devices

    try:
        devices = list_devices()
    except StudioError as error:
        return [Finding("microphone", False, error.what, error.fix)]
    findings = []
    for check, names, fix in (
        (
            "microphone",
            [d.name for d in devices if d.inputs],
            "Plug in a USB microphone or a headset, then look again.",
        ),
        (
            "speakers",
            [d.name for d in devices if d.outputs],
            "Plug in headphones or speakers, then look again.",
        ),
    ):
        found = f"{len(names)} found: {', '.join(names[:3])}." if names else f"No {check} found."
        findings.append(Finding(check, bool(names), found, "" if names else fix))
    return findings


def _terminal(encoding: str, terminal: tuple[int, int]) -> Finding:
    columns, rows = terminal
    if columns < SMALLEST_TERMINAL[0] or rows < SMALLEST_TERMINAL[1]:
        return Finding(
            "terminal",
            False,
            f"The window is {columns} by {rows} letters; the app wants 80 by 24.",
            "Make the window bigger, or its letters smaller with Ctrl and minus.",
        )
    if "utf" not in encoding.lower():
        return Finding(
            "terminal",
            False,
            f"The terminal writes {encoding}, which lacks the drawing signs.",
            "On Windows use Windows Terminal; elsewhere set LANG to UTF-8, or start with --ascii.",
        )
    return Finding("terminal", True, f"{columns} by {rows} letters, {encoding}.")


def _disk(library: Path) -> Finding:
    place = next(folder for folder in (library, *library.resolve().parents) if folder.is_dir())
    free = shutil.disk_usage(place).free
    return Finding(
        "disk",
        free >= ENOUGH_BYTES,
        f"{free / 1e9:.1f} GB free for the library.",
        "" if free >= ENOUGH_BYTES else "Empty the bin, or move old libraries to another disk.",
    )


def _files() -> Finding:
    """The libraries that read and write sound files."""
    missing = [name for name, load in _SOUND_LIBRARIES.items() if not load()]
    fix = "Install Soundingboard again; on a 32-bit Pi also: sudo apt install libsndfile1." if missing else ""
    what = (
        f"Cannot be loaded: {', '.join(missing)}."
        if missing
        else "WAV, FLAC, OGG, MP3, AIFF, M4A and MP4 can be read."
    )
    return Finding("files", not missing, what, fix)


def _loads(module: str) -> Callable[[], bool]:
    def load() -> bool:
        try:
            __import__(module)
        except (ImportError, OSError):
            return False
        return True

    return load


_SOUND_LIBRARIES = {"soundfile": _loads("soundfile"), "PyAV": _loads("av")}


def _library(folder: Path) -> Finding:
    from evidence.check import check_library
    from evidence.library import Library
    from evidence.safety.pin import Lock
    from evidence.safety.withdrawal import unfinished
    from studio.audio.live.recovery import find_unfinished

    if folder.is_file():
        return Finding("library", False, f"{folder} is a file, not a folder.", "Choose another folder.")
    if not folder.exists() or not any(folder.iterdir()):
        return Finding("library", True, f"None at {folder} yet; it is made when it is first used.")
    try:
        library = Library.open(folder)
        sounds, entries = len(library.sounds()), len(library.entries())
        faults = check_library(library)
        Lock.load(library.folder)
    except StudioError as error:
        return Finding("library", False, error.what, error.fix)
    if faults:
        return Finding("library", False, faults[0].detail, "Put the library back from your newest backup.")
    if unfinished(library):
        fix = "Finish it, with the PIN: soundingboard evidence withdraw --carry-on."
        return Finding("library", False, "A withdrawal was stopped before everything was erased.", fix)
    if left := find_unfinished(library.takes):
        what = f"Recordings that were left behind by a crash or a power cut: {len(left)}."
        return Finding(
            "library", False, what, "Open the app, or bring them back: soundingboard sound recover."
        )
    return Finding(
        "library",
        True,
        f"{folder}: {count(sounds, 'sound')}, {count(entries, 'entry', 'entries')}, log intact.",
    )
