import hashlib

import pytest

from evidence.bundle.attached import Attached
from evidence.bundle.contents import Contents
from evidence.bundle.sounds import SoundLost
from evidence.entry import FileUse


@pytest.fixture
def attached(tmp_path):
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"a plan" * 100_000)
    content = hashlib.sha256(path.read_bytes()).hexdigest()
    return Attached(path, FileUse(name="plan.pdf", sha256=content, size=600_000))


def test_it_is_read_where_it_lies(attached, tmp_path):
    with Contents(tmp_path) as contents:
        contents.add_source("data/plan.pdf", attached)
        contents.start_hashing()
        contents.finish_hashing()
        assert contents.digests()["data/plan.pdf"].size == 600_000
        assert b"".join(contents.blocks("data/plan.pdf")) == attached.path.read_bytes()


@pytest.mark.parametrize("content", [b"a plan" * 99_999 + b"a trap", b"", b"a plan" * 100_001])
def test_a_file_that_changes_after_it_was_hashed_is_never_sealed(attached, tmp_path, content):
    with Contents(tmp_path) as contents:
        contents.add_source("data/plan.pdf", attached)
        contents.start_hashing()
        contents.finish_hashing()
        attached.path.write_bytes(content)
        with pytest.raises(SoundLost, match="changed"):
            list(contents.blocks("data/plan.pdf"))


def test_a_file_that_was_not_the_one_when_it_was_hashed_is_never_sealed(attached, tmp_path):
    right = attached.path.read_bytes()
    with Contents(tmp_path) as contents:
        contents.add_source("data/plan.pdf", attached)
        attached.path.write_bytes(right[:-1] + b"!")
        contents.start_hashing()
        contents.finish_hashing()
        attached.path.write_bytes(right)
        with pytest.raises(SoundLost, match="changed"):
            list(contents.blocks("data/plan.pdf"))


def test_a_file_that_is_gone_is_said(attached):
    attached.path.unlink()
    with pytest.raises(SoundLost, match="not in the library any more"):
        list(attached.blocks())
