import pytest

from lessons.printing.release import NotReleased, reasons_against, refuse_unreleased
from tests.lessons.printing.a_result import a_result, add_evidence, release


def test_without_a_yes_for_everybody_nothing_goes_to_the_website(library):
    said = a_result(library, titles=("One", "Two"), others=())
    release(library, "website", "Y4-heron", "Y5-otter")
    assert reasons_against(library, said, "website") == [
        "There is no “yes” for the school's website: Y5-seal."
    ]
    release(library, "website", "Y5-seal")
    assert reasons_against(library, said, "website") == []
    release(library, "website", "Y5-seal", answer="no")
    with pytest.raises(NotReleased) as caught:
        refuse_unreleased(library, said, "website", what="the sound")
    assert "Y5-seal" in caught.value.what
    assert caught.value.fix == "Ask, and write the answer down under Releases; or leave out the sound."


def test_a_display_in_school_needs_only_that_nobody_said_no(library):
    said = a_result(library)
    assert reasons_against(library, said, "display") == []
    release(library, "display", "Y4-heron", answer="no")
    assert reasons_against(library, said, "display") == [
        "There is no “yes” for a display in school: Y4-heron."
    ]


def test_who_else_is_heard_in_the_sound_counts_too(library):
    said = a_result(library)
    release(library, "website", "Y4-heron")
    add_evidence(library, said.winners[0].sound_id, people=("Y6-wren",))
    (reason,) = reasons_against(library, said, "website")
    assert reason == "EV-2026-0001: There is no “yes” for the school's website yet: Y6-wren."


def test_a_name_that_is_spoken_keeps_it_from_the_website_but_not_from_the_wall(library):
    said = a_result(library)
    release(library, "website", "Y4-heron")
    add_evidence(library, said.winners[0].sound_id, names_spoken=True)
    assert reasons_against(library, said, "website") == ["EV-2026-0001: Somebody says a name in it."]
    assert reasons_against(library, said, "display") == []


def test_evidence_of_other_sounds_says_nothing_about_this_one(library):
    said = a_result(library)
    release(library, "website", "Y4-heron")
    add_evidence(library, "S-0002", names_spoken=True)
    assert reasons_against(library, said, "website") == []
