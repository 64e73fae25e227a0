"""A lesson on the class screen."""

import pytest

from evidence.library import Library
from evidence.safety.adults import QUIET_SECONDS
from lessons.units.load import shipped_units
from studio.ui.app import StudioApp
from studio.ui.screens.home import HomeScreen
from studio.ui.screens.lessons.lessons import LessonsScreen
from studio.ui.screens.lessons.present import PresentScreen
from studio.ui.text import SAFE_GLYPHS
from tests.lessons.units.a_unit import a_unit
from tests.ui.fakes import NOW, FakeSoundIO, Keyboard

UNIT = {unit.id: unit for unit in shipped_units()}["Y3-B"]


class Clock:
    """Seconds that the tests turn."""

    def __init__(self) -> None:
        self.now = 5000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def stopwatch() -> Clock:
    return Clock()


async def shown(app, pilot, stopwatch, unit=UNIT) -> Keyboard:
    keys = Keyboard(pilot)
    await keys.settle()
    app.push_screen(PresentScreen(unit, clock=stopwatch))
    await keys.settle()
    return keys


async def pass_by(app, keys, stopwatch, seconds) -> None:
    stopwatch.now += seconds
    app.screen.countdown.look()
    await keys.settle()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_each_part_is_shown_big_with_its_steps(app, stopwatch, size):
    async with app.run_test(size=size) as pilot:
        keys = await shown(app, pilot, stopwatch)
        for number, part in enumerate(UNIT.parts, start=1):
            drawn = keys.screen()
            assert f"part {number} of 5" in drawn
            assert drawn.count("█") > 60
            assert part.do[0].split(".")[0][:40] in drawn
            strange = {g for g in drawn if not (" " <= g <= "~" or g in SAFE_GLYPHS | {"\n"})}
            assert strange == set()
            await keys.press("right")
        assert "part 5 of 5" in keys.screen()
        assert "next part" not in keys.screen()


async def test_the_timer_starts_pauses_grows_and_is_set_back(app, stopwatch):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await shown(app, pilot, stopwatch)
        minutes = UNIT.parts[0].minutes
        countdown = app.screen.countdown
        assert countdown.shown == minutes * 60
        assert "ready" in keys.screen()
        await keys.press("space")
        await pass_by(app, keys, stopwatch, 60)
        assert countdown.shown == minutes * 60 - 60
        assert "Space pause" in keys.screen()
        await keys.press("space")
        await pass_by(app, keys, stopwatch, 60)
        assert countdown.shown == minutes * 60 - 60
        assert "paused" in keys.screen()
        await keys.press("+")
        assert countdown.shown == minutes * 60
        await keys.press("space", "+", "r")
        assert (countdown.shown, countdown.state) == (minutes * 60, "set")


async def test_time_up_is_said_in_words_and_can_go_on(app, stopwatch):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await shown(app, pilot, stopwatch)
        await keys.press("space")
        await pass_by(app, keys, stopwatch, UNIT.parts[0].minutes * 60)
        assert keys.screen().count("Time is up.") == 2
        await keys.press("+")
        await pass_by(app, keys, stopwatch, 20)
        assert app.screen.countdown.shown == 40
        assert "Time is up." not in keys.screen()


async def test_each_part_keeps_its_time_and_a_running_one_hands_on(app, stopwatch):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await shown(app, pilot, stopwatch)
        await keys.press("space")
        await pass_by(app, keys, stopwatch, 30)
        await keys.press("right")
        assert app.screen.countdown.is_running
        await pass_by(app, keys, stopwatch, 10)
        await keys.press("left")
        countdown = app.screen.countdown
        assert (countdown.shown, countdown.state) == (UNIT.parts[0].minutes * 60 - 30, "paused")
        await keys.press("right")
        assert (countdown.shown, countdown.state) == (UNIT.parts[1].minutes * 60 - 10, "paused")
        await keys.press("right")
        assert countdown.state == "set"


async def test_what_to_say_and_to_ask_comes_with_a_key_and_goes_with_it(app, stopwatch):
    unit = a_unit()
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await shown(app, pilot, stopwatch, unit)
        assert "Ready? Listen." not in keys.screen()
        await keys.press("s")
        assert "“Ready? Listen.”" in keys.screen()
        assert "S what we do" in keys.screen()
        await keys.press("s")
        assert "1  Listen." in keys.screen()
        await keys.press("a")
        drawn = keys.screen()
        assert "1  Listen." not in drawn
        assert drawn.count("█") > 150, "the question is drawn big"
        await keys.press("right")
        assert "1  Listen." in keys.screen()


async def test_the_words_of_the_lesson_come_with_a_key(app, stopwatch):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await shown(app, pilot, stopwatch)
        await keys.press("w")
        assert UNIT.words[0].means in keys.screen()
        assert "W what we do" in keys.screen()
        await keys.press("right")
        assert UNIT.words[0].means not in keys.screen()
        await keys.press("escape")
        short = a_unit(('words = [["ring", "to sound like a bell"]]', "words = []"))
        await shown(app, pilot, stopwatch, short)
        assert "W words" not in keys.screen()


async def test_a_part_without_a_question_has_no_key_for_it(app, stopwatch):
    unit = a_unit(('ask = "What did you hear?"', ""))
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await shown(app, pilot, stopwatch, unit)
        assert "A ask" not in keys.screen()
        await keys.press("a")
        assert app.screen.side == "do"
        await keys.press("right")
        assert "A ask" in keys.screen()


