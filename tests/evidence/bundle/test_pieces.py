from datetime import UTC, date, datetime

from evidence.bundle.bundled import BundledEntry
from evidence.bundle.pieces import pieces_of
from evidence.entry import Entry
from rubric.framework import Claim
from rubric.load import shipped_framework

FRAMEWORK = shipped_framework()


def a_piece(number: int, *claims: str, key_for: tuple[str, ...] = ()) -> BundledEntry:
    entry = Entry(
        id=f"EV-2026-{number:04d}",
        title=f"Piece {number}",
        criteria=tuple(map(Claim.parse, claims)),
        key_for=key_for,
        date_happened=date(2026, 6, 1),
        date_recorded=datetime(2026, 7, 10, tzinfo=UTC),
    )
    return BundledEntry(entry, [], [])


def ids(pieces) -> list[str]:
    return [one.entry.id for one in pieces.in_order()]


def test_key_pieces_come_first_in_the_order_of_the_criteria():
    pieces = pieces_of(
        [
            a_piece(1, "MT1:gold"),
            a_piece(2, "MT1:gold", key_for=("MT1",)),
            a_piece(3, "O1:gold", "MT1:silver", key_for=("O1", "MT1")),
        ],
        FRAMEWORK,
    )
    assert [(c.code, [e.id for e in entries]) for c, entries in pieces.by_criterion] == [
        ("O1", ["EV-2026-0003"]),
        ("MT1", ["EV-2026-0002", "EV-2026-0003"]),
    ]
    assert ids(pieces) == ["EV-2026-0003", "EV-2026-0002", "EV-2026-0001"]


def test_no_criterion_has_more_than_three_key_pieces():
    pieces = pieces_of([a_piece(n, "MT1:gold", key_for=("MT1",)) for n in range(1, 6)], FRAMEWORK)
    assert len(pieces.key) == 3
    assert len(ids(pieces)) == 5


def test_a_piece_of_two_areas_is_told_once_and_named_in_the_other():
    pieces = pieces_of([a_piece(1, "MT3:gold", "C6:silver"), a_piece(2, "C6:silver")], FRAMEWORK)
    assert [(p.title, len(p.told), len(p.elsewhere)) for p in pieces.parts] == [
        ("Curriculum", 1, 1),
        ("Music technology", 1, 0),
    ]
    assert ids(pieces) == ["EV-2026-0002", "EV-2026-0001"]


def test_what_another_framework_asked_for_comes_last():
    pieces = pieces_of([a_piece(1, "ZZ9:gold"), a_piece(2, "MT1:gold", key_for=("ZZ9",))], FRAMEWORK)
    assert [p.title for p in pieces.parts] == ["Music technology", "Criteria of another framework"]
    assert pieces.key == ()
