from datetime import UTC, date, datetime

import pytest

from evidence.bundle.parts import plan_parts
from evidence.bundle.schema import Facts
from evidence.bundle.sizes import TooLarge, entry_size, expected_size
from evidence.entry import Entry, FileUse
from rubric.framework import Claim
from rubric.load import shipped_framework

FRAMEWORK = shipped_framework()
NOW = datetime(2026, 7, 10, 14, 30, tzinfo=UTC)
MEGA = 1_000_000


def an_entry(number: int, *criteria: str, megabytes: int = 1) -> Entry:
    return Entry(
        id=f"EV-2026-{number:04d}",
        title=f"Piece {number}",
        criteria=tuple(Claim.parse(f"{criterion}:silver") for criterion in criteria),
        date_happened=date(2026, 7, 1),
        date_recorded=NOW,
        files=(FileUse(name="a.mp4", sha256="0" * 64, size=megabytes * MEGA),),
    )


ENTRIES = [
    an_entry(1, "MT1"),
    an_entry(2, "C6", "O1"),
    an_entry(3, "C2"),
    an_entry(4, "ZZ9"),
    an_entry(5, "MT2"),
]


def test_what_fits_is_one_part():
    (part,) = plan_parts(ENTRIES, FRAMEWORK, largest=10 * MEGA)
    assert part.entries == tuple(ENTRIES)
    assert (part.of, part.elsewhere) == (1, ())


def test_parts_follow_the_areas_and_every_entry_is_in_one():
    parts = plan_parts(ENTRIES, FRAMEWORK, largest=3 * MEGA)
    assert [(part.title, [entry.id[-1] for entry in part.entries]) for part in parts] == [
        ("Outcomes for pupils", ["2"]),
        ("Curriculum", ["3"]),
        ("Music technology", ["1", "5"]),
        ("Other evidence", ["4"]),
    ]
    assert [part.number for part in parts] == [1, 2, 3, 4]


def test_an_entry_of_two_areas_is_referred_to_from_the_second():
    parts = plan_parts(ENTRIES, FRAMEWORK, largest=3 * MEGA)
    assert [
        (part.number, [(e.id, where) for e, where in part.elsewhere]) for part in parts if part.elsewhere
    ] == [(2, [("EV-2026-0002", 1)])]
    text = parts[1].text(Facts("oak_v1", "Oak", NOW, "")).decode()
    assert "This is part 2 of 4: Curriculum" in text
    assert "EV-2026-0002  Piece 2 (part 1)" in text


def test_an_area_that_is_too_large_has_several_parts_and_none_is_expected_to_be_too_large():
    many = [an_entry(number, "MT1") for number in range(1, 8)]
    parts = plan_parts(many, FRAMEWORK, largest=3 * MEGA)
    assert [part.title for part in parts] == [f"Music technology ({n} of 4)" for n in (1, 2, 3, 4)]
    assert [entry for part in parts for entry in part.entries] == many
    assert all(expected_size(part.entries) <= 3 * MEGA for part in parts)


def test_the_log_counts_in_every_part():
    many = [an_entry(number, "MT1") for number in range(1, 5)]
    assert len(plan_parts(many, FRAMEWORK, largest=3 * MEGA, log_bytes=MEGA)) > len(
        plan_parts(many, FRAMEWORK, largest=3 * MEGA)
    )


def test_an_entry_that_no_part_can_hold_is_named():
    huge = an_entry(9, "MT1", megabytes=20)
    assert entry_size(huge) > 20 * MEGA
    with pytest.raises(TooLarge, match="EV-2026-0009 alone has about 20"):
        plan_parts([*ENTRIES, huge], FRAMEWORK, largest=15 * MEGA)
