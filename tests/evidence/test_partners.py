"""Sounds that two made together: both are credited, and the no of one is a no."""

from pathlib import Path

import pytest

from evidence.entry import Entry
from evidence.library import Library
from evidence.safety.adults import AdultsOnly
from evidence.safety.releases import Releases
from evidence.safety.withdrawal import withdraw
from evidence.sound import Sound
from rubric.framework import Claim
from rubric.load import shipped_framework
from studio.make_evidence import make_evidence
from studio.whose import say_whose
from tests.evidence.given import a_library, add_a_sound

FRAMEWORK = shipped_framework()


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return a_library(tmp_path)


@pytest.fixture
def duet(library) -> Sound:
    return say_whose(library, add_a_sound(library, by="Y4-heron"), partners=("Y5-otter", "Y4-heron"))


def shown(library: Library, sound: Sound) -> Entry:
    return make_evidence(
        library,
        title="A duet",
        criteria=[Claim.parse("MT1:silver")],
        year_groups=["Y4", "Y5"],
        sounds=[sound],
        framework=FRAMEWORK,
    )


def test_both_are_credited_each_once(library, duet):
    assert library.sound(duet.id).makers == ("Y4-heron", "Y5-otter")
    assert shown(library, duet).heard == ("Y4-heron", "Y5-otter")


def test_the_no_of_the_partner_blocks_what_both_made(library, duet):
    Releases(library).set("Y4-heron", "website", "yes")
    Releases(library).set("Y5-otter", "website", "no")
    (blocked,) = Releases(library).gate([shown(library, duet)], "website").blocked
    assert "Y5-otter" in blocked.reason


def test_the_withdrawal_of_the_partner_takes_the_sound_and_its_evidence(library, duet):
    entry = shown(library, duet)
    withdraw(library, code="Y5-otter", framework=FRAMEWORK)
    assert library.entry(entry.id).status == "withdrawn"
    assert library.sounds() == ()
    assert not library.original_path(duet).exists()


def test_in_pupil_mode_nobody_is_taken_off_a_sound(library, duet):
    library.adults.set_pin("482913")
    library.adults.lock()
    with pytest.raises(AdultsOnly):
        say_whose(library, duet, partners=())
    assert say_whose(library, duet, partners=("Y5-otter", "Y4-newt")).makers == (
        "Y4-heron",
        "Y5-otter",
        "Y4-newt",
    )
