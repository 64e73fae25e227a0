"""The card of an Ambassador, “Meet the leaders”: what they say of themselves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.screens.form import FormScreen
from studio.ui.widgets.field_row import FieldRow

_ROWS = (
    ("genres", "Music I like", "such as film music, grime, folk"),
    ("artists", "Artists I like", "whose music you like"),
    ("instrument", "Instrument", "my favourite, such as the ukulele, or my voice"),
    ("software", "Software", "my favourite, such as pads, or the tidy key"),
    ("tip", "My tip", "one sentence for somebody new"),
)


class AmbassadorCardScreen(FormScreen):
    """Five lines; an adult reads them before they hang on a wall."""

    HELP_PAGE: ClassVar[str] = "ambassador_card"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "show_it", "let it be shown", key_display="F2", id="card.show", tooltip="For adults"),
    ]

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code

    def rows(self) -> Iterable[Widget]:
        """The lines, as the card has them."""
        from lessons.club.profile import Profiles

        profile = Profiles(self.library).of(self.code)
        for field, label, hint in _ROWS:
            value = getattr(profile, field) if profile else ""
            yield FieldRow(label, id=field, value=value, placeholder=hint)
        shown = "It is on show." if profile and profile.shown else "An adult reads it before it is shown."
        yield Static(Content(f"No names and no photo. {shown}"), classes="words")

    def on_mount(self) -> None:
        """Start at the first line."""
        self.title_is(f"Card of {self.code}")

    def save(self) -> str:
        """Keep the card as it is, or write it."""
        self._write()
        return f"The card of {self.code} is kept. An adult reads it, then F2 lets it be shown."

    def action_show_it(self) -> None:
        """An adult has read it."""
        self.studio.door.pass_through(self, self._show_it)

    def _show_it(self) -> None:
        from lessons.club.profile import Profiles

        self._write()
        Profiles(self.library).publish(self.code)
        self.go_on(f"The card of {self.code} may be shown. P prints the display.")

    def _write(self) -> None:
        from lessons.club.profile import Profiles

        typed = {field: self.typed(field) for field, _, _ in _ROWS}
        known = Profiles(self.library).of(self.code)
        if known is None or any(getattr(known, field) != words for field, words in typed.items()):
            Profiles(self.library).write(self.code, **typed)
