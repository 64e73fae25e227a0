import zipfile
from dataclasses import replace

from evidence.bundle.credits import Credit, credit_lines, credits_of
from evidence.bundle.seal import seal_bundle
from evidence.entry import SoundUse
from rubric.load import shipped_framework
from tests.evidence.given import a_draft, a_library, add_a_sound


def test_only_sounds_that_came_with_the_program_have_a_credit(tmp_path):
    library = a_library(tmp_path)
    add_a_sound(library, "Our own")
    moo = add_a_sound(library, "Moo", hertz=330.0, origin="shipped")
    renamed = add_a_sound(library, "Farm, take 2", hertz=220.0, origin="shipped")
    assert credits_of(library.sounds()) == {
        moo.id: Credit("Soundingboard", "CC0-1.0"),
        renamed.id: Credit("Soundingboard", "CC0-1.0"),
    }


def test_a_library_of_its_own_sounds_thanks_nobody(tmp_path):
    assert credits_of(a_library(tmp_path).sounds()) == {}


def test_each_sound_is_thanked_for_once():
    credit = Credit("Ann", "CC-BY-4.0")
    assert credit_lines([("Moo", credit), ("Moo", credit), ("Rain", Credit("Ben", ""))]) == [
        "“Moo” is made from a sound that comes with Soundingboard, by Ann (CC-BY-4.0).",
        "“Rain” is made from a sound that comes with Soundingboard, by Ben.",
    ]


def test_a_sound_from_elsewhere_is_thanked_for_in_the_bundle(tmp_path):
    library = a_library(tmp_path)
    brought = add_a_sound(library, "Thunder", origin="imported")
    thunder = library.save_sound(replace(brought, credit="a free library of weather, CC0"), "credited")
    assert thunder.is_found
    use = SoundUse.of(thunder)
    library.add_entry(a_draft(sounds=(use,)))
    sealed = seal_bundle(library, tmp_path / "b.zip", shipped_framework())
    with zipfile.ZipFile(sealed.path) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith("data/credits.txt")]
        told = archive.read(name).decode()
    assert told == "“Thunder” was found elsewhere: a free library of weather, CC0\n"
