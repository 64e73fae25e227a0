import pytest
from textual.app import App, ComposeResult
from textual.content import Content

from studio.ui.widgets.long_list import LongList


class Lines(App[None]):
    """Ten thousand lines; keeps which of them were drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn: set[int] = set()

    def compose(self) -> ComposeResult:
        yield LongList(id="lines")

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return {"ink": "#000000"}

    def draw(self, line: int, width: int) -> Content:
        self.drawn.add(line)
        return Content(f"line {line}")


async def filled(pilot, total=10_000, marked=0) -> LongList:
    lines = pilot.app.query_one(LongList)
    lines.show(total, pilot.app.draw, marked=marked)
    lines.focus()
    await pilot.pause()
    return lines


async def test_only_the_lines_in_sight_are_drawn():
    app = Lines()
    async with app.run_test(size=(80, 24)) as pilot:
        await filled(pilot)
        assert app.drawn == set(range(24))
        app.drawn.clear()
        await pilot.press("end")
        assert min(app.drawn) >= 9_900


async def test_the_keys_walk_and_stop_at_both_ends():
    app = Lines()
    async with app.run_test(size=(80, 24)) as pilot:
        lines = await filled(pilot)
        for key, marked in [("up", 0), ("down", 1), ("pagedown", 25), ("end", 9_999), ("down", 9_999)]:
            await pilot.press(key)
            assert lines.marked == marked, key
        await pilot.press("pageup", "home")
        assert (lines.marked, lines.scroll_offset.y) == (0, 0)


async def test_a_shorter_list_keeps_the_mark_on_a_line_that_is_there():
    app = Lines()
    async with app.run_test(size=(80, 24)) as pilot:
        lines = await filled(pilot, marked=500)
        assert lines.scroll_offset.y > 400
        lines.show(3, app.draw, marked=lines.marked)
        assert lines.marked == 2
        lines.show(0, app.draw)
        await pilot.press("down", "pagedown", "end")
        assert lines.marked == 0


async def test_a_click_marks_the_line_under_the_mouse():
    app = Lines()
    async with app.run_test(size=(80, 24)) as pilot:
        lines = await filled(pilot)
        await pilot.press("pagedown")
        await pilot.click(LongList, offset=(3, 4))
        assert lines.marked == lines.scroll_offset.y + 4


@pytest.mark.parametrize("width", [1, 2, 3])
async def test_the_narrowest_window_draws_something(width):
    app = Lines()
    async with app.run_test(size=(width, 3)) as pilot:
        lines = await filled(pilot)
        assert lines.render_line(0).cell_length <= width
        await pilot.press("down", "end")
        assert lines.marked == 9_999
