"""The award's official wording laid over ours."""

import pytest

from rubric.load import shipped_framework
from rubric.sheet import SheetFault, parse_sheet
from rubric.wording import COLUMNS, OPTIONAL, worded, wording_of, wording_sheet

HEAD = "criterion\tarea\ttitle\tlevel\tdescriptor\n"


def wording(text: str):
    rows = parse_sheet((HEAD + text).encode(), "words.tsv", COLUMNS, optional=OPTIONAL)
    return wording_of(rows, shipped_framework())


def test_a_text_takes_the_place_of_ours_and_all_else_stays():
    framework = worded(shipped_framework(), wording("MT1\tMusic tech\t\tGold\tEvery year group edits.\n"))
    criterion = framework.criterion("MT1")
    assert criterion.descriptor("gold").text == "Every year group edits."
    assert criterion.descriptor("silver") == shipped_framework().criterion("MT1").descriptor("silver")
    assert criterion.title == shipped_framework().criterion("MT1").title
    assert criterion.descriptor("gold").measures
    assert {c.area.title for c in framework.criteria if c.area.code == "MT"} == {"Music tech"}
    assert framework.criteria_of(framework.areas[-1]) == framework.criteria[-3:]


def test_a_clause_that_the_new_words_lack_is_no_longer_pointed_at():
    framework = worded(shipped_framework(), wording("O4\t\t\tbronze\tSome prepare for exams.\n"))
    assert framework.criterion("O4").descriptor("bronze").clauses == ()


def test_the_table_is_kept_without_loss():
    words = wording("MT1\tMusic tech\tAccess\tgold\t=All of them\nO1\t\t\tbronze\tSome\n")
    rows = parse_sheet(wording_sheet(words), "kept.tsv", COLUMNS, optional=OPTIONAL)
    assert worded(shipped_framework(), wording_of(rows, shipped_framework())) == worded(
        shipped_framework(), words
    )


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("MT9\t\t\tgold\tx\n", 2, "criterion"),
        ("MT1\t\t\tplatinum\tx\n", 2, "level"),
        ("MT1\t\t\tgold\tx\n\nMT1\t\t\tgold\ty\n", 4, "level"),
        ("MT1\t\t\tgold\t\n", 2, "descriptor"),
        (f"MT1\t{'x' * 90}\t\tgold\tx\n", 2, "area"),
    ],
)
def test_each_fault_names_line_and_column(text, line, column):
    with pytest.raises(SheetFault) as caught:
        wording(text)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert f"words.tsv, line {line}, column {column}" in caught.value.what
