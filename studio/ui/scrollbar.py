"""A scrollbar of plain cells: Textual's own ends in eighth-blocks that many school terminals lack."""

from typing import ClassVar

from textual.scrollbar import ScrollBar, ScrollBarRender


class PlainScrollBar(ScrollBarRender):
    """Whole cells only."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "]
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "]


def use_plain_scrollbars() -> None:
    """For every scrollbar of the program."""
    ScrollBar.renderer = PlainScrollBar
