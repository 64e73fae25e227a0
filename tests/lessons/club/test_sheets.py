import pytest

from evidence.papers.document import write_document
from evidence.papers.paper import Bullets, Heading, Text
from lessons.club.planned_sessions import SessionBegun
from lessons.club.role_card import CardFault, Thing, kit, role_card
from lessons.club.sheets import role_card_sheet, session_sheet


def test_a_sessions_plan_on_paper_has_its_six_parts_and_who_leads(school):
    session = school.plan()[0]
    school.sessions.lead(session.id, "starter", [school.y6[0]])
    paper = session_sheet(school.library, session.id)
    heads = [block.text for block in paper.blocks if isinstance(block, Heading) and block.rank == 2]
    assert heads[0] == f"Starter, 7 minutes, led by {school.y6[0]}"
    assert [head.partition(",")[0] for head in heads] == [
        "Starter",
        "Input",
        "Modelling",
        "Activity",
        "Plenary",
        "Resources",
    ]
    assert paper.blocks[0] == Text("3 November 2026, at 15:30.")
    assert paper.over == "Sound Lab"


def test_the_card_of_an_ambassador_has_the_schools_title(school, tmp_path):
    paper = role_card_sheet(school.library)
    assert (paper.over, paper.title) == ("Sound Lab", "Music Tech Ambassador")
    assert paper.blocks[0] == Bullets(("I help.", "I show.", "I do not grab the keyboard."))
    for name in ("card.pdf", "card.docx"):
        assert write_document(school.library, paper, tmp_path / name).stat().st_size > 1000


def test_the_card_is_in_short_words_and_says_when_to_fetch_an_adult():
    card = role_card()
    assert len(card.questions) == 3
    assert all(question.endswith("?") for question in card.questions)
    assert len(card.training) == 2
    assert card.fetch
    for line in (*card.promise, *card.jobs, *card.questions, *card.fetch):
        assert len(line.split()) <= 12, line


def test_the_kit_is_counted_by_pcs_and_children():
    by_name = {each.name: each for each in kit()}
    assert by_name["headphone splitter"].number(pcs=6, children=12) == 6
    assert by_name["pair of headphones"].number(pcs=6, children=12) == 12
    assert Thing("box", "boxes", "room").number(pcs=6, children=12) == 1


def test_a_fault_in_the_kit_names_its_place():
    from lessons.club.role_card import _thing
    from rubric.tables import parse_table

    table = parse_table(b'[[things]]\nname = "x"\nmany = "xs"\nper = "desk"\n', "kit.toml", CardFault)
    with pytest.raises(CardFault, match=r"kit\.toml, things\.1\.per"):
        _thing(table.tables("things")[0])


def test_planned_sessions_are_taken_out_and_put_back(school):
    planned = school.plan()
    gone = school.sessions.unplan([planned[4].id, planned[5].id])
    assert len(school.sessions.all()) == 4
    school.sessions.put_back(gone)
    assert school.sessions.all() == planned
    school.sessions.mark(planned[0].id, school.y4[0], "here")
    with pytest.raises(SessionBegun):
        school.sessions.unplan([planned[0].id])
