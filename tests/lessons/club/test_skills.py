import pytest

from evidence.safety.withdrawal import withdraw
from lessons.club.skills import Skills, UnknownSkill, skills
from rubric.load import shipped_framework


def test_a_skill_is_ticked_once_and_taken_back(school):
    kept, code = Skills(school.library), school.y4[0]
    tick = kept.tick(code, "Record", by="lead")
    assert kept.tick(code, "record") == tick
    assert (tick.by, list(kept.of(code))) == ("lead", ["record"])
    assert kept.of(school.y4[1]) == {}
    kept.untick(code, "record")
    kept.untick(code, "tidy")
    assert kept.of(code) == {}
    assert kept.tick(code, "record").id != tick.id


def test_skills_are_said_in_words_that_follow_i_can():
    assert len(skills()) >= 6
    for each in skills():
        assert each.can[0].islower()
        assert not each.can.endswith(".")
        assert len(each.can.split()) <= 12


def test_a_word_that_is_no_skill_is_refused(school):
    with pytest.raises(UnknownSkill, match="recrd"):
        Skills(school.library).tick(school.y4[0], "recrd")


def test_ticks_go_with_their_pupil(school):
    kept = Skills(school.library)
    kept.tick(school.y4[0], "record")
    withdraw(school.library, code=school.y4[0], framework=shipped_framework())
    assert not [record for record in school.library.store.all("skill") if school.y4[0] in repr(record.fields)]
