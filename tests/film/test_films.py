"""Films and cues in a library: what may be, what is refused, and how it sounds."""

import shutil
from dataclasses import replace
from fractions import Fraction
from zipfile import ZipFile

import numpy as np
import pytest

from evidence.bundle.issue import issue_bundle
from evidence.library import Library
from evidence.safety.adults import AdultsOnly
from evidence.safety.people import People
from evidence.safety.withdrawal import withdraw
from rubric.load import shipped_framework
from studio.audio.files.wav import WavFile
from studio.errors import StudioError
from studio.film.films import BadCue, Cue, FilmGone, Films
from studio.film.moments import BadMoment, moment_typed, moment_words, picture_at, seconds_of
from studio.film.sheet import print_sheet, sheet_paper
from studio.film.soundtrack import export_film, export_soundtrack, soundtrack
from tests.builders import a_sine, a_wav
from tests.films import a_film, pictures_in, sound_in
from tests.ui.fakes import an_entry

NTSC = Fraction(30000, 1001)


@pytest.fixture
def library(tmp_path):
    return Library.open(tmp_path / "library", create=True, school="Oak School")


@pytest.fixture
def film(library, tmp_path):
    return Films(library).add(a_film(tmp_path / "Cat and mouse.mp4", rate=NTSC, pictures=60))


def a_beep(library, tmp_path, seconds=0.2, *, peak=0.5, samplerate=44100, channels=1):
    clip = a_sine(seconds, peak=peak, samplerate=samplerate, channels=channels)
    return library.add_sound(a_wav(tmp_path / "beep.wav", clip), title="Boing", origin="recorded")


def onsets_of(samples: np.ndarray, level: float = 0.2) -> list[int]:
    loud = np.flatnonzero(np.abs(samples[:, 0]) > level)
    return [int(at) for at, before in zip(loud, [-9999, *loud[:-1]], strict=True) if at - before > 2000]


@pytest.mark.parametrize("rate", [Fraction(25), NTSC, Fraction(24), Fraction(24000, 1001), Fraction(60)])
def test_each_picture_has_its_moment_and_back(rate):
    for picture in [*range(100), 9999, 100_000]:
        assert picture_at(seconds_of(picture, rate), rate) == picture


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("12", 12),
        ("12.5", 12.5),
        ("12,5", 12.5),
        ("1:02.5", 62.5),
        (" 0:03 ", 3),
        ("p50", 2),
        ("picture 75", 3),
    ],
)
def test_a_moment_is_read(typed, seconds):
    assert moment_typed(typed, Fraction(25)) == seconds


@pytest.mark.parametrize("typed", ["", "soon", "1:2:3", "-4", "p", "p-3", "1e5", "٣"])
def test_what_is_no_moment_is_told(typed):
    with pytest.raises(BadMoment):
        moment_typed(typed, Fraction(25))


def test_a_moment_is_said_with_its_picture():
    assert moment_words(62.5, Fraction(25)) == "1:02.50  picture 1562"
    assert moment_words(59.999, Fraction(25)) == "1:00.00  picture 1499"


def test_cues_stand_in_the_order_of_the_film(library, film, tmp_path):
    sound = a_beep(library, tmp_path)
    films = Films(library)
    films.cue(film.id, Cue(sound.id, 1.0, words="It falls"))
    films.cue(film.id, Cue(sound.id, 0.5, gain_db=-6))
    kept = films.one(film.id)
    assert [cue.seconds for cue in kept.cues] == [0.5, 1.0]
    assert films.put(film.id, ()).cues == ()
    assert films.all() == (films.one(film.id),)


def test_what_cannot_be_is_refused(library, film, tmp_path):
    sound = a_beep(library, tmp_path)
    films = Films(library)
    for wrong in (lambda: Cue(sound.id, 1.0, gain_db=13), lambda: films.keep_sound(film.id, True)):
        with pytest.raises(BadCue):
            wrong()
    for seconds in (-0.1, 2.01, 99):
        with pytest.raises(BadMoment):
            films.cue(film.id, Cue(sound.id, seconds))
    with pytest.raises(StudioError):
        films.cue(film.id, Cue("S-0099", 1.0))
    assert films.one(film.id) == film


def test_every_cue_is_heard_at_its_moment_and_the_length_is_the_pictures(library, film, tmp_path):
    sound = a_beep(library, tmp_path)
    pictures = (0, 15, 44)
    cues = [Cue(sound.id, seconds_of(picture, NTSC)) for picture in pictures]
    cued = Films(library).put(film.id, cues)
    export_soundtrack(library, cued, tmp_path / "sound.wav")
    with WavFile(tmp_path / "sound.wav") as wav:
        assert (wav.length, wav.samplerate, wav.channels) == (96096, 48000, 2)
        heard = onsets_of(wav.read(0, wav.length))
    wanted = [round(picture * 48000 * 1001 / 30000) for picture in pictures]
    assert heard == pytest.approx(wanted, abs=24)


