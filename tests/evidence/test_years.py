import pytest

from evidence.years import PRIMARY_YEARS, YEAR_GROUPS, YEARS_OF_PHASE, UnknownYear, in_order, parse_year
from rubric.framework import PHASES


def test_year_groups_go_from_the_youngest_to_the_oldest():
    assert YEAR_GROUPS[0] == "EYFS"
    assert YEAR_GROUPS[-1] == "Y13"
    assert PRIMARY_YEARS == ("EYFS", "Y1", "Y2", "Y3", "Y4", "Y5", "Y6")


def test_a_year_group_is_read_in_any_case():
    assert parse_year(" y4 ") == "Y4"
    assert parse_year("eyfs") == "EYFS"


@pytest.mark.parametrize("text", ["", "Y0", "Y14", "4", "Year 4", "Y4 Y5", "Y٤"])
def test_other_words_are_no_year_group(text):
    with pytest.raises(UnknownYear):
        parse_year(text)


def test_year_groups_are_put_in_order_once_each():
    assert in_order(["Y10", "y4", "EYFS", "Y4"]) == ("EYFS", "Y4", "Y10")


def test_every_phase_has_its_year_groups():
    assert set(YEARS_OF_PHASE) == set(PHASES)
    assert YEARS_OF_PHASE["secondary"] == ("Y7", "Y8", "Y9", "Y10", "Y11")
