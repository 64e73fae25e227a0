import pytest

from evidence.safety.adults import AdultsOnly
from lessons.printing.rota_sheet import rota_sheet
from tests.lessons.printing.on_paper import HOSTILE, outside, pages_of, said_in

COLUMNS = ("When", "Picture", "Sound")


def rows(number: int) -> list[tuple[str, ...]]:
    return [(f"Friday {place}", "Y6-heron", "Y5-otter\ntrainee Y4-fox") for place in range(1, number + 1)]


def test_a_half_term_is_on_one_page_that_lies(library, tmp_path):
    out = rota_sheet(library, "Assembly team", COLUMNS, rows(8), "Ask to swap.", tmp_path / "r.pdf")
    words = said_in(out)
    for said in ("Assembly team", "When", "Friday 8", "trainee Y4-fox", "Oakfield School · Ask to swap."):
        assert said in words
    assert pages_of(out) == [(297, 210)]


def test_a_long_one_goes_on_under_its_head(library, tmp_path):
    out = rota_sheet(library, "Assembly team", COLUMNS, rows(60), "", tmp_path / "r.pdf")
    words = said_in(out)
    assert words.count("When") == len(pages_of(out)) > 1
    assert all(f"Friday {place} " in words for place in range(1, 61))


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_runs_off_the_page(library, tmp_path, text):
    cells = [(text * 3, text, "")] * 9
    assert outside(rota_sheet(library, text, (text, "b", "c"), cells, text, tmp_path / "r.pdf")) == []


def test_pupils_print_none(pupils, tmp_path):
    with pytest.raises(AdultsOnly):
        rota_sheet(pupils, "Team", COLUMNS, rows(1), "", tmp_path / "r.pdf")


def test_codes_are_not_broken_where_there_are_many_columns(library, tmp_path):
    columns = ("Day", "Event", "Picture", "Sound", "Cues", "Floor", "Learns", "Stands in")
    cells = ("4 Sep 09:10", "Singing assembly", "Y6-nightingale", "Y5-otter", "Y6-seal", "Y5-wren")
    twelve = [(*cells, "Y4-fox: Sound; Y4-newt: Floor", "Y6-moth: Picture, Cues")] * 12
    out = rota_sheet(library, "Rota", columns, twelve, "", tmp_path / "r.pdf")
    assert len(pages_of(out)) == 1
    assert said_in(out).count("Y6-nightingale") == 12
