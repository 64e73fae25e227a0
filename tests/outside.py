"""Programs and devices that a test needs from outside Python."""

import os
import shutil

import pytest


def need(*programs: str) -> None:
    """Go on when every program is here; otherwise fail in CI and skip elsewhere."""
    missing = [program for program in programs if shutil.which(program) is None]
    if not missing:
        return
    message = f"not on this machine: {', '.join(missing)}"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)
