import pytest
from rich.cells import cell_len

from studio import takes
from studio.audio.recipe import Step
from studio.labels import put_label
from studio.ui.screens.sounds.labels import LabelsScreen
from studio.ui.screens.sounds.more import MoreScreen
from studio.ui.screens.sounds.one_sound import OneSoundScreen
from studio.ui.widgets.waveform import Waveform
from tests.ui.fakes import Keyboard, a_sound

LINES = ("3", "[", "6", "]")


@pytest.fixture
def take(library):
    return a_sound(library, "Take")


def names(library, take):
    return [step.name for step in library.sound(take.id).recipe.steps]


async def more(pilot, *before):
    keys = Keyboard(pilot)
    await keys.press("2", "enter", *before, "m")
    return keys


async def test_the_page_stands_at_the_same_place_and_so_does_the_way_back(app, take):
    async with app.run_test() as pilot:
        keys = await more(pilot, *LINES, "+", "+")
        assert isinstance(app.screen, MoreScreen)
        assert "0.90 s between the lines" in keys.screen()
        place = app.screen.query_one(Waveform).place
        await keys.press("m")
        assert isinstance(app.screen, OneSoundScreen)
        assert app.screen.query_one(Waveform).place == place


@pytest.mark.parametrize(("key", "name", "seconds"), [("t", "cut", 2.1), ("s", "silence", 3.0)])
async def test_what_is_between_the_lines_is_taken_out_or_made_silent(
    app, library, take, sound_io, key, name, seconds
):
    async with app.run_test() as pilot:
        keys = await more(pilot, *LINES)
        await keys.press(key)
        [step] = library.sound(take.id).recipe.steps
        assert step.name == name
        assert step.values == pytest.approx((0.9, 1.8), abs=0.005)
        assert sound_io.the_player.played[-1][0] == pytest.approx(seconds, abs=0.01)
        assert "Z takes it back" in keys.screen()
        await keys.press("z")
    assert names(library, take) == []


async def test_without_lines_those_keys_say_what_is_missing(app, library, take):
    async with app.run_test() as pilot:
        keys = await more(pilot)
        for key in ("t", "s", "c"):
            await keys.press("right")
            await keys.press(key)
            assert "There is nothing between lines." in keys.screen(), key
        assert names(library, take) == []
        assert len(library.sounds()) == 1


async def test_what_was_said_of_lines_is_gone_with_the_lines(app, library, take):
    async with app.run_test() as pilot:
        keys = await more(pilot)
        await keys.press("escape", "4", "[", "6", "]")
        assert "Stop line at" in keys.screen()
        await keys.press("m", "t", "escape")
        assert "Stop line at" not in keys.screen()


async def test_cuts_go_to_where_the_wave_crosses_zero(app, library, take):
    async with app.run_test() as pilot:
        keys = await more(pilot, "4", "[", "6", "]")
        await keys.press("t")
    [step] = library.sound(take.id).recipe.steps
    with takes.rendition(library, take) as source:
        for seconds in step.values:
            at = round(seconds * 48000)
            frames = source.read(at - 1, at + 2)
            assert abs(frames[1, 0]) <= abs(frames[2, 0] - frames[0, 0])


async def test_the_part_is_copied_to_a_new_sound_and_z_bins_it(app, library, take, sound_io):
    async with app.run_test() as pilot:
        keys = await more(pilot, *LINES)
        await keys.press("c")
        copy = library.sounds()[-1]
        assert copy.title == "Take, a part"
        assert copy.seconds == pytest.approx(0.9, abs=0.01)
        assert "“Take, a part”" in keys.screen()
        await keys.press("z")
        assert library.sound(copy.id).binned
        await keys.press("y")
        assert not library.sound(copy.id).binned
    assert names(library, take) == []


async def test_a_sound_is_divided_at_the_cursor(app, library, take):
    async with app.run_test() as pilot:
        keys = await more(pilot, "5")
        await keys.press("d")
        made = library.sounds()[1:]
        assert [sound.title for sound in made] == ["Take 1", "Take 2"]
        assert sum(sound.seconds for sound in made) == pytest.approx(3.0)
        await keys.press("z")
    assert [sound.binned for sound in library.sounds()] == [False, True, True]


async def test_a_pause_is_put_in_and_the_next_press_makes_it_longer(app, library, take):
    async with app.run_test() as pilot:
        keys = await more(pilot, "1")
        await keys.press("p", "p")
        [step] = library.sound(take.id).recipe.steps
        assert (step.name, step.values[1]) == ("pause", 2.0)
        await keys.press("z")
    assert names(library, take) == []


async def test_levels_are_typed_as_exact_numbers(app, library, take):
    async with app.run_test() as pilot:
        keys = await more(pilot)
        await keys.press("v")
        await keys.type("-6,5 dB")
        await keys.press("enter", "u", "enter")
        assert library.sound(take.id).recipe.texts() == ["gain -6.5", "normalise -1"]
        await keys.press("v")
        await keys.type("loud")
        await keys.press("enter")
        assert "! “gain” cannot use “loud”" in keys.screen()
    assert names(library, take) == ["gain", "normalise"]


async def test_the_last_fade_takes_its_next_shape(app, library, take):
    async with app.run_test() as pilot:
        keys = await more(pilot, "o")
        await keys.press("i")
        assert library.sound(take.id).recipe.texts() == ["fade-out 0.75 gentle"]
        await keys.press("i", "i")
        assert library.sound(take.id).recipe.texts() == ["fade-out 0.75 straight"]
        await keys.press("z", "i")
        assert "The last step is no fade." in keys.screen()
    assert names(library, take) == []


