"""Lessons: finding a unit, reading and printing it, writing down that it was taught, one's own."""

import pytest

from assets import asset
from lessons.occasion import Occasions
from lessons.units.load import shipped_units
from lessons.units.own import OwnUnits, units
from studio.ui.screens.lessons.lesson_sheets import LessonSheetsScreen
from studio.ui.screens.lessons.lesson_taught import LessonTaughtScreen
from studio.ui.screens.lessons.lessons import LessonsScreen
from studio.ui.screens.lessons.own_units import OwnUnitsScreen
from studio.ui.screens.lessons.present import PresentScreen
from studio.ui.screens.lessons.unit import UnitScreen
from studio.ui.widgets.ticks_row import TicksRow
from tests.lessons.units.a_unit import a_unit_file
from tests.ui.fakes import Keyboard

SIZES = ((80, 24), (120, 40))


async def opened(app, pilot) -> Keyboard:
    keys = Keyboard(pilot)
    await keys.settle()
    app.open_place("lessons")
    await keys.settle()
    assert isinstance(app.screen, LessonsScreen)
    return keys


@pytest.mark.parametrize("size", SIZES)
async def test_every_unit_is_listed_with_its_length_and_what_it_shows(app, size):
    async with app.run_test(size=size) as pilot:
        keys = await opened(app, pilot)
        drawn = keys.screen()
        assert f"Lessons: {len(shipped_units())} units" in drawn
        assert "Old MacDonald has a button" in drawn
        assert "3 x 15 min" in drawn
        assert "With: microphone" in drawn
        await keys.press("down")
        assert "Mouse voice" in keys.screen().rpartition("───")[0]


async def test_the_list_narrows_as_one_types(app):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await opened(app, pilot)
        await keys.press("/", *"sauce")
        assert "Lessons: 1 of" in keys.screen()
        assert [unit.id for unit in app.screen.found] == ["Y3-B"]
        await keys.press(*"xyz")
        assert "Nothing like that" in keys.screen()
        await keys.press("escape")
        assert len(app.screen.found) == len(shipped_units())


async def test_the_list_narrows_by_keys_and_shows_all_again(app):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await opened(app, pilot)
        await keys.press("y")
        assert "Only: EYFS" in keys.screen()
        await keys.press("y", "y", "k")
        assert "Only: Y2, with " in keys.screen()
        await keys.press("x", "m")
        assert "up to 15 minutes" in keys.screen()
        assert {unit.minutes for unit in app.screen.found} == {15}
        await keys.press("x", "c", "c", "c")
        assert all("C6" in unit.shows_words for unit in app.screen.found)
        await keys.press("x", "s")
        assert "Only: Art" in keys.screen()
        await keys.press("x")
        assert "X show all" not in keys.screen()
        assert len(app.screen.found) == len(shipped_units())


async def test_no_key_leads_to_an_empty_list(app):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await opened(app, pilot)
        for key in "yyykkkkmmccccsskyyykmcs":
            await keys.press(key)
            assert app.screen.found, app.screen.wish


async def test_what_was_looked_for_stays_when_one_comes_back(app):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await opened(app, pilot)
        await keys.press("/", *"sauce", "enter", "enter")
        assert isinstance(app.screen, UnitScreen)
        await keys.press("escape")
        assert [unit.id for unit in app.screen.found] == ["Y3-B"]
        assert "sauce" in keys.screen()


@pytest.mark.parametrize("size", SIZES)
async def test_a_unit_is_read_to_its_end(app, size):
    async with app.run_test(size=size) as pilot:
        keys = await opened(app, pilot)
        await keys.press("enter")
        read = keys.screen()
        for _ in range(12):
            await keys.press("d")
            read += keys.screen()
        for words in ("You need", "for you alone", "Each lesson", "what you can say", "Going deeper"):
            assert words in read
        assert "..." not in read


