"""Who could take a place on the rota: one key asks, and an adult's yes makes it so."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from lessons.assembly.skill import team_role
from studio.errors import StudioError
from studio.ui.assembly_words import where_and_when
from studio.ui.screens.base import StudioScreen
from studio.ui.swap_offers import Offer, offers
from studio.ui.text import literal
from studio.ui.widgets.listing import Listing

if TYPE_CHECKING:
    from lessons.assembly.event import Event
    from lessons.assembly.rota import Rota
    from lessons.assembly.swaps import Swaps

Kept = Callable[[str, Callable[[], object] | None], None]
"""Told what was done in words, and what takes it back."""
_NINE = 9


class OffersScreen(StudioScreen):
    """Digits choose; pupils ask, an adult swaps at once."""

    HELP_PAGE = "rota"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                str(number),
                f"choose({number - 1})",
                "choose",
                show=number == 1,
                key_display="1-9",
                id=f"offers.{number}",
                tooltip="This one takes the place",
            )
            for number in range(1, _NINE + 1)
        ),
        Binding("enter", "open", "the marked one", key_display="Enter", id="offers.open", tooltip="This one"),
    ]

    def __init__(self, rota: Rota, event: Event, role: str, *, kept: Kept) -> None:
        super().__init__()
        self.rota = rota
        self.event = event
        self.role = role
        self._kept = kept
        self.offers: tuple[Offer, ...] = ()

    def compose_middle(self) -> Iterable[Widget]:
        """Which place it is, and who could take it."""
        yield Static(id="place")
        yield Listing(id="offers")

    def on_mount(self) -> None:
        """The list has the keys."""
        self.title_is("Who takes this place?")
        self.refocus()

    def refocus(self) -> None:
        """The list has the keys."""
        self.query_one("#offers").focus()

    @property
    def holder(self) -> str:
        """Who has the place now; empty for nobody."""
        return self.rota.who(self.event.id, self.role)

    @property
    def swaps(self) -> Swaps:
        """Changes of single places."""
        from lessons.assembly.swaps import Swaps

        return Swaps(self.library)

    def read_library(self) -> None:
        """Who is free and trained."""
        from lessons.assembly.events import Events
        from lessons.assembly.team import Team

        events = [each for each in Events(self.library).coming() if each.date <= self.rota.last]
        facts = Team(self.library).facts(events)
        self.offers = offers(self.rota, events, facts, self.event, self.role)
        listing = self.query_one("#offers", Listing)
        listing.clear_options()
        for number, offer in enumerate(self.offers, start=1):
            key = f"{number}  " if number <= _NINE else "   "
            listing.add_option(Option(Content.assemble((key, "bold"), offer.line)))
        listing.highlighted = 0 if self.offers else None
        job = team_role(self.role).title
        lines = [
            literal(f"{job}: {self.holder or 'nobody'}", "bold"),
            literal(f"{self.event.title}, {where_and_when(self.event, self.library.now().date())}"),
        ]
        if not self.offers:
            lines.append(literal("Nobody else is trained, free and here that day. Ask an adult."))
        self.query_one("#place", Static).update(Content("\n").join(lines))

    @on(OptionList.OptionSelected, "#offers")
    def action_open(self) -> None:
        """The marked one."""
        self.action_choose(self.query_one("#offers", Listing).marked)

    def action_choose(self, number: int) -> None:
        """Ask for it; an adult needs no asking."""
        if number >= len(self.offers):
            return
        offer = self.offers[number]
        if self.studio.door.is_locked:
            self._ask(offer)
        else:
            self._swap(offer)

    def _ask(self, offer: Offer) -> None:
        if not self.holder:
            raise StudioError("Nobody has this place yet.", "Ask an adult to fill it.")
        self.swaps.ask(self.rota.id, self.event.id, self.role, offer.code, **_in_return(offer))
        self._end(f"Asked: {offer.code} for {self.holder}. It holds when an adult says yes.", None)

    def _swap(self, offer: Offer) -> None:
        from lessons.assembly.rotas import Rotas

        rota = self.rota.id
        if self.holder:
            self.swaps.swap(rota, self.event.id, self.role, offer.code, **_in_return(offer))
        else:
            self.swaps.stand_in(rota, self.event.id, self.role, offer.code, adult="staff")
        self._end(f"{offer.code} has the place now.", lambda: Rotas(self.library).undo(rota))

    def _end(self, words: str, back: Callable[[], object] | None) -> None:
        self.app.pop_screen()
        self._kept(words, back)

    def can_do(self, action: str) -> bool:
        """Choosing needs somebody."""
        return action not in ("choose", "open") or bool(self.offers)


def _in_return(offer: Offer) -> dict[str, str]:
    if offer.other is None:
        return {}
    return {"other_event": offer.other.id, "other_role": offer.other_role}
