"""Help: one page for the screen one came from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Markdown

from assets import asset
from studio.ui.reading_on import read_on
from studio.ui.screens.base import StudioScreen


class HelpScreen(StudioScreen):
    """Shows a page of `assets/help`; Esc goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "read_on", "read on", id="help.on", tooltip="The rest of it, then its start again"),
    ]

    def __init__(self, page: str, more: str = "") -> None:
        super().__init__()
        self.page = page
        self.more = more
        """What stands first, below the page's heading."""

    def compose_middle(self) -> Iterable[Widget]:
        """The page."""
        heading, _, rest = asset("help", f"{self.page}.md").read_text(encoding="utf-8").partition("\n")
        with VerticalScroll(id="page"):
            yield Markdown(f"{heading}\n{self.more}{rest}", open_links=False)

    def on_mount(self) -> None:
        """The arrows scroll."""
        self.title_is("Help")
        page = self.query_one("#page")
        page.focus()
        # A page that fits needs no key to read on; how long it is turns out when it is laid out.
        self.watch(page, "virtual_size", self._laid_out, init=False)

    def _laid_out(self) -> None:
        self.call_after_refresh(self.refresh_bindings)

    def action_read_on(self) -> None:
        """Down by a page; from the end back to the start."""
        read_on(self.query_one("#page"))

    def can_do(self, action: str) -> bool:
        """There is no help on help; reading on is for long pages."""
        if action == "read_on":
            # A page ends with an empty line, which nobody needs to see.
            return self.is_mounted and self.query_one("#page").max_scroll_y > 1
        return action != "help"

    def refocus(self) -> None:
        """The page has the keys."""
        self.query_one("#page").focus()
