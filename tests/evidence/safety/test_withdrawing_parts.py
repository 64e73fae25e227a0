"""A voice lives on in what was joined, mixed or copied from it: there, too, it goes."""

import pytest

from evidence.entry import SoundUse
from evidence.library import Library, UnknownRecord
from evidence.safety.releases import Releases
from evidence.safety.withdrawal import preview, withdraw
from rubric.load import shipped_framework
from studio.whose import say_whose
from tests.evidence.given import a_draft, a_library, add_a_sound

FRAMEWORK = shipped_framework()


@pytest.fixture
def library(tmp_path) -> Library:
    return a_library(tmp_path)


@pytest.fixture
def choir(library):
    """Two voices, a copy of a part of one, and a mix of that with the other."""
    heron = add_a_sound(library, "Heron", by="Y4-heron")
    newt = add_a_sound(library, "Newt", hertz=300, by="Y5-newt")
    part = add_a_sound(library, "Part", hertz=200, by="Y4-heron", made_of=(heron.id,))
    mix = add_a_sound(
        library, "Choir", hertz=100, by="Y4-heron", partners=("Y5-newt",), made_of=(part.id, newt.id)
    )
    return heron, newt, part, mix


def gone(library, *sounds):
    for sound in sounds:
        with pytest.raises(UnknownRecord):
            library.sound(sound.id)
        assert not library.original_path(sound).exists()


def test_withdrawing_a_person_takes_what_was_made_of_their_voice(library, choir):
    heron, newt, part, mix = choir
    used = library.add_entry(a_draft(sounds=(SoundUse.of(mix),), people=("Y5-newt",)))
    withdraw(library, code="Y4-heron", framework=FRAMEWORK)
    gone(library, heron, part, mix)
    assert library.original_path(newt).exists()
    assert library.entry(used.id).status == "withdrawn"


def test_it_goes_even_where_the_mix_does_not_say_whose_it_is(library):
    voice = add_a_sound(library, "Voice", by="Y4-heron")
    mix = add_a_sound(library, "Mix", hertz=300, made_of=(voice.id,))
    again = add_a_sound(library, "Mix once more", hertz=300)  # the same recording, brought in again
    last = add_a_sound(library, "Of that", hertz=200, made_of=(again.id,))
    withdraw(library, code="Y4-heron", framework=FRAMEWORK)
    gone(library, voice, mix, again, last)


def test_withdrawing_a_sound_takes_what_was_made_of_it_and_says_so_first(library, choir):
    heron, newt, part, mix = choir
    seen = preview(library, sound_id=heron.id)
    assert {sound.title for sound in seen.reach.sounds} == {"Heron", "Part", "Choir"}
    withdraw(library, sound_id=heron.id, framework=FRAMEWORK)
    gone(library, heron, part, mix)
    assert library.original_path(newt).exists()


def test_withdrawing_an_entry_takes_what_was_made_of_its_sound(library, choir):
    heron, _, part, mix = choir
    entry = library.add_entry(a_draft(sounds=(SoundUse.of(heron),)))
    withdraw(library, entry_id=entry.id, framework=FRAMEWORK)
    gone(library, heron, part, mix)


def test_a_part_stays_for_evidence_of_what_was_made_of_it(library, choir):
    heron, _, _, mix = choir
    entry = library.add_entry(a_draft(sounds=(SoundUse.of(heron),)))
    library.add_entry(a_draft("Choir", sounds=(SoundUse.of(mix),)))
    done = withdraw(library, entry_id=entry.id, framework=FRAMEWORK)
    assert library.sound(heron.id).title == "Heron"
    assert any("A recording stays" in line for line in done.stays)


def test_the_no_of_any_maker_holds_the_whole(library, choir):
    *_, mix = choir
    entry = library.add_entry(a_draft(sounds=(SoundUse.of(mix),), status="accepted"))
    releases = Releases(library)
    releases.set("Y4-heron", "website", "yes")
    releases.set("Y5-newt", "website", "no")
    (blocked,) = releases.gate([library.entry(entry.id)], "website").blocked
    assert blocked.reason.startswith("There is a “no” for ")
    assert blocked.reason.endswith(": Y5-newt.")


def test_who_made_a_part_is_said_of_the_whole_even_when_it_is_said_later(library):
    voice = add_a_sound(library, "Voice")
    mix = add_a_sound(library, "Mix", hertz=300, by="Y5-newt", made_of=(voice.id,))
    say_whose(library, voice, by="Y4-heron", partners=["Y5-newt"])
    assert library.sound(mix.id).makers == ("Y5-newt", "Y4-heron")
