from datetime import UTC, date, datetime

import orjson

from evidence.entry import Entry
from evidence.views.coverage import coverage
from rubric.framework import Claim
from rubric.load import shipped_framework


def an_entry(*claims, years=(), status="accepted"):
    return Entry(
        id="EV-2026-0001",
        title="Robots",
        criteria=tuple(map(Claim.parse, claims)),
        year_groups=years,
        date_happened=date(2026, 11, 20),
        date_recorded=datetime(2026, 11, 21, tzinfo=UTC),
        status=status,
    )


def counted(*entries, **options):
    return coverage(entries, shipped_framework(), **options)


def test_every_criterion_and_primary_year_is_there_without_evidence():
    found = counted()
    assert len(found.criteria) == 29
    assert list(found.mt1_year_groups) == ["EYFS", "Y1", "Y2", "Y3", "Y4", "Y5", "Y6"]
    assert all(counts == {"bronze": 0, "silver": 0, "gold": 0} for counts in found.criteria.values())
    assert len(found.gaps) == 87


def test_entries_are_counted_for_each_criterion_and_level_they_show():
    found = counted(an_entry("MT3:gold", "C6:silver"), an_entry("MT3:gold"), an_entry("MT3:bronze"))
    assert found.criteria["MT3"] == {"bronze": 1, "silver": 0, "gold": 2}
    assert found.criteria["C6"] == {"bronze": 0, "silver": 1, "gold": 0}
    assert ("MT3", "silver") in found.gaps
    assert ("MT3", "gold") not in found.gaps


def test_an_entry_of_a_mixed_class_counts_for_each_of_its_years():
    found = counted(
        an_entry("MT1:silver", "MT3:gold", years=("Y4", "Y5")), an_entry("MT1:silver", years=("Y4",))
    )
    assert found.criteria["MT1"]["silver"] == 2
    assert found.mt1_year_groups["Y4"] == {"bronze": 0, "silver": 2, "gold": 0}
    assert found.mt1_year_groups["Y5"] == {"bronze": 0, "silver": 1, "gold": 0}


def test_years_of_other_criteria_do_not_count_for_mt1_but_are_listed():
    found = counted(an_entry("MT3:gold", years=("Y9",)))
    assert found.mt1_year_groups["Y9"] == {"bronze": 0, "silver": 0, "gold": 0}
    assert list(found.mt1_year_groups)[-1] == "Y9"


def test_a_school_says_which_years_it_has():
    assert list(counted(year_groups=("Y7", "Y8")).mt1_year_groups) == ["Y7", "Y8"]


def test_only_what_an_adult_accepted_counts():
    found = counted(an_entry("MT1:gold", status="proposed"), an_entry("MT1:gold", status="withdrawn"))
    assert found.criteria["MT1"]["gold"] == 0


def test_a_criterion_of_another_framework_is_left_out():
    assert "ZZ9" not in counted(an_entry("ZZ9:gold")).criteria


def test_scripts_get_the_shape_they_rely_on():
    plain = orjson.loads(orjson.dumps(counted(an_entry("MT1:gold", years=("Y4",))).as_json()))
    assert set(plain) == {"criteria", "mt1_year_groups"}
    assert plain["criteria"]["MT1"] == {"bronze": 0, "silver": 0, "gold": 1}
    assert plain["mt1_year_groups"]["Y4"] == {"bronze": 0, "silver": 0, "gold": 1}
