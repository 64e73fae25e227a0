"""The card of an Ambassador on the screen: what they do, what they ask, when they fetch an adult."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.reading_on import read_on
from studio.ui.screens.base import StudioScreen
from studio.ui.text import literal
from studio.wording import begun


class AmbassadorRoleScreen(StudioScreen):
    """A page to learn from."""

    HELP_PAGE = "ambassador_role"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "read_on", "read on", id="role.read_on", tooltip="The rest of it"),
    ]

    def compose_middle(self) -> Iterable[Widget]:
        """The page."""
        with VerticalScroll(id="page", can_focus=False):
            yield Static(Content("\n").join(_lines()), id="lines")

    def on_mount(self) -> None:
        """Say whose card it is."""
        from lessons.club.ambassadors import ambassador_title

        self.title_is(ambassador_title(self.library))
        self.call_after_refresh(self.refresh_bindings)

    def action_read_on(self) -> None:
        """The rest of it."""
        read_on(self.query_one("#page"))

    def can_do(self, action: str) -> bool:
        """Reading on is for what does not fit."""
        return action != "read_on" or (self.is_mounted and self.query_one("#page").max_scroll_y > 0)


def _lines() -> list[Content]:
    from lessons.club.role_card import role_card

    card = role_card()
    lines = [literal("  ".join(card.promise), "bold $accent"), Content("")]
    for head, items in (
        ("What I can do", map(begun, card.jobs)),
        ("What I ask", card.questions),
        ("I stop and fetch an adult when something", card.fetch),
    ):
        lines += [literal(head, "bold"), *(literal(f"  • {item}") for item in items), Content("")]
    for each in card.training:
        lines += [literal(f"{each.title}, {each.minutes} minutes", "bold")]
        lines += [*(literal(f"  • {step}") for step in each.do), Content("")]
    return lines[:-1]
