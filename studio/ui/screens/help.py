"""Help: one page for the screen one came from."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Markdown

from assets import asset
from studio.ui.screens.base import StudioScreen


class HelpScreen(StudioScreen):
    """Shows a page of `assets/help`; Esc goes back."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.page = page

    def compose_middle(self) -> Iterable[Widget]:
        """The page."""
        text = asset("help", f"{self.page}.md").read_text(encoding="utf-8")
        with VerticalScroll(id="page"):
            yield Markdown(text, open_links=False)

    def on_mount(self) -> None:
        """The arrows scroll."""
        self.title_is("Help")
        self.query_one("#page").focus()

    def can_do(self, action: str) -> bool:
        """There is no help on help."""
        return action != "help"

    def refocus(self) -> None:
        """The page has the keys."""
        self.query_one("#page").focus()
