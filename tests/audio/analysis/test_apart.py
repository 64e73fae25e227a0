"""Listening closely in a process of its own: right, stopped when asked, and where nothing can be written."""

import json
import math
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from studio.audio.analysis import apart, child, compiler_cache
from studio.audio.analysis.apart import ListeningFailed, listen_apart
from studio.audio.analysis.closely import HIGHEST_HERTZ, LOWEST_HERTZ
from studio.audio.analysis.findings import Findings
from studio.audio.clip import Clip
from studio.audio.files.wav import WavFault, WavFile
from studio.audio.pitches import hertz_of
from studio.audio.recipe import Recipe
from studio.errors import StudioError
from tests.builders import a_sine, a_wav, noise

TUNE = (71, 69, 67, 67, 71, 69)
NOTHING = Recipe()


def a_tune(*, samplerate: int = 44100) -> Clip:
    """Half a second a note, with a short breath before each."""
    pieces = []
    for number in TUNE:
        tone = sum(
            a_sine(0.44, hertz=hertz_of(number) * n, peak=0.3 / n, samplerate=samplerate).frames
            for n in (1, 2, 3)
        )
        fade = np.minimum(1.0, np.minimum(np.arange(len(tone)), np.arange(len(tone))[::-1]) / 400)
        pieces += [np.zeros((round(0.06 * samplerate), 1), np.float32), tone * fade[:, None]]
    return Clip(np.concatenate(pieces).astype(np.float32), samplerate)


def silently(stage: str, share: float) -> None:
    """Told, and not interested."""


@pytest.fixture(scope="module", autouse=True)
def compiled(tmp_path_factory) -> Iterator[Path]:
    """What the compiler makes is kept for the tests of this file, and not in anybody's home."""
    folder = tmp_path_factory.mktemp("compiled")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(compiler_cache.VARIABLE, str(folder))
        yield folder


@pytest.fixture(scope="module")
def heard(tmp_path_factory) -> Findings:
    """What is found in the tune, backwards."""
    folder = tmp_path_factory.mktemp("tune")
    return listen_apart(a_wav(folder / "tune.wav", a_tune()), Recipe.parse(["reverse"]), silently)


def test_the_notes_of_a_tune_are_found_as_its_steps_leave_it(heard):
    steady = [note for note in heard.notes if note.is_steady]
    assert [note.pitch.number for note in steady] == list(reversed(TUNE))
    assert all(abs(note.pitch.cents) < 5 for note in steady)
    assert heard.main_note() is not None
    assert not heard.is_one_note
    assert heard.seconds == pytest.approx(3.0, abs=0.01)


def test_what_is_found_comes_whole_through_json(heard):
    assert Findings.from_dict(heard.as_dict()) == heard


def test_claps_have_a_beat_and_no_note_and_noise_has_neither(tmp_path):
    claps = np.zeros((48000 * 8, 1), np.float32)
    for place in range(15):
        start = round(48000 * (0.3 + place * 0.5))
        claps[start : start + 2400] = noise(0.05, seed=place) * np.exp(-np.arange(2400) / 500)[:, None]
    found = listen_apart(a_wav(tmp_path / "claps.wav", Clip(claps, 48000)), NOTHING, silently)
    assert found.beat is not None
    assert found.beat.bpm == pytest.approx(120, rel=0.02)
    assert found.main_note() is None
    hiss = listen_apart(a_wav(tmp_path / "hiss.wav", Clip(noise(3.0), 48000)), NOTHING, silently)
    assert hiss.beat is None
    assert hiss.notes == ()


def test_lows_and_highs_are_heard_to_the_ends_of_what_is_promised(tmp_path):
    for hertz in (LOWEST_HERTZ * 1.02, 2093.0, HIGHEST_HERTZ * 0.99):
        tone = sum(a_sine(0.6, hertz=hertz * n, peak=0.3 / n).frames for n in (1, 2, 3))
        wav = a_wav(tmp_path / "tone.wav", Clip(tone, 48000))
        main = listen_apart(wav, NOTHING, silently).main_note()
        assert main is not None
        assert abs(1200 * math.log2(main.hertz / hertz)) < 15


