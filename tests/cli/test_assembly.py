"""The assembly by commands: a term of it, trouble, and what is refused."""

from datetime import date, timedelta

import pytest

from evidence.library import Library
from studio.audio.clip import Clip
from studio.audio.tone import steady_tone
from tests.builders import a_sine, a_wav
from tests.lessons.assembly.a_team import a_team

CREW = ("Y4-wren", "Y5-fox", "Y5-newt", "Y6-heron", "Y6-otter", "Y6-seal")
TODAY = date.today()
"""The commands have the clock of the machine: every event below is on today or a number of weeks from it."""


@pytest.fixture
def team(shell, tmp_path):
    a_team(Library.open(tmp_path / "library", create=True, school="Oakfield School"))


def add_event(shell, weeks=0, *more):
    day = (TODAY + timedelta(weeks=weeks)).isoformat()
    return shell.json("assembly", "event", "add", "assembly", day, "--begins", "23:59", *more)["id"]


def a_rota(shell):
    days = ("--first", TODAY.isoformat(), "--last", (TODAY + timedelta(weeks=6)).isoformat())
    return shell.json("assembly", "rota", "make", *days, "--title", "Our rota")[0]["id"]


def test_a_team_is_made_of_codes_and_ticked_skills(shell):
    code = shell.json("people", "add", "Y5")[0]["code"]
    assert shell("assembly", "team", "list") == 0
    assert "Nobody is in the team yet" in shell.out
    assert shell.json("assembly", "team", "join", code) == [code]
    assert shell("assembly", "skill", "tick", code, "power-order", "volume") == 0
    assert shell.out == f"{code} has: power-order, volume.\n".replace(", ", " and ")
    (member,) = shell.json("assembly", "team", "list")
    assert (member["code"], member["trained"]) == (code, ["sound"])
    assert (
        shell.json("assembly", "skill", "tick", code, "volume", "--undo")["ticks"][0]["skill"]
        == "power-order"
    )
    assert shell("assembly", "skill", "list", code) == 0
    assert "x power-order" in shell.out
    assert len(shell.json("assembly", "skill", "list")) == 8
    assert shell.json("assembly", "team", "leave", code) == []


def test_events_are_planned_changed_cancelled_and_put_back(shell):
    event = add_event(shell, 1, "--title", "Harvest", "--place", "Hall")
    assert shell.json("assembly", "event", "edit", event, "--begins", "9.30")["begins"] == "09:30"
    assert shell.json("assembly", "event", "cancel", "next", "--why", "snow")["why"] == "snow"
    assert shell("assembly", "event", "list") == 0
    assert "cancelled: snow" in shell.out
    assert shell.json("assembly", "event", "list", "--coming") == []
    assert shell.json("assembly", "event", "cancel", event, "--undo")["status"] == "planned"
    assert "no event today" in shell.refuses("assembly", "event", "done", "today")
    assert shell("assembly", "event", "edit", event) == 2


def test_a_rota_is_made_published_changed_and_printed(shell, team, tmp_path):
    events = [add_event(shell, weeks) for weeks in range(6)]
    rota = a_rota(shell)
    shown = shell.json("assembly", "rota", "show")
    assert ({each["crew"] for each in shown["turns"]}, shown["not_right"]) == ({4}, [])
    assert shell("assembly", "rota", "publish", rota, "--adult", "lead") == 0
    (sound, stand_in, free) = who_is_at(shell, events[0])
    assert shell("assembly", "rota", "stand-in", events[0], "sound", "--why", "ill") == 0
    assert shell.out == f"{stand_in} does it now.\n"
    assert shell.json("assembly", "rota", "undo")["status"] == "published"
    assert shell("assembly", "rota", "swap", events[0], "sound", free) == 0
    assert "rota answer 1 yes" in shell.out
    assert shell("assembly", "rota", "show") == 0
    assert f"Swap 1 waits for an adult: {sound} and {free}." in shell.out
    assert shell("assembly", "rota", "answer", "1", "yes") == 0
    assert shell("assembly", "rota", "away", free, TODAY.isoformat()) == 0
    (wrong,) = shell.json("assembly", "rota", "show")["not_right"]
    assert wrong["what"] == f"{free} is away and cannot do Sound."
    assert shell("assembly", "rota", "fill") == 0
    assert shell.json("assembly", "rota", "show")["not_right"] == []
    assert shell("assembly", "rota", "print", tmp_path / "rota.html") == 0
    assert "Changed on" in (tmp_path / "rota.html").read_text(encoding="utf-8")
    assert shell("assembly", "rota", "print", tmp_path / "rota.pdf") == 0
    assert (tmp_path / "rota.pdf").read_bytes().startswith(b"%PDF")
    assert [each["id"] for each in shell.json("assembly", "rota", "list")] == [rota]
    assert shell("assembly", "rota", "publish", "--undo") == 0


