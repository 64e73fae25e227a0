"""The `competition` commands: a competition from the brief to the announcement."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from evidence.library import Library
from studio.cli.options import PIN_VARIABLE
from tests.builders import a_sine, a_wav
from tests.lessons.assembly.a_team import add_pupil

MAKERS = ("Y4-newt", "Y4-wren", "Y4-tern", "Y5-rook")
JUDGES = ("Y6-fox", "Y6-elk")


@pytest.fixture(autouse=True)
def pupils(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library", create=True)
    for code in ("Y4-newt", "Y4-tern", "Y4-wren", "Y5-bat", "Y5-rook", "Y6-elk", "Y6-fox"):
        add_pupil(library, code)


@pytest.fixture
def entries(shell, tmp_path: Path) -> list[str]:
    """A competition with four entries, still open -> the ids of the entries."""
    made = shell.json("competition", "set", "voice-of-a-villain", "--led-by", "Y6-fox")
    assert made["id"] == "CO-0001"
    ids = []
    for number, code in enumerate(MAKERS):
        wav = a_wav(tmp_path / f"{code}.wav", a_sine(0.2, hertz=300.0 + number))
        sound = shell.json("sound", "add", wav, "--title", f"Mine {number}", "--by", code)
        ids.append(shell.json("competition", "enter", "now", sound["id"])["id"])
    return ids


@pytest.fixture
def judging(shell, entries) -> list[str]:
    """The same, being judged -> the animals."""
    assert shell("competition", "close", "now") == 0
    opened = shell.json("competition", "open", "now", *JUDGES, "--by", "staff")
    return [each["animal"] for each in opened["submissions"]]


def judge_all(shell, best: str) -> None:
    """Let both judges do everything; both like one best."""
    for _ in range(3):
        for code in JUDGES:
            step = shell.json("competition", "judge", "now", code)
            while step["step"] in ("listen", "star", "play-off"):
                step = shell.json("competition", "judge", "now", code, *_acts(step, best))


def _acts(step, best: str) -> list[str]:
    if step["step"] == "listen":
        answers = [f"{each['id']}={4 if step['entry']['animal'] == best else 2}" for each in step["asks"]]
        return ["--heard", *(word for each in answers for word in ("--answer", each))]
    if step["step"] == "star":
        return ["--star", best]
    return [
        "--heard",
        "--better",
        "left" if step["left"]["animal"] == best else "right",
        "--liked",
        "It hisses.",
    ]


def test_briefs_are_found_by_words_and_year(shell):
    assert len(shell.json("competition", "briefs")) >= 40
    found = shell.json("competition", "briefs", "villain", "--year", "y4")
    assert [each["id"] for each in found] == ["voice-of-a-villain"]
    assert shell("competition", "brief", "voice-of-a-villain") == 0
    assert "It must have:" in shell.out
    assert "Did you mean" in shell.refuses("competition", "brief", "voice-of-a-vilain")
    assert shell("competition", "briefs", "xylographer") == 0
    assert shell.out.startswith("No such brief.")


def test_a_brief_of_the_school_s_own_is_kept_and_set(shell):
    made = shell.json(
        "competition", "add-brief", "The lift", "--make", "A lift that talks.", "--must", "a bell",
        "--longest", "20", "--question", "Does it fit?", "--question", "Is it funny?",
    )  # fmt: skip
    assert (made["id"], made["longest"], made["criteria"]) == (
        "BF-0001",
        20,
        ["Does it fit?", "Is it funny?"],
    )
    assert shell.json("competition", "briefs")[0]["id"] == "BF-0001"
    assert shell.json("competition", "set", "bf-0001")["title"] == "The lift"
    shell("competition", "strike-brief", "BF-0001")
    assert shell.json("competition", "briefs")[0]["id"] != "BF-0001"
    assert "questions" in shell.refuses("competition", "add-brief", "X", "--make", "Y", "--question", "One?")


def test_what_is_handed_in_can_be_taken_back(shell, entries):
    assert shell.json("competition", "show", "now")["entries"] == 4
    assert shell("competition", "take-back", entries[0]) == 0
    assert shell.json("competition", "show", "now")["entries"] == 3
    assert "handed something in already" in shell.refuses("competition", "enter", "now", "S-0002")
    assert shell("competition", "enter", "now", "S-0001") == 0
    assert "It lasts 0.20 seconds." in shell.out


def test_the_closing_date_moves_with_a_reason(shell, entries):
    later = (date.today() + timedelta(60)).isoformat()
    moved = shell.json("competition", "move-closing", "now", later, "Snow.")
    assert (moved["closes"], moved["moves"][0]["why"]) == (later, "Snow.")
    assert shell("competition", "show", "now") == 0
    assert "Snow." in shell.out


def test_a_competition_is_called_off_and_on_again(shell, entries):
    assert shell.json("competition", "cancel", "CO-0001", "No room.")["status"] == "cancelled"
    assert shell.json("competition", "bring-back", "CO-0001")["status"] == "open"
    assert shell.json("competition", "close", "CO-0001")["status"] == "closed"
    assert shell.json("competition", "reopen", "CO-0001")["status"] == "open"


def test_it_goes_from_the_brief_to_the_announcement(shell, judging, tmp_path):
    best = judging[2]
    judge_all(shell, best)
    assert shell("competition", "panel", "now") == 0
    assert shell.out.split() == ["Y6-fox", "done", "Y6-elk", "done"]
    assert shell("competition", "close-judging", "now") == 0
    assert f"Voice of a villain. Chosen by the panel: the {best}." in shell.out
    assert shell.json("competition", "result", "now")["winners"] == [best]
    assert shell("competition", "check", "now") == 0
    assert "the result is the same" in shell.out

    assert "have no words yet" in shell.refuses("competition", "announce", "now")
    said = ("--quality", "We chose it because it is scary.", "--where", "At the end.", "--brief", "It fits.")
    assert shell("competition", "why", "now", best, *said, "--by", "Y6-fox") == 0
    for animal in judging:
        if animal != best:
            assert shell("competition", "kind", "now", animal, "We liked the drum.", "--by", "Y6-elk") == 0
    assert "not read by an adult yet" in shell.refuses("competition", "announce", "now")
    assert len(shell.json("competition", "check-words", "now", "all")) == 4
    assert shell.json("competition", "reasons", "now")["wanted"] == []
    assert shell("competition", "announcers", "now", "Y6-elk") == 0
    announced = shell.json("competition", "announce", "CO-0001")["occasion"]
    assert announced in {each["id"] for each in shell.json("evidence", "occasions", "--kind", "competition")}

    proposed = shell.json("evidence", "propose")
    assert "MT2:gold" in [claim for each in proposed for claim in each["criteria"]]
    assert shell("competition", "minutes", "CO-0001") == 0
    assert "We chose it because it is scary. At the end. It fits." in shell.out
    assert shell("competition", "minutes", "CO-0001", tmp_path / "minutes.txt") == 0
    assert (tmp_path / "minutes.txt").read_text(encoding="utf-8").startswith("Music technology competition")
    assert shell("competition", "agenda") == 0
    assert f"the {best}" in shell.out
    assert shell.json("competition", "announce", "CO-0001", "--take-back")["status"] == "judged"


def test_a_judge_sees_animals_and_no_id_of_an_entry(shell, judging):
    step = shell.json("competition", "judge", "now", "Y6-fox")
    assert set(step["entry"]) == {"animal", "seconds"}
    assert "SB-" not in shell.out
    assert shell("competition", "judge", "now", "Y6-fox") == 0
    assert shell.out.startswith(f"Listening 1 of 4: {step['entry']['animal']}, 0:00.2")


def test_what_is_heard_is_played_as_judges_hear_it(shell, judging, monkeypatch):
    played = []
    monkeypatch.setattr("studio.cli.live.play_to_the_end", lambda source: played.append(source.seconds))
    step = shell.json("competition", "judge", "now", "Y6-fox", "--hear")
    assert played == [0.7]  # with half a second of silence before it
    assert step["times"] == 1
    assert shell("competition", "judge", "now", "Y6-fox") == 0
    assert "Answers: 1 starting, 2 getting there, 3 strong, 4 wow" in shell.out


def test_a_judge_who_made_an_entry_is_said_to_hear_fewer(shell, entries):
    shell("competition", "close", "now")
    assert shell("competition", "open", "now", "Y4-newt", "Y6-elk") == 0
    assert "Y4-newt does not hear 1 of them" in shell.out
    assert "Y6-elk does not" not in shell.out


def test_a_judge_can_note_know_tell_and_take_back(shell, judging):
    first = shell.json("competition", "judge", "now", "Y6-fox", "--heard", "--note", "The echo")["entry"]
    step = shell.json("competition", "judge", "now", "Y6-fox", "--answer", "fits=4")
    assert step["answers"] == {"fits": 4}
    step = shell.json("competition", "judge", "now", "Y6-fox", "--undo")
    assert step["answers"] == {}
    step = shell.json("competition", "judge", "now", "Y6-fox", "--tell", "A name is said.", "--knows")
    assert step["entry"] != first
    told = shell.json("competition", "told", "now")
    assert [(each["judge"], each["about"], each["text"]) for each in told] == [
        ("Y6-fox", first["animal"], "A name is said.")
    ]
    assert shell("competition", "judge", "now", "Y6-fox", "--heard", "--answer", "fits=x") == 2
    assert "“fits=x” is no answer" in shell.err
    assert shell("competition", "judge", "now", "Y6-fox", "--tell", "It is too loud.") == 0
    assert "Thank you for telling" in shell.out


def test_a_pupil_judges_line_by_line(shell, judging, monkeypatch):
    """The plain way, for a screen reader: one question after the other."""
    from studio.cli import competition_judge, competition_talk

    monkeypatch.setattr(competition_judge, "somebody_types", lambda: True)
    monkeypatch.setattr(competition_talk, "play", lambda judging, entry: None)
    lines = iter(["", "9", "3", "3", "u", "3", "4", "4", "t", "Too loud", "q"])
    monkeypatch.setattr("click.prompt", lambda *words, **given: next(lines))
    assert shell("competition", "judge", "now", "Y6-fox") == 0
    assert "9 is no answer. Answer with 1, 2, 3 or 4." in shell.out
    assert "Listening 2 of 4" in shell.out
    assert [each["text"] for each in shell.json("competition", "told", "now")] == ["Too loud"]


def test_line_by_line_goes_through_stars_and_pairs(shell, judging, monkeypatch):
    from studio.cli import competition_judge, competition_talk

    monkeypatch.setattr(competition_judge, "somebody_types", lambda: True)
    monkeypatch.setattr(competition_talk, "play", lambda judging, entry: None)
    best, second = judging[0], judging[1]

    def answer(words: str, **given: object) -> str:
        if "Enter" in words:
            return ""
        return f"{best}, {second}" if "Animals" in words else "left" if "Left" in words else "2"

    monkeypatch.setattr("click.prompt", answer)
    for _ in range(3):
        for code in JUDGES:
            assert shell("competition", "judge", "now", code) == 0
    assert "Now an adult closes the judging." in shell.out


def test_an_entry_is_withdrawn_by_its_animal(shell, judging):
    gone = shell.json("competition", "withdraw", "now", judging[1], "Its family asked for it.")
    assert gone["withdrawn"] == "Its family asked for it."
    assert shell.json("competition", "show", "now")["entries"] == 3
    assert "no entry" in shell.refuses("competition", "withdraw", "now", "red herring", "x")


def test_judges_who_are_away_and_another_panel(shell, judging):
    assert "Y6-fox and Y6-elk are not done." in shell.refuses("competition", "close-judging", "now")
    assert shell("competition", "away", "now", "Y6-fox", "--why", "ill") == 0
    assert "1 judge is not done." in shell.out
    assert shell("competition", "away", "now", "Y6-fox", "--back") == 0
    assert shell.json("competition", "panel", "now", "Y6-elk", "Y5-bat")["panel"] == ["Y6-elk", "Y5-bat"]


def test_no_award_and_bonds(shell, judging):
    judge_all(shell, judging[0])
    shell("competition", "close-judging", "now")
    assert shell.json("competition", "no-award", "now", "Not what the brief asks.")["no_award"]
    assert shell.json("competition", "result", "now")["winners"] == []
    assert shell("competition", "no-award", "now", "") == 0
    assert shell.json("competition", "result", "now")["winners"] == [judging[0]]
    assert shell.json("competition", "bonds", "Y4-newt", "Y6-fox")[0]["codes"] == ["Y4-newt", "Y6-fox"]
    assert shell.json("competition", "bonds", "--strike", "BD-0001") == []
    assert "Nothing is level" in shell.refuses("competition", "one-more-round", "now")


def test_without_any_competition_now_says_what_to_do(shell):
    assert shell("competition", "list") == 0
    assert "No competition yet." in shell.out
    assert "competition set" in shell.refuses("competition", "show", "now")


def test_pupils_see_no_maker_no_ranking_and_no_seed(shell, judging, tmp_path, monkeypatch):
    judge_all(shell, judging[0])
    shell("competition", "close-judging", "now")
    monkeypatch.delenv(PIN_VARIABLE, raising=False)
    Library.open(tmp_path / "library").adults.set_pin("482913")
    for command in ("show", "result", "reasons", "list"):
        shell("competition", command, *(["now"] if command != "list" else []), "--json")
        for secret in ("seed", "Y4-newt", "finalist", "tied", "sure", "rounds"):
            assert secret not in shell.out, (command, secret)
    shown = shell.json("competition", "result", "now")
    assert set(shown) == {"winners", "how", "why", "entries", "judges"}


def test_nobody_leads_judges_or_announces_whom_the_library_does_not_know(shell, entries):
    for words in (
        ("set", "voice-of-a-villain", "--led-by", "Y1-nobody"),
        ("announcers", "now", "Y1-nobody"),
        ("open", "now", "Y6-fox", "Y1-nobody"),
        ("panel", "now", "Y1-nobody"),
    ):
        assert "Nobody has the code Y1-nobody" in shell.refuses("competition", *words), words
