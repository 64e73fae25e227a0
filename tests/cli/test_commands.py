import errno
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from studio.__main__ import run
from studio.cli.commands import COMMANDS, commands

README = Path(__file__).parents[2] / "README.md"


def every_command(group=commands, path=()):
    import click

    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        yield (*path, name)
        if isinstance(command, click.Group):
            yield from every_command(command, (*path, name))


@pytest.mark.parametrize("words", list(every_command()), ids=" ".join)
def test_every_command_explains_itself(shell, words):
    assert shell(*words, "--help") == 0
    assert "Usage: soundingboard" in shell.out
    listed = shell.out.partition("Commands:")[2]
    assert "..." not in listed, "give it a short_help that fits its line"


def test_wrong_usage_is_status_two(shell):
    assert shell("fly") == 2
    assert shell("edit") == 2
    assert shell("sound", "add", "x.wav") == 2
    assert shell("rubric", "list", "--color") == 2


def test_every_command_of_the_readme_exists():
    named = set(re.findall(r"^soundingboard ([a-z]+)", README.read_text(encoding="utf-8"), re.MULTILINE))
    assert named
    assert named <= set(COMMANDS)


def test_json_is_the_only_thing_on_standard_output(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "studio", "sound", "list", "--json", "--library", tmp_path / "new"],
        capture_output=True,
        check=True,
    )
    assert json.loads(done.stdout) == []


def test_a_closed_pipe_is_not_a_traceback(tmp_path):
    command = f'"{sys.executable}" -m studio rubric list --json | head -c 10'
    done = subprocess.run(command, shell=True, capture_output=True, cwd=README.parent)
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr


@pytest.mark.parametrize(
    ("words", "never"),
    [
        (["rubric", "list"], {"numpy", "textual", "tinydb", "soundfile", "sounddevice", "av"}),
        (
            ["edit", "missing.wav", "out.wav", "reverse"],
            {"textual", "tinydb", "sounddevice", "jinja2", "librosa"},
        ),
        (["coverage"], {"textual", "soundfile", "sounddevice", "av", "jinja2"}),
    ],
    ids=lambda value: " ".join(sorted(value)),
)
def test_a_command_loads_only_what_it_needs(tmp_path, words, never):
    program = "import sys; from studio.__main__ import run; run(sys.argv[1:]);print('LOADED', *sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program, *words],
        capture_output=True,
        text=True,
        cwd=README.parent,
        env={**__import__("os").environ, "SOUNDINGBOARD_LIBRARY": str(tmp_path / "library")},
    )
    loaded = set(done.stdout.rpartition("LOADED")[2].split())
    assert "click" in loaded
    assert not loaded & never


def test_output_that_finds_no_room_is_told(shell, monkeypatch):
    def full(*words: object, **more: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("click.echo", full)
    assert "The disk is full" in shell.refuses("rubric", "list")


def test_a_program_started_without_standard_streams_does_its_work(monkeypatch, tmp_path):
    for stream in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, stream, None)
    assert run(["rubric", "template", str(tmp_path / "t.csv")]) == 0
    assert (tmp_path / "t.csv").exists()
    assert run(["rubric", "show", "MT99"]) == 1