def who_is_at(shell, event):
    """Who has Sound, who stands in for it, and somebody with nothing to do."""
    duties = [each for each in shell.json("assembly", "rota", "show")["duties"] if each["event"] == event]
    sound = {each["part"]: each["code"] for each in duties if each["role"] == "sound"}
    busy = {each["code"] for each in duties if each["part"] == "crew"}
    free = next(code for code in CREW if code not in (*busy, sound["stand-in"]))
    return sound["crew"], sound["stand-in"], free


def test_days_away_are_listed_and_taken_back(shell, team):
    made = shell.json("assembly", "rota", "away", "Y5-fox", "2030-01-07", "2030-01-11")
    assert [each["id"] for each in shell.json("assembly", "rota", "away")] == [made["id"]]
    assert shell("assembly", "rota", "away", "--undo", made["id"]) == 0
    assert shell("assembly", "rota", "away") == 0
    assert "Nobody is away" in shell.out


def test_without_a_rota_or_events_it_says_what_to_do(shell):
    assert "rota make" in shell.refuses("assembly", "rota", "show")
    assert shell("assembly", "rota", "make", "--first", "2030-01-07") == 2
    assert "no events planned" in shell.refuses("assembly", "rota", "make", "2030-spring-1")
    assert shell("assembly", "event", "list") == 0
    assert "event add" in shell.out
    assert shell("assembly", "event", "count") == 0
    assert "Nothing was done yet" in shell.out


def test_a_list_is_ticked_and_signed_at_an_event(shell, team):
    add_event(shell)
    assert shell("assembly", "run", "set-up") == 0
    assert shell.out.splitlines()[0].startswith("-  S1    T-20")
    run = shell.json("assembly", "tick", "set-up", "S1", "s2", "--by", "Y5-fox")
    assert [tick["step"] for tick in run["ticks"]] == ["S1", "S2"]
    assert len(shell.json("assembly", "tick", "set-up", "S2", "--undo")["ticks"]) == 1
    assert shell("assembly", "sign", "set-up", "--by", "Y5-fox", "--adult", "staff") == 0
    assert "Signed by Y5-fox and staff." in shell.out
    assert shell.json("assembly", "sign", "set-up", "--undo")["signed"] == []
    assert "Did you mean" in shell.refuses("assembly", "run", "setup")


def test_the_list_of_an_event_that_is_over_is_still_todays(shell, team):
    one, later = add_event(shell), add_event(shell, 1)
    shell("assembly", "event", "done", one, "--crew", "Y5-fox")
    assert shell.json("assembly", "run", "pack-down")["event"] == one
    assert shell.json("assembly", "run", "set-up", "--event", "next")["event"] == later


