"""Proposals by command: from what happened to evidence."""

import pytest

from lessons.rule import shipped_rules
from rubric.framework import LEVELS
from tests.builders import a_sine, a_wav

CELLS = {f"{code}:{level}" for code in ("MT1", "MT2", "MT3", "C6") for level in LEVELS}


@pytest.fixture
def sound_of(shell, tmp_path):
    def add(title: str, *words: object) -> str:
        wav = a_wav(tmp_path / f"{title}.wav", a_sine(hertz=200 + len(title)))
        return shell.json("sound", "add", wav, "--title", title, *words)["id"]

    return add


def proposed(shell) -> list[dict]:
    return shell.json("evidence", "propose")


def test_a_sound_is_proposed_accepted_and_counted(shell, sound_of):
    sound = sound_of("Cow", "--year", "Y4", "--by", "Y4-heron")
    shell("sound", "edit", sound, "trim 0.1 0.9")
    (entry,) = proposed(shell)
    assert entry["criteria"] == ["MT1:silver", "MT1:gold"]
    assert entry["why"] == "Y4 brought in this recording of their own and trimmed it."
    assert (entry["status"], entry["source"]) == ("proposed", sound)
    assert shell.json("coverage")["criteria"]["MT1"]["gold"] == 0
    assert shell.json("evidence", "proposals") == [entry]
    assert shell("evidence", "proposals") == 0
    assert entry["why"] in shell.out
    assert shell("evidence", "accept", entry["id"]) == 0
    assert "Accepted" in shell.out
    assert shell.json("coverage")["criteria"]["MT1"] == {"bronze": 0, "silver": 1, "gold": 1}
    assert proposed(shell) == []


def test_binned_stays_binned_until_it_is_put_back(shell, sound_of):
    sound_of("Cow", "--year", "Y4")
    (entry,) = proposed(shell)
    assert shell.json("evidence", "bin", entry["id"])[0]["status"] == "binned"
    assert proposed(shell) == []
    assert shell("evidence", "proposals") == 0
    assert "Nothing waits" in shell.out
    assert shell.json("evidence", "put-back", entry["id"])[0]["status"] == "proposed"


def test_nothing_is_done_when_one_id_is_wrong(shell, sound_of):
    sound_of("Cow", "--year", "Y4")
    (entry,) = proposed(shell)
    shell.refuses("evidence", "accept", entry["id"], "EV-2026-0999")
    assert shell.json("evidence", "show", entry["id"])["status"] == "proposed"


def test_a_proposal_is_put_right_before_it_is_accepted(shell, sound_of):
    sound_of("Cow", "--year", "Y4")
    (entry,) = proposed(shell)
    changed = shell.json(
        *("evidence", "edit", entry["id"], "--title", "A cow for the play", "--criterion", "MT1:silver"),
        *("--criterion", "C6:gold", "--year", "Y3", "--year", "Y4", "--impact", "They asked for more."),
        *("--tag", "cu1", "--subject", "drama", "--names-spoken", "--sensitivity", "school"),
    )
    assert changed["criteria"] == ["MT1:silver", "C6:gold"]
    assert (changed["year_groups"], changed["tags"], changed["subject"]) == (["Y3", "Y4"], ["CU1"], "drama")
    assert (changed["names_spoken"], changed["sensitivity"]) == (True, "school")
    assert shell("evidence", "show", entry["id"]) == 0
    for words in ("Difference: They asked", "A name is said in it", "Changed", "Proposed because"):
        assert words in shell.out
    assert shell("evidence", "edit", entry["id"]) == 2


def test_every_descriptor_can_be_reached_by_commands(shell, sound_of):
    """The year of a school, typed."""
    own = sound_of("Cow", "--year", "Y4")
    shell("sound", "edit", own, "trim 0.1 0.9")
    storm = sound_of("Storm", "--year", "Y4", "--credit", "Somebody on a sound site, CC BY")
    happened = ("evidence", "happened")
    for words in (
        ("presentation", "--title", "Volcanoes", "--year", "Y4", "--sound", storm),
        ("lesson", "--year", "EYFS", "--tools", "sound buttons"),
        ("performance", "--year", "Y4", "--sound", own),
        ("assembly", "--led-by", "Y6-otter"),
        ("ambassadors-named", "--person", "Y6-otter"),
        ("peer-teaching", "--year", "Y2", "--led-by", "Y6-otter"),
        ("competition", "--led-by", "Y6-otter"),
    ):
        assert shell(*happened, *words) == 0, shell.err
    for _ in range(6):
        assert shell(*happened, "club-session", "--year", "Y4", "--led-by", "Y6-fox") == 0
    assert {claim for entry in proposed(shell) for claim in entry["criteria"]} >= CELLS


def test_an_occasion_can_be_added_to(shell, sound_of):
    sound = sound_of("Cow", "--year", "Y4")
    shell("sound", "edit", sound, "reverse")
    made = shell.json("evidence", "happened", "club-session", "--date", "2026-01-21")
    assert made["title"] == "Club session"
    more = shell.json("evidence", "happened", "--occasion", made["id"], "--sound", sound, "--year", "Y5")
    assert (more["sounds"], more["year_groups"]) == ([sound], ["Y5"])
    (entry,) = proposed(shell)
    assert "MT3:gold" in entry["criteria"]
    assert shell("evidence", "happened", "lesson", "--occasion", made["id"]) == 2
    assert shell.json("evidence", "occasions") == [more]
    assert shell("evidence", "occasions", "--kind", "lesson") == 0
    assert "Nothing yet" in shell.out


def test_the_kinds_and_the_rules_can_be_read(shell):
    assert shell("evidence", "happened") == 0
    assert "club-session" in shell.out
    assert len(shell.json("evidence", "rules")) == len(shipped_rules().rules)
    assert shell("evidence", "rules") == 0
    assert "{years} recorded this themselves." in shell.out
    assert len(shell.json("evidence", "happened")) == 12


@pytest.mark.parametrize(
    "words",
    [
        ("club-sesion",),
        ("assembly", "--led-by", "Amelia Jones"),
        ("assembly", "--year", "Y99"),
        ("assembly", "--date", "2999-01-01"),
        ("assembly", "--sound", "S-0999"),
        ("--occasion", "OC-0999"),
    ],
)
def test_what_cannot_have_happened_is_refused(shell, words):
    shell.refuses("evidence", "happened", *words)
    assert shell.json("evidence", "occasions") == []


def test_whose_a_sound_is_can_be_said_later(shell, sound_of):
    sound = sound_of("Cow")
    assert proposed(shell) == []
    assert shell.json("sound", "whose", sound, "--year", "y4")["year"] == "Y4"
    assert len(proposed(shell)) == 1
    assert shell("sound", "whose", sound) == 2


def test_with_a_pin_pupils_propose_and_adults_accept(shell, sound_of, monkeypatch, tmp_path):
    from evidence.library import Library

    sound_of("Cow", "--year", "Y4")
    Library.open(tmp_path / "library").adults.set_pin("246810")
    (entry,) = proposed(shell)
    assert "PIN" in shell.refuses("evidence", "accept", entry["id"])
    written = shell.json("evidence", "add", "--title", "Mine", "--criterion", "MT1:gold", "--year", "Y4")
    assert written["status"] == "proposed"
    monkeypatch.setenv("SOUNDINGBOARD_PIN", "246810")
    assert shell("evidence", "accept", entry["id"], written["id"]) == 0