def test_the_film_with_its_sound_is_exact_to_the_picture(library, film, tmp_path):
    sound = a_beep(library, tmp_path)
    cued = Films(library).put(film.id, [Cue(sound.id, seconds_of(30, NTSC))])
    out = tmp_path / "with sound.mp4"
    shares = []
    export_film(library, cued, out, progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert pictures_in(out) == pictures_in(tmp_path / "Cat and mouse.mp4")
    begins, heard = sound_in(out)
    assert begins == 0
    [onset] = onsets_of(heard)
    assert abs(onset - 30 * 48000 * 1001 / 30000) < 48000 / NTSC / 10


def test_sounds_that_are_late_or_loud_are_cut_and_turned_down(library, film, tmp_path):
    sound = a_beep(library, tmp_path, 1.0, peak=0.9, samplerate=22050, channels=2)
    cues = [Cue(sound.id, at) for at in (0.5, 0.5, 0.5, 1.9)]
    with soundtrack(library, Films(library).put(film.id, cues)) as heard:
        frames = heard.read(0, heard.length)
        parts = [heard.read(at, min(at + 777, heard.length)) for at in range(0, heard.length, 777)]
    assert len(frames) == 96096
    assert np.max(np.abs(frames)) == pytest.approx(10 ** (-1 / 20), abs=0.01)
    assert np.array_equal(np.concatenate(parts), frames)


def test_the_films_own_sound_stays_where_it_was(library, tmp_path):
    own = np.zeros((96000, 1), dtype=np.float32)
    own[48000:52800, 0] = a_sine(0.1).frames[:, 0]
    films = Films(library)
    made = films.add(a_film(tmp_path / "film.mp4", sound=own))
    with soundtrack(library, made) as heard:
        assert not np.any(heard.read(0, heard.length))
    with soundtrack(library, films.keep_sound(made.id, True)) as heard:
        [onset] = onsets_of(heard.read(0, heard.length))
    assert onset == pytest.approx(48000, abs=240)
    assert list(library.folder.glob(".import-*")) == []


def test_a_film_that_is_gone_or_changed_is_said_and_can_be_found_again(library, film, tmp_path):
    place = tmp_path / "Cat and mouse.mp4"
    moved = tmp_path / "elsewhere.mp4"
    shutil.move(place, moved)
    with pytest.raises(FilmGone, match="not where it was"):
        export_film(library, film, tmp_path / "out.mp4")
    again = Films(library).moved(film.id, moved)
    export_film(library, again, tmp_path / "out.mp4")
    with pytest.raises(FilmGone, match="another film"):
        Films(library).moved(film.id, a_film(tmp_path / "other.mp4"))
    moved.write_bytes(moved.read_bytes() + b"\0")
    with pytest.raises(FilmGone, match="has changed"):
        export_film(library, again, tmp_path / "again.mp4")


def test_nothing_of_a_film_is_copied_into_the_library(library, film, tmp_path):
    pictures = (tmp_path / "Cat and mouse.mp4").read_bytes()[-2000:]
    for path in library.folder.rglob("*"):
        assert not path.is_file() or pictures[:400] not in path.read_bytes()


def test_where_a_film_lies_goes_nowhere_with_the_library(library, tmp_path):
    folder = tmp_path / "Ada Lovelace"
    folder.mkdir()
    made = Films(library).add(a_film(folder / "clip.mp4", pictures=25), "Cat")
    sound = a_beep(library, tmp_path)
    Films(library).cue(made.id, Cue(sound.id, 0.5))
    an_entry(library, "Our film", "MT1:bronze", sounds=(sound,))
    issue_bundle(library, tmp_path / "bundle.zip", shipped_framework())
    export_film(library, made, tmp_path / "out.mp4")
    print_sheet(library, made, tmp_path / "sheet.txt")
    with ZipFile(tmp_path / "bundle.zip") as files:
        inside = [files.read(name) for name in files.namelist()]
    inside += [(tmp_path / name).read_bytes() for name in ("out.mp4", "sheet.txt")]
    assert not any(b"Lovelace" in data for data in inside)


def test_a_sound_that_is_withdrawn_is_silent_in_the_film(library, film, tmp_path):
    sound = a_beep(library, tmp_path)
    cued = Films(library).put(film.id, [Cue(sound.id, 0.5, words="It falls")])
    assert sheet_paper(library, cued).about == (sound.id,)
    [person] = People(library).add("Y4")
    library.save_sound(replace(sound, by=person.code), "credited")
    withdraw(library, code=person.code, framework=shipped_framework())
    left = Films(library).one(film.id)
    assert sound.id not in str(left)
    for version in (left, cued):
        with soundtrack(library, version) as heard:
            assert not np.any(heard.read(0, heard.length))


def test_pupils_set_cues_and_only_adults_choose_and_export(library, film, tmp_path):
    sound = a_beep(library, tmp_path)
    library.adults.set_pin("482913")
    library.adults.lock()
    cued = Films(library).cue(film.id, Cue(sound.id, 0.5))
    for forbidden in (
        lambda: Films(library).add(tmp_path / "Cat and mouse.mp4"),
        lambda: Films(library).moved(film.id, tmp_path / "Cat and mouse.mp4"),
        lambda: export_film(library, cued, tmp_path / "out.mp4"),
        lambda: export_soundtrack(library, cued, tmp_path / "out.wav"),
        lambda: print_sheet(library, cued, tmp_path / "sheet.txt"),
    ):
        with pytest.raises(AdultsOnly):
            forbidden()


def test_the_cue_sheet_is_printed(library, film, tmp_path):
    sound = a_beep(library, tmp_path)
    cued = Films(library).cue(film.id, Cue(sound.id, 1.0, -3, "The cat falls"))
    text = print_sheet(library, cued, tmp_path / "sheet.txt").read_text(encoding="utf-8")
    for words in ("The cat falls", "Boing", "0:01.00", "in class only"):
        assert words in " ".join(text.split())
