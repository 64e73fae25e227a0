"""The program itself, on a terminal of its own and with a sound card: a take from first to last key."""

import os
import struct
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Self

import numpy as np
import pytest

from evidence.library import Library
from studio.audio.files.wav import WavFile
from tests.sound_card import RATE, SoundCard, counted, counter, wait_until

pytestmark = pytest.mark.real_sound


class Terminal:
    """A program on a terminal of 80 by 24, and everything it has drawn."""

    def __init__(self, *command: str) -> None:
        # Not on Windows, where this test is only collected.
        import pty
        import termios
        from fcntl import ioctl

        self._ours, theirs = pty.openpty()
        ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        environment = {**os.environ, "TERM": "xterm-256color"}
        self.program = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True
        )
        os.close(theirs)
        self.drawn = b""
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.program.kill()
        self.program.wait()
        self._reader.join(timeout=60)
        os.close(self._ours)

    def type(self, keys: str) -> None:
        os.write(self._ours, keys.encode())

    def wait_for(self, words: str) -> None:
        """Wait until words are drawn, and look only at what is drawn after that."""
        wait_until(lambda: words.encode() in self.drawn, seconds=20)
        self.drawn = b""

    def _read(self) -> None:
        while True:
            try:
                more = os.read(self._ours, 1 << 16)
            except OSError:  # the program has ended
                return
            self.drawn += more


def test_a_take_is_recorded_heard_and_kept(sound_card: Callable[..., SoundCard], tmp_path: Path) -> None:
    card = sound_card()
    folder = tmp_path / "library"
    with (
        card.listening() as heard,
        Terminal(sys.executable, "-m", "studio", "--library", str(folder)) as terminal,
    ):
        terminal.wait_for("Quality Mark")
        card.keep_saying(counter(60))
        terminal.type("1")
        terminal.wait_for("Press Enter to start.")
        terminal.type("\r")
        terminal.wait_for("Safe on this computer")
        wait_until(lambda: any(part.stat().st_size > 4 * RATE for part in folder.glob("takes/*.part")))
        terminal.type("\r")
        terminal.wait_for("What you did")
        wait_until(lambda: bool(np.any(heard()[-RATE:])))  # it plays itself
        terminal.type("k")
        terminal.wait_for("What is it called?")
        terminal.type("Counting\r")
        terminal.wait_for("Kept.")
        terminal.type("\x11")  # Ctrl and Q
        assert terminal.program.wait(timeout=60) == 0
    library = Library.open(folder)
    [sound] = library.sounds()
    assert (sound.title, sound.kept) == ("Counting", True)
    with WavFile(library.original_path(sound)) as original:
        assert counted(original.read(0, original.length)[:, 0]) > RATE
