"""The door to adults' places in the app."""

import pytest

from evidence.safety.adults import QUIET_SECONDS, Adults
from studio.ui.screens.home import HomeScreen
from tests.ui.fakes import Keyboard

PIN = "482913"


@pytest.fixture
def ticking(library):
    """The library's PIN is set, pupils are at the keyboard; the seconds pass when the test says so."""
    seconds = [0.0]
    library.adults = Adults(library.folder, ticking=lambda: seconds[0])
    library.adults.set_pin(PIN)
    library.adults.lock()
    return seconds


async def give_pin(keys: Keyboard, pin: str = PIN) -> None:
    await keys.press(*pin, "enter")
    await keys.app.workers.wait_for_complete()
    await keys.settle()


async def test_a_pin_is_set_with_one_key_and_typed_twice_unseen(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("a", *PIN)
        assert PIN not in keys.screen()
        await keys.press("enter")
        await give_pin(keys)
        assert "Adult mode" in keys.screen()
        assert "· adult" in keys.screen()
        await keys.press("a")
        assert "Pupil mode" in keys.screen()
    library.adults.unlock(PIN)


async def test_two_pins_that_differ_set_none(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("a", *PIN, "enter", *"482914", "enter")
        assert "not the same" in keys.screen()
    assert not library.adults.has_pin


async def test_an_easy_pin_is_refused_before_it_is_typed_again(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("a", *"12345", "enter")
        assert "That PIN is too easy." in keys.screen()
        assert "once more" not in keys.screen()
    assert not library.adults.has_pin


@pytest.mark.parametrize("place", ["6", "9"])
async def test_pupils_do_not_get_into_adults_places(app, ticking, place):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press(place)
        assert "For adults" in keys.screen()
        await give_pin(keys, "000000")
        assert "That is not the PIN" in keys.screen()
        assert isinstance(app.screen, HomeScreen)
        await keys.press(place, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_the_pin_leads_on_to_the_place_that_was_asked_for(app, ticking):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("9")
        await give_pin(keys)
        assert "Registers" in keys.screen()
        assert not isinstance(app.screen, HomeScreen)


async def test_five_quiet_minutes_lead_home_from_anywhere(app, ticking):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("6")
        await give_pin(keys)
        app.door.watch()
        await keys.press("enter")
        ticking[0] += QUIET_SECONDS - 1
        await keys.press("down")
        ticking[0] += QUIET_SECONDS - 1
        app.door.watch()
        assert not isinstance(app.screen, HomeScreen)
        ticking[0] += 1
        app.door.watch()
        await keys.settle()
        assert isinstance(app.screen, HomeScreen)
        assert "Pupil mode" in keys.screen()
        assert "for adults" in keys.screen()
        await keys.press("9")
        assert "For adults" in keys.screen()


async def test_a_question_that_waits_does_not_stand_in_the_way(app, ticking):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("a")
        await give_pin(keys)
        await keys.press("n", "x")
        ticking[0] += QUIET_SECONDS
        app.door.watch()
        await keys.settle()
        assert "Pupil mode" in keys.screen()


async def test_recording_and_sounds_stay_open_to_pupils(app, ticking):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        for place in "12":
            await keys.press(place)
            assert not isinstance(app.screen, HomeScreen)
            await keys.home()


async def test_the_pin_is_changed_in_the_office_with_the_old_one(app, ticking, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("9")
        await give_pin(keys)
        await keys.press("p", *PIN, "enter", *"111222", "enter")
        await give_pin(keys, "111222")
        assert "The PIN is set" in keys.screen()
    library.adults.lock()
    library.adults.unlock("111222")


async def test_every_line_of_the_office_opens_by_its_number(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("9")
        lines = [line.strip() for line in keys.screen().splitlines() if line.strip()[:1].isdigit()]
        for line in lines:
            number, name = line.split()[:2]
            await keys.press(number)
            assert keys.screen().lstrip().startswith(name), line
            await keys.press("escape")


async def test_a_forgotten_pin_is_replaced_with_the_words_on_paper(app, ticking, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("9")
        await give_pin(keys)
        await keys.press("w", "enter")
        assert "Write these words" not in keys.screen(), "a key pressed by mistake ends no words on paper"
        await keys.press("w")
        await keys.type("yes")
        await keys.press("enter")
        assert "Write these words down" in keys.screen()
        said = next(line for line in keys.screen().splitlines() if "Write these words" in line)
        words = said.partition("·")[0].split()
        assert len(words) == 6
        await keys.press("escape", "a", "a")
        await give_pin(keys, " ".join(words))
        await keys.press("9", "p")
        for answer in (" ".join(words), "111222", "111222"):
            await give_pin(keys, answer)
        assert "The PIN is set" in keys.screen()
    library.adults.lock()
    library.adults.unlock("111222")
