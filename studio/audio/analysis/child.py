"""The listening process: one request in, progress and findings out, a line of JSON each."""

import json
import os
import sys
import threading
from pathlib import Path
from typing import Any, BinaryIO

from studio.errors import StudioError

PARENT_GONE = 3
"""The exit status when nobody wants the answer any more."""
_NICENESS = 10


def main() -> None:
    """Answer the request that stands in the first line of standard input, then end.

    Standard input stays open as long as somebody wants the answer: when it ends, so does this process,
    even in the middle of a compilation.
    """
    answers = _answers_only()
    if hasattr(os, "nice"):
        os.nice(_NICENESS)  # Windows is told by whoever starts this
    request = json.loads(sys.stdin.buffer.readline())
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        _say(answers, {"found": _listen(request, answers)})
    except StudioError as error:
        _say(answers, {"fault": [error.what, error.fix]})
    except Exception as error:  # the program, which has no sight of this process, says it
        _say(answers, {"broken": f"{type(error).__name__}: {error}"})


def _listen(request: dict[str, Any], answers: BinaryIO) -> dict[str, Any]:
    # Everything heavy waits until the niceness is set.
    from studio.audio.analysis.closely import listen_closely
    from studio.audio.recipe import Recipe
    from studio.audio.rendering.rendition import open_rendition

    def told(stage: str, share: float) -> None:
        _say(answers, {"stage": stage, "share": share})

    with open_rendition(Path(request["path"]), Recipe.parse(request["steps"])) as source:
        return listen_closely(source, told).as_dict()


def _answers_only() -> BinaryIO:
    """Standard output for answers alone: what libraries print goes nowhere."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb", buffering=0)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
    return answers


def _say(answers: BinaryIO, message: dict[str, Any]) -> None:
    data = json.dumps(message).encode() + b"\n"
    while data:
        data = data[answers.write(data) :]


def _end_with_parent() -> None:
    while sys.stdin.buffer.read(1):
        pass
    os._exit(PARENT_GONE)
