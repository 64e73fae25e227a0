from evidence.bundle.credits import credits_of
from evidence.credit_card import CreditCard
from evidence.inheritance import inherited, made_from, parts_of
from tests.evidence.given import a_library, add_a_sound

RAIN = CreditCard(title="Rain", author="Ann", licence="BY-NC", link="a page")
WIND = CreditCard(title="Wind", author="Ben", licence="BY")


def test_everybody_who_made_a_part_made_the_whole(tmp_path):
    library = a_library(tmp_path)
    one = add_a_sound(library, by="Y4-heron", partners=("Y4-otter",), year="Y4")
    other = add_a_sound(library, hertz=300, by="Y4-otter", partners=("Y5-newt",), year="Y4")
    facts = inherited([one, other])
    assert facts.makers == ("Y4-heron", "Y4-otter", "Y5-newt")
    assert (facts.year, facts.origin, facts.credit, facts.card) == ("Y4", "recorded", "", None)
    assert inherited([one, add_a_sound(library, hertz=200)]).year is None


def test_our_sound_with_a_found_one_in_it_is_ours_and_thanks_for_it(tmp_path):
    library = a_library(tmp_path)
    voice = add_a_sound(library, "Voice", by="Y4-heron")
    rain = add_a_sound(library, "Rain", hertz=300, origin="imported", card=RAIN)
    wind = add_a_sound(library, "Wind", hertz=200, origin="imported", card=WIND)
    moo = add_a_sound(library, "Moo", hertz=100, origin="shipped")
    facts = inherited([voice, rain, wind, moo, rain])
    assert facts.origin == "recorded"
    assert facts.credit == (
        "“Rain” by Ann (CC BY-NC, not for sale) a page; “Wind” by Ben (CC BY); "
        "“Moo” is made from a sound that comes with Soundingboard, by Soundingboard (CC0-1.0)."
    )
    assert facts.card == CreditCard(title="Rain; Wind", author="Ann; Ben", licence="BY-NC")
    mix = add_a_sound(
        library, "Storm", hertz=50, origin=facts.origin, credit=facts.credit, made_of=(voice.id, rain.id)
    )
    assert not mix.is_found
    assert (
        credits_of([mix])[mix.id].words("Storm").startswith("“Storm” is ours, with sounds of others in it: ")
    )


def test_found_sounds_alone_stay_found(tmp_path):
    library = a_library(tmp_path)
    rain = add_a_sound(library, "Rain", origin="imported", credit="Ann, CC0")
    moo = add_a_sound(library, "Moo", hertz=300, origin="shipped")
    both = inherited([rain, moo])
    assert both.origin == "imported"
    assert both.credit.startswith("Ann, CC0; “Moo” is made from")
    assert (inherited([moo]).origin, inherited([moo]).credit) == ("shipped", "")


def test_what_was_brought_in_becomes_made_with_found_sounds_in_it(tmp_path):
    library = a_library(tmp_path)
    ours = add_a_sound(library, origin="imported")
    moo = add_a_sound(library, "Moo", hertz=300, origin="shipped")
    assert inherited([ours]).origin == "imported"
    assert inherited([ours, moo]).origin == "made"


def test_credits_without_room_are_counted(tmp_path):
    library = a_library(tmp_path)
    found = [
        add_a_sound(library, hertz=100 + number, origin="imported", credit=f"{'x' * 60} {number}")
        for number in range(5)
    ]
    assert inherited(found).credit.endswith("; and 3 more sounds")


def test_what_was_made_of_a_sound_is_found_through_others_and_back(tmp_path):
    library = a_library(tmp_path)
    one = add_a_sound(library)
    other = add_a_sound(library, hertz=300)
    copy = add_a_sound(library, hertz=200, made_of=(one.id,))
    mix = add_a_sound(library, hertz=100, made_of=(copy.id, other.id))
    sounds = library.sounds()
    assert {each.id for each in made_from(sounds, [one.id])} == {copy.id, mix.id}
    assert made_from(sounds, [mix.id]) == ()
    assert parts_of(sounds, [mix.id]) == {copy.id, other.id, one.id}


def test_jobs_subject_and_dimensions_come_from_the_parts(tmp_path):
    library = a_library(tmp_path)
    one = add_a_sound(
        library,
        crew=[("recorded", "Y4-fox"), ("played", "Y4-heron")],
        subject="Science",
        dimensions=["pitch"],
    )
    other = add_a_sound(
        library, hertz=300, crew=[("recorded", "Y4-fox")], subject="science", dimensions=["tempo", "pitch"]
    )
    facts = inherited([one, other, add_a_sound(library, hertz=200)])
    assert facts.crew == (("played", "Y4-heron"), ("recorded", "Y4-fox"))
    assert (facts.subject, facts.dimensions) == ("Science", ("pitch", "tempo"))
    assert inherited([one, add_a_sound(library, hertz=100, subject="Art")]).subject == ""


def test_who_put_it_together_comes_first_and_of_no_parts_it_was_made(tmp_path):
    part = add_a_sound(a_library(tmp_path), by="Y4-heron", partners=("Y4-otter",))
    fields = inherited([part]).fields("Y4-otter")
    assert (fields["by"], fields["partners"]) == ("Y4-otter", ["Y4-heron"])
    assert (inherited([]).origin, inherited([]).fields()["by"]) == ("made", None)
