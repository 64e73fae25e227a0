"""Keep what C libraries print off the screen that the app draws."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def quiet_stderr(log: Path | None = None) -> Iterator[None]:
    """Send file descriptor 2 to a log (or nowhere) while `sys.stderr` and `sys.__stderr__` keep the screen.

    PortAudio and ALSA print lines on descriptor 2 when a device goes away, and Textual draws through
    `sys.__stderr__`, which is the same descriptor: the lines would land in the picture (seen). Call it
    around `App.run()`. Where there is no descriptor 2 (a windowed Python), nothing happens.
    """
    try:
        screen = os.dup(2)
    except OSError:
        yield
        return
    before = sys.stderr, sys.__stderr__
    where = os.devnull if log is None else log
    noise = os.open(where, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for stream in before:
        if stream is not None:
            stream.flush()
    os.dup2(noise, 2)
    os.close(noise)
    drawing = os.fdopen(screen, "w", buffering=1, encoding="utf-8", errors="replace", closefd=False)
    sys.stderr = drawing if before[0] is before[1] else before[0]
    sys.__stderr__ = drawing  # type: ignore[misc]  # Textual's driver writes here
    try:
        yield
    finally:
        drawing.flush()
        sys.stderr = before[0]
        sys.__stderr__ = before[1]  # type: ignore[misc]
        os.dup2(screen, 2)
        os.close(screen)
