"""Films: when their pictures come, and copies with another sound, exact to the picture."""

from fractions import Fraction

import numpy as np
import pytest

from studio.audio.clip import Clip
from studio.audio.files.film_out import write_film
from studio.audio.files.part import SaveFault
from studio.audio.files.signature import FileUnreadable
from studio.audio.files.video import NoPicture, read_film
from studio.audio.source import ClipSource
from tests.builders import a_sine, a_wav
from tests.films import a_film, pictures_in, shown_in, sound_in

NTSC = Fraction(30000, 1001)
KINDS = [
    {"rate": Fraction(25)},
    {"rate": NTSC},
    {"rate": Fraction(24), "kind": "mov"},
    {"rate": Fraction(25), "codec": "libvpx-vp9", "kind": "webm"},
    {"rate": Fraction(25), "shown": lambda number: number + 7},
    {"rate": Fraction(25), "options": {"bf": "2"}},
    {"rate": Fraction(25), "shown": lambda number: number if number < 20 else 3 * number - 40},
]


def silence_with_clicks(seconds: Fraction, *at: Fraction) -> ClipSource:
    frames = np.zeros((round(seconds * 48000), 2), dtype=np.float32)
    for moment in at:
        first = round(moment * 48000)
        frames[first : first + 240] = 0.7
    return ClipSource(Clip(frames, 48000))


@pytest.mark.parametrize("rate", [Fraction(25), NTSC, Fraction(24), Fraction(12)])
def test_length_and_rate_are_read_exactly(tmp_path, rate):
    facts = read_film(a_film(tmp_path / "film.mp4", rate=rate, pictures=36))
    assert (facts.rate, facts.pictures, facts.seconds) == (rate, 36, 36 / rate)
    assert facts.is_even
    assert not facts.has_sound


def test_uneven_pictures_are_known_as_such(tmp_path):
    facts = read_film(
        a_film(tmp_path / "film.mp4", shown=lambda number: number if number < 20 else 2 * number)
    )
    assert not facts.is_even
    assert facts.pictures == 50


def test_a_film_that_begins_late_on_its_own_clock_begins_with_its_first_picture(tmp_path):
    film = a_film(tmp_path / "film.mp4", shown=lambda number: number + 50)
    assert read_film(film).seconds == 2


@pytest.mark.parametrize("made", KINDS)
def test_pictures_stay_and_the_sound_is_where_it_was_put(tmp_path, made):
    film, out = a_film(tmp_path / "film.bin", **made), tmp_path / "out.mp4"
    facts = read_film(film)
    moments = [Fraction(10) / facts.rate, facts.seconds - 5 / facts.rate]
    write_film(film, facts, silence_with_clicks(facts.seconds, *moments), out)
    before, after = pictures_in(film), pictures_in(out)
    assert [packed for packed, _ in after] == [packed for packed, _ in before], "bit for bit"
    assert [at for _, at in after] == [at - facts.start for _, at in before]
    assert shown_in(out)[0] == 0
    assert len(shown_in(out)) == facts.pictures
    new = read_film(out)
    assert (new.seconds, new.pictures, new.start) == (facts.seconds, facts.pictures, 0)
    begins, heard = sound_in(out)
    assert begins == 0
    assert abs(Fraction(len(heard), 48000) - facts.seconds) < 1 / facts.rate
    for moment in moments:
        near = heard[round(moment * 48000) - 2000 : round(moment * 48000) + 2000, 0]
        assert abs(int(np.argmax(np.abs(near) > 0.3)) - 2000) < 48, "a thousandth of a second"


def test_nothing_else_of_the_film_goes_along(tmp_path):
    film, out = a_film(tmp_path / "film.mp4", sound=a_sine(2.0).frames), tmp_path / "out.mp4"
    facts = read_film(film)
    assert facts.has_sound
    write_film(film, facts, silence_with_clicks(facts.seconds), out)
    assert b"Lovelace" in film.read_bytes()
    assert b"Lovelace" not in out.read_bytes()
    assert np.max(np.abs(sound_in(out)[1])) < 0.01, "its own sound is left out"