async def test_the_class_sees_nothing_that_is_for_the_teacher_alone(app, stopwatch):
    unit = a_unit()
    async with app.run_test(size=(120, 40)) as pilot:
        keys = await shown(app, pilot, stopwatch, unit)
        drawn = ""
        for _ in unit.parts:
            drawn += keys.screen()
            for key in ("s", "a", "a"):
                await keys.press(key)
                drawn += keys.screen()
            await keys.press("right")
        assert "in secret" not in drawn
        assert "Working" not in drawn
        assert "Oak School" not in drawn


async def test_a_long_list_of_steps_scrolls_while_the_arrows_turn_the_parts(app, stopwatch):
    steps = ", ".join(f'"Step number {number}."' for number in range(1, 26))
    unit = a_unit(('do = ["Listen.", "Play."]', f"do = [{steps}]"))
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await shown(app, pilot, stopwatch, unit)
        assert "Step number 25." not in keys.screen()
        await keys.press(*["down"] * 16)
        assert "Step number 25." in keys.screen()
        await keys.press("right")
        assert "part 2 of 5" in keys.screen()
        await keys.press("left")
        assert "Step number 1." in keys.screen()


@pytest.mark.parametrize(("on", "back"), [("enter", "backspace"), ("pagedown", "pageup")])
async def test_two_keys_lead_through_the_whole_lesson_and_back(app, stopwatch, on, back):
    steps = ", ".join(f'"Step number {number}."' for number in range(1, 26))
    unit = a_unit(('do = ["Listen.", "Play."]', f"do = [{steps}]"))
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await shown(app, pilot, stopwatch, unit)
        assert "Enter start the time" in keys.screen()
        assert "one back" not in keys.screen()
        await keys.press(on)
        assert app.screen.countdown.is_running
        pages = [keys.screen()]
        while "Enter read on" in pages[-1]:
            await keys.press(on)
            pages.append(keys.screen())
        assert all(any(f"Step number {number}." in page for page in pages) for number in range(1, 26))
        assert "Enter the question" in keys.screen()
        asked = 0
        for _ in range(20):
            asked += app.screen.side == "ask"
            await keys.press(on)
        assert asked >= 1
        assert "part 5 of 5" in keys.screen()
        assert app.screen.countdown.is_running, "time hands on from part to part"
        for _ in range(30):
            await keys.press(back)
        assert "part 1 of 5" in keys.screen()
        assert "Step number 1." in keys.screen()


async def test_every_unit_is_shown_with_two_keys_and_no_line_is_broken_twice(app, stopwatch):
    async with app.run_test(size=(80, 24)) as pilot:
        for unit in shipped_units():
            keys = await shown(app, pilot, stopwatch, unit)
            for _ in range(40):
                words = app.screen.query_one("#words")
                page = app.screen.query_one("#page").scrollable_content_region.width
                if words.display:
                    assert max(len(line) for line in str(words.content).split("\n")) <= page, unit.id
                if not app.screen.on_words():
                    break
                await keys.press("enter")
            assert "part 5 of 5" in keys.screen()
            await keys.press("escape")


async def test_a_small_window_and_a_long_lesson_end_nothing(app, stopwatch):
    steps = ", ".join(f'"Step {number} {"word " * 40}."' for number in range(25))
    unit = a_unit(('do = ["Listen.", "Play."]', f"do = [{steps}]"))
    async with app.run_test(size=(20, 6)) as pilot:
        keys = await shown(app, pilot, stopwatch, unit)
        await keys.press("space", "s", "a", "right", "left", "down", "pagedown", "pageup")
        await pilot.resize_terminal(100, 30)
        await keys.settle()
        assert "part 1 of 5" in keys.screen()


class TestBehindTheDoor:
    """With a PIN: a class may listen longer than adult mode lasts without a key."""

    @pytest.fixture
    def ticks(self) -> Clock:
        return Clock()

    @pytest.fixture
    def locked(self, tmp_path, ticks) -> StudioApp:
        library = Library.open(tmp_path / "pin", create=True, school="Oak School", clock=lambda: NOW)
        library.adults._ticking = ticks
        library.adults.set_pin("482913")
        return StudioApp(library, sound_io=FakeSoundIO(), clock=lambda: NOW)

    async def at_the_lesson(self, app, pilot, stopwatch) -> Keyboard:
        keys = Keyboard(pilot)
        await keys.settle()
        app.open_place("lessons")
        await keys.settle()
        app.push_screen(PresentScreen(UNIT, clock=stopwatch))
        await keys.settle()
        app.door.watch()
        return keys

    async def test_it_stays_while_it_is_shown(self, locked, ticks, stopwatch):
        async with locked.run_test() as pilot:
            await self.at_the_lesson(locked, pilot, stopwatch)
            for _ in range(20):
                ticks.now += 60
                locked.screen.stay()
                locked.door.watch()
            assert isinstance(locked.screen, PresentScreen)

    async def test_a_long_one_ends_in_pupil_mode(self, locked, stopwatch):
        async with locked.run_test() as pilot:
            keys = await self.at_the_lesson(locked, pilot, stopwatch)
            stopwatch.now += QUIET_SECONDS + 1
            await keys.press("escape")
            assert isinstance(locked.screen, HomeScreen)
            assert locked.door.is_locked
            assert "Pupil mode" in keys.screen()

    async def test_a_short_look_leads_back(self, locked, stopwatch):
        async with locked.run_test() as pilot:
            keys = await self.at_the_lesson(locked, pilot, stopwatch)
            stopwatch.now += 60
            await keys.press("escape")
            assert isinstance(locked.screen, LessonsScreen)
            assert not locked.door.is_locked
