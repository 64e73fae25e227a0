"""The credit card of a found sound: whom to thank, and what one may do with it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget
from textual.widgets import Static

from evidence.credit_card import CreditCard
from studio.ui.screens.form import FormScreen
from studio.ui.text import literal
from studio.ui.widgets.choice_row import ChoiceRow
from studio.ui.widgets.field_row import FieldRow

if TYPE_CHECKING:
    from evidence.sound import Sound

_LICENCES = (
    ("CC0", "free (CC0)"),
    ("BY", "say who (BY)"),
    ("BY-NC", "say who, never sell (BY-NC)"),
    ("other", "ask first"),
)


class CreditScreen(FormScreen):
    """Four lines, as the page where it was found has them."""

    HELP_PAGE: ClassVar[str] = "credit"

    def __init__(self, sound: Sound) -> None:
        super().__init__()
        self.sound = sound

    def rows(self) -> Iterable[Widget]:
        """The lines, as the card has them."""
        card = self.sound.card or CreditCard()
        yield FieldRow("Its title", id="title", value=card.title, placeholder="what its maker called it")
        yield FieldRow("Made by", id="author", value=card.author, placeholder="a name or a nickname")
        yield ChoiceRow("You may", _LICENCES, id="licence", value=card.licence)
        yield FieldRow("Found where", id="link", value=card.link, placeholder="kept as text")
        yield Static(
            literal("Only for a sound that somebody outside the school made. It goes with the sound."),
            classes="words",
        )

    def on_mount(self) -> None:
        """Start at the first line."""
        self.title_is("Whom to thank")
        self.refocus()

    def save(self) -> str:
        """Keep the card."""
        from studio.whose import fill_card

        filled = fill_card(
            self.library,
            self.library.sound(self.sound.id),
            title=self.typed("title"),
            author=self.typed("author"),
            licence=self.typed("licence"),
            link=self.typed("link"),
        )
        return f"Kept with it: {filled.credit}."
