from evidence.entry import SoundUse
from evidence.route import route, routes
from studio.audio.recipe import Recipe
from tests.evidence.given import a_draft, a_library, add_a_sound


def test_the_way_of_a_sound_from_hardware_to_product(tmp_path):
    library = a_library(tmp_path)
    sound = add_a_sound(library)
    changed = sound.with_recipe(Recipe.parse(["gain 3", "reverse"]))
    library.save_sound(changed, "edited", was=sound)
    entry = library.add_entry(a_draft("Show", sounds=(SoundUse.of(changed),), type="presentation"))
    (stations,) = routes(library, entry).values()
    assert stations[0] in ("recorded with a microphone", "came in as a file")
    assert stations[1].endswith("kHz")
    assert stations[2] == "louder by 3.0 dB, play it backwards"
    assert len(stations) == 4


def test_of_a_sound_that_is_gone_only_what_is_known_is_said(tmp_path):
    sound = add_a_sound(a_library(tmp_path))
    many = SoundUse.of(sound.with_recipe(Recipe.parse(["reverse"] * 7)))
    stations = route(many, None)
    assert stations[0] == "a sound"
    assert stations[-1].endswith("3 more steps")


def test_a_sound_put_together_says_so_and_ours_with_a_found_one_in_it_is_not_found(tmp_path):
    library = a_library(tmp_path)
    one = add_a_sound(library, credit="Ann, CC0", made_of=["S-0005"])
    assert route(SoundUse.of(one), one)[0] == "recorded with a microphone"
    two = add_a_sound(library, hertz=300, made_of=["S-0005", "S-0006"])
    assert route(SoundUse.of(two), two)[0] == "put together from 2 sounds"
