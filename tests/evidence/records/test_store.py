"""The contract, held by the store on the disk and by the one in memory."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence.folder import make_folders
from evidence.records.disk_store import DiskStore
from evidence.records.journal import Journal
from evidence.records.store import RecordId, Store
from tests.evidence.given import NOW
from tests.evidence.memory_store import MemoryStore


@pytest.fixture(params=["disk", "memory"])
def store(request, tmp_path) -> Store:
    if request.param == "memory":
        return MemoryStore()
    make_folders(tmp_path)
    return DiskStore(tmp_path, Journal(tmp_path / "log.jsonl"), now=lambda: NOW)


def add(store: Store, title: str, *, series: str = "S") -> str:
    with store.turn() as turn:
        record_id = turn.new_id("sound", series)
        turn.put("sound", record_id, {"title": title}, action="added", who=None)
    return record_id


def titles(store: Store) -> list[str]:
    return [record.fields["title"] for record in store.all("sound")]


def test_what_is_put_comes_back(store):
    record_id = add(store, "A cow")
    record = store.get("sound", record_id)
    assert (record.kind, record.id, record.fields, record.seq) == ("sound", "S-0001", {"title": "A cow"}, 1)


PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec="utf-8")),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(st.characters(codec="utf-8")), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=9), PLAIN, max_size=4))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_any_plain_content_comes_back(store, fields):
    with store.turn() as turn:
        record_id = turn.new_id("sound", "S")
        turn.put("sound", record_id, fields, action="added", who=None)
    assert store.get("sound", record_id).fields == fields


def test_nothing_is_found_under_an_id_that_is_free(store):
    assert store.get("sound", "S-0001") is None
    assert store.get("sound", "") is None
    assert store.all("sound") == ()


def test_every_series_counts_for_itself(store):
    ids = [add(store, "x", series=series) for series in ("S", "S-2026", "S", "S-2026", "S-2027")]
    assert ids == ["S-0001", "S-2026-0001", "S-0002", "S-2026-0002", "S-2027-0001"]


def test_several_records_of_one_turn_have_several_ids(store):
    with store.turn() as turn:
        for title in ("one", "two", "three"):
            turn.put("sound", turn.new_id("sound", "S"), {"title": title}, action="added", who=None)
    assert titles(store) == ["one", "two", "three"]
    assert [record.seq for record in store.all("sound")] == [1, 2, 3]


def test_a_record_is_replaced_whole(store):
    record_id = add(store, "A cow")
    with store.turn() as turn:
        turn.put("sound", record_id, {"erased": True}, action="withdrawn", who="staff-1")
    assert store.get("sound", record_id).fields == {"erased": True}
    assert store.get("sound", record_id).seq == 2


def test_of_two_changes_in_one_turn_the_later_stands(store):
    record_id = add(store, "A cow")
    with store.turn() as turn:
        turn.put("sound", record_id, {"title": "A calf"}, action="renamed", who=None)
        turn.put("sound", record_id, {"title": "A bull"}, action="renamed", who=None)
    assert titles(store) == ["A bull"]


def test_a_turn_that_fails_stores_nothing(store):
    add(store, "A cow")
    with pytest.raises(RuntimeError, match="stop"):
        add_and_fail(store)
    assert titles(store) == ["A cow"]
    assert add(store, "A bull") == "S-0002"


def add_and_fail(store: Store) -> None:
    with store.turn() as turn:
        turn.put("sound", turn.new_id("sound", "S"), {"title": "A calf"}, action="added", who=None)
        raise RuntimeError("stop")


def test_every_content_has_a_salt_of_its_own(store):
    add(store, "A cow")
    add(store, "A cow")
    first, second = store.all("sound")
    assert first.salt != second.salt
    assert first.commitment != second.commitment


@pytest.mark.parametrize(("text", "parts"), [("S-0001", ("S", 1)), ("EV-2026-12345", ("EV-2026", 12345))])
def test_an_id_is_read_and_written(text, parts):
    found = RecordId.parse(text)
    assert (found.series, found.number) == parts
    assert str(found) == text


@pytest.mark.parametrize("text", ["", "S", "S-1", "s-0001", "S-0001/..", "EV-26-0001", "S-٠٠٠١", "S-0001\n"])
def test_other_texts_are_no_ids(text):
    assert RecordId.parse(text) is None


def test_the_number_of_another_series_is_not_the_id(store):
    assert add(store, "A cow") == "S-0001"
    assert store.get("sound", "LN-0001") is None
    with store.turn() as turn:
        assert turn.get("sound", "LN-0001") is None
        assert turn.get("sound", "S-0001") is not None