def test_the_same_is_written_in_mono(tmp_path):
    film, out = a_film(tmp_path / "film.mp4"), tmp_path / "out.mp4"
    write_film(film, read_film(film), ClipSource(a_sine(2.0)), out)
    _, heard = sound_in(out)
    assert heard.shape[1] == 1
    assert 96000 <= len(heard) < 96000 + 1024, "AAC comes in pieces of 1024"


def test_it_can_be_stopped_and_leaves_nothing(tmp_path):
    film, out = a_film(tmp_path / "film.mp4"), tmp_path / "out.mp4"
    facts, shares = read_film(film), []

    def progress(share: float) -> None:
        shares.append(share)
        if share > 0.5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_film(film, facts, silence_with_clicks(facts.seconds), out, progress=progress)
    assert shares == sorted(shares)
    assert [path.name for path in tmp_path.iterdir()] == ["film.mp4"]


def test_a_folder_that_is_not_there_is_said(tmp_path):
    film = a_film(tmp_path / "film.mp4")
    with pytest.raises(SaveFault):
        write_film(film, read_film(film), silence_with_clicks(Fraction(2)), tmp_path / "no" / "out.mp4")


def test_what_is_no_film_is_refused_in_two_sentences(tmp_path):
    song = a_wav(tmp_path / "song.wav", a_sine(0.2))
    sound_only = tmp_path / "sound.mp4"
    text = tmp_path / "text.mp4"
    text.write_text("#EXTM3U\nother.mp4\n", encoding="utf-8")
    a_film(tmp_path / "film.mp4")
    cut = tmp_path / "cut.mp4"
    cut.write_bytes((tmp_path / "film.mp4").read_bytes()[:200])
    sound_only.write_bytes(_only_sound(tmp_path))
    for path in (song, sound_only, text, cut, tmp_path / "none.mp4", tmp_path):
        with pytest.raises((NoPicture, FileUnreadable)) as caught:
            read_film(path)
        assert str(caught.value).count(". ") >= 1, path


def _only_sound(tmp_path) -> bytes:
    import av

    path = tmp_path / "only.mp4"
    with av.open(str(path), "w", format="mp4") as made:
        stream = made.add_stream("aac", rate=48000, layout="mono")
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 4096), np.float32), format="fltp", layout="mono")
        frame.sample_rate = 48000
        made.mux(stream.encode(frame))
        made.mux(stream.encode(None))
    return path.read_bytes()


def test_a_film_that_was_cut_short_gives_what_is_there_or_says_so(tmp_path):
    whole = a_film(tmp_path / "film.webm", kind="webm", codec="libvpx-vp9").read_bytes()
    for share in (0.3, 0.6, 0.9):
        part = tmp_path / "part.webm"
        part.write_bytes(whole[: int(len(whole) * share)])
        try:
            facts = read_film(part)
        except (NoPicture, FileUnreadable):
            continue
        write_film(part, facts, silence_with_clicks(facts.seconds), tmp_path / "out.mp4")
        assert read_film(tmp_path / "out.mp4").pictures == facts.pictures


def test_pictures_that_an_mp4_cannot_hold_are_said_and_leave_nothing(tmp_path):
    film = a_film(tmp_path / "film.mkv", kind="matroska", codec="libvpx")
    with pytest.raises(NoPicture, match="cannot hold"):
        write_film(film, read_film(film), silence_with_clicks(Fraction(2)), tmp_path / "out.mp4")
    assert [path.name for path in tmp_path.iterdir()] == ["film.mkv"]


def test_a_film_whose_pictures_have_no_times_is_refused(tmp_path):
    film = a_film(tmp_path / "film.mkv", kind="matroska", codec="libx264")
    with pytest.raises(NoPicture, match="no times"):
        read_film(film)
