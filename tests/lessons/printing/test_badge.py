import pytest

from evidence.safety.adults import AdultsOnly
from lessons.printing.badge import Badge, WholeName, badge
from tests.lessons.printing.on_paper import HOSTILE, outside, pages_of, said_in

TITLE = "Music Tech Ambassador"


def test_eight_are_on_a_sheet(library, tmp_path):
    badges = [Badge(f"Y{year}-{word}", TITLE) for year in (4, 5, 6) for word in ("fox", "owl", "seal")]
    out = badge(library, badges, tmp_path / "b.pdf")
    assert pages_of(out) == [(210, 297)] * 2
    words = said_in(out)
    assert all(each.code in words for each in badges)
    assert words.count(TITLE) == 9


def test_a_surname_is_refused_and_not_repeated(library, tmp_path):
    with pytest.raises(WholeName) as caught:
        badge(library, [Badge("Zanzibaria Quagga", TITLE)], tmp_path / "b.pdf")
    assert "Quagga" not in caught.value.what + caught.value.fix


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_runs_off_a_badge(library, tmp_path, text):
    out = badge(library, [Badge(text.replace(" ", "")[:60], text)] * 8, tmp_path / "b.pdf")
    assert outside(out) == []
    assert len(pages_of(out)) == 1


def test_pupils_print_none(pupils, tmp_path):
    with pytest.raises(AdultsOnly):
        badge(pupils, [Badge("Y4-fox", TITLE)], tmp_path / "b.pdf")
