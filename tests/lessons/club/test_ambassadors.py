from datetime import date

import pytest

from evidence.library import NotYetHappened
from evidence.safety.people import People
from lessons.club.ambassadors import (
    NobodyNamed,
    ambassadors,
    name_ambassadors,
    take_names_back,
)
from lessons.club.club import Clubs
from lessons.club.journey import journey, next_step
from lessons.club.leaders_print import NobodyToPrint, print_badges, print_certificates, print_display
from lessons.club.member import NotAPupil
from lessons.club.nomination import Nominations
from lessons.club.profile import Profiles
from lessons.occasion import Occasions
from lessons.proposals import propose
from rubric.load import shipped_framework


def test_naming_gives_the_role_settles_nominations_and_is_proposed_as_evidence(school):
    Clubs(school.library).set(ambassador_title="Sound Captain")
    Nominations(school.library).nominate(school.y6[0], "Kind.")
    named = name_ambassadors(school.library, school.y6[:2], note="The club voted.")
    assert [person.code for person in ambassadors(school.library)] == sorted(school.y6[:2])
    assert [each.status for each in Nominations(school.library).all()] == ["chosen"]
    assert named.title == "2 Sound Captains named"
    (entry,) = propose(school.library, shipped_framework())
    assert [str(claim) for claim in entry.criteria] == ["MT2:silver"]
    assert Nominations(school.library).fair_chance()[-1].ambassadors == 2


def test_naming_is_taken_back_but_not_from_who_was_named_twice(school):
    Nominations(school.library).nominate(school.y6[1], "Kind.")
    name_ambassadors(school.library, school.y6[:1])
    second = name_ambassadors(school.library, school.y6[:2])
    propose(school.library, shipped_framework())
    take_names_back(school.library, second.id)
    assert [person.code for person in ambassadors(school.library)] == [school.y6[0]]
    assert [each.status for each in Nominations(school.library).all()] == ["open"]
    assert len(Occasions(school.library).all("ambassadors-named")) == 1
    assert [e.status for e in school.library.entries() if e.source == second.id] == ["binned"]


def test_nobody_is_named_twice_in_a_school_year(school):
    code = school.y4[0]
    name_ambassadors(school.library, [code])
    with pytest.raises(NobodyNamed, match=f"{code} was named this school year"):
        name_ambassadors(school.library, [code])
    school.clock.day = date(2027, 9, 10)
    name_ambassadors(school.library, [code])
    assert len(Occasions(school.library).all("ambassadors-named")) == 2


def test_only_pupils_of_the_school_are_named(school):
    adult = People(school.library).add("staff")[0].code
    with pytest.raises(NotAPupil):
        name_ambassadors(school.library, [adult])
    with pytest.raises(NobodyNamed):
        name_ambassadors(school.library, [])
    with pytest.raises(NotYetHappened):
        name_ambassadors(school.library, school.y6, day=date(2027, 1, 1))


def test_the_journey_tells_how_far_somebody_has_come(school):
    code, session = school.y6[0], school.plan()[0]
    steps = journey(school.library, code)
    assert [step.reached for step in steps] == [True, False, False, False]
    assert next_step(steps).role == "helper"
    school.sessions.lead(session.id, "starter", [code])
    school.hold(session)
    assert journey(school.library, code)[1].since == session.date
    name_ambassadors(school.library, [code])
    Occasions(school.library).add("competition", led_by=[code], year_groups=["Y4"])
    steps = journey(school.library, code)
    assert all(step.reached and step.since for step in steps)
    assert next_step(steps) is None


def test_badges_certificates_and_the_display_are_drawn(school, tmp_path):
    for what in (print_badges, print_certificates, print_display):
        with pytest.raises(NobodyToPrint):
            what(school.library, tmp_path / "none.pdf")
    name_ambassadors(school.library, school.y6)
    profiles = Profiles(school.library)
    profiles.write(school.y6[0], instrument="drums", tip="Listen first.")
    profiles.publish(school.y6[0])
    profiles.write(school.y6[1], instrument="harp")
    for name, out in (
        ("badge", print_badges(school.library, tmp_path / "badge.pdf")),
        (
            "certificate",
            print_certificates(school.library, tmp_path / "certificate.pdf", reason="Thank you."),
        ),
        ("display", print_display(school.library, tmp_path / "display.pdf")),
    ):
        assert out.read_bytes().startswith(b"%PDF"), name
    assert _pages(tmp_path / "certificate.pdf") == 3
    assert _pages(tmp_path / "display.pdf") == 1


def test_first_names_stand_on_badges_only_when_wanted_by_an_adult_with_a_pin(school, tmp_path):
    from evidence.safety.names import Names, PinMissing

    name_ambassadors(school.library, school.y6[:1])
    with pytest.raises(PinMissing):
        print_badges(school.library, tmp_path / "badge.pdf", names=True)
    school.library.adults.set_pin("482913")
    Names(school.library).set(school.y6[0], "Zanzibaria Quagga")
    print_badges(school.library, tmp_path / "named.pdf", names=True)
    print_badges(school.library, tmp_path / "coded.pdf")
    assert "Zanzibaria" in _text(tmp_path / "named.pdf")
    assert "Quagga" not in _text(tmp_path / "named.pdf")
    assert "Zanzibaria" not in _text(tmp_path / "coded.pdf")


def _pages(path) -> int:
    from pypdf import PdfReader

    return len(PdfReader(path).pages)


def _text(path) -> str:
    from pypdf import PdfReader

    return "".join(page.extract_text() for page in PdfReader(path).pages)
