import json
from datetime import timedelta

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.records.journal import (
    BEGINNING,
    Head,
    Journal,
    LogDamaged,
    LogFault,
    LogLine,
    canonical,
    check_journal,
    commitment,
)
from tests.evidence.given import NOW


def a_log(length: int, *, action: str = "added") -> list[LogLine]:
    lines, head = [], Head(0, BEGINNING)
    for number in range(1, length + 1):
        lines.append(
            LogLine.sealed(
                head,
                when=NOW + timedelta(minutes=number),
                who="staff-1",
                action=action,
                kind="entry",
                about=f"EV-2026-{number:04d}",
                commitment="c" * 64,
            )
        )
        head = lines[-1].head
    return lines


def text_of(lines: list[LogLine]) -> bytes:
    return b"".join(line.text() for line in lines)


def resealed(line: LogLine, before: Head) -> LogLine:
    return LogLine.sealed(
        before,
        when=NOW,
        who=line.who,
        action=line.action,
        kind=line.kind,
        about=line.id,
        commitment=line.commitment,
    )


def found(log: object) -> list[tuple[str, int]]:
    return [(fault.kind, fault.line) for fault in check_journal(log)]


def test_an_untouched_log_has_no_faults(tmp_path):
    (tmp_path / "log.jsonl").write_bytes(text_of(a_log(5)))
    assert check_journal(tmp_path / "log.jsonl") == ()
    assert check_journal(text_of(a_log(5))) == ()
    assert check_journal([line.text() for line in a_log(5)]) == ()
    assert check_journal([line.text().decode().strip() for line in a_log(5)]) == ()


def test_a_log_that_is_empty_or_not_there_has_no_faults(tmp_path):
    assert check_journal(tmp_path / "log.jsonl") == ()
    assert check_journal(b"") == ()


def test_a_line_is_canonical_json():
    text = a_log(1)[0].text().decode()
    plain = json.loads(text)
    assert text == json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False) + "\n"
    assert plain["when"] == "2026-11-21T15:31:00+00:00"


@pytest.mark.parametrize("number", [1, 3, 5])
def test_a_changed_line_is_named(number):
    log = text_of(a_log(5)).replace(f"EV-2026-{number:04d}".encode(), b"EV-2026-9999")
    assert found(log) == [("changed", number)]


def test_a_changed_line_with_a_new_hash_breaks_the_next(tmp_path):
    lines = a_log(5)
    forged = a_log(5, action="binned")[2]
    lines[2] = resealed(forged, lines[1].head)
    assert found(text_of(lines)) == [("changed", 4)]


@pytest.mark.parametrize("number", [1, 2, 4])
def test_a_removed_line_is_missed(number):
    lines = a_log(5)
    del lines[number - 1]
    assert found(text_of(lines)) == [("removed", number)]


def test_several_removed_lines_are_told_by_their_numbers():
    lines = a_log(6)
    (fault,) = check_journal(text_of([*lines[:1], *lines[4:]]))
    assert fault == LogFault("removed", 2, "Before line 2 something is missing (number 2 to 4).")


def test_reordered_lines_are_named():
    lines = a_log(5)
    lines[1], lines[2] = lines[2], lines[1]
    kinds = found(text_of(lines))
    assert kinds[0] == ("removed", 2)
    assert ("reordered", 3) in kinds


def test_an_inserted_line_is_named():
    lines = a_log(5)
    copied = [*lines[:3], lines[1], *lines[3:]]
    assert ("inserted", 4) in found(text_of(copied))
    forged = [*lines[:3], resealed(lines[0], lines[2].head), *lines[3:]]
    assert found(text_of(forged)) == [("reordered", 5)]


def test_another_number_on_a_line_is_named():
    lines = a_log(2)
    jumped = resealed(lines[1], Head(6, lines[0].hash))
    assert found(text_of([lines[0], jumped])) == [("changed", 2)]


def test_lines_cut_off_the_end_leave_another_head():
    assert check_journal(text_of(a_log(4))) == ()
    assert a_log(4)[-1].head != a_log(5)[-1].head


