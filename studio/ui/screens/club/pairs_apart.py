"""Who does not share a PC: for adults alone."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.errors import StudioError
from studio.ui.club_now import names_shown
from studio.ui.club_words import codes_with_names
from studio.ui.screens.listed import UndoingScreen
from studio.ui.text import literal
from studio.ui.widgets.long_list import LongList

if TYPE_CHECKING:
    from lessons.club.apart import Apart, Aparts


class ApartScreen(UndoingScreen):
    """The couples that are kept apart; no other screen shows them."""

    HELP_PAGE = "pairs_apart"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "add", id="apart.add", tooltip="Two who are not to share a PC"),
        Binding("x", "strike", "take out", id="apart.strike", tooltip="They may sit together again"),
        Binding("z", "undo", "undo", id="apart.undo", tooltip="Take the last one back"),
    ]

    all_apart: reactive[tuple[Apart, ...]] = reactive((), init=False, bindings=True)

    def compose_middle(self) -> Iterable[Widget]:
        """What it is for, then the list."""
        yield Static(id="about")
        yield LongList(id="apart")

    def on_mount(self) -> None:
        """Say where we are."""
        self.title_is("Not together")
        self.names: dict[str, str] = {}

    @property
    def aparts(self) -> Aparts:
        """The list in the library."""
        from lessons.club.apart import Aparts

        return Aparts(self.library)

    def read_library(self) -> None:
        """Read the list."""
        self.names = names_shown(self.library)
        self.all_apart = self.aparts.all()
        self.listing.show(len(self.all_apart), self._line, marked=self.listing.marked)
        words = "These do not share a PC while there is any other way. Pupils never see this list."
        if not self.all_apart:
            words = "Nobody is kept apart. Press A, then two codes. Pupils never see this list."
        self.query_one("#about", Static).update(literal(words))

    def _line(self, line: int, width: int) -> Content:
        return literal(codes_with_names(self.all_apart[line].codes, self.names), "bold")

    def action_add(self) -> None:
        """Ask for two."""
        self.ask("Which two? Their codes:", self._add)

    def _add(self, answer: str) -> None:
        if not answer:
            return
        codes = answer.replace(",", " ").split()
        if len(codes) != 2:
            raise StudioError("It takes two codes.", "Type them like Y4-heron Y5-otter.")
        known = {each.id for each in self.all_apart}
        made = self.aparts.add(*codes)
        if made.id not in known:
            self.did(partial(self.aparts.strike, made.id))
        self.read_library()
        self.say(f"{codes_with_names(made.codes, self.names)} do not share a PC from now on.")

    def action_strike(self) -> None:
        """They may sit together again."""
        apart = self.all_apart[self.listing.marked]
        self.aparts.strike(apart.id)
        self.did(partial(self.aparts.strike, apart.id, struck=False))
        self.read_library()
        self.say("They may sit together again. Z takes that back.")

    def can_do(self, action: str) -> bool:
        """Taking out needs somebody."""
        return bool(self.all_apart) if action == "strike" else super().can_do(action)
