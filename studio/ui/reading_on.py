"""Reading on in a text that is longer than its place."""

from textual.widget import Widget


def read_on(pane: Widget) -> None:
    """A page further; from the end back to the beginning."""
    if pane.scroll_offset.y >= pane.max_scroll_y:
        pane.scroll_home(animate=False)
    else:
        pane.scroll_page_down(animate=False)
