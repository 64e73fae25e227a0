import pytest

from evidence.library import UnknownRecord
from evidence.safety.adults import AdultsOnly
from evidence.safety.withdrawal import withdraw
from lessons.club.profile import Profiles
from rubric.load import shipped_framework


def test_a_profile_is_written_field_by_field(school):
    profiles, code = Profiles(school.library), school.y6[0]
    made = profiles.write(code, instrument="drums", tip="Listen  first.")
    assert (made.title, made.instrument, made.tip) == ("Music Tech Ambassador", "drums", "Listen first.")
    assert made.missing == ("genres", "artists", "software")
    assert profiles.write(code, genres="hip hop").instrument == "drums"
    assert profiles.all() == (profiles.of(code),)
    assert profiles.of(school.y6[1]) is None


def test_what_an_adult_let_be_shown_is_read_again_when_it_changes(school):
    profiles, code = Profiles(school.library), school.y6[0]
    profiles.write(code, tip="Listen.")
    shown = profiles.publish(code)
    assert shown.shown
    assert not profiles.write(code, tip="Shout.").shown
    assert profiles.save(shown) == shown
    assert not profiles.publish(code, shown=False).shown
    school.library.adults.set_pin("482913")
    school.library.adults.lock()
    assert profiles.write(code, tip="Whisper.").tip == "Whisper."
    with pytest.raises(AdultsOnly):
        profiles.save(shown)


def test_a_favourite_sound_is_one_of_the_library(school):
    session = school.plan()[0]
    sound = school.a_sound("Robot", school.y6[0], session)
    profiles = Profiles(school.library)
    assert profiles.write(school.y6[0], sound=sound.id).sound == sound.id
    assert profiles.write(school.y6[0], sound="").sound == ""
    with pytest.raises(UnknownRecord):
        profiles.write(school.y6[0], sound="S-0099")
    with pytest.raises(ValueError, match="photo"):
        profiles.write(school.y6[0], photo="me.jpg")


def test_a_profile_goes_with_its_pupil_and_stays_when_its_sound_goes(school):
    session, profiles = school.plan()[0], Profiles(school.library)
    sound = school.a_sound("Robot", school.y4[0], session)
    profiles.write(school.y6[0], sound=sound.id, tip="Listen.")
    profiles.write(school.y4[0], tip="Whisper.")
    withdraw(school.library, code=school.y4[0], framework=shipped_framework())
    (left,) = profiles.all()
    assert (left.code, left.sound, left.tip) == (school.y6[0], "", "Listen.")
