"""The timeline and the grid of MT1."""

from datetime import date

from evidence.views.timeline import by_half_term
from evidence.views.year_grid import mt1_grid
from rubric.year import Calendar
from tests.evidence.given import an_entry

CALENDAR = Calendar({})


def on(day: str, number: int = 1, **given):
    return an_entry(number, date_happened=date.fromisoformat(day), **given)


def test_half_terms_are_newest_first_with_the_empty_ones_between():
    entries = [on("2026-09-20", 1), on("2027-01-20", 2), on("2027-01-06", 3)]
    found = by_half_term(entries, CALENDAR)
    assert [stretch.half_term.code for stretch in found] == [
        "2027-spring-1",
        "2026-autumn-2",
        "2026-autumn-1",
    ]
    assert [[entry.id[-1] for entry in stretch.entries] for stretch in found] == [["2", "3"], [], ["1"]]


def test_what_happens_in_the_holidays_stands_with_the_half_term_that_follows():
    (stretch,) = by_half_term([on("2026-08-10")], CALENDAR)
    assert stretch.half_term.code == "2026-autumn-1"
    assert by_half_term([], CALENDAR) == ()


def test_the_grid_has_each_year_each_term_and_each_level():
    grid = mt1_grid([], CALENDAR, ("Y3", "Y4"), day=date(2026, 11, 22))
    assert list(grid) == ["Y3", "Y4"]
    assert list(grid["Y3"]) == ["2026-autumn", "2027-spring", "2027-summer"]
    assert grid["Y3"]["2026-autumn"] == {"bronze": 0, "silver": 0, "gold": 0}


def test_a_mixed_class_counts_for_each_of_its_years_and_strange_years_are_added():
    grid = mt1_grid(
        [
            on("2026-09-20", 1, year_groups=("Y4", "Y5"), claims=("MT1:silver", "MT1:gold")),
            on("2027-02-25", 2, year_groups=("Y4",)),
            on("2027-02-25", 3, year_groups=("Y4",), status="proposed"),
            on("2027-02-25", 4, year_groups=("Y4",), claims=("MT3:gold",)),
        ],
        CALENDAR,
        ("Y4",),
    )
    assert grid["Y4"]["2026-autumn"] == {"bronze": 0, "silver": 1, "gold": 1}
    assert grid["Y4"]["2027-spring"] == {"bronze": 0, "silver": 1, "gold": 0}
    assert grid["Y5"]["2026-autumn"]["gold"] == 1


def test_the_grid_is_of_one_school_year():
    entries = [on("2025-11-20", 1, year_groups=("Y4",)), on("2026-11-20", 2, year_groups=("Y4",))]
    assert mt1_grid(entries, CALENDAR)["Y4"]["2026-autumn"]["silver"] == 1
    assert mt1_grid(entries, CALENDAR, day=date(2025, 12, 1))["Y4"]["2025-autumn"]["silver"] == 1
