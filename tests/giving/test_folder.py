import numpy as np
import pytest
import soundfile

from evidence.credit_card import CreditCard
from evidence.library import Library
from evidence.safety.people import People
from evidence.safety.releases import Releases
from studio.audio.loudness import loudness_lufs
from studio.giving.chosen import NothingChosen, SoundHeld, choose, opened
from studio.giving.folder import FolderNotMade, give_folder
from studio.takes import add_sound
from tests.builders import a_sine, a_wav

HOSTILE = "../[/bold] Ó'Néill <script>=1+1"


@pytest.fixture
def library(tmp_path):
    return Library.open(tmp_path / "library", create=True, school="Oak School")


@pytest.fixture
def sounds(library, tmp_path):
    """A loud one and a quiet one, the second found elsewhere."""
    loud, quiet = (
        a_wav(tmp_path / f"{name}.wav", a_sine(1, peak=peak)) for name, peak in (("a", 0.7), ("b", 0.01))
    )
    card = CreditCard(title="Rain", author="a maker", licence="BY-NC")
    return (
        add_sound(library, loud, title=HOSTILE),
        add_sound(library, quiet, title="Rain", card=card),
    )


def test_sounds_are_given_at_one_loudness_under_safe_names(library, sounds, tmp_path):
    files = give_folder(library, choose(library, sounds), tmp_path / "slides", kind=".wav")
    assert [file.name for file in files[1:]] == ["02 Rain.wav", "Credits.txt"]
    assert files[0].name.startswith("01 ")
    assert not set(files[0].name) & set('/\\<>:"|?*')
    assert files[0].parent == tmp_path / "slides"
    levels = [np.abs(soundfile.read(file)[0]).max() for file in files if file.suffix == ".wav"]
    assert levels[0] == pytest.approx(levels[1], rel=0.02)
    assert "a maker" in files[-1].read_text()


def test_their_own_levels_stay_when_asked(library, sounds, tmp_path):
    files = give_folder(library, choose(library, sounds), tmp_path / "out", kind=".wav", level=False)
    peaks = [np.abs(soundfile.read(file)[0]).max() for file in files if file.suffix == ".wav"]
    assert peaks[0] > 50 * peaks[1]


def test_an_mp3_is_the_sound(library, sounds, tmp_path):
    file = give_folder(library, choose(library, sounds[:1]), tmp_path / "out")[0]
    frames, rate = soundfile.read(file)
    assert file.suffix == ".mp3"
    assert len(frames) / rate == pytest.approx(1.0, abs=0.1)


def test_what_is_there_is_never_overwritten_and_nothing_half_made_stays(library, sounds, tmp_path):
    (tmp_path / "out").mkdir()
    with pytest.raises(FolderNotMade, match="already"):
        give_folder(library, choose(library, sounds), tmp_path / "out")

    def stop(share):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        give_folder(library, choose(library, sounds), tmp_path / "other", progress=stop)
    assert not (tmp_path / "other").exists()
    assert not list(tmp_path.glob(".part-*"))


def test_one_no_holds_a_sound_back_and_says_whose(library, sounds, tmp_path):
    code = People(library).add("Y4")[0].code
    loud = add_sound(library, a_wav(tmp_path / "c.wav", a_sine(1)), title="Cow", by=code)
    Releases(library).set(code, "website", "yes")
    assert choose(library, [loud], to="website").sounds == (loud,)
    Releases(library).set(code, "website", "no")
    with pytest.raises(SoundHeld, match=code):
        choose(library, [loud, sounds[1]], to="website")
    chosen = choose(library, [loud, sounds[1]], to="website", leave_out=True)
    assert [sound.title for sound in chosen.sounds] == ["Rain"]
    assert [each.sound.title for each in chosen.held] == ["Cow"]
    assert choose(library, [loud]).sounds == (loud,)


def test_nobody_s_sound_goes_to_the_public(library, sounds):
    with pytest.raises(SoundHeld, match="not said whose"):
        choose(library, sounds[:1], to="newsletter")


def test_a_sound_that_may_not_be_sold_is_pointed_out_where_the_public_hears_it(library, sounds):
    assert choose(library, sounds[1:], to="website").remarks == (
        "“Rain” is not for anything that earns money.",
    )
    assert choose(library, sounds[1:]).remarks == ()


def test_nothing_chosen_is_said(library):
    with pytest.raises(NothingChosen):
        choose(library, [])


def test_a_levelled_sound_is_as_loud_as_was_meant(library, sounds):
    with opened(library, sounds[0]) as heard:
        assert loudness_lufs(heard) == pytest.approx(-18.0, abs=0.2)