@pytest.mark.parametrize("seconds", [0.001, 0.05])
def test_next_to_nothing_and_silence_have_nothing_in_them(tmp_path, seconds):
    assert listen_apart(a_wav(tmp_path / "a.wav", a_sine(seconds)), NOTHING, silently).notes == ()
    silence = Clip(np.zeros((48000, 2), np.float32), 48000)
    found = listen_apart(a_wav(tmp_path / "silence.wav", silence), NOTHING, silently)
    assert found.track == ()
    assert found.beat is None


def test_the_first_time_is_told_until_all_is_compiled(tmp_path, monkeypatch):
    answers = [
        {"stage": "waking", "share": 0.0},
        {"stage": "notes", "share": 0.3},
        {"stage": "notes", "share": 0.9},
    ]
    answers += [{"found": Findings(1.0, (), (), None).as_dict()}]
    script = (
        f"import sys, json\nfor each in {answers!r}: print(json.dumps(each), flush=True)\nsys.stdin.read()"
    )
    monkeypatch.setattr(apart, "_START", script)
    wav = a_wav(tmp_path / "a.wav", a_sine())
    for filled, stages in ((False, {"compiling", "notes"}), (True, {"waking", "notes"})):
        monkeypatch.setattr(apart, "is_filled", lambda folder, filled=filled: filled)
        told: list[tuple[str, float]] = []
        listen_apart(wav, NOTHING, lambda stage, share, told=told: told.append((stage, share)))
        assert {stage for stage, _ in told} <= stages
        assert told[-1] == ("notes", 0.9)


def test_it_stops_when_it_is_told_to_and_leaves_no_process(tmp_path):
    wav = a_wav(tmp_path / "long.wav", Clip(np.tile(a_tune().frames, (10, 1)), 44100))
    processes: list[subprocess.Popen[bytes]] = []
    real = subprocess.Popen

    def started(*args: object, **options: object) -> "subprocess.Popen[bytes]":
        processes.append(real(*args, **options))
        return processes[-1]

    def stop(stage: str, share: float) -> None:
        raise InterruptedError

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(subprocess, "Popen", started)
        with pytest.raises(InterruptedError):
            listen_apart(wav, NOTHING, stop)
    [process] = processes
    assert process.returncode is not None


