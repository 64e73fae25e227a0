"""What each paper tells, and what it keeps to itself."""

from dataclasses import replace
from datetime import date

import pytest

from evidence.award.figures import Figures
from evidence.award.plans import Plans
from evidence.bundle.record import SealedBundles
from evidence.papers.case_study import NothingChosen, NotToBeTold
from evidence.papers.development_plan import due_words
from evidence.papers.kinds import PAPERS
from evidence.papers.letter import NothingToDestroy
from evidence.papers.paper import Bullets, Grid, Heading, Paper, Quotation, Text, ToFillIn, WriteIn
from evidence.papers.parts import people_words
from evidence.papers.write import make_paper
from evidence.records.read_back import UnknownRecord
from evidence.safety.releases import Releases
from tests.evidence.given import a_library
from tests.evidence.papers.school import MARK, add


def words_of(paper: Paper) -> str:
    told: list[str] = [paper.over, paper.title]
    for block in paper.blocks:
        match block:
            case Heading(text) | Text(text) | ToFillIn(text):
                told.append(text)
            case Bullets(items):
                told += items
            case Quotation(text, said_by):
                told += [text, said_by]
            case Grid(caption, head, rows):
                told += [caption, *head, *(cell for row in rows for cell in row)]
            case WriteIn(caption, head):
                told += [caption, *head]
    return "\n".join(told)


def grid(paper: Paper, number: int = 0) -> Grid:
    return [block for block in paper.blocks if isinstance(block, Grid)][number]


def test_the_conversation_pack_tells_then_and_now_the_priorities_and_what_was_agreed(school):
    paper = make_paper(school, "conversation", MARK, questions=["May we visit you?"])
    told = words_of(paper)
    assert "We aim for silver of the LSMS Music Quality Mark by 1 July 2027, as the head decided." in told
    assert grid(paper).caption.endswith("12 September 2026 → 21 November 2026")
    assert ("Music technology", "3 → 0", "0 → 1", "0 → 2", "0", "0") in grid(paper).rows
    assert "C6 ICT in music: not yet → silver" in told
    assert [row[1] for row in grid(paper, 1).rows] == ["13 February 2027", "27 March 2027", "21 July 2027"]
    for words in (
        "May we visit you?",
        "Which schools near us have a club that pupils lead?",
        "We judge C2 Whole class ensemble tuition as bronze, and are not sure",
        "On 2 October 2026, with the hub: We start a club",
        "Sound Lab, a lunchtime club: done. Fourteen pupils came",
        "EV-2026-0003, for MT1 and C6: Robots in Year 4 (Y4), 9 October 2026",
        "The hub looked at 3 of these criteria on 21 November 2026 and sees some differently: MT3.",
        "Left out, because it may not go by this channel: 1 piece of evidence.",
        "Self-judged",
    ):
        assert words in told


@pytest.mark.parametrize("kind", sorted(PAPERS))
def test_no_paper_tells_what_is_for_the_staff_or_not_accepted(school, kind):
    told = words_of(make_paper(school, kind, MARK, about=None if kind != "case-study" else "AC-0001"))
    assert "SECRET" not in told
    assert "Lesson seen in Year 2" not in told
    assert "Not looked at yet" not in told


@pytest.mark.parametrize("kind", ["governors", "report", "case-study", "development-plan"])
def test_papers_for_others_have_no_codes_and_nothing_of_the_school_alone(school, kind):
    about = "AC-0002" if kind == "case-study" else None
    told = words_of(make_paper(school, kind, MARK, about=about, channel="display"))
    assert "Y6-seal" not in told
    assert "Minutes of the music team" not in told
    if kind != "development-plan":
        assert "a pupil in Y6 and two others ran it" in told


def test_few_pupils_are_never_counted_out(school):
    assert [people_words(number) for number in (0, 1, 4, 5, 30)] == ["0", "<5", "<5", "5", "30"]
    rows = grid(make_paper(school, "governors", MARK)).rows
    assert rows[-1] == ("Pupils heard or seen", "<5", "<5", "6", "<5", "<5")
    assert len(rows) == 3


def test_the_governor_page_tells_the_costs_and_what_is_next(school):
    told = words_of(make_paper(school, "governors", MARK))
    assert (
        "The plan costs £132.49 for 4 actions: planned £89.99 (2), begun £0.00 (1), done £42.50 (1)." in told
    )
    assert "Year 5 and 6 run sound and slides in assembly, by 27 March 2027" in told


def test_the_governor_page_tells_the_numbers_of_the_award_but_no_share_of_few(own_school):
    figures = Figures(own_school)
    measured = next(each for each in figures.asked(MARK) if each.measure.unit.startswith("%"))
    claim, name = measured.claim, measured.measure.name
    figures.add(claim, name, 13, 150, framework=MARK)
    assert "13 of 150 is 8.7 %" in words_of(make_paper(own_school, "governors", MARK))
    for few in (3, 148):
        figures.add(claim, name, few, 150, framework=MARK)
        assert "of 150" not in words_of(make_paper(own_school, "governors", MARK))


def test_without_actions_the_gaps_are_the_priorities(own_school):
    for action in Plans(own_school).actions():
        Plans(own_school).edit_action(action.id, framework=MARK, status="done", impact="Better.")
    rows = grid(make_paper(own_school, "conversation", MARK), 1).rows
    assert len(rows) == 3
    assert all(how.startswith("The award asks: ") for _, _, how in rows)


