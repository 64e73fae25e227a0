import os
import subprocess
import sys

from evidence.bundle.staging import staging


def age(path, seconds=60):
    then = path.stat().st_mtime - seconds
    os.utime(path, (then, then))


def test_nothing_of_it_stays(tmp_path):
    with staging(tmp_path) as place:
        (place / "a.zip").write_bytes(b"x")
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_program_left_goes_with_the_next(tmp_path):
    script = """
import os, sys
from pathlib import Path
from evidence.bundle.staging import staging
with staging(Path(sys.argv[1])) as place:
    (place / "a.zip").write_bytes(b"x")
    os._exit(9)
"""
    assert subprocess.run([sys.executable, "-c", script, str(tmp_path)]).returncode == 9
    (left,) = tmp_path.iterdir()
    age(left)
    with staging(tmp_path):
        assert not left.exists()
    assert list(tmp_path.iterdir()) == []


def test_a_program_that_still_works_keeps_its_own(tmp_path):
    with staging(tmp_path) as first:
        age(first)
        with staging(tmp_path):
            assert first.exists()


def test_a_folder_just_made_is_left_alone(tmp_path):
    young = tmp_path / ".soundingboard-sealing-0123456789abcdef"
    young.mkdir()
    with staging(tmp_path):
        assert young.exists()


def test_nothing_else_in_the_folder_is_touched(tmp_path):
    others = [tmp_path / name for name in (".soundingboard-sealing-mine", "notes.part", "evidence.zip.part")]
    for other in others:
        other.write_bytes(b"kept")
        age(other)
    target = tmp_path / "elsewhere"
    target.mkdir()
    link = tmp_path / ".soundingboard-sealing-00000000deadbeef"
    link.symlink_to(target, target_is_directory=True)
    with staging(tmp_path):
        pass
    assert all(other.read_bytes() == b"kept" for other in others)
    assert target.exists()
