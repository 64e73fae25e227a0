"""The commands `people`, `release` and `evidence withdraw`, as somebody types them."""

import json

import pytest

from studio.cli.names import NEW_PIN_VARIABLE
from studio.cli.options import PIN_VARIABLE
from tests.builders import a_sine, a_wav

PIN = "482913"
NAME = "Emilia Łącka"


@pytest.fixture
def with_pin(shell, monkeypatch):
    """A library with a PIN, which the environment knows."""
    monkeypatch.setenv(NEW_PIN_VARIABLE, PIN)
    assert shell("people", "pin") == 0
    monkeypatch.delenv(NEW_PIN_VARIABLE)
    monkeypatch.setenv(PIN_VARIABLE, PIN)
    return shell


def name_it(shell, monkeypatch, code: str, name: str) -> int:
    """Type a name where it is asked for."""
    monkeypatch.setattr("click.prompt", lambda *words, **more: name)
    return shell("people", "name", code)


def a_sound(shell, tmp_path, *more: str) -> str:
    wav = a_wav(tmp_path / "cow.wav", a_sine(0.2))
    return shell.json("sound", "add", wav, "--title", "A cow", *more)["id"]


def test_a_class_gets_codes_and_they_are_listed(shell):
    made = shell.json("people", "add", "Y4", "--count", "3", "--role", "member")
    listed = shell.json("people", "list")
    assert sorted(each["code"] for each in made) == sorted(each["code"] for each in listed)
    assert {(each["year"], *each["roles"]) for each in listed} == {("Y4", "member")}
    assert shell("people", "add", "staff") == 0
    assert "staff-1" in shell.out
    assert shell("people", "list") == 0
    assert made[0]["code"] in shell.out


def test_somebody_is_shown_moved_and_leaves(shell):
    code = shell.json("people", "add", "Y4")[0]["code"]
    assert shell.json("people", "role", code, "helper", "crew")["roles"] == ["helper", "crew"]
    assert shell("people", "role", code) == 0
    assert "Music Tech Ambassador" in shell.out
    shown = shell.json("people", "show", code)
    assert (shown["heard_in"], shown["releases"]["website"]) == ([], "ask")
    assert shell("people", "show", code) == 0
    assert shell.json("people", "year", code, "Y5")["year"] == "Y5"
    assert shell.json("people", "move-up") == []
    assert shell("people", "move-up") == 0
    assert "Nobody was moved" in shell.out
    assert shell.json("people", "leave", code)["left"]
    assert shell.json("people", "list") == []
    assert len(shell.json("people", "list", "--left")) == 1
    assert shell.json("people", "leave", code, "--undo")["left"] is None


def test_names_need_a_pin_and_are_typed_not_given(shell, with_pin, monkeypatch):
    assert name_it(shell, monkeypatch, "Y4-heron", NAME) == 0
    assert NAME not in shell.out + shell.err
    assert shell.json("people", "names") == {"Y4-heron": NAME}
    monkeypatch.delenv(PIN_VARIABLE)
    assert NAME not in shell.refuses("people", "names")
    monkeypatch.setenv(PIN_VARIABLE, PIN)
    assert shell("people", "name", "Y4-heron", "--remove") == 0
    assert shell("people", "names") == 0
    assert "No name" in shell.out


def test_a_name_that_slipped_into_a_title_is_found_without_saying_it(shell, with_pin, monkeypatch, tmp_path):
    name_it(shell, monkeypatch, "Y4-heron", NAME)
    assert shell("people", "names", "--in-words") == 0
    assert "No title" in shell.out
    wav = a_wav(tmp_path / "cow.wav", a_sine(0.2))
    shell("sound", "add", wav, "--title", "Emilia moos")
    assert shell("people", "names", "--in-words") == 0
    assert shell.out == "S-0001 may say the name of Y4-heron.\n"
    assert shell.json("people", "names", "--in-words") == [{"id": "S-0001", "code": "Y4-heron"}]


def test_without_a_pin_no_name_is_asked_for(shell, monkeypatch):
    monkeypatch.setattr("click.prompt", None)
    assert "PIN first" in shell.refuses("people", "name", "Y4-heron")


def test_the_pin_changes_with_the_old_one_and_a_wrong_one_waits(shell, with_pin, monkeypatch):
    monkeypatch.setenv(PIN_VARIABLE, "999888")
    assert "not the PIN" in shell.refuses("people", "names")
    assert "Wait" in shell.refuses("people", "names")


def test_a_pin_that_nobody_can_type_is_asked_for_in_a_terminal(shell):
    assert NEW_PIN_VARIABLE in shell.refuses("people", "pin")