def test_a_school_changes_its_own_list(shell, tmp_path):
    assert shell("assembly", "list", "show") == 0
    assert "two-days" in shell.out
    assert (
        shell("assembly", "list", "edit", "set-up", "S1", "--words", "Look at the floor.", "--minutes", "25")
        == 0
    )
    assert "T-25  Floor" in shell.out
    made = shell.json(
        "assembly", "list", "edit", "set-up", "--words", "Curtains open.", "--who", "all", "--place", "2"
    )
    assert made[0]["steps"][1]["id"] == "S15"
    assert (
        shell.json("assembly", "list", "edit", "set-up", "S15", "--place", "1")[0]["steps"][0]["id"] == "S15"
    )
    assert shell("assembly", "list", "edit", "set-up", "S15", "--take-out") == 0
    assert len(shell.json("assembly", "list", "history", "set-up")) == 4
    assert shell("assembly", "list", "history", "set-up") == 0
    assert shell.json("assembly", "list", "edit", "set-up", "--undo")[0]["steps"][0]["id"] == "S15"
    assert shell("assembly", "list", "edit", "set-up", "--ours-again") == 0
    assert shell("assembly", "list", "edit", "set-up") == 2
    assert shell("assembly", "list", "edit", "set-up", "S1") == 2
    for name in ("list.pdf", "list.txt"):
        assert shell("assembly", "list", "print", "set-up", tmp_path / name) == 0
    assert "Mixer" in (tmp_path / "list.txt").read_text(encoding="utf-8")


def test_trouble_is_put_right_in_plain_lines(shell, team):
    assert shell("assembly", "trouble") == 0
    assert "T12" in shell.out
    assert shell("assembly", "trouble", "T3") == 0
    assert shell.out == "1. Is the film or page itself muted?\n"
    assert shell("assembly", "trouble", "T3", "--answer", "yes") == 0
    assert shell.out.endswith("Did that fix it?\n")
    assert shell.json("assembly", "trouble", "T10", *["--answer", "no"] * 2)["kind"] == "check"
    fix = shell.json(
        "assembly", "trouble", "T3", *["--answer", "yes"] * 2, "--minutes", "4", "--by", "Y5-fox"
    )
    assert (fix["fixed"], fix["minutes"], fix["by"]) == (True, 4, ["Y5-fox"])
    assert shell("assembly", "trouble", "T6", "--fixed-by", "We moved the lamp.") == 0
    assert shell.out == "Fixed: We moved the lamp. Written down as FX-0002, 0 min.\n"
    assert shell("assembly", "fixes") == 0
    assert "No sound from the laptop." in shell.out
    assert "1 time, 4 minutes each, 1 put right alone" in shell.out
    assert shell("assembly", "fixes", "--undo", "FX-0002") == 0
    assert len(shell.json("assembly", "fixes")) == 1


def test_a_conversation_asks_until_the_end(shell, monkeypatch):
    said = iter(["n", "back", "n", "perhaps", "y", "n", "fixed"])
    monkeypatch.setattr("studio.cli.assembly_trouble.somebody_types", lambda: True)
    monkeypatch.setattr("click.prompt", lambda *_, **__: next(said))
    assert shell("assembly", "trouble", "T7") == 0
    assert shell.out.count("Is there a red light on the channel?") == 2
    assert "Laptop down to 80 %." in shell.out
    assert shell.out.endswith(
        "It came back while we looked: Move the cable a little. Does it crackle then?"
        " Written down as FX-0001, 0 min.\n"
    )


def test_the_childrens_own_check_joins_the_poster(shell, team, tmp_path):
    made = shell.json("assembly", "tip", "T1", "Is the blind down?", "Pull it down.", "--by", "Y5-fox")
    assert shell("assembly", "poster", "T1", tmp_path / "t1.txt") == 0
    assert "Is the blind down?" in (tmp_path / "t1.txt").read_text(encoding="utf-8")
    assert shell("assembly", "poster", "T1", tmp_path / "t1.pdf") == 0
    assert shell("assembly", "untip", made["id"]) == 0
    assert shell("assembly", "poster", "T1", tmp_path / "t1.txt", "--overwrite") == 0
    assert "blind" not in (tmp_path / "t1.txt").read_text(encoding="utf-8")
    assert "is a question" in shell.refuses("assembly", "tip", "T1", "The blind.", "Pull it down.")


