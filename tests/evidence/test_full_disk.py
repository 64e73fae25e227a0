"""A library whose disk is full: nothing acknowledged is lost, and it goes on when there is room."""

import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from evidence.check import check_library
from tests.evidence.given import a_draft, a_library, again

PROJECT = Path(__file__).parents[2]
PROGRAM = PROJECT / "tests" / "evidence" / "filling.py"


@pytest.fixture(params=[9_000, 20_011, 40_000])
def filled(request, tmp_path):
    library = a_library(tmp_path)
    done = subprocess.run(
        [sys.executable, str(PROGRAM), str(library.folder), str(request.param)],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=PROJECT,
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
    )
    assert (done.returncode, done.stderr) == (0, "")
    said = defaultdict(list)
    for line in done.stdout.splitlines():
        word, _, rest = line.partition("\t")
        said[word].append(rest)
    return library, said


def test_what_was_acknowledged_is_there_and_the_rest_is_not(filled):
    library, said = filled
    entries = again(library).entries()
    assert len(said["added"]) > 3
    assert {entry.id for entry in entries} - set(said["added"]) == set()
    assert [entry.id for entry in entries] == said["added"]
    assert {entry.id for entry in entries if entry.impact} >= set(said["edited"])
    assert check_library(again(library), contents=True) == ()


def test_it_is_said_in_two_sentences(filled):
    _, said = filled
    for told in (*said["refused"], *said["stopped"]):
        assert told.endswith("then try again.")
        assert "could not be" in told


def test_a_sound_that_did_not_fit_leaves_nothing(filled):
    library, said = filled
    assert said["refused"]
    assert again(library).sounds() == ()
    assert list(library.originals.iterdir()) == []


def test_with_room_again_it_goes_on(filled):
    library, said = filled
    entry = again(library).add_entry(a_draft("There is room"))
    assert int(entry.id[-4:]) == len(said["added"]) + 1
    assert check_library(again(library), contents=True) == ()
