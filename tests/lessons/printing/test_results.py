import pytest
from docx import Document

from evidence.bundle.sounds import SoundLost
from evidence.papers.document import PaperExists, PaperNotWritten
from evidence.safety.adults import AdultsOnly
from evidence.safety.copies import exports_holding
from evidence.safety.names import Names
from evidence.safety.people import People
from lessons.club.club import Clubs
from lessons.printing.release import NotReleased
from lessons.printing.results import RESULTS, NoWinner, UnknownPrint, results
from tests.lessons.printing.a_result import REASONS, a_result, only, release
from tests.lessons.printing.on_paper import HOSTILE, outside, pages_of, said_in

NAME = "Zanzibaria Quagga"


def text_of(path):
    return path.read_text(encoding="utf-8")


def test_the_script_says_what_is_played_when_and_why_it_won(library, tmp_path):
    words = text_of(results(library, a_result(library), "script", tmp_path / "s.txt"))
    order = (
        "1. Sound: Saucepan laser; By: Y4-heron; Length: 0:01.5; In the library: S-0001",
        "We are your Music Tech Ambassadors.",
        "This half term's challenge was “Voice of a villain”. Make a voice that gives us shivers!",
        "3 entries came in.",
        "Now number 1 is played.",
        "That was “Saucepan laser” by Y4-heron.",
        f"“{REASONS[0]}”",
        "Well done to everybody who made a sound.",
        "grey owl. By: Y5-otter and Y5-seal; One good thing: We liked the part where it rains.",
    )
    places = [words.index(said) for said in order]
    assert places == sorted(places)


def test_the_script_is_in_large_print(library, tmp_path):
    out = results(library, a_result(library), "script", tmp_path / "s.docx")
    assert Document(str(out)).styles["Normal"].font.size.pt == 17


def test_two_winners_win_side_by_side(library, tmp_path):
    said = a_result(library, titles=("One", "Two"), others=())
    words = text_of(results(library, said, "script", tmp_path / "s.txt"))
    assert "The panel chose 2 winners, side by side." in words
    assert "Now number 2 is played." in words
    release(library, "newsletter", "Y4-heron", "Y5-otter", "Y5-seal")
    words = text_of(results(library, said, "newsletter", tmp_path / "n.txt"))
    assert "“One” by Y4-heron and “Two” by Y5-otter and Y5-seal" in words


def test_no_award_is_told_kindly_and_has_no_poster(library, tmp_path):
    said = a_result(library, titles=(), no_award="Nobody repeated an idea.", entries=2)
    for kind, name in (("script", "s.txt"), ("newsletter", "n.txt"), ("page", "p.html")):
        assert "Nobody repeated an idea." in text_of(results(library, said, kind, tmp_path / name))
    with pytest.raises(NoWinner):
        results(library, said, "poster", tmp_path / "p.pdf")
    assert len(pages_of(results(library, said, "certificates", tmp_path / "c.pdf"))) == 3


def test_no_entries_at_all_are_told_too(library, tmp_path):
    said = a_result(library, titles=(), others=(), no_award="There was nothing to hear.", entries=0)
    for kind, name in (("script", "s.txt"), ("newsletter", "n.txt"), ("page", "p.html")):
        words = text_of(results(library, said, kind, tmp_path / name))
        assert "Nobody handed a sound in this time." in words
        assert "0 " not in words.partition("<main>")[2].partition("<footer>")[0]


def test_the_newsletter_needs_a_release_for_titles(library, tmp_path):
    said = a_result(library)
    with pytest.raises(NotReleased) as caught:
        results(library, said, "newsletter", tmp_path / "n.docx")
    assert "Y4-heron" in caught.value.what
    assert only(tmp_path) == []
    words = text_of(results(library, said, "newsletter", tmp_path / "n.txt", leave_out=True))
    assert "They chose a sound by a pupil in Y4." in words
    assert "Saucepan laser" not in words
    assert "Y4-heron" not in words
    release(library, "newsletter", "Y4-heron")
    words = text_of(results(library, said, "newsletter", tmp_path / "n2.txt", leave_out=True))
    assert "They chose “Saucepan laser” by Y4-heron." in words


def test_the_newsletter_is_a_word_file_too(library, tmp_path):
    out = results(library, a_result(library), "newsletter", tmp_path / "n.docx", leave_out=True)
    words = "\n".join(paragraph.text for paragraph in Document(str(out)).paragraphs)
    assert "We thank everybody who made a sound." in words


def test_names_of_the_key_are_taken_out_of_what_everybody_reads(library, tmp_path):
    library.adults.set_pin("482715")
    code = People(library).add("Y4")[0].code
    Names(library).set(code, NAME)
    said = a_result(
        library, titles=("Zanzibaria sings",), makers=((code,),), others=(), reasons=(f"{NAME} was great.",)
    )
    release(library, "newsletter", code)
    release(library, "website", code)
    for kind, name in (("newsletter", "n.txt"), ("page", "p.html")):
        words = text_of(results(library, said, kind, tmp_path / name))
        assert "Zanzibaria" not in words
        assert "[name taken out] was great." in words
    assert "Zanzibaria" not in said_in(results(library, said, "poster", tmp_path / "p.pdf"))
    words = text_of(results(library, said, "script", tmp_path / "s.txt", who="name"))
    assert "by Zanzibaria." in words
    assert "by Quagga" not in words


