"""Two sounds side by side: words, sentences, how they are heard, what becomes of it."""

from dataclasses import replace

import numpy as np
import pytest

from evidence.library import Library
from evidence.safety.adults import AdultsOnly
from evidence.safety.people import People
from evidence.safety.withdrawal import withdraw
from lessons.comparing import (
    Comparisons,
    NothingNoted,
    Piece,
    SameSound,
    UnknownWord,
    comparison_paper,
    noted,
    print_comparison,
)
from lessons.comparing_sound import LOUDNESS_LUFS, HeardFiles, PieceGone, piece_sound
from lessons.listening import listening_sheet
from lessons.occasion import Occasions
from lessons.proposals import propose
from rubric.load import shipped_framework
from studio.audio.loudness import loudness_lufs
from tests.builders import a_sine, a_wav


@pytest.fixture
def library(tmp_path):
    return Library.open(tmp_path / "library", create=True, school="Oak School")


@pytest.fixture
def two(library, tmp_path):
    """A loud and a soft sound of the library."""
    return tuple(
        library.add_sound(
            a_wav(tmp_path / f"{title}.wav", a_sine(2.0, peak=peak)),
            title=title,
            origin="recorded",
            year="Y4",
        )
        for title, peak in (("Loud", 0.5), ("Soft", 0.02))
    )


def begun(library, two):
    return Comparisons(library).begin(*map(Piece.of, two))


def test_words_are_chosen_changed_and_taken_away(library, two):
    first = begun(library, two).with_word("dynamics", "A", "shout").with_word("tempo", "B", "walking")
    assert [each.dimension for each in first.answers] == ["tempo", "dynamics"]
    assert first.with_word("dynamics", "A", "chat").answer("dynamics").a == "chat"
    assert first.with_word("tempo", "B", "").answers == first.answers[1:]
    assert noted(first) == ("How fast is it? B: walking.", "How loud is it? A: shout.")


@pytest.mark.parametrize(("dimension", "word"), [("tempo", "runing"), ("speed", "running")])
def test_other_words_are_refused_with_the_nearest(library, two, dimension, word):
    with pytest.raises(UnknownWord):
        begun(library, two).with_word(dimension, "A", word)


def test_it_is_kept_and_comes_back(library, two):
    comparisons = Comparisons(library)
    kept = comparisons.keep(begun(library, two).with_word("tempo", "A", "walking"))
    later = comparisons.keep(kept.with_said("A makes me think of rain, because it patters."))
    assert comparisons.all() == (later,)
    assert comparisons.one(kept.id).said == ("A makes me think of rain, because it patters.",)


def test_what_took_place_becomes_a_proposal_once(library, two):
    comparisons = Comparisons(library)
    kept = comparisons.keep(begun(library, two))
    with pytest.raises(NothingNoted):
        comparisons.happened(kept.id)
    comparisons.keep(kept.with_word("tempo", "A", "walking"))
    told = comparisons.happened(kept.id)
    assert comparisons.happened(kept.id) == told
    [occasion] = Occasions(library).all("listening")
    assert occasion.year_groups == ("Y4",)
    assert occasion.sounds == tuple(sound.id for sound in two)
    assert "walking" in occasion.note
    proposed = propose(library, framework=shipped_framework())
    assert any(entry.source == occasion.id for entry in proposed)


def test_equal_loudness_is_equal(library, two):
    def loudness(sound, *, even):
        with piece_sound(library, Piece.of(sound), even=even) as heard:
            return loudness_lufs(heard)

    loud, soft = two
    assert loudness(loud, even=False) - loudness(soft, even=False) > 20
    assert loudness(loud, even=True) == pytest.approx(LOUDNESS_LUFS, abs=0.2)
    assert loudness(soft, even=True) == pytest.approx(LOUDNESS_LUFS, abs=0.2)


def test_a_file_is_heard_and_nothing_of_it_is_kept(library, tmp_path):
    before = {path.name for path in library.folder.iterdir()}
    files = HeardFiles(library)
    piece = files.open(a_wav(tmp_path / "song.wav", a_sine(0.5)))
    with piece_sound(library, piece, files=files) as heard:
        assert np.max(heard.read(0, heard.length)) == pytest.approx(0.5, abs=0.01)
    files.close()
    assert {path.name for path in library.folder.iterdir()} == before
    assert library.sounds() == ()
    with pytest.raises(PieceGone):
        piece_sound(library, piece, files=files)


def test_two_files_of_one_name_stay_two(library, tmp_path):
    for folder, peak in (("old", 0.5), ("new", 0.25)):
        (tmp_path / folder).mkdir()
        a_wav(tmp_path / folder / "song.wav", a_sine(0.2, peak=peak))
    files = HeardFiles(library)
    pieces = [files.open(tmp_path / folder / "song.wav") for folder in ("old", "new")]
    assert [piece.title for piece in pieces] == ["song", "song · 2"]
    for piece, peak in zip(pieces, (0.5, 0.25), strict=True):
        with piece_sound(library, piece, files=files) as heard:
            assert np.max(heard.read(0, heard.length)) == pytest.approx(peak, abs=0.01)
    files.close()


def test_a_sound_is_not_compared_with_itself(library, two):
    with pytest.raises(SameSound, match=r"A and B are both .* Choose another"):
        Comparisons(library).begin(Piece.of(two[0]), Piece.of(two[0]))


def test_pupils_have_the_librarys_sounds_and_no_files(library, two, tmp_path):
    library.adults.set_pin("482913")
    library.adults.lock()
    kept = Comparisons(library).keep(begun(library, two).with_word("tempo", "A", "walking"))
    Comparisons(library).happened(kept.id)
    with pytest.raises(AdultsOnly):
        HeardFiles(library).open(tmp_path / "Loud.wav")
    with pytest.raises(AdultsOnly):
        print_comparison(library, kept, tmp_path / "sheet.pdf")


def test_a_sound_that_is_withdrawn_is_gone_from_it(library, two):
    kept = Comparisons(library).keep(begun(library, two).with_word("tempo", "A", "walking"))
    [person] = People(library).add("Y4")
    library.save_sound(replace(two[0], by=person.code), "credited")
    withdraw(library, code=person.code, framework=shipped_framework())
    left = Comparisons(library).one(kept.id)
    assert (left.a.sound, left.b.title) == ("", "Soft")
    assert "Loud" not in left.title
    with pytest.raises(PieceGone):
        piece_sound(library, left.a)


@pytest.mark.parametrize("form", ["pdf", "txt"])
def test_the_sheet_is_printed_as_it_was_filled(library, two, tmp_path, form):
    filled = begun(library, two).with_word("tempo", "A", "walking").with_said("B is far away.")
    rows = comparison_paper(library, filled).blocks[1].rows
    assert len(rows) == len(listening_sheet().lines)
    assert rows[0][1:] == ("walking", "......")
    out = print_comparison(library, filled, tmp_path / f"sheet.{form}")
    if form == "txt":
        assert "B is far away." in out.read_text(encoding="utf-8")
