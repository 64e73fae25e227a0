"""The command `paper` of the group `competition`."""

import pytest
from click.testing import CliRunner

from evidence.safety.adults import AdultsOnly
from lessons.printing.release import NotReleased
from studio.cli.competition_papers import paper
from tests.lessons.competitions.a_competition import Room
from tests.lessons.printing.on_paper import said_in


@pytest.fixture
def room(tmp_path) -> Room:
    """Five entries, judged, every word read by an adult."""
    room = Room(tmp_path)
    room.open()
    room.judge()
    room.close()
    room.write()
    return room


@pytest.fixture
def command(tmp_path, monkeypatch):
    monkeypatch.setenv("SOUNDINGBOARD_LIBRARY", str(tmp_path / "library"))

    def run(*words: object):
        return CliRunner().invoke(paper, [str(word) for word in words])

    return run


def test_the_result_is_read_aloud_hung_up_and_taken_home(room, command, tmp_path):
    for kind, form in (("script", "docx"), ("script", "pdf"), ("poster", "pdf"), ("certificates", "pdf")):
        out = tmp_path / f"{kind}.{form}"
        done = command(room.id, kind, out)
        assert done.exit_code == 0, done.exception
        assert done.output == f"Wrote {out}. Look at it before it goes anywhere.\n"
        assert out.exists()
    words = said_in(tmp_path / "certificates.pdf")
    assert words.count("Thank you") == 4
    assert words.count("for winning") == 1


def test_what_is_not_released_is_refused_or_left_out(room, command, tmp_path):
    for kind, out in (("page", tmp_path / "p.html"), ("newsletter", tmp_path / "n.txt")):
        refused = command(room.id, kind, out)
        assert isinstance(refused.exception, NotReleased)
        assert not out.exists()
        assert command(room.id, kind, out, "--leave-out", "--json").exit_code == 0
        assert "Y4-" not in out.read_text(encoding="utf-8")


def test_a_new_competition_is_called_out(room, command, tmp_path):
    assert command(room.id, "call-poster", tmp_path / "p.pdf").exit_code == 0
    assert "New competition Voice of a villain" in said_in(tmp_path / "p.pdf")
    assert command("now", "call-script", tmp_path / "s.txt").exit_code == 0


def test_pupils_write_none(room, command, tmp_path, monkeypatch):
    monkeypatch.delenv("SOUNDINGBOARD_PIN", raising=False)
    room.library.adults.set_pin("482715")
    for kind in ("script", "call-poster"):
        refused = command(room.id, kind, tmp_path / "x.pdf")
        assert isinstance(refused.exception, AdultsOnly)
    assert not (tmp_path / "x.pdf").exists()