def test_the_help_is_honest(shell):
    shell("people", "--help")
    assert "keeps honest people honest" in shell.out
    assert "no backup, bundle, paper or export has it" in " ".join(shell.out.split())


def test_a_decision_is_written_down_listed_and_checked(shell, tmp_path):
    code = shell.json("people", "add", "Y4")[0]["code"]
    sound = a_sound(shell, tmp_path, "--by", code)
    entry = shell.json(
        "evidence", "add", "--title", "Cow", "--criterion", "MT1:silver", "--year", "Y4", "--sound", sound
    )["id"]
    assert shell.json("release", "check", "website")["website"]["allowed"] == []
    made = shell.json("release", "set", code, "website", "yes", "--basis", "consent", "--until", "2099-07-31")
    assert (made["answer"], made["until"]) == ("yes", "2099-07-31")
    assert shell.json("release", "check", "website")["website"]["allowed"] == [entry]
    assert shell("release", "set", code, "newsletter", "no", "--note", "letter of May") == 0
    assert shell("release", "check", "--entry", entry) == 0
    assert f"There is a “no” for the newsletter: {code}." in shell.out
    assert shell("release", "list", code) == 0
    assert "letter of May" in shell.out
    assert [each["stands"] for each in shell.json("release", "list")] == ["yes", "no"]


def test_the_channels_are_told(shell):
    assert shell("release", "channels") == 0
    assert "livestream" in shell.out
    told = shell.json("release", "channels")
    assert told["channels"][0]["id"] == "class"
    assert {each["basis"] for each in told["channels"]} <= {each["id"] for each in told["bases"]}


@pytest.mark.parametrize(
    "words",
    [
        ["people", "add", "Emily"],
        ["people", "add", "Y4", "--count", "1000"],
        ["people", "role", "Y4-heron", "boss"],
        ["people", "leave", "Y4-heron"],
        ["people", "withdraw", "Y4-heron"],
        ["people", "withdraw", "<b>[/]\u202e" * 900],
        ["people", "review", "--erase", "S-0001"],
        ["release", "set", "Y4-heron", "facebook", "yes"],
        ["release", "set", "Y4-heron", "website", "perhaps"],
        ["release", "set", "Emily", "website", "yes"],
        ["release", "list", "x" * 10_000],
        ["release", "check", "facebook"],
        ["evidence", "withdraw", "EV-2026-0001"],
    ],
)
def test_what_cannot_be_is_refused_in_one_short_line(shell, words):
    assert len(shell.refuses(*words)) < 300


def test_evidence_is_withdrawn_after_a_yes_and_what_is_left_to_do_is_told(shell, tmp_path):
    sound = a_sound(shell, tmp_path)
    entry = shell.json(
        "evidence", "add", "--title", "Cow", "--criterion", "MT1:silver", "--year", "Y4", "--sound", sound
    )["id"]
    assert shell("bundle", tmp_path / "out.zip") == 0
    receipt = shell.out.strip().splitlines()[-1].strip()
    assert shell("evidence", "withdraw", entry) == 1
    assert f"would erase {entry}" in shell.err
    assert "--yes" in shell.err
    assert shell.json("evidence", "show", entry)["status"] == "accepted"
    assert shell("evidence", "withdraw", entry, "--yes") == 0
    assert "Destroy every copy" in shell.out
    assert "letter to the hub" in shell.out
    assert shell.json("evidence", "show", entry)["title"] == "Withdrawn"
    assert receipt
    assert shell.json("evidence", "withdraw", "--carry-on") == []
    assert shell("evidence", "withdraw") == 2


def test_a_person_is_withdrawn_with_everything(shell, tmp_path):
    code = shell.json("people", "add", "Y4")[0]["code"]
    sound = a_sound(shell, tmp_path, "--by", code)
    done = shell.json("people", "withdraw", code, "--yes")
    assert (done["subject"], done["ids"]) == (code, [sound])
    assert shell.json("sound", "list") == []
    assert shell.json("people", "list", "--left")[0]["withdrawn"]


def test_nothing_new_is_due_for_review(shell, tmp_path):
    a_sound(shell, tmp_path)
    assert shell.json("people", "review") == []
    assert shell("people", "review") == 0
    assert "Nothing is due" in shell.out


def test_json_of_the_list_has_no_name(shell, with_pin, monkeypatch):
    code = shell.json("people", "add", "Y4")[0]["code"]
    name_it(shell, monkeypatch, code, NAME)
    for words in (["people", "list"], ["people", "show", code], ["sound", "list"], ["release", "list"]):
        assert shell(*words, "--json") == 0
        assert NAME not in shell.out
        assert json.dumps(NAME)[1:-1] not in shell.out