def test_cards_show_the_inputs_of_the_school(shell, tmp_path):
    assert shell("assembly", "card") == 0
    assert "windows-p" in shell.out
    made = shell.json("assembly", "inputs", "add", "HDMI 2", "the laptop", "--place", "Hall")
    assert shell("assembly", "card", "inputs") == 0
    assert "Hall: HDMI 2 is the laptop" in shell.out
    assert shell("assembly", "card", "first-aid", "--print", tmp_path / "card.pdf") == 0
    assert shell("assembly", "inputs", "strike", made["id"]) == 0
    assert shell.json("assembly", "inputs", "list") == []
    assert shell("assembly", "inputs", "strike", made["id"], "--put-back") == 0
    assert shell("assembly", "inputs", "list") == 0
    assert len(shell.json("assembly", "signals")) == 5


def test_a_recording_of_the_room_is_compared_with_last_time(shell, tmp_path):
    for name, peak in (("one", 0.1), ("two", 0.4)):
        a_wav(tmp_path / f"{name}.wav", a_sine(0.5, peak=peak))
    room = ("assembly", "level", "Hall", "USB microphone on the stage")
    assert shell(*room, "--recording", tmp_path / "one.wav", "--talk", "yes") == 0
    assert shell.out.startswith("The first reading in this place with this set-up.")
    assert shell(*room, "--recording", tmp_path / "two.wav") == 0
    assert shell.out.startswith("Louder than last time")
    assert "dB" not in shell.out
    assert shell("assembly", "level") == 0
    assert shell("assembly", "level", "--undo", "RD-0001") == 0
    assert len(shell.json("assembly", "level", "hall")) == 1
    assert "nothing to keep" in shell.refuses(*room)


def test_what_was_done_becomes_a_proposal(shell, team):
    event = add_event(shell)
    shell("assembly", "rota", "publish", a_rota(shell))
    assert shell("assembly", "event", "done", event, "--note", "All went well.") == 0
    assert "led by Y" in shell.out
    assert shell("assembly", "event", "done", "performance", "--crew", "Y5-fox") == 0
    assert shell("evidence", "propose") == 0
    assert len(shell.json("evidence", "proposals")) == 3
    assert shell.json("assembly", "event", "count") == {"assembly": 1, "performance": 1}
    assert shell.json("assembly", "event", "done", event, "--undo")["status"] == "planned"
    assert shell("assembly", "event", "count") == 0
    assert shell.out == "Performance or play: 1\n"


@pytest.mark.real_sound
def test_the_test_sound_is_heard(shell, sound_card, monkeypatch):
    """Of the shortest one that a person can ask for, its first second: it takes as long as it is."""
    asked = []

    def begun(seconds):
        asked.append(seconds)
        clip = steady_tone(seconds)
        return Clip(clip.frames[: clip.samplerate], clip.samplerate)

    monkeypatch.setattr("studio.audio.tone.steady_tone", begun)
    sound_card()
    assert shell("assembly", "tone", "--seconds", "6") == 0
    assert asked == [6.0]
    assert "Faders down first" in shell.out


@pytest.mark.real_sound
def test_it_listens_to_the_room_and_keeps_nothing_of_it(shell, sound_card, tmp_path):
    sound_card()
    made = shell.json("assembly", "level", "Hall", "USB microphone", "--listen", "1")
    assert -140 <= made["level"] <= 0
    assert not list((tmp_path / "library").rglob("*.wav"))


def test_what_is_written_down_is_of_pupils_whom_the_library_knows(shell):
    add_event(shell)
    stranger = "Y4-nobody"
    for words in (
        ("event", "done", "performance", "--crew", stranger),
        ("tick", "set-up", "S1", "--by", stranger),
        ("sign", "set-up", "--by", stranger),
        ("trouble", "T3", "--answer", "fixed", "--by", stranger),
        ("tip", "T3", "Is it in?", "Push it in", "--by", stranger),
        ("level", "Hall", "Usual", "--talk", "yes", "--by", stranger),
    ):
        assert "Nobody has the code Y4-nobody" in shell.refuses("assembly", *words), words


def test_an_event_of_no_kind_and_one_without_a_crew(shell):
    assert "assembly, singing-assembly" in shell.refuses("assembly", "event", "add", "disco", "2026-11-06")
    assert shell("assembly", "event", "done", "performance") == 0
    assert "Nobody is down for it: do it again with --crew CODE" in shell.out
