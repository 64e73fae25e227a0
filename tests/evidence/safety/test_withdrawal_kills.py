"""Withdrawing: a kill at any step is made good, and nobody can have other files erased."""

import subprocess
import sys
from pathlib import Path

import pytest

from evidence.bundle.issue import issue_bundle
from evidence.bundle.record import SealedBundles
from evidence.bundle.verify import verify_bundle
from evidence.library import Library
from evidence.records.store import LibraryDamaged, LibraryUnwritable
from evidence.safety import withdrawal, withdrawal_steps
from evidence.safety.adults import AdultsOnly
from evidence.safety.erasure import Erasure, Erasures
from evidence.safety.names import Names
from evidence.safety.withdrawal import carry_on, unfinished, withdraw
from rubric.plain import to_plain
from tests.evidence.given import again, tree_of
from tests.evidence.safety.withdrawing import (
    FRAMEWORK,
    PIN,
    WORDS,
    a_locked_library,
    given_evidence,
    left,
    sounds_in,
    whole,
)


@pytest.fixture
def library(tmp_path) -> Library:
    return a_locked_library(tmp_path)


STEPS = ("erase_files", "forget_name", "tell_bundles", "seal_anew", "write_letter", "renew_backups")


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_kill_at_any_step_is_made_good(library, step, when):
    entry = given_evidence(library)
    Names(library).set("Y4-heron", "Emilia")
    issue_bundle(library, library.exports / "first.zip", FRAMEWORK)
    (samples,) = [sounds_in(library)[use.sha256] for use in entry.sounds]
    program = (
        "import os, sys; from evidence.safety import withdrawal\n"
        "from evidence.library import Library; from rubric.load import shipped_framework\n"
        "library = Library.open(sys.argv[1]); library.adults.unlock(sys.argv[2])\n"
        "step = getattr(withdrawal, sys.argv[3])\n"
        "def killed(*given):\n"
        "    if sys.argv[4] == 'after': step(*given)\n"
        "    os._exit(9)\n"
        "setattr(withdrawal, sys.argv[3], killed)\n"
        "withdrawal.withdraw(library, code='Y4-heron', framework=shipped_framework())\n"
    )
    words = [sys.executable, "-c", program, str(library.folder), PIN, step, when]
    assert subprocess.run(words, check=False, cwd=Path(__file__).parents[3]).returncode == 9
    other = again(library)
    assert other.entry(entry.id).status == "withdrawn"
    assert len(unfinished(other)) == 1
    with pytest.raises(AdultsOnly):
        carry_on(other, FRAMEWORK)
    other.adults.unlock(PIN)
    (done,) = carry_on(other, FRAMEWORK)
    assert unfinished(other) == ()
    assert left(other.folder, samples, *WORDS) == []
    assert verify_bundle(done.bundle).valid
    assert done.letter.exists()
    assert [each.withdrawn for each in SealedBundles(other).all()] == [True, False]
    assert whole(other)


def test_a_file_that_cannot_go_now_is_told_and_goes_later(library, monkeypatch):
    entry = given_evidence(library)

    def refuse(*given: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr(withdrawal_steps, "patiently", refuse)
        with pytest.raises(LibraryUnwritable, match="permission denied"):
            withdraw(library, entry_id=entry.id, framework=FRAMEWORK)
    assert len(unfinished(library)) == 1
    carry_on(library, FRAMEWORK)
    assert left(library.folder, *WORDS) == []
    assert whole(library)


def test_a_finished_job_remembers_no_file_and_no_word(library):
    entry = given_evidence(library)
    (library.exports / "Zanzibar song.wav").write_bytes(b"x")
    withdraw(library, entry_id=entry.id, framework=FRAMEWORK, who="lead")
    (job,) = Erasures(library).all()
    assert (job.subject, job.originals, job.attachments, job.exports, job.by) == (
        entry.id,
        (),
        (),
        (),
        "lead",
    )
    assert job.finished is not None


@pytest.mark.parametrize(
    "planted",
    [
        {"originals": ["*"]},
        {"originals": ["../log"]},
        {"attachments": ["0" * 63 + "?"]},
        {"exports": ["../log.jsonl"]},
        {"exports": ["/etc/hosts"]},
        {"exports": ["..\\log.jsonl"]},
        {"exports": ["C:/x"]},
    ],
)
def test_a_stranger_s_library_cannot_have_other_files_erased(library, planted):
    given_evidence(library)
    job = to_plain(Erasure(id="ER-0001", subject="Y4-heron", ids=(), begun=library.now())) | planted
    with library.store.turn() as turn:
        turn.put("erasure", "ER-0001", job, action="begun", who=None)
    before = tree_of(library.folder)
    with pytest.raises(LibraryDamaged):
        carry_on(library, FRAMEWORK)
    assert tree_of(library.folder) == before


def test_a_withdrawal_that_takes_long_is_finished_by_whom_it_was_begun(library, monkeypatch):
    entry = given_evidence(library)
    issue_bundle(library, library.exports / "first.zip", FRAMEWORK)
    monkeypatch.setattr(withdrawal, "forget_name", lambda library, erasure: library.adults.lock())
    assert withdraw(library, entry_id=entry.id, framework=FRAMEWORK).letter
    assert not library.adults.is_adult
