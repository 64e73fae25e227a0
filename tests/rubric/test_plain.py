"""Dataclasses as plain values and back."""

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubric.audit import Judgement, Snapshot
from rubric.plain import from_plain, to_plain

NOW = datetime(2026, 11, 21, 15, 30, tzinfo=UTC)
AUDIT = Snapshot(
    id="AU-0001",
    kind="baseline",
    view="school",
    framework="lsms-mqm-2015",
    date=date(2026, 11, 21),
    judgements=(Judgement(criterion="MT1", level="silver", evidence=("EV-2026-0001",), by="lead", when=NOW),),
    locked=NOW,
)
ODDITIES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=6), inner, max_size=2),
    max_leaves=4,
)


def test_what_is_written_is_read_back_through_json():
    assert from_plain(Snapshot, json.loads(json.dumps(to_plain(AUDIT)))) == AUDIT


def test_a_field_that_a_later_version_added_takes_its_default():
    plain = to_plain(AUDIT)
    del plain["locked"]
    assert from_plain(Snapshot, plain).locked is None


@pytest.mark.parametrize(
    "changed",
    [{"id": 5}, {"date": "yesterday"}, {"judgements": {}}, {"locked": True}, {"more": 1}, {"view": "ours"}],
)
def test_what_cannot_be_is_refused(changed):
    with pytest.raises((AttributeError, KeyError, TypeError, ValueError)):
        from_plain(Snapshot, to_plain(AUDIT) | changed)


@given(st.sampled_from(sorted(to_plain(AUDIT))), ODDITIES)
def test_anything_anywhere_is_read_or_refused(name, oddity):
    try:
        value = from_plain(Snapshot, to_plain(AUDIT) | {name: oddity})
    except (AttributeError, KeyError, TypeError, ValueError):
        return
    assert from_plain(Snapshot, to_plain(value)) == value
