import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("textual", "rich", "scipy", "sounddevice", "soundfile", "jinja2", "av", "numpy")


@pytest.mark.parametrize("module", ["evidence.records.store", "evidence.library", "evidence.views.coverage"])
def test_evidence_loads_nothing_heavy(module):
    program = f"import sys, {module}; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout.strip() == "[]"
