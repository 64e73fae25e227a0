import pytest

from tests.builders import a_sine, a_wav


@pytest.fixture
def card(tmp_path):
    folder = tmp_path / "card"
    folder.mkdir()
    a_wav(folder / "cow.wav", a_sine(0.2))
    a_wav(folder / "7__a_maker__rain.wav", a_sine(0.3))
    (folder / "broken.wav").write_bytes(b"RIFF")
    return folder


def test_a_folder_comes_in_and_what_cannot_be_read_is_named(shell, card):
    brought = shell.json("sound", "bring", card, "--year", "Y4")
    assert [each["title"] for each in brought["sounds"]] == ["rain", "cow"]
    assert brought["sounds"][0]["card"]["author"] == "a maker"
    assert [each["file"] for each in brought["failed"]] == ["broken.wav"]
    assert shell("sound", "bring", card) == 0
    assert "2 files came in before" in shell.out
    assert "broken.wav" in shell.err


def test_only_what_cannot_be_read_is_a_failure(shell, card):
    assert "broken.wav" in shell.refuses("sound", "bring", card / "broken.wav")


def test_a_watched_folder_gives_what_is_new(shell, card, tmp_path):
    shell("sound", "watch")
    assert "No folder is watched" in shell.out
    shell("sound", "watch", card)
    assert "3 new files" in shell.out
    assert len(shell.json("sound", "bring")["sounds"]) == 2
    a_wav(card / "later.wav", a_sine(0.2))
    assert [each["title"] for each in shell.json("sound", "bring")["sounds"]] == ["later"]
    assert shell.json("sound", "watch") == [{"id": "WF-0001", "path": str(card), "here": True}]
    shell("sound", "watch", card, "--forget")
    assert shell.json("sound", "watch") == []
    shell("sound", "bring")
    assert "nothing new" in shell.out
    shell.refuses("sound", "watch", tmp_path / "gone")


def test_a_card_is_filled_bit_by_bit(shell, tmp_path):
    id_ = shell.json("sound", "add", a_wav(tmp_path / "a.wav", a_sine(0.2)), "--title", "Rain")["id"]
    shell("sound", "card", id_, "--author", "=cmd|' /C calc'!A0", "--licence", "BY")
    filled = shell.json("sound", "card", id_, "--title", "Rain on tin")
    assert filled["card"]["licence"] == "BY"
    assert filled["credit"] == "“Rain on tin” by =cmd|' /C calc'!A0 (CC BY)"
    assert shell("sound", "card", id_, "--licence", "free") == 2
