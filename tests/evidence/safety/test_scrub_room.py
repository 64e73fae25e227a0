"""What a withdrawal leaves in records of the room, whatever they look like."""

import json

from hypothesis import given
from hypothesis import strategies as st

from evidence.safety.scrub_room import without

CODE, OTHER, SOUND = "Y4-heron", "Y5-otter", "S-0001"
GONE = {CODE, SOUND}
words = st.sampled_from([CODE, OTHER, SOUND, "S-0002", f"{CODE} and {OTHER} swapped", "Y4-herons", ""])
values = st.recursive(
    words | st.none() | st.integers(0, 5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from("abcd"), inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(["who", "list", "note"]), values))
def test_nothing_of_them_stays_and_nobody_else_goes(fields):
    kept = without(fields, GONE)
    text = json.dumps(kept)
    assert all(each not in text.replace("Y4-herons", "") for each in GONE)
    assert kept.keys() == fields.keys()
    assert without(kept, GONE) == kept
    assert without(fields, set()) == fields


def test_a_record_about_one_of_them_goes_whole():
    assert without({"id": "M-0001", "code": CODE}, GONE) is None
    assert without({"id": "SB-0001", "sound_id": SOUND, "makers": [OTHER]}, GONE) is None
    assert without({"id": "M-0001", "code": OTHER}, GONE) == {"id": "M-0001", "code": OTHER}


def test_a_partner_keeps_the_seat_and_a_mark_goes():
    session = {
        "register": [{"code": CODE, "mark": "here"}, {"code": OTHER, "mark": "away"}],
        "seats": [{"number": 1, "codes": [CODE, OTHER]}],
        "note": f"{CODE} showed {OTHER} how; {CODE}-2 watched.",
    }
    assert without(session, GONE) == {
        "register": [{"code": OTHER, "mark": "away"}],
        "seats": [{"number": 1, "codes": [OTHER]}],
        "note": f"somebody showed {OTHER} how; {CODE}-2 watched.",
    }
