from datetime import date

import pytest

from evidence.award.statement import NothingStated, Statements
from evidence.library import NotYetHappened
from evidence.safety.adults import AdultsOnly
from evidence.safety.people import UnknownRole
from tests.evidence.given import NOW, a_library, again


def test_a_statement_is_kept_with_its_day_role_and_questions(tmp_path):
    library = a_library(tmp_path)
    made = Statements(library).add("We stand by it.", questions=["May we visit?", " "])
    assert (made.words, made.role, made.date) == ("We stand by it.", "head", NOW.date())
    assert made.questions == ("May we visit?",)
    assert Statements(again(library)).all() == (made,)


def test_the_newest_stands_and_the_one_before_stays(tmp_path):
    statements = Statements(a_library(tmp_path))
    assert statements.newest() is None
    statements.add("First.")
    second = statements.add("Second.", role="Governor", day=date(2026, 11, 1))
    assert statements.newest() == second
    assert [each.words for each in statements.all()] == ["First.", "Second."]


def test_words_a_role_and_a_day_that_came_are_needed(tmp_path):
    statements = Statements(a_library(tmp_path))
    with pytest.raises(NothingStated):
        statements.add("  ")
    with pytest.raises(UnknownRole):
        statements.add("We stand by it.", role="Mrs Miller")
    with pytest.raises(NotYetHappened):
        statements.add("We stand by it.", day=date(2027, 1, 1))
    assert statements.all() == ()


def test_pupils_cannot_state_anything(tmp_path):
    library = a_library(tmp_path)
    library.adults.set_pin("245781")
    library.adults.lock()
    with pytest.raises(AdultsOnly):
        Statements(library).add("We stand by it.")
