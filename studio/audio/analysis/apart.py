"""Listening closely in a process of its own, so that the program stays quick and small."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, Self

from studio.audio.analysis.closely import COMPILED_SHARE, Told
from studio.audio.analysis.compiler_cache import VARIABLE, compiler_cache, is_filled
from studio.audio.analysis.findings import Findings
from studio.audio.recipe import Recipe
from studio.errors import StudioError

FIRST_TIME = "compiling"
"""The stage that is told until all is compiled, when nothing was before: it takes up to a minute."""

_ROOT = Path(__file__).parents[3]
_START = "import sys; sys.path.append(sys.argv[1]); from studio.audio.analysis.child import main; main()"
_LOOK_SECONDS = 0.1
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS")
_END_SECONDS = 5.0


class ListeningFailed(StudioError):
    """The listening process did not come to an end."""


def listen_apart(path: Path, recipe: Recipe, told: Told) -> Findings:
    """Listen closely to a WAV file with a recipe done to it.

    Parameters
    ----------
    told : called ten times a second with the stage and the share done, from the calling thread; may
        raise to stop, and the process is then gone

    Raises
    ------
    StudioError
        If the sound cannot be read, or the process cannot be started or breaks off.
    """
    cache = compiler_cache()
    is_first = not is_filled(cache)
    stage, share = (FIRST_TIME if is_first else "waking"), 0.0
    with _Process({VARIABLE: str(cache)}) as process:
        process.ask({"path": str(path.absolute()), "steps": recipe.texts()})
        while True:
            told(stage, share)
            answer = process.answer(_LOOK_SECONDS)
            if "found" in answer:
                return Findings.from_dict(answer["found"])
            if "fault" in answer:
                raise StudioError(*answer["fault"])
            if "broken" in answer:
                raise _failed(answer["broken"])
            if answer:
                share = answer["share"]
                stage = FIRST_TIME if is_first and share <= COMPILED_SHARE else answer["stage"]


class _Process:
    """The other process; killed when the block is left before it has ended."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment
        self._answers: SimpleQueue[dict[str, Any]] = SimpleQueue()

    def __enter__(self) -> Self:
        one_thread = dict.fromkeys(_ONE_THREAD, "1")  # the other cores are for the program
        try:
            self._process = subprocess.Popen(
                _command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, **one_thread, **self._environment},
                creationflags=_quiet_flags(),
            )
        except OSError as error:
            raise _failed(error.strerror or type(error).__name__) from error
        threading.Thread(target=self._read, daemon=True, name="listening").start()
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait(_END_SECONDS)
        assert self._process.stdin is not None
        try:
            self._process.stdin.close()
        except BrokenPipeError:
            return  # it ended before it had read its request

    def ask(self, request: Mapping[str, Any]) -> None:
        """Send the request; the pipe stays open as a sign that the answer is wanted."""
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(request).encode() + b"\n")
            self._process.stdin.flush()
        except OSError as error:
            raise _failed("it ended at once") from error

    def answer(self, seconds: float) -> dict[str, Any]:
        """What it says within so many seconds; nothing when it says nothing."""
        try:
            return self._answers.get(timeout=seconds)
        except Empty:
            return {}

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as lines:
            for line in lines:
                if line.endswith(b"\n"):  # half an answer is none: it ended while it wrote
                    self._answers.put(json.loads(line))
        self._answers.put({"broken": "the process ended"})


def _command() -> Sequence[str]:
    # -P: not from the folder one happens to be in, where a pupil's file may have a module's name.
    return [sys.executable, "-P", "-c", _START, str(_ROOT)]


def _quiet_flags() -> int:
    """On Windows: no console window of its own, and the program goes first."""
    if sys.platform != "win32":
        return 0
    return subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS


def _failed(why: str) -> ListeningFailed:
    return ListeningFailed(f"The close listening broke off ({why}).", "Try again, or go on without it.")
