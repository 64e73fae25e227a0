"""Papers written from the app."""

from evidence.award.plans import Plans
from tests.ui.fakes import Keyboard, an_entry


async def opened(app, pilot) -> Keyboard:
    keys = Keyboard(pilot)
    app.open_place("papers")
    await keys.settle()
    return keys


async def test_a_paper_is_written_with_one_key(app, library):
    an_entry(library, "Rain", "MT1:silver")
    async with app.run_test(size=(160, 40)) as pilot:
        keys = await opened(app, pilot)
        await keys.press("enter")
        assert "Written" in keys.screen()
        await keys.press("f", "enter")
        assert "Written" in keys.screen()
        await keys.press("enter")
    names = sorted(path.name for path in library.exports.iterdir())
    assert names == [
        "conversation-2026-11-24-2.pdf",
        "conversation-2026-11-24.docx",
        "conversation-2026-11-24.pdf",
    ]


async def test_a_case_study_asks_what_it_is_about(app, library, tmp_path):
    an_entry(library, "Rain", "MT1:silver")
    async with app.run_test(size=(160, 40)) as pilot:
        keys = await opened(app, pilot)
        await keys.press("w")
        await keys.type(str(tmp_path / "none"))
        await keys.press("enter")
        assert "is not there" in keys.screen()
        await keys.press("w")
        await keys.type(str(tmp_path))
        await keys.press("enter", "down", "down", "enter")
        assert "Case study: about which?" in keys.screen()
        assert "2026-11-24  Rain" in keys.screen()
        await keys.press("escape")
        assert list(tmp_path.glob("case*")) == []
        await keys.press("enter", "enter")
        assert "Written" in keys.screen()
    assert [path.name for path in tmp_path.glob("case*")] == ["case-study-2026-11-24.docx"]


async def test_the_development_plan_says_when_it_is_due(app, library):
    async with app.run_test(size=(120, 40)) as pilot:
        keys = await opened(app, pilot)
        assert "is due before" not in keys.screen()
        await keys.press("down", "down", "down")
        assert "is due before 31 August 2027" in keys.screen()


async def test_a_case_study_of_nothing_says_what_to_do_first(app):
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await opened(app, pilot)
        await keys.press("down", "down", "enter")
        assert "no accepted evidence yet" in keys.screen()
        assert "this one" not in keys.screen()
        await keys.press("enter", "escape")
        assert "Papers and reports" in keys.screen()


async def test_a_case_study_is_about_an_action_too_whatever_its_words(app, library):
    Plans(library).add_action("A [/bold] corner", framework=app.framework, criteria=["MT1"], owner="lead")
    async with app.run_test(size=(80, 24)) as pilot:
        keys = await opened(app, pilot)
        await keys.press("down", "down", "enter")
        assert "action      A [/bold] corner" in keys.screen()
        await keys.press("enter")
        assert "Written" in keys.screen()
