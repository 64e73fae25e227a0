"""USB sticks on each system."""

import ctypes
import os
import platform
from pathlib import Path
from types import SimpleNamespace

import pytest

from studio import sticks as module
from studio.sticks import sticks


def on(monkeypatch, system: str) -> None:
    monkeypatch.setattr(platform, "system", lambda: system)


@pytest.fixture
def mounts(monkeypatch):
    """Folders that count as mounted disks."""
    found: set[Path] = set()
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) in found)
    return found


def test_on_linux_they_are_in_the_folder_of_whoever_plugged_them_in(monkeypatch, tmp_path, mounts):
    on(monkeypatch, "Linux")
    monkeypatch.setattr(module, "_LINUX", (str(tmp_path / "media"), str(tmp_path / "none")))
    for name in ("media/teacher/STICK", "media/teacher/not mounted", "media/CARD"):
        (tmp_path / name).mkdir(parents=True)
    mounts |= {tmp_path / "media/teacher/STICK", tmp_path / "media/CARD"}
    assert sticks() == (tmp_path / "media/CARD", tmp_path / "media/teacher/STICK")


def test_on_a_mac_the_disk_of_the_system_is_none(monkeypatch, tmp_path, mounts):
    on(monkeypatch, "Darwin")
    monkeypatch.setattr(module, "_MACOS", str(tmp_path))
    (tmp_path / "STICK").mkdir()
    (tmp_path / "Macintosh HD").symlink_to(tmp_path / "STICK")
    mounts.add(tmp_path / "STICK")
    assert sticks() == (tmp_path / "STICK",)


def test_on_windows_a_removable_disk_has_a_letter(monkeypatch):
    on(monkeypatch, "Windows")
    kinds = {"C:\\": 3, "E:\\": 2, "F:\\": 2}
    kernel = SimpleNamespace(GetLogicalDrives=lambda: 0b110100, GetDriveTypeW=lambda root: kinds.get(root, 1))
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    monkeypatch.setattr(os, "access", lambda path, _mode: str(path).startswith("E:"))
    assert [str(path) for path in sticks()] == ["E:\\"]


def test_here_it_says_what_it_finds_without_a_fault():
    assert all(path.is_dir() for path in sticks())