def test_the_poster_shows_the_winner(library, tmp_path):
    words = said_in(results(library, a_result(library), "poster", tmp_path / "p.pdf"))
    for said in ("Winner of “Voice of a villain”", "Saucepan laser", "made by Y4-heron", REASONS[0]):
        assert said in words


def test_joint_winners_have_a_poster_each(library, tmp_path):
    out = results(library, a_result(library, titles=("One", "Two")), "poster", tmp_path / "p.pdf")
    assert len(pages_of(out)) == 2
    assert said_in(out).count("Joint winner") == 2


def test_who_said_no_to_a_display_is_not_on_the_poster(library, tmp_path):
    said = a_result(library)
    release(library, "display", "Y4-heron", answer="no")
    with pytest.raises(NotReleased):
        results(library, said, "poster", tmp_path / "p.pdf")
    words = said_in(results(library, said, "poster", tmp_path / "p.pdf", leave_out=True))
    assert "made by a pupil in Y4" in words
    assert "Saucepan" not in words


def test_everybody_gets_a_certificate_and_nobody_a_rank(library, tmp_path):
    out = results(library, a_result(library), "certificates", tmp_path / "c.pdf")
    words = said_in(out)
    assert len(pages_of(out)) == 4
    assert words.count("for winning “Voice of a villain”") == 1
    assert words.count("Thank you") == 3
    assert words.count("We liked the part where it rains.") == 3
    for code in ("Y4-heron", "Y5-otter", "Y5-seal", "Y6-wren"):
        assert code in words


def test_certificates_leave_a_line_for_names_written_by_hand(library, tmp_path):
    words = said_in(results(library, a_result(library), "certificates", tmp_path / "c.pdf", who="hand"))
    assert words.count("20 November 2026 · Y4-heron") == 1


def test_the_club_says_what_its_leaders_are_called(library, tmp_path):
    Clubs(library).set(name="Sound Lab", ambassador_title="Noise Maker")
    words = text_of(results(library, a_result(library), "script", tmp_path / "s.txt"))
    assert "We are your Noise Makers." in words


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_people_wrote_stays_on_its_page(library, tmp_path, text):
    said = a_result(library, titles=(text, "b"), others=(text,), reasons=(text * 9,), title=text)
    for kind in ("poster", "certificates", "script"):
        assert outside(results(library, said, kind, tmp_path / f"{kind}.pdf")) == []


def test_a_sound_that_is_gone_is_only_missed_where_it_is_played(library, tmp_path):
    said = a_result(library)
    release(library, "website", "Y4-heron")
    for original in library.originals.iterdir():
        original.unlink()
    with pytest.raises(SoundLost):
        results(library, said, "page", tmp_path / "p.html")
    assert only(tmp_path) == []
    results(library, said, "poster", tmp_path / "p.pdf")
    results(library, said, "certificates", tmp_path / "c.pdf")


def test_a_withdrawal_finds_every_file_about_a_sound(library):
    said = a_result(library, titles=('It\'s a "W"',))
    release(library, "website", "Y4-heron")
    release(library, "newsletter", "Y4-heron")
    library.exports.mkdir(exist_ok=True)
    names = ("script.pdf", "newsletter.docx", "newsletter.pdf", "poster.pdf", "page.html", "certificates.pdf")
    for name in names:
        results(library, said, name.partition(".")[0], library.exports / name)
    sound = library.sound(said.winners[0].sound_id)
    found = exports_holding(library, [sound.id], [sound.title], known=())
    assert sorted(path.name for path in found) == sorted(names)
    assert list(exports_holding(library, ["S-0099"], ["Nothing"], known=())) == []


def test_wrong_words_and_wrong_files_are_refused(library, tmp_path):
    said = a_result(library)
    with pytest.raises(UnknownPrint) as caught:
        results(library, said, "certificate", tmp_path / "c.pdf")
    assert caught.value.fix == "Did you mean “certificates”?"
    with pytest.raises(UnknownPrint):
        results(library, said, "script", tmp_path / "s.txt", who="surname")
    with pytest.raises(PaperNotWritten):
        results(library, said, "poster", tmp_path / "p.docx")
    (tmp_path / "s.txt").write_text("mine")
    with pytest.raises(PaperExists):
        results(library, said, "script", tmp_path / "s.txt")
    results(library, said, "script", tmp_path / "s.txt", overwrite=True)


@pytest.mark.parametrize("kind", RESULTS)
def test_pupils_print_nothing(library, tmp_path, kind):
    said = a_result(library)
    library.adults.set_pin("482715")
    library.adults.lock()
    with pytest.raises(AdultsOnly):
        results(library, said, kind, tmp_path / "x.pdf")
    assert only(tmp_path) == []


@pytest.mark.parametrize(("kind", "name"), [("page", "p.html"), ("script", "s.pdf"), ("poster", "p.pdf")])
def test_the_same_result_gives_the_same_bytes(library, tmp_path, kind, name):
    said = a_result(library)
    release(library, "website", "Y4-heron")
    one, two = (results(library, said, kind, tmp_path / f"{n}{name}").read_bytes() for n in "ab")
    assert one == two