async def test_a_label_is_put_at_the_cursor_and_shown_above_the_wave(app, library, take):
    async with app.run_test() as pilot:
        keys = await more(pilot, "5")
        await keys.press("l")
        await keys.type("[/bold] moo")
        await keys.press("enter")
        assert "▼[/bold] moo" in keys.screen()
        [label] = library.sound(take.id).labels
        assert (label.seconds, label.words) == (1.5, "[/bold] moo")
        await keys.press("escape")
        assert "▼[/bold] moo" in keys.screen()
        await keys.press("z")
        assert "▼" not in keys.screen()
        await keys.press("y")
        assert "▼[/bold] moo" in keys.screen()
    assert len(library.sound(take.id).labels) == 1


async def test_labels_near_to_each_other_and_of_any_letters_keep_to_their_places(app, library, take):
    placed = [(0.9, "a very long label indeed"), (1.0, "ねこ\x1b[31m"), (1.02, "c"), (2.99, "end")]
    for seconds, words in placed:
        take = put_label(library, take, seconds, words)
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "enter")
        line = next(line for line in keys.screen().splitlines() if "▼" in line)
        assert line.count("▼") >= 3
        assert cell_len(line) == 80
        assert "▼a " in line
        await keys.press("3", "+", "+", "+", "+")
        assert "▼a very long" in keys.screen()


async def test_a_label_stays_with_its_moment_whatever_is_cut(app, library, take):
    async with app.run_test() as pilot:
        keys = await more(pilot, "5")
        await keys.press("l")
        await keys.type("half")
        await keys.press("enter", "escape", "1", "[", "c")
        wave = app.screen.query_one(Waveform)
        [(frame, _)] = wave.labels
        assert frame / 48000 == pytest.approx(1.2, abs=0.01)
        await keys.press("9", "[", "c")
        assert wave.labels == ()
        await keys.press("z")
        assert [words for _, words in wave.labels] == ["half"]


async def test_labels_are_gone_to_renamed_and_taken_off(app, library, take):
    async with app.run_test() as pilot:
        keys = await more(pilot, "5")
        for at, words in (("7", "late"), ("2", "early")):
            await keys.press("escape", at, "m", "l")
            await keys.type(words)
            await keys.press("enter")
        await keys.press("e")
        assert isinstance(app.screen, LabelsScreen)
        lines = [line for line in keys.screen().splitlines() if "0:0" in line]
        assert [line.split() for line in lines] == [["0:00.60", "early"], ["0:02.10", "late"]]
        await keys.press("down", "n")
        await keys.type("very late")
        await keys.press("enter")
        assert "0:02.10     very late" in keys.screen()
        await keys.press("up", "d")
        assert "early" not in keys.screen()
        await keys.press("z")
        assert "early" in keys.screen()
        await keys.press("down", "enter")
        assert isinstance(app.screen, MoreScreen)
        assert app.screen.query_one(Waveform).cursor == round(2.1 * 48000)


async def test_a_label_whose_moment_was_cut_away_waits_in_the_list(app, library, take):
    async with app.run_test() as pilot:
        keys = await more(pilot, "1")
        await keys.press("l")
        await keys.type("start")
        await keys.press("enter", "escape", "5", "[", "c", "m", "e")
        assert "cut away    start" in keys.screen()
        await keys.press("enter")
        assert "was cut away" in keys.screen()


async def test_keys_of_the_sounds_own_page_go_there_and_do_it(app, library, take):
    async with app.run_test() as pilot:
        keys = await more(pilot)
        await keys.press("r")
        assert isinstance(app.screen, OneSoundScreen)
        assert names(library, take) == ["reverse"]
        await keys.press("m", "n")
        assert "What is it called?" in keys.screen()


async def test_where_much_must_be_worked_out_every_change_still_works(app, library, take, sound_io):
    takes.do(library, take, Step("pitch", (4.0,)), Step("echo", (0.2, 0.4)))
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("2", "enter")
        assert "█" in keys.screen()
        await keys.press("+", "+", "-", "-", *LINES, "c")
        assert names(library, take)[-1] == "trim"
        assert sound_io.the_player.played[-1][0] == pytest.approx(0.3 * 4.2, abs=0.01)
        await keys.press("o", "l", "b", "b", "z", "z", "m", *LINES, "t")
        assert names(library, take) == ["pitch", "echo", "trim", "cut"]
        await keys.press("z", "escape", "z")
        assert "█" in keys.screen()
    assert names(library, take) == ["pitch", "echo"]


async def test_lines_are_there_on_both_pages_where_much_must_be_worked_out(app, library, take):
    takes.do(library, take, Step("pitch", (4.0,)))
    async with app.run_test() as pilot:
        keys = await more(pilot, *LINES)
        assert app.screen.query_one(Waveform).markers == (43200, 86400)
        assert "0.90 s between the lines" in keys.screen()
        await keys.press("l")
        await keys.type("here")
        await keys.press("enter")
        assert "▼here" in keys.screen()
        assert "It has its label. Z takes it off." in keys.screen()
        await keys.press("escape")
        assert app.screen.query_one(Waveform).markers == (43200, 86400)
        assert "▼here" in keys.screen()