def test_a_torn_last_line_is_unreadable():
    log = text_of(a_log(3))
    for cut in (1, 10, len(a_log(3)[2].text()) - 1):
        assert found(log[:-cut]) == [("unreadable", 3)]


@pytest.mark.parametrize(
    "line",
    [
        b"\n",
        b"null\n",
        b"[]\n",
        b"{}\n",
        b"[" * 5000 + b"\n",
        b'{"seq": 1e999}\n',
        b"\xff\xfe\n",
        b"\x00\n",
        b'"\\ud800"\n',
        canonical({**json.loads(a_log(1)[0].text()), "seq": True}) + b"\n",
        canonical({**json.loads(a_log(1)[0].text()), "seq": 2**64 - 1, "more": 1}) + b"\n",
        a_log(1)[0].text().replace(b":", b": "),
        a_log(1)[0].text().replace(b'"seq":1', b'"seq":1,"seq":1'),
        a_log(1)[0].text().replace(b"\n", b"\r\n"),
    ],
)
def test_a_hostile_line_is_a_fault_and_nothing_worse(line):
    assert found(line) == [("unreadable", 1)]
    assert ("unreadable", 2) in found(a_log(1)[0].text() + line)


@given(st.binary(max_size=400))
def test_any_bytes_give_faults_and_never_raise(log):
    assert check_journal(log) or not log


@given(st.data())
def test_any_change_of_a_byte_is_found(data):
    log = text_of(a_log(4))
    place = data.draw(st.integers(0, len(log) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != log[place]))
    assert check_journal(log[:place] + bytes([other]) + log[place + 1 :])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(st.lists(st.dictionaries(st.sampled_from(sorted(json.loads(a_log(1)[0].text()))), JSON)))
def test_any_json_lines_give_faults_and_never_raise(plains):
    lines = [json.dumps(plain) for plain in plains]
    assert bool(check_journal(lines)) == bool(lines)


def test_the_head_is_found_at_the_end_of_a_long_log(tmp_path):
    lines = a_log(200)
    (tmp_path / "log.jsonl").write_bytes(text_of(lines))
    journal = Journal(tmp_path / "log.jsonl")
    assert journal.head() == Head(200, lines[-1].hash)
    assert journal.lines() == tuple(lines)


def test_a_very_long_last_line_is_read_whole(tmp_path):
    line = resealed(a_log(1, action="x" * 30_000)[0], Head(0, BEGINNING))
    (tmp_path / "log.jsonl").write_bytes(line.text())
    assert Journal(tmp_path / "log.jsonl").head() == line.head


def test_an_unreadable_last_line_is_said(tmp_path):
    (tmp_path / "log.jsonl").write_bytes(text_of(a_log(1)) + b"nonsense\n")
    with pytest.raises(LogDamaged):
        Journal(tmp_path / "log.jsonl").head()


def test_a_line_that_is_being_written_is_not_read_yet(tmp_path):
    (tmp_path / "log.jsonl").write_bytes(text_of(a_log(3))[:-20])
    journal = Journal(tmp_path / "log.jsonl")
    assert len(journal.lines()) == 2
    assert journal.head().seq == 2


def test_a_commitment_depends_on_content_and_salt_only():
    fields = {"title": "A cow", "by": None}
    same = {"by": None, "title": "A cow"}
    assert commitment("00" * 16, fields) == commitment("00" * 16, same)
    assert commitment("00" * 16, fields) != commitment("01" * 16, fields)
    assert commitment("00" * 16, fields) != commitment("00" * 16, fields | {"title": "A calf"})


def test_the_canonical_form_is_sorted_utf8_without_spaces():
    assert canonical({"b": "ł", "a": [1, 2.5, None]}) == '{"a":[1,2.5,null],"b":"ł"}'.encode()
    assert canonical(orjson.loads(canonical({"a": "🐮"}))) == canonical({"a": "🐮"})
