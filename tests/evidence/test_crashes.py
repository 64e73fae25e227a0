"""What a kill at any moment leaves: copies of the library, taken between every two steps of a change."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

from evidence.check import check_library
from evidence.library import Library
from studio.audio.recipe import Step
from tests.evidence.given import NOW, a_draft, a_library, add_a_sound, again


def moments(library: Library, folder: Path, monkeypatch, action) -> list[Path]:
    """Copies of the library as it is before each step on the disk while `action` runs."""
    copies: list[Path] = []

    def watched(step):
        def run(*given, **named):
            copies.append(folder / f"moment-{len(copies)}")
            shutil.copytree(library.folder, copies[-1])
            return step(*given, **named)

        return run

    with monkeypatch.context() as patched:
        for name in ("fsync", "replace", "link", "unlink"):
            patched.setattr(os, name, watched(getattr(os, name)))
        patched.setattr(Path, "unlink", watched(Path.unlink))
        action()
    return copies


def test_an_entry_is_there_whole_or_not_at_all(tmp_path, monkeypatch):
    library = a_library(tmp_path)
    first = library.add_entry(a_draft("First"))
    copies = moments(library, tmp_path, monkeypatch, lambda: library.add_entry(a_draft("Second")))
    seen = [survivors(copy) for copy in copies]
    assert len(copies) >= 6
    assert set(seen) == {("First",), ("First", "Second")}
    assert seen == sorted(seen)
    assert first.id == "EV-2026-0001"


def test_a_change_is_there_whole_or_not_at_all(tmp_path, monkeypatch):
    library = a_library(tmp_path)
    entry = library.add_entry(a_draft("First"))
    copies = moments(
        library, tmp_path, monkeypatch, lambda: library.save_entry(replace(entry, title="Better"), "amended")
    )
    seen = [survivors(copy) for copy in copies]
    assert set(seen) == {("First",), ("Better",)}
    assert seen == sorted(seen, reverse=True)


def test_a_moved_take_is_never_lost(tmp_path, monkeypatch):
    library = a_library(tmp_path)
    kept = add_a_sound(library)
    take = library.takes / "take.wav"
    shutil.copy(library.original_path(kept), take)
    with take.open("ab") as file:
        file.write(b"\0\0")
    content = take.read_bytes()
    copies = moments(
        library,
        tmp_path,
        monkeypatch,
        lambda: library.add_sound(take, title="Take", origin="recorded", move=True),
    )
    for copy in copies:
        opened = Library.open(copy, clock=lambda: NOW)
        in_library = [opened.original_path(sound) for sound in opened.sounds() if sound.title == "Take"]
        places = [*in_library, copy / "takes" / "take.wav"]
        assert content in [place.read_bytes() for place in places if place.exists()]
        assert check_library(opened, contents=True) == ()


def test_a_log_line_torn_anywhere_is_made_good(tmp_path, monkeypatch):
    library = a_library(tmp_path)
    library.add_entry(a_draft("First"))
    before = library.journal.size()
    copies = moments(library, tmp_path, monkeypatch, lambda: library.add_entry(a_draft("Second")))
    after = library.journal.read_bytes()
    unfinished = [copy for copy in copies if (copy / "pending.json").exists()]
    for length in range(before, len(after), 23):
        copy = tmp_path / f"torn-{length}"
        shutil.copytree(unfinished[-1], copy)
        (copy / "log.jsonl").write_bytes(after[:length])
        assert survivors(copy) == ("First", "Second")
        assert (copy / "log.jsonl").read_bytes().startswith(after)


def test_a_finished_change_whose_removal_was_lost_is_not_made_again(tmp_path, monkeypatch):
    library = a_library(tmp_path)
    sound = add_a_sound(library)
    copies = moments(
        library,
        tmp_path,
        monkeypatch,
        lambda: library.save_sound(sound.with_recipe(sound.recipe.add(Step.parse("reverse"))), "edited"),
    )
    old = next(copy / "pending.json" for copy in copies if (copy / "pending.json").exists())
    newest = library.save_sound(sound, "undid")
    shutil.copy(old, library.folder)
    assert again(library).sound(sound.id) == newest
    assert check_library(again(library)) == ()


def test_what_a_kill_left_half_written_is_cleared_at_the_next_turn(tmp_path):
    library = a_library(tmp_path)
    (library.folder / "records" / "entries-2025-0001.json.part").write_bytes(b"half a record")
    library.add_entry(a_draft())
    assert [path.name for path in (library.folder / "records").iterdir()] == ["entries-2026-0001.json"]


def survivors(folder: Path) -> tuple[str, ...]:
    """The titles in a library that a kill left, which must be sound and go on working."""
    opened = Library.open(folder, clock=lambda: NOW)
    titles = tuple(entry.title for entry in opened.entries())
    assert check_library(opened, contents=True) == ()
    assert opened.add_entry(a_draft("Next")).id == f"EV-2026-{len(titles) + 1:04d}"
    assert check_library(opened) == ()
    return titles
