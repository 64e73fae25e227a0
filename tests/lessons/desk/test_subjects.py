import pytest

from evidence.entry import SoundUse
from evidence.papers.paper import Grid
from lessons.desk.subjects import sounds_by_subject
from lessons.sound_tags import UnknownDimension, tag_sound
from studio.takes import keep
from tests.evidence.given import a_draft, a_library, add_a_sound


def test_sounds_are_counted_by_their_own_subject_or_that_of_their_evidence(tmp_path):
    library = a_library(tmp_path)
    sounds = [keep(library, add_a_sound(library, f"Sound {number}")) for number in range(3)]
    tag_sound(library, sounds[0], subject="Science")
    library.add_entry(a_draft("Poem", sounds=(SoundUse.of(sounds[1]),), subject="English"))
    grid = next(block for block in sounds_by_subject(library).blocks if isinstance(block, Grid))
    assert [row[:2] for row in grid.rows] == [("English", "1"), ("Science", "1"), ("not said", "1")]


def test_a_sound_is_tagged_with_what_it_is_about(tmp_path):
    library = a_library(tmp_path)
    sound = tag_sound(library, add_a_sound(library), dimensions=["Tempo", "pitch", "tempo"])
    assert sound.dimensions == ("pitch", "tempo")
    assert tag_sound(library, sound, subject="[b]Art").subject == "[b]Art"
    with pytest.raises(UnknownDimension, match="loudnes"):
        tag_sound(library, sound, dimensions=["loudnes"])
