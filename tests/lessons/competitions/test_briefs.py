"""Brief cards: shipped, and the school's own; the questions and animals that go with them."""

import pytest

from evidence.library import UnknownRecord
from lessons.competitions.animals import AnimalFault, animals, animals_of, name_them
from lessons.competitions.brief import BriefFault, briefs_of, shipped_briefs
from lessons.competitions.briefs import BadBrief, Briefs
from lessons.competitions.criteria import FITS, CriteriaFault, criteria, criteria_of, questions_for
from rubric.tables import parse_table
from tests.evidence.given import a_library

SMALL = """
[[briefs]]
id = "lift"
title = "The lift"
hook = "It talks."
make = "A lift that talks."
seconds = [5, 20]
years = ["Y3", "Y6"]
"""
QUESTIONS = """
answers = ["a", "b", "c", "d"]
[[questions]]
id = "fits"
words = "Does it fit?"
[[questions]]
id = "sound"
words = "Can you hear it?"
"""


def read(text: str):
    return briefs_of(parse_table(text.encode(), "briefs.toml", BriefFault))


def test_there_are_at_least_forty_cards_and_every_one_can_be_judged():
    assert len(shipped_briefs()) >= 40
    for brief in shipped_briefs():
        questions = questions_for(brief)
        assert 2 <= len(questions) <= 4
        assert questions[0].id == FITS
        assert len({question.id for question in questions}) == len(questions)
        assert all(len(question.words.split()) <= 12 for question in questions)


def test_cards_for_many_purposes_and_every_year_group_of_a_primary_school():
    assert len({brief.purpose for brief in shipped_briefs()}) >= 10
    for year in ("EYFS", "Y1", "Y2", "Y3", "Y4", "Y5", "Y6"):
        assert sum(year in brief.years for brief in shipped_briefs()) >= 5


def test_a_card_needs_little():
    brief = read(SMALL)[0]
    assert (brief.years, brief.length) == (("Y3", "Y4", "Y5", "Y6"), "5 to 20 seconds")


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("seconds = [5, 20]", "seconds = [20, 5]", "briefs.lift.seconds"),
        ("seconds = [5, 20]", "seconds = 20", "briefs.lift.seconds"),
        ("seconds = [5, 20]", "seconds = [5, 2000]", "briefs.lift.seconds"),
        ('years = ["Y3", "Y6"]', 'years = ["Y6", "Y3"]', "briefs.lift.years"),
        ('years = ["Y3", "Y6"]', 'years = ["Y3", "Y4", "Y5"]', "briefs.lift.years"),
        ('id = "lift"', 'id = "The lift"', "briefs.The lift.id"),
        ('title = "The lift"', "", "briefs.lift.title"),
        ('hook = "It talks."', 'hook = "It talks."\ncriteria = ["One?"]', "briefs.lift.criteria"),
        ('hook = "It talks."', 'hook = "It talks."\nmusts = ["x"]', "briefs.lift.musts"),
        ("[[briefs]]", "[[brief]]", "briefs"),
    ],
)
def test_each_fault_names_its_key(old, new, key):
    with pytest.raises(BriefFault) as caught:
        read(SMALL.replace(old, new))
    assert caught.value.key == key


def test_a_card_is_there_once():
    with pytest.raises(BriefFault, match="lift"):
        read(SMALL + SMALL)


@pytest.mark.parametrize(
    ("old", "new"),
    [('id = "fits"', 'id = "fit"'), ('["a", "b", "c", "d"]', '["a", "b"]'), ('id = "sound"', 'id = "fits"')],
)
def test_faults_of_the_questions_are_told(old, new):
    assert len(criteria_of(parse_table(QUESTIONS.encode(), "criteria.toml", CriteriaFault)).usual) == 2
    with pytest.raises(CriteriaFault):
        criteria_of(parse_table(QUESTIONS.replace(old, new).encode(), "criteria.toml", CriteriaFault))


def test_the_usual_questions_have_four_answers():
    assert criteria().answers == ("starting", "getting there", "strong", "wow")


def test_the_school_s_own_cards_come_first_and_can_be_changed(tmp_path):
    briefs = Briefs(a_library(tmp_path))
    made = briefs.add("The lift", "A lift that talks.", longest=20, must=("a bell",))
    assert briefs.all()[0] == made
    assert briefs.one("bf-0001") == made
    assert briefs.find("LIFT talks bell", year="y4") == (made,)
    changed = briefs.edit(made.id, longest=30)
    assert (changed.longest, changed.must) == (30, ("a bell",))
    briefs.strike(made.id)
    assert made.id not in [brief.id for brief in briefs.all()]
    assert briefs.own()[0].struck
    briefs.strike(made.id, struck=False)
    assert briefs.all()[0] == changed


def test_a_card_that_nobody_could_follow_is_refused(tmp_path):
    briefs = Briefs(a_library(tmp_path))
    with pytest.raises(BadBrief, match="what to make"):
        briefs.add("Nothing", "  ")
    with pytest.raises(BadBrief, match="30 to 20 seconds"):
        briefs.add("X", "Y", shortest=30, longest=20)
    with pytest.raises(BadBrief, match="5 questions"):
        briefs.add("X", "Y", criteria=("a?", "b?", "c?", "d?", "e?"))
    with pytest.raises(UnknownRecord, match="no brief"):
        briefs.one("villainy")


def test_animals_are_given_by_chance_from_the_seed_and_none_twice():
    ids = [f"SB-{number:04d}" for number in range(1, 61)]
    named = name_them(ids, seed=3)
    assert named == name_them(reversed(ids), seed=3) != name_them(ids, seed=4)
    assert len({name.partition(" ")[2] for name in named.values()}) == len(ids)
    many = name_them([f"SB-{number:04d}" for number in range(1, 301)], seed=3)
    assert len(set(many.values())) == 300


def test_no_animal_sounds_like_a_place_or_is_a_word_of_somebody_s_code():
    from evidence.safety.people import code_words

    known = animals()
    assert not {"gold", "silver", "bronze", "first", "top"} & set(known.colours)
    assert not set(code_words()) & {word for name in known.animals for word in name.split()}
    with pytest.raises(AnimalFault, match="too few"):
        animals_of(parse_table(b'colours = ["red"]\nanimals = ["fox"]', "animals.toml", AnimalFault))
