"""Cards to hang beside the mixer, to read here: one at a time, with what to say about it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from studio.ui.reading_on import read_on
from studio.ui.screens.base import StudioScreen
from studio.ui.text import literal
from studio.ui.widgets.listing import Listing

if TYPE_CHECKING:
    from lessons.assembly.card import Card


class CardsScreen(StudioScreen):
    """The cards, and the marked one beside them."""

    HELP_PAGE = "assembly_cards"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                str(number),
                f"choose({number - 1})",
                "card",
                show=number == 1,
                key_display="1-9",
                id=f"cards.{number}",
                tooltip="Show this card",
            )
            for number in range(1, 10)
        ),
        Binding("d", "read_on", "read on", id="cards.on", tooltip="The rest of it, then its start again"),
        Binding("w", "print_it", "print", id="cards.print", tooltip="The marked one, for the wall"),
    ]

    def __init__(self, at: str = "") -> None:
        super().__init__()
        self.at = at
        self.cards: tuple[Card, ...] = ()

    def compose_middle(self) -> Iterable[Widget]:
        """The titles, then the card."""
        with Horizontal(id="halves"):
            yield Listing(id="cards")
            with VerticalScroll(id="pane", can_focus=False):
                yield Static(id="card")

    def on_mount(self) -> None:
        """The list has the keys."""
        self.title_is("Cards")
        self.refocus()

    def refocus(self) -> None:
        """The list has the keys."""
        self.query_one("#cards").focus()

    def read_library(self) -> None:
        """The cards, with the school's own inputs in them."""
        from lessons.assembly.card import ADULTS, cards
        from lessons.assembly.inputs import Inputs

        inputs = Inputs(self.library)
        adult = not self.studio.door.is_locked
        ours = tuple(inputs.card(each.id) for each in cards() if adult or each.whose != ADULTS)
        self.cards = (*ours, signals())
        listing = self.query_one("#cards", Listing)
        ids = [each.id for each in self.cards]
        marked = ids.index(self.at) if self.at in ids else min(listing.marked, len(ids) - 1)
        listing.clear_options()
        for number, each in enumerate(self.cards, start=1):
            listing.add_option(
                Option(Content.assemble((f"{number}  ", "bold"), literal(each.title)), each.id)
            )
        listing.highlighted = marked

    @property
    def card(self) -> Card:
        """The marked one."""
        return self.cards[self.query_one("#cards", Listing).marked]

    @on(OptionList.OptionHighlighted, "#cards")
    def _show_card(self) -> None:
        card = self.card
        lines = [literal(card.title, "bold"), literal(""), literal(card.say)]
        for part in card.parts:
            lines += [literal(""), literal(part.title, "bold $accent")]
            lines += [literal(f"{number}  {line}") for number, line in enumerate(part.lines, start=1)]
        self.query_one("#card", Static).update(Content("\n").join(lines))
        self.query_one("#pane").scroll_home(animate=False)
        self.refresh_bindings()

    def action_choose(self, number: int) -> None:
        """The card of a digit."""
        if number < len(self.cards):
            self.query_one("#cards", Listing).highlighted = number

    def action_read_on(self) -> None:
        """The rest of it."""
        read_on(self.query_one("#pane"))

    def action_print_it(self) -> None:
        """For the wall."""
        from studio.ui.screens.assembly.assembly_printing import PrintingScreen, card_print

        self.app.push_screen(PrintingScreen(card_print(self.card)))

    def can_do(self, action: str) -> bool:
        """Files are for adults to write."""
        if action != "print_it":
            return True
        return bool(self.cards) and self.card.id != _SIGNALS and not self.studio.door.is_locked


_SIGNALS = "signals"


def signals() -> Card:
    """The hand signals of the team; on paper they stand below the rota."""
    from lessons.assembly.card import CHILDREN, Card, CardPart
    from lessons.assembly.skill import team_rules

    lines = tuple(f"{each.sign}: {each.means}" for each in team_rules().signals)
    say = "Nobody shouts across a hall. Look at each other, and use your hands."
    return Card(_SIGNALS, "Hand signals", CHILDREN, say, (CardPart("The signs", lines),))
