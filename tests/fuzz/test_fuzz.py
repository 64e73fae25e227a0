"""Damaged files for every parser: none of them may end in anything but a plain refusal.

The same files every time; FUZZ_SEED=7 gives others, and FUZZ_TIMES=100 a hundred times as many:

    FUZZ_SEED=7 FUZZ_TIMES=100 pytest tests/fuzz -k bundle
"""

import base64
import os
import shutil
import warnings
from pathlib import Path
from random import Random

import pytest

from studio.errors import StudioError
from tests.fuzz.parsers import Parser, parsers
from tests.fuzz.readers import CORPUS

SEED = int(os.environ.get("FUZZ_SEED", "1"))
TIMES = int(os.environ.get("FUZZ_TIMES", "1"))
_SHOWN = 3000


def refusal(parser: Parser, data: bytes, folder: Path) -> StudioError | None:
    """Let the parser have it, in an empty folder; what it says if it refuses."""
    folder.mkdir()
    try:
        parser.parse(data, folder)
    except StudioError as error:
        return error
    finally:
        shutil.rmtree(folder)
    return None


def give(parser: Parser, data: bytes, folder: Path) -> None:
    """The parser takes it, or refuses it in two sentences."""
    said = refusal(parser, data, folder)
    assert said is None or (said.what.endswith((".", "?")) and said.fix.endswith((".", "?")))


@pytest.mark.parametrize("name", parsers())
def test_a_good_file_is_read(name, tmp_path):
    parser = parsers()[name]
    for number, seed in enumerate(parser.seeds):
        assert refusal(parser, seed, tmp_path / f"{number}") is None


@pytest.mark.parametrize("name", parsers())
def test_damage_ends_in_a_plain_refusal_or_a_verdict(name, tmp_path):
    parser = parsers()[name]
    for number in range(parser.times * TIMES):
        data = parser.damaged(Random(f"{name} {SEED} {number}"))
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error")
                give(parser, data, tmp_path / "here")
        except Exception as error:
            shown = base64.b64encode(data[:_SHOWN]).decode()
            error.add_note(f"parser {name!r}, FUZZ_SEED={SEED}, file {number}, {len(data)} bytes: {shown}")
            raise


def test_the_corpus_is_small():
    assert sum(path.stat().st_size for path in CORPUS.rglob("*") if path.is_file()) < 200_000
