import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from studio.audio.live.take_file import TakeFile

NOW = datetime(2026, 3, 2, 10, 15, 30, tzinfo=UTC).astimezone()


def test_a_new_take_has_a_name_of_its_own_that_tells_the_time(tmp_path: Path) -> None:
    first, second = (TakeFile.new(tmp_path / "takes", NOW) for _ in range(2))
    assert first.part != second.part
    assert first.part.name.startswith(NOW.strftime("%Y-%m-%d_%H-%M-%S-"))
    assert first.started == NOW
    assert not set(first.part.name) & set('<>:"/\\|?*')


def test_a_virus_scanner_that_holds_the_file_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take = TakeFile.new(tmp_path, NOW)
    take.part.touch()
    refusals = [PermissionError(), PermissionError()]
    really_replace = os.replace

    def replace(source: Path, target: Path) -> None:
        if refusals:
            raise refusals.pop()
        really_replace(source, target)

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    assert take.finish().suffix == ".wav"


def test_a_file_that_cannot_be_renamed_stays_under_its_first_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take = TakeFile.new(tmp_path, NOW)
    take.part.touch()

    def refuse(source: Path, target: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "replace", refuse)
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    assert take.finish() == take.part
    assert list(tmp_path.iterdir()) == [take.part]