def test_a_case_study_tells_an_action_with_pupils_own_words(school):
    paper = make_paper(school, "case-study", MARK, about="ac-0003")
    told = words_of(paper)
    assert paper.title == "Every class records its own sounds once a term"
    for words in (
        "Year 4 listened to music on the whiteboard",
        "for £89.99",
        "9 October 2026: Pairs recorded",
    ):
        assert words in told
    said = [block for block in paper.blocks if isinstance(block, Quotation)]
    assert said[0] == Quotation("It sounds like a real robot because it has no breath.", "A pupil in Y4")


def test_a_case_study_of_one_entry_tells_that_one(school):
    told = words_of(make_paper(school, "case-study", MARK, about="EV-2026-0002"))
    assert "They chose between takes and could say why." in told
    assert "How was it before?" in told
    assert "Robots" not in told


def test_a_case_study_is_about_something_that_may_be_told(school):
    for fault, about, channel in (
        (NothingChosen, None, None),
        (NothingChosen, "MT1", None),
        (UnknownRecord, "AC-0099", None),
        (NotToBeTold, "EV-2026-0006", None),
        (NotToBeTold, "EV-2026-0007", None),
        (NotToBeTold, "EV-2026-0008", None),
        (NotToBeTold, "EV-2026-0001", "website"),
    ):
        with pytest.raises(fault):
            make_paper(school, "case-study", MARK, about=about, channel=channel)


def test_the_development_plan_counts_what_is_not_released_and_tells_what_is(own_school):
    told = words_of(make_paper(own_school, "development-plan", MARK))
    assert "Tagged CU1, but not released for this paper: 1." in told
    assert "Sound hunters" not in told
    for code in ("Y3-fox", "Y3-wren", "Y3-newt"):
        Releases(own_school).set(code, "website", "yes")
    told = words_of(make_paper(own_school, "development-plan", MARK))
    assert "Sound hunters in the yard (Y3), 25 September 2026: They chose between takes" in told
    assert "Nothing is tagged CO1 yet." in told
    assert "A music policy that names technology, by 13 February 2027. Governors have agreed it." in told
    assert ("Academic year that it covers", "2026 to 2027") in grid(
        make_paper(own_school, "development-plan", MARK)
    ).rows


def test_the_summary_is_due_before_the_next_school_year(school):
    calendar = Plans(school).calendar()
    assert due_words(calendar, date(2026, 11, 21)).startswith("The next summary is due before 31 August 2027")
    assert due_words(calendar, date(2027, 8, 1)).startswith("The next summary is due in 30 days")


def test_the_letter_names_both_bundles_and_not_what_was_withdrawn(school):
    told = words_of(make_paper(school, "letter", MARK))
    assert "oakfield-school_2026-11-21_v1 (version 1)" in told
    assert "oak rain tin owl sand moss bell kite" in told
    assert "oakfield-school_2026-11-21_v2 (version 2)" in told
    assert "EV-2026" not in told


def test_a_bundle_in_parts_is_replaced_by_all_parts_of_the_next_version(own_school):
    bundles = SealedBundles(own_school)
    second = bundles.all()[1]
    for part in (1, 2):
        bundles.add(replace(second, version=3, name=f"oakfield_v3_part{part}"))
    rows = grid(make_paper(own_school, "letter", MARK), 1).rows
    assert [name for name, _, _ in rows] == ["oakfield_v3_part1 (version 3)", "oakfield_v3_part2 (version 3)"]


def test_a_letter_needs_a_bundle_to_destroy(school, tmp_path):
    with pytest.raises(UnknownRecord):
        make_paper(school, "letter", MARK, about="B-0009")
    with pytest.raises(NothingToDestroy):
        make_paper(a_library(tmp_path), "letter", MARK)


def test_a_letter_about_the_newest_bundle_promises_no_other(school):
    told = words_of(make_paper(school, "letter", MARK, about="b-0002"))
    assert "There is no new bundle yet." in told
    assert "version 1" not in told


def test_the_closing_statement_asks_about_each_aim_of_the_mark(school):
    told = words_of(make_paper(school, "closing", MARK))
    assert "Fourteen pupils came to all six sessions" in told
    assert "Autumn, second half 2026: The splitters made the difference" in told
    assert sum(isinstance(block, ToFillIn) for block in make_paper(school, "closing", MARK).blocks) == 5


@pytest.mark.parametrize("kind", ["closing", "report"])
def test_what_staff_learnt_is_told_with_what_came_of_it(school, kind):
    told = words_of(make_paper(school, kind, MARK))
    assert "Recording with young children, 10 September 2026 (lead): Three classes record now" in told


def test_membership_has_a_line_a_reason_with_its_evidence(own_school):
    add(own_school, title="Hub visit", criterion="LM1:bronze", date_happened=date(2026, 11, 2), tags=("N1",))
    told = words_of(make_paper(own_school, "membership", MARK))
    assert "Hub visit, 2 November 2026." in told
    assert "Nothing is tagged N3 yet." in told


def test_the_report_tells_this_school_year_only(own_school):
    add(own_school, title="Long ago", criterion="MT1:bronze", date_happened=date(2026, 6, 1), impact="Then.")
    told = words_of(make_paper(own_school, "report", MARK))
    assert "Long ago" not in told
    assert "science\n1" in told
