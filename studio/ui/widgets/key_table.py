"""Keys in groups, each with its word: for a page that has more of them than a line would hold."""

from collections.abc import Iterable, Sequence

from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

KeyGroup = tuple[str, Sequence[Binding]]
"""What the keys are about, and the keys."""

_COLUMN = 26


def columns_of(groups: Iterable[KeyGroup], columns: int) -> list[list[Binding | str]]:
    """Groups in so many columns, none cut in two, the tallest as low as it can be in their order."""
    blocks: list[list[Binding | str]] = [[title, *bindings] for title, bindings in groups]
    for height in range(max(map(len, blocks), default=0), sum(map(len, blocks)) + 1):
        filled: list[list[Binding | str]] = [[]]
        for block in blocks:
            if filled[-1] and len(filled[-1]) + len(block) > height:
                filled.append([])
            filled[-1] += block
        if len(filled) <= columns:
            return filled
    return []


class KeyTable(Widget):
    """A key that does nothing now is shown quieter."""

    DEFAULT_CSS = """
    KeyTable { height: auto; padding: 0 1; }
    """

    def __init__(self, groups: Sequence[KeyGroup], last: KeyGroup) -> None:
        super().__init__()
        self.groups = groups
        self.last = last
        """A group that stands in a line of its own below the others."""

    def on_mount(self) -> None:
        """Draw again whenever what the keys do changes."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)

    def _bindings_changed(self, screen: Screen[object]) -> None:
        if self.is_attached and screen is self.screen:
            self.refresh()

    def render(self) -> Content:
        """The columns side by side, and the line below."""
        works = {active.binding.id for active in self.screen.active_bindings.values() if active.enabled}
        columns = self._columns(self.content_size.width)
        lines = [
            Content.assemble(*(self._cell(column[row : row + 1], works) for column in columns))
            for row in range(max(map(len, columns), default=0))
        ]
        title, bindings = self.last
        keys = [self._key(binding, works) for binding in bindings]
        lines.append(Content("   ").join([Content.styled(f"{title}:", "$quiet"), *keys]))
        return Content("\n").join(lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the longest column needs, and one."""
        return max(map(len, self._columns(width)), default=0) + 1

    def _columns(self, width: int) -> list[list[Binding | str]]:
        return columns_of(self.groups, max(1, width // _COLUMN))

    def _cell(self, cells: Sequence[Binding | str], works: set[str | None]) -> Content:
        """The cell of a row, as wide as its column; empty below the last one."""
        if not cells:
            return Content(" " * _COLUMN)
        (cell,) = cells
        words = Content.styled(cell, "$quiet") if isinstance(cell, str) else self._key(cell, works)
        return words.truncate(_COLUMN - 1, ellipsis=True, pad=True) + Content(" ")

    def _key(self, binding: Binding, works: set[str | None]) -> Content:
        styles = ("bold $accent", "") if binding.id in works else ("$quiet", "$quiet")
        key = binding.key_display or binding.key.upper()
        return Content.assemble((key, styles[0]), " ", (binding.description, styles[1]))
