"""A list one walks with the arrows; what Enter does is for its screen to say, in the line of keys."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import OptionList


class Listing(OptionList, inherit_bindings=False):
    """An option list without a key of its own for choosing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "cursor_up", "up", show=False),
        Binding("down", "cursor_down", "down", show=False),
        Binding("home", "first", "first", show=False),
        Binding("end", "last", "last", show=False),
        Binding("pageup", "page_up", "page up", show=False),
        Binding("pagedown", "page_down", "page down", show=False),
    ]

    @property
    def marked(self) -> int:
        """The line it stands on; the first when none is marked."""
        return self.highlighted or 0

    # Textual's own look up the drawn lines, which a window too small for the list does not have.

    def action_page_down(self) -> None:
        """As many lines on as there are in sight."""
        self._turn_page(1)

    def action_page_up(self) -> None:
        """As many lines back as there are in sight."""
        self._turn_page(-1)

    def _turn_page(self, direction: int) -> None:
        if self.option_count:
            line = self.marked + direction * max(1, self.size.height)
            self.highlighted = max(0, min(line, self.option_count - 1))
