from datetime import UTC, date, datetime

import pytest

from evidence.bundle.seal import seal_bundle
from evidence.bundle.sizes import MOST, UnknownPreset, entry_size, expected_size, preset, presets
from evidence.entry import Draft, Entry, SoundUse
from evidence.library import Library
from rubric.framework import Claim
from rubric.load import shipped_framework
from studio.audio.recipe import Recipe
from tests.builders import a_sine, a_wav


def test_the_presets_rise():
    assert [(each.id, each.largest) for each in presets()] == [
        ("e-mail", 15_000_000),
        ("share", 250_000_000),
        ("usb", None),
    ]
    assert preset("usb").words == "a USB stick (at most 4.3 GB)"
    assert preset(" E-mail ").words == "an e-mail (at most 15.0 MB)"
    assert MOST < 1 << 32


def test_a_word_that_is_no_preset_is_told_with_the_nearest():
    with pytest.raises(UnknownPreset) as told:
        preset("email")
    assert "e-mail" in told.value.fix


def a_sound_use(seconds: float, *recipe: str) -> SoundUse:
    return SoundUse(
        sound_id="S-0001",
        title="A cow",
        original_sha256="0" * 64,
        recipe_texts=recipe,
        seconds_before=seconds,
        seconds_after=seconds,
        samplerate=48000,
        channels=1,
    )


@pytest.mark.parametrize("number", [1, 30])
@pytest.mark.parametrize("words", ["", "We made robots. " * 60])
@pytest.mark.parametrize("seconds", [0.0, 4.0])
def test_the_size_that_is_expected_is_the_size_that_it_has(tmp_path, number, words, seconds):
    library = Library.open(tmp_path / "library", create=True, school="Oak School")
    uses: tuple[SoundUse, ...] = ()
    if seconds:
        wav = a_wav(tmp_path / "a.wav", a_sine(seconds))
        sound = library.add_sound(wav, title="A tone", origin="recorded")
        uses = (SoundUse.of(sound.with_recipe(Recipe.parse(["reverse"]))),)
    for place in range(number):
        library.add_entry(
            Draft(
                title=f"Robots, part {place}",
                criteria=(Claim("MT1", "gold"), Claim("C6", "silver")),
                year_groups=("Y4",),
                date_happened=date(2026, 7, 1),
                happened=words,
                sounds=uses,
            )
        )
    sealed = seal_bundle(library, tmp_path / "oak.zip", shipped_framework())
    expected = expected_size(library.entries(), log_bytes=library.journal.size())
    assert sealed.size == pytest.approx(expected, rel=0.1)


def test_a_sound_that_was_edited_counts_as_two():
    plain, edited = a_sound_use(60.0), a_sound_use(60.0, "reverse")
    sizes = [
        entry_size(
            Entry(
                id="EV-2026-0001",
                title="A cow",
                criteria=(Claim("MT1", "gold"),),
                date_happened=date(2026, 7, 1),
                date_recorded=datetime(2026, 7, 1, tzinfo=UTC),
                sounds=(use,),
            )
        )
        for use in (plain, edited)
    ]
    assert sizes[1] == pytest.approx(2 * sizes[0], rel=0.01)
    assert sizes[0] > 60 * 96_000 / 8 * (1 + 4 / 3)
