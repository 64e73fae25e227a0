"""A list of any length: only the lines in sight are ever drawn."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click, Resize
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

DrawLine = Callable[[int, int], Content]
"""The number of a line and the cells it has -> the line."""

_SIDES = 2


class LongList(ScrollView, can_focus=True, inherit_bindings=False):
    """One line an item; what Enter does is for the screen to say, in the line of keys."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"long-list--line", "long-list--marked"}
    DEFAULT_CSS = """
    LongList {
        background: $background;
        overflow-x: hidden;
        .long-list--line { color: $foreground; background: $background; }
        .long-list--marked { color: $foreground; background: $panel; text-style: bold; }
        &:focus .long-list--marked { color: $ink; background: $primary; text-style: bold; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "up", show=False),
        Binding("down", "step(1)", "down", show=False),
        Binding("home", "first", "first", show=False),
        Binding("end", "last", "last", show=False),
        Binding("pageup", "page(-1)", "page up", show=False),
        Binding("pagedown", "page(1)", "page down", show=False),
    ]

    marked: reactive[int] = reactive(0, init=False)
    """The line it stands on; 0 when there is none."""

    class Moved(Message):
        """Another line is marked."""

    class Clicked(Message):
        """The marked line was clicked."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self.total = 0
        self._draw: DrawLine = lambda _line, _width: Content("")

    def show(self, total: int, draw: DrawLine, *, marked: int = 0) -> None:
        """Show so many lines, each drawn when it comes in sight."""
        self.total = total
        self._draw = draw
        self.virtual_size = Size(0, total)
        self.marked = marked
        self._keep_in_sight()
        self.refresh()

    def validate_marked(self, marked: int) -> int:
        """A line that is there."""
        return max(0, min(marked, self.total - 1))

    def watch_marked(self) -> None:
        """Draw it, and tell the screen."""
        self._keep_in_sight()
        self.refresh()
        self.post_message(self.Moved())

    def _keep_in_sight(self) -> None:
        self.scroll_to_region(Region(0, self.marked, 1, 1), animate=False, force=True)

    def on_resize(self, event: Resize) -> None:
        """The marked line stays in sight."""
        self._keep_in_sight()

    def action_step(self, by: int) -> None:
        """Some lines on."""
        self.marked += by

    def action_page(self, direction: int) -> None:
        """As many lines on as there are in sight."""
        self.marked += direction * max(1, self.size.height)

    def action_first(self) -> None:
        """To the top."""
        self.marked = 0

    def action_last(self) -> None:
        """To the bottom."""
        self.marked = self.total - 1

    def on_click(self, event: Click) -> None:
        """Mark the line under the mouse."""
        line = event.y + self.scroll_offset.y
        if line < self.total:
            self.marked = line
            self.post_message(self.Clicked())

    def render_line(self, y: int) -> Strip:
        """One line in sight."""
        line = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        here = line == self.marked and line < self.total
        style = self.get_visual_style("long-list--marked" if here else "long-list--line")
        words = self._draw(line, max(0, width - _SIDES)) if line < self.total else Content("")
        words = words.truncate(max(0, width - _SIDES), ellipsis=True)
        first = Visual.to_strips(self, words.pad(1, 1), width, 1, style)[:1]  # one cell has no room for it
        return Strip.join(first).adjust_cell_length(width, style.rich_style)