def test_it_ends_with_the_program_that_asked(tmp_path):
    wav = a_wav(tmp_path / "long.wav", Clip(np.tile(a_tune().frames, (10, 1)), 44100))
    request = json.dumps({"path": str(wav), "steps": []}).encode() + b"\n"
    with subprocess.Popen(apart._command(), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as process:
        assert process.stdin is not None
        process.stdin.write(request)
        process.stdin.close()  # as when the program is killed
        assert process.wait() == child.PARENT_GONE


def test_a_file_that_is_gone_is_told_in_its_own_words(tmp_path):
    with pytest.raises(StudioError) as caught:
        listen_apart(tmp_path / "gone.wav", NOTHING, silently)
    with pytest.raises(WavFault) as straight:
        WavFile(tmp_path / "gone.wav")
    assert str(caught.value) == str(straight.value)


@pytest.mark.parametrize(
    "start",
    [
        "import os; os._exit(1)",
        "raise SystemExit(0)",
        """import sys; print('{"found": {"seconds"', end="", flush=True); sys.exit(1)""",
    ],
)
def test_a_process_that_breaks_off_is_said(tmp_path, monkeypatch, start):
    monkeypatch.setattr(apart, "_START", start)
    with pytest.raises(ListeningFailed, match="broke off"):
        listen_apart(a_wav(tmp_path / "a.wav", a_sine()), NOTHING, silently)


def test_a_python_that_cannot_be_started_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no-python"))
    with pytest.raises(ListeningFailed, match="broke off"):
        listen_apart(a_wav(tmp_path / "a.wav", a_sine()), NOTHING, silently)


# On a computer that is shut tight

_SHUT_TIGHT = """
import os, sys, tempfile
OPEN = [os.path.realpath(folder) for folder in os.environ["STAYS_OPEN"].split(os.pathsep)]
def refuse(event, arguments):
    if event == "os.mkdir":
        path = arguments[0]
    elif event == "open" and arguments[2] is not None and arguments[2] & (os.O_WRONLY | os.O_RDWR):
        path = arguments[0]
    else:
        return
    if isinstance(path, (str, bytes)) and path not in ("/dev/null", "nul"):
        if not any(os.path.realpath(os.fsdecode(path)).startswith(folder) for folder in OPEN):
            raise PermissionError(13, "shut tight", path)
sys.addaudithook(refuse)
"""
_MOSTLY_COMPILED = """
import shutil
made = tempfile.mkdtemp
def filled(*arguments, **named):
    folder = made(*arguments, **named)
    if named.get("prefix") == "soundingboard-":
        shutil.copytree(os.environ["COMPILED"], folder, dirs_exist_ok=True)
    return folder
tempfile.mkdtemp = filled
"""
"""A folder for this run has what was compiled before, for all of it takes a quarter of a minute."""
_LISTEN = """
import sys
from pathlib import Path
from studio.audio.analysis.apart import listen_apart
from studio.audio.analysis.compiler_cache import compiler_cache
from studio.audio.recipe import Recipe
print(listen_apart(Path(sys.argv[1]), Recipe(), lambda stage, share: None).main_note().name)
print(sorted({"librosa", "numba", "scipy", "sklearn", "soxr"} & set(sys.modules)))
print(len(list(compiler_cache().rglob("*.nbc"))))
"""


def shut_tight(tmp_path: Path, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a program that can write into the temporary folder alone: not at home, not beside librosa."""
    site, temporary = tmp_path / "site", tmp_path / "temporary"
    site.mkdir()
    temporary.mkdir()
    (site / "sitecustomize.py").write_text(_SHUT_TIGHT + _MOSTLY_COMPILED, encoding="utf-8")
    path = os.pathsep.join([str(site), str(Path(__file__).parents[3])])
    environment = {**os.environ, "PYTHONPATH": path, "STAYS_OPEN": str(temporary), "TMPDIR": str(temporary)}
    environment |= {"TEMP": str(temporary), "TMP": str(temporary), "PYTHONDONTWRITEBYTECODE": "1"}
    environment.pop(compiler_cache.VARIABLE, None)
    return subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, env=environment
    )


def mostly(compiled: Path, folder: Path) -> Path:
    """A copy without the smallest of what was compiled, which the compiler then makes and writes anew."""
    shutil.copytree(compiled, folder)
    smallest = min(folder.rglob("*.nbc"), key=lambda path: (path.stat().st_size, path.name))
    for path in smallest.parent.glob(f"{smallest.name.partition('.py3')[0]}.*"):
        path.unlink()
    return folder


def test_it_listens_where_only_the_temporary_folder_can_be_written(tmp_path, heard, compiled, monkeypatch):
    monkeypatch.setenv("COMPILED", str(mostly(compiled, tmp_path / "mostly")))
    wav = a_wav(tmp_path / "a.wav", a_sine(0.5))
    done = shut_tight(tmp_path, _LISTEN, str(wav))
    note, loaded, made = done.stdout.splitlines() or ("", done.stderr[-2000:], "0")
    assert note == "A4", loaded
    assert loaded == "[]", "the program itself stays small"
    assert int(made) == len(list(compiled.rglob("*.nbc"))), "what was missing was compiled and written there"
    assert list((tmp_path / "temporary").iterdir()) == [], "its folder goes with the program"


def test_without_our_folder_librosa_would_not_even_load_there(tmp_path):
    done = shut_tight(tmp_path, "import librosa; librosa.util.frame, librosa.stft, librosa.pyin")
    assert "no locator available" in done.stderr


def test_the_folder_that_was_set_comes_first_then_the_users_own(tmp_path, monkeypatch):
    monkeypatch.setenv(compiler_cache.VARIABLE, str(tmp_path / "set"))
    assert compiler_cache.compiler_cache() == tmp_path / "set"
    monkeypatch.setenv(compiler_cache.VARIABLE, str(tmp_path / "file" / "below"))
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setattr(compiler_cache, "_users_own", lambda: tmp_path / "own")
    assert compiler_cache.compiler_cache() == tmp_path / "own"
    assert not compiler_cache.is_filled(tmp_path / "own")
    (tmp_path / "own" / "x.nbi").write_bytes(b"")
    assert compiler_cache.is_filled(tmp_path / "own")


def test_with_nowhere_at_all_to_write_it_says_so(monkeypatch):
    monkeypatch.delenv(compiler_cache.VARIABLE, raising=False)
    monkeypatch.setattr(compiler_cache, "_users_own", lambda: None)

    def refused() -> Path:
        raise PermissionError

    monkeypatch.setattr(compiler_cache, "_for_this_run", refused)
    with pytest.raises(compiler_cache.NowhereToWrite):
        compiler_cache.compiler_cache()
