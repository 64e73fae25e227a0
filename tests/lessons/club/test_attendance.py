from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.award.registers import FEWEST
from evidence.papers.document import PaperExists, PaperNotWritten
from evidence.papers.paper import Bullets, Grid
from evidence.safety.people import People
from lessons.club.attendance import FEWER, Attendance, shown_counts
from lessons.club.member import Members
from lessons.club.register_report import register_report, write_register
from rubric.workbook import rows_of

HALF_TERM = (date(2026, 11, 2), date(2026, 12, 19))


def play(school) -> None:
    """Three sessions held, one not; one child leaves, one joins, and two of Y6 are away once."""
    planned = school.plan()
    school.hold(planned[0])
    school.hold(planned[1], here=[*school.y4, *school.y5, school.y6[0]])
    Members(school.library).leave(school.y4[0])
    school.clock.day = planned[2].date
    school.sessions.not_held(planned[2].id, "Snow")
    Members(school.library).join(People(school.library).add("Y4")[0].code)
    school.clock.day = planned[3].date
    school.sessions.marks(planned[3].id, {code: "late" for code in school.codes[1:]})
    school.sessions.hold(planned[3].id)


def test_attendance_joiners_leavers_and_who_stayed_are_counted(school):
    play(school)
    counts = Attendance(school.library).between(*HALF_TERM)
    assert [each.number for each in counts.held] == [12, 10, 11]
    assert counts.held[1].by_year == (("Y4", 5), ("Y5", 4), ("Y6", 1))
    assert [each.members for each in counts.held] == [12, 12, 12]
    assert [each.why_not for each in counts.not_held] == ["Snow"]
    assert counts.years == ("Y4", "Y5", "Y6")
    assert (counts.joined, counts.left, counts.began, counts.stayed) == (13, 1, 12, 11)
    assert (counts.percent, counts.retention) == (92, 92)


def test_a_time_without_sessions_has_no_share(school):
    counts = Attendance(school.library).between(date(2026, 9, 1), date(2026, 10, 24))
    assert (counts.held, counts.percent, counts.retention) == ((), None, None)


def test_how_often_one_child_came_is_for_adults(school):
    play(school)
    attendance = Attendance(school.library)
    assert attendance.of(school.y6[1]) == (2, 3)
    assert attendance.of(school.y4[0]) == (2, 2)


@given(numbers=st.lists(st.integers(0, 30), max_size=6))
def test_no_small_number_is_shown_or_had_by_subtraction(numbers):
    shown = shown_counts(numbers)
    hidden = [number for number, text in zip(numbers, shown, strict=True) if not text.isdecimal()]
    assert not [text for text in shown if text.isdecimal() and 0 < int(text) < FEWEST]
    if any(0 < number < FEWEST for number in numbers) and any(number >= FEWEST for number in numbers):
        assert len(hidden) > 1


def test_the_paper_has_counts_and_no_codes(school):
    play(school)
    paper = register_report(school.library)
    assert (paper.over, paper.title, paper.school) == ("Club register", "Sound Lab", "Oakfield School")
    (grid,) = (block for block in paper.blocks if isinstance(block, Grid))
    assert grid.head == ("Date", "Session", "Came", "Y4", "Y5", "Y6")
    assert grid.rows[0] == ("3 November 2026", "Hello, studio", "12", "5", FEWER, FEWER)
    lines = [item for block in paper.blocks if isinstance(block, Bullets) for item in block.items]
    assert lines[:3] == [
        "3 sessions held, 1 not held.",
        "Attendance: 92 % of the members' places were taken.",
        "Joined: 13. Left: <5.",
    ]
    assert "17 November 2026: Snow" in lines
    assert not [code for code in school.codes if code in repr(paper)]


@pytest.mark.parametrize("end", ["pdf", "docx", "html", "txt", "xlsx"])
def test_the_register_is_written_in_every_form(school, tmp_path, end):
    play(school)
    out = write_register(school.library, tmp_path / f"register.{end}")
    assert out.stat().st_size > 200
    content = out.read_bytes()
    assert not [code for code in school.codes if code.encode() in content]
    with pytest.raises(PaperExists):
        write_register(school.library, out)
    assert write_register(school.library, out, overwrite=True).read_bytes() == content


def test_the_workbook_has_a_row_for_each_session(school, tmp_path):
    play(school)
    out = write_register(school.library, tmp_path / "register.xlsx", "2026-autumn-2")
    rows = list(rows_of(out.read_bytes(), most=10))
    assert rows[0][:3] == ["Date", "Session", "Came"]
    assert len(rows) == 4
    with pytest.raises(PaperNotWritten, match="does not end in"):
        write_register(school.library, tmp_path / "register.jpg")
