import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.bundle.table import COLUMNS, table_text
from evidence.entry import Entry
from tests.evidence.given import a_row_of_evidence as an_entry


def rows(*entries: Entry) -> list[list[str]]:
    data = table_text(entries)
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data[3:].decode("utf-8"), newline="")))


def test_one_row_an_entry_under_the_names_of_the_columns():
    table = rows(an_entry(), an_entry(id="EV-2026-0002"))
    assert table[0] == list(COLUMNS)
    assert [row[0] for row in table[1:]] == ["EV-2026-0001", "EV-2026-0002"]
    assert table[1][1:6] == ["A cow", "2026-06-01", "2026-07-10", "MT1:silver; C6:silver", "Y3; Y4"]


def test_the_columns_that_hubs_know_keep_their_places():
    assert COLUMNS[:8] == (
        *("id", "title", "date happened", "date recorded", "criteria", "year groups"),
        *("what happened", "impact"),
    )
    entry = an_entry(
        subject="Science",
        before="Quiet.",
        key_for=("MT1",),
        tags=("CU1",),
        people=("Y4-heron",),
        action_id="AC-0001",
    )
    told = dict(zip(*rows(entry), strict=True))
    assert [told[name] for name in ("type", "subject", "before", "key for", "also fits")] == [
        *("Note", "Science", "Quiet.", "MT1", "CU1")
    ]
    assert (told["heard or seen"], told["action"]) == ("Y4-heron", "AC-0001")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "|", "%", "\uff1d", "\t=", " ="])
def test_no_cell_is_a_formula(sign):
    table = rows(an_entry(title=f"{sign}HYPERLINK(1)", happened=f"{sign}1", impact=f"\n\n{sign}1"))
    assert [table[1][column][0] for column in (1, 6, 7)] == ["'", "'", "'"]


@given(text=st.text(max_size=60))
def test_any_words_come_back_in_one_cell(text):
    table = rows(an_entry(happened=text))
    assert [len(row) for row in table] == [len(COLUMNS), len(COLUMNS)]
    assert table[1][6][:1] not in tuple("=+-@|%\t")


def test_letters_of_any_script_are_kept():
    assert (
        rows(an_entry(title="\u0141\u00f3d\u017a \u5b66\u6821"))[1][1] == "\u0141\u00f3d\u017a \u5b66\u6821"
    )
