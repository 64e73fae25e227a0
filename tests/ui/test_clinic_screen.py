"""The edit clinic on the screen: the patients come in, are mended, and only adults turn the cards over."""

import pytest

from studio.clinic import patients
from studio.ui.screens.sounds.clinic import ClinicScreen
from studio.ui.screens.sounds.clinic_cards import ClinicCardsScreen
from studio.ui.screens.sounds.one_sound import OneSoundScreen
from tests.ui.fakes import Keyboard

PIN = "482913"
SIZES = ((80, 24), (120, 40))
FIRST, *_, LAST = patients()


async def at_the_clinic(pilot) -> Keyboard:
    keys = Keyboard(pilot)
    await keys.settle()
    await keys.press("2", "c")
    assert isinstance(keys.app.screen, ClinicScreen)
    return keys


def words_of(keys: Keyboard) -> str:
    return " ".join(keys.screen().split())


@pytest.mark.parametrize("size", SIZES)
async def test_the_cards_are_read_before_anybody_is_in(app, library, size):
    async with app.run_test(size=size) as pilot:
        keys = await at_the_clinic(pilot)
        assert keys.screen().count("not in yet") == len(patients())
        assert "Enter bring them in" in keys.screen()
        for number, patient in enumerate(patients(), 1):
            await keys.press(str(number))
            assert patient.hear in words_of(keys)
            assert patient.wrong not in words_of(keys)
            for step in patient.steps:
                assert step in words_of(keys), "every step is in sight"
    assert library.sounds() == ()


async def test_they_come_in_with_one_key_and_are_mended_with_the_next(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await at_the_clinic(pilot)
        await keys.press("enter")
        assert [sound.title for sound in library.sounds()] == [patient.title for patient in patients()]
        assert "not treated yet" in keys.screen()
        await keys.press("3", "enter")
        assert isinstance(app.screen, OneSoundScreen)
        await keys.press("r", "escape")
        assert "1 step taken" in keys.screen()
        await keys.press("space")
        assert app.screen.is_hearing


async def test_what_is_wrong_is_for_adults_to_turn_over(app, library):
    library.adults.set_pin(PIN)
    library.adults.lock()
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await at_the_clinic(pilot)
        await keys.press("t", "escape")
        assert FIRST.wrong not in words_of(keys)
        await keys.press("t")
        await keys.type(PIN)
        await keys.press("enter")
        assert FIRST.wrong in words_of(keys)
        assert "T its card" in keys.screen()
        await keys.press("down")
        assert FIRST.wrong not in words_of(keys)
        assert patients()[1].wrong not in words_of(keys)


async def test_the_cards_are_printed_without_the_answers(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await at_the_clinic(pilot)
        await keys.press("p")
        assert isinstance(app.screen, ClinicCardsScreen)
        await keys.press("f", "f", "f", "p")
        [file] = library.exports.glob("patients-cards*.txt")
    text = " ".join(file.read_text(encoding="utf-8").split())
    assert all(patient.title in text and patient.wrong not in text for patient in patients())


async def test_the_sheets_for_lessons_lead_there_too(app):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        await keys.press("7", "w", "c")
        assert isinstance(app.screen, ClinicScreen)
        await keys.press("6")
        assert LAST.says in words_of(keys)


async def test_a_disk_that_is_full_is_said_and_can_be_tried_again(app, library, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    async with app.run_test(size=(80, 24)) as pilot:
        keys = await at_the_clinic(pilot)
        with monkeypatch.context() as patch:
            patch.setattr("studio.takes.add_sound", full)
            await keys.press("enter")
        assert "no space left" in keys.screen()
        await keys.press("enter")
        assert len(library.sounds()) == len(patients())