async def test_a_unit_is_printed_with_one_key_in_any_form(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await opened(app, pilot)
        await keys.press("enter", "p")
        assert "Written:" in keys.screen()
        await keys.press("p", "f", "p")
        assert "as Word" in keys.screen()
    names = sorted(path.name for path in library.exports.iterdir())
    assert names == [
        "EY-A Old MacDonald has a button-2.pdf",
        "EY-A Old MacDonald has a button.docx",
        "EY-A Old MacDonald has a button.pdf",
    ]


async def test_a_print_goes_where_one_says(app, tmp_path):
    async with app.run_test(size=(120, 40)) as pilot:
        keys = await opened(app, pilot)
        await keys.press("enter", "w")
        await keys.type(str(tmp_path / "none"))
        await keys.press("enter")
        assert "is not there" in keys.screen()
        await keys.press("w")
        await keys.type(str(tmp_path))
        await keys.press("enter", "p")
    assert len(list(tmp_path.glob("*.pdf"))) == 1


async def test_we_taught_this_takes_a_few_keys(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await opened(app, pilot)
        await keys.press("/", *"sauce", "enter")
        keys.pressed = 0
        await keys.press("t", "2", "3", "enter")
        assert keys.pressed == 4
        assert "Written down as OC-0001" in keys.screen()
        assert "Taught on 24 November 2026 with Y3" in keys.screen()
        assert "• Y3-B" in keys.screen()
    (made,) = Occasions(library).all()
    assert (made.unit, made.did, made.year_groups) == ("Y3-B", ("recorded", "changed"), ("Y3",))


async def test_what_was_written_down_today_is_undone_with_a_key(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await opened(app, pilot)
        await keys.press("enter")
        assert "Z undo" not in keys.screen()
        await keys.press("t", "1", "enter")
        assert "Taught on 24 November 2026" in keys.screen()
        await keys.press("z")
        assert "OC-0001 is taken back" in keys.screen()
        assert "Taught on" not in keys.screen()
        assert "Z undo" not in keys.screen()
    assert Occasions(library).all() == ()


async def test_the_form_keeps_nothing_before_it_knows_what_was_done(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await opened(app, pilot)
        await keys.press("t")
        assert isinstance(app.screen, LessonTaughtScreen)
        assert app.screen.query_one(TicksRow).values == ()
        await keys.press("enter")
        assert "not said what the class did" in keys.screen()
        await keys.press("1", "1", "space", "right", "space", "left")
        assert app.screen.query_one(TicksRow).values == ("used", "recorded")
        await keys.press("9")
        await keys.press("escape")
        assert isinstance(app.screen, LessonsScreen)
    assert Occasions(library).all() == ()


async def test_everything_in_the_form_is_kept(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await opened(app, pilot)
        await keys.press("t", "1", "tab", "1", "tab")
        await keys.type("2026-11-23")
        await keys.press("tab", "right", "tab")
        await keys.type("sound buttons")
        await keys.press("tab", "tab")
        await keys.type("They [loved] it.")
        await keys.press("tab")
        await keys.type("staff-1")
        await keys.press("enter")
        assert isinstance(app.screen, LessonsScreen)
    (made,) = Occasions(library).all()
    assert made.year_groups == ("EYFS", "Y1")
    assert (made.tools, made.note, f"{made.date}") == ("sound buttons", "They [loved] it.", "2026-11-23")
    assert made.subject == shipped_units()[0].subjects[1]
    assert [*library.journal.lines()][-1].who == "staff-1"


async def test_sheets_are_read_and_printed(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await opened(app, pilot)
        await keys.press("w")
        assert "What makes a good recording?" in keys.screen()
        await keys.press("2")
        assert "How high or how low" in keys.screen()
        await keys.press("p")
        assert "Written:" in keys.screen()
        await keys.press("escape", "down", "down", "enter")
        assert "How to find out" in keys.screen()
        for number in "45678":
            await keys.press("escape", number)
            assert "Traceback" not in keys.screen()
    assert [path.name for path in library.exports.iterdir()] == ["words.pdf"]


async def test_a_school_adds_replaces_and_removes_its_own(app, library, tmp_path):
    file = a_unit_file(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        keys = await opened(app, pilot)
        await keys.press("o")
        assert "None yet" in keys.screen()
        await keys.press("a")
        await keys.type(str(file))
        await keys.press("enter")
        assert "OUR-BELLS is kept" in keys.screen()
        a_unit_file(tmp_path, ("Our bells", "All bells"))
        await keys.press("a")
        await keys.type(str(file))
        await keys.press("enter")
        assert "Replace it?" in keys.screen()
        await keys.press(*"yes", "enter")
        assert "All bells" in keys.screen()
        await keys.press("z")
        assert "Our bells" in keys.screen()
        await keys.press("r")
        assert "None yet" in keys.screen()
        await keys.press("z")
        assert "OUR-BELLS is back" in keys.screen()
        await keys.press("z")
        assert "is gone again" in keys.screen()
        assert "Z undo" not in keys.screen()
    assert units(library) == shipped_units()


async def test_a_fault_is_said_with_its_line_and_a_spoilt_file_is_listed(app, library, tmp_path):
    file = a_unit_file(tmp_path, ("minutes = 45", "minutes = 30"))
    own = OwnUnits(library)
    own.keep(a_unit_file(tmp_path, name="b.toml"))
    (own.folder / "spoilt.toml").write_text("id = [bold]", encoding="utf-8")
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await opened(app, pilot)
        await keys.press("o")
        assert "spoilt.toml" in keys.screen()
        assert "OUR-BELLS" in keys.screen()
        await keys.press("a")
        await keys.type(str(file))
        await keys.press("enter")
        assert "line 9, minutes" in keys.screen()
        assert "our-bells.toml has 1 fault." in keys.screen()
        a_unit_file(tmp_path, ("minutes = 45", "minutes = 30"), ("pitch", "pich"), ("deeper", "deper"))
        await keys.press("a")
        await keys.type(str(file))
        await keys.press("enter")
        assert "has 4 faults." in keys.screen()
        for words in ("line 8, dimensions", "line 9, minutes", "line 56, look_fors.deeper"):
            assert words in keys.screen()
        await keys.press("enter")
        assert isinstance(app.screen, UnitScreen)


async def test_a_template_is_written_once(app, library):
    async with app.run_test(size=(120, 40)) as pilot:
        keys = await opened(app, pilot)
        await keys.press("o", "n", "enter")
        assert "Change the words in it" in keys.screen()
        await keys.press("n", "enter")
        assert "is there already" in keys.screen()
        await keys.press("a", "enter")
        assert "OUR-LESSON is kept" in keys.screen()
    assert [path.name for path in library.exports.iterdir()] == ["our-lesson.toml"]


@pytest.mark.parametrize(
    "screen",
    [LessonsScreen, UnitScreen, LessonTaughtScreen, PresentScreen, LessonSheetsScreen, OwnUnitsScreen],
)
def test_every_screen_of_lessons_has_its_own_help(screen):
    page = asset("help", f"{screen.HELP_PAGE}.md").read_text(encoding="utf-8")
    assert page.startswith("# ")
    for binding in screen.BINDINGS:
        key = binding.key_display or binding.key.upper()
        if binding.show and binding.id and key.isalpha() and len(key) == 1 and "BINDINGS" in vars(screen):
            assert f"**{key}**" in page, (screen, key)


async def test_lessons_are_for_adults(app, library):
    library.adults.set_pin("482913")
    library.adults.lock()
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        app.open_place("lessons")
        await keys.settle()
        assert "For adults" in keys.screen()
        assert not isinstance(app.screen, LessonsScreen)


async def test_a_teacher_with_only_a_microphone_finds_a_lesson_for_the_time_there_is(app):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await opened(app, pilot)
        await keys.press("k")
        assert "Only: with only a microphone" in keys.screen()
        assert app.screen.found
        assert not {tag for unit in app.screen.found for tag in unit.kit} & {"film", "headphones", "camera"}
        await keys.press("y", "y", "y", "y", "y")
        while app.screen.wish.year != "Y4":
            await keys.press("y")
        assert all(unit.minutes <= 45 for unit in app.screen.found)


async def test_what_was_written_down_by_mistake_is_taken_back_in_the_list(app, library):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await opened(app, pilot)
        assert "Z undo" not in keys.screen()
        await keys.press("t", "1", "enter")
        assert len(Occasions(library).all()) == 1
        await keys.press("down")
        assert "Z undo" not in keys.screen()
        await keys.press("up", "z")
        assert "is taken back" in keys.screen()
        assert "Z undo" not in keys.screen()
    assert not Occasions(library).all()


async def test_arrows_walk_through_the_answers_and_out_of_them(app):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await opened(app, pilot)
        await keys.press("t", "down", "down", "space")
        row = app.screen.query_one(TicksRow)
        assert row.values == ("changed",)
        await keys.press("down")
        assert not row.has_focus
        await keys.press("up", "up", "up", "space")
        assert set(row.values) == {"used", "changed"}


async def test_a_long_id_of_our_own_stands_apart_from_the_years(app, library, tmp_path):
    OwnUnits(library).keep(a_unit_file(tmp_path, ('id = "OUR-BELLS"', 'id = "OUR-LONG-BELLS"')))
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await opened(app, pilot)
        await keys.press("o")
        assert "OUR-LONG… Y3" in keys.screen()
