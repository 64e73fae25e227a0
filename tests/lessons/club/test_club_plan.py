import pytest

from lessons.club.plan import (
    ClubPlanFault,
    PlanPart,
    UnknownPart,
    UnknownPlan,
    club_plan,
    club_plan_of,
    club_plans,
    own_plan,
    parse_part,
)
from lessons.part_names import PARTS
from rubric.tables import parse_table

PART = '[[sessions.parts]]\nname = "{}"\nminutes = 10\ndo = ["Do it."]\nsay = "Now."\n'
SESSION = (
    '[[sessions]]\nnumber = {}\ntitle = "Hello"\nword = "echo"\nresources = ["a PC"]\n'
    'level_up = "Harder."\nlog = "We did."\n'
)
PARTS_TEXT = "".join(PART.format(name) for name in PARTS)
HEAD = 'id = "own"\ntitle = "Our own"\nabout = "For us."\n'


def read(text: str):
    return club_plan_of(parse_table(text.encode(), "plans-own.toml", ClubPlanFault))


def test_the_shipped_plans_have_all_six_parts_in_every_session():
    assert [(plan.id, len(plan.sessions)) for plan in club_plans()] == [("six", 6), ("twelve", 12)]
    for plan in club_plans():
        for session in plan.sessions:
            assert [part.name for part in session.parts] == list(PARTS)
            assert 45 <= session.minutes <= 60, (plan.id, session.number)
            assert session.resources
            assert session.word


def test_a_plan_and_its_parts_are_found_by_name():
    plan = club_plan(" Six ")
    assert plan.session(1).part("Starter").name == "starter"
    with pytest.raises(UnknownPlan, match="sixty"):
        club_plan("sixty")
    with pytest.raises(UnknownPart, match="startr"):
        parse_part("startr")
    with pytest.raises(ValueError, match="no session 7"):
        plan.session(7)


def test_a_part_can_be_put_differently():
    session = club_plan("six").session(1)
    changed = session.with_part(PlanPart(name="input", minutes=3, do=("Look.",)))
    assert changed.part("input").do == ("Look.",)
    assert changed.part("starter") == session.part("starter")


def test_a_session_of_ones_own_has_the_five_parts_in_its_time():
    for minutes in (15, 45, 60, 180):
        session = own_plan("Ours", minutes)
        assert [part.name for part in session.parts] == list(PARTS)
        assert session.minutes <= minutes


def test_a_plan_of_the_schools_own_is_read():
    assert read(HEAD + SESSION.format(1) + PARTS_TEXT).session(1).word == "echo"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (HEAD + SESSION.format(2) + PARTS_TEXT, "this is session 1"),
        (HEAD + SESSION.format(1) + PART.format("starter"), "five parts"),
        (HEAD + SESSION.format(1) + PARTS_TEXT.replace("modelling", "model"), "the modelling stands here"),
        (HEAD + SESSION.format(1) + PARTS_TEXT + "extra = 1\n", "not known here"),
        (HEAD + SESSION.format(1).replace("word", "wrod") + PARTS_TEXT, "word: this is missing"),
    ],
)
def test_a_fault_in_a_plan_names_the_file_and_the_place(text, fault):
    with pytest.raises(ClubPlanFault) as refused:
        read(text)
    assert "plans-own.toml" in refused.value.what
    assert fault in refused.value.what
