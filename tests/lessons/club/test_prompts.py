import pytest

from lessons.club.prompts import TOOLS, UnknownTool, club_names, prompts, questions_for, safe_and_fair


def test_every_tool_has_questions():
    assert {each.tool for each in prompts()} == set(TOOLS)
    for tool in TOOLS:
        assert all("?" in question for question in questions_for(tool))
    with pytest.raises(UnknownTool, match="recrd"):
        questions_for("recrd")


def test_there_are_names_to_choose_from_and_rules_to_read_out():
    assert len(club_names()) >= 5
    assert len(safe_and_fair()) >= 6
