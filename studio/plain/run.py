"""Line mode on this computer: standard input and output, its microphone and speakers."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from studio.plain.session import PlainSession

if TYPE_CHECKING:
    from studio.audio.live.devices import Device
    from studio.plain.sounding import LinePlayer, LineRecorder


class Devices:
    """The sound devices of this computer, opened when they are needed."""

    def recorder(self, folder: Path, device: Device | None) -> LineRecorder:
        """A recorder on the usual microphone."""
        from studio.audio.live.recorder import Recorder

        return Recorder(folder, device=device)

    def player(self) -> LinePlayer:
        """A player on the usual speakers."""
        from studio.audio.live.player import Player

        return Player()


def run_lines(library_folder: Path) -> int:
    """Open a library in line mode; the exit status when it is left."""
    from evidence.library import Library

    library = Library.open(library_folder, create=True)
    return PlainSession(library, Devices(), read=_read, write=_write).run()


def _read(question: str) -> str | None:
    """The next line; the question is shown where a person types, and where it says something."""
    if sys.stdin.isatty():
        sys.stdout.write(question)
        sys.stdout.flush()
    elif len(question) > 2:
        _write(question.strip())
    line = sys.stdin.readline()
    return line.rstrip("\r\n") if line else None


def _write(line: str) -> None:
    """One line, with nothing in it that steers a terminal; it is out before the next one is asked for."""
    sys.stdout.write("".join(letter if letter.isprintable() else " " for letter in line) + "\n")
    sys.stdout.flush()
