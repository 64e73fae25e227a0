"""Trouble: what is wrong? One key chooses, and the questions begin."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from studio.ui.read_in_thread import read_in_thread
from studio.ui.screens.base import StudioScreen
from studio.ui.talk_words import SYMPTOM_KEYS, learnt_words
from studio.ui.text import literal, when_words
from studio.ui.widgets.listing import Listing
from studio.wording import count

if TYPE_CHECKING:
    from lessons.assembly.event import Event
    from lessons.assembly.fix import Fix
    from lessons.assembly.learning import Learning
    from lessons.assembly.tree import Tree


class LearningRead(Message):
    """How often each trouble was met was counted."""

    def __init__(self, learning: Learning, last: dict[str, Fix]) -> None:
        super().__init__()
        self.learning = learning
        self.last = last
        """The newest of each trouble."""


class TroubleScreen(StudioScreen):
    """Every trouble, each with its own key."""

    HELP_PAGE = "trouble"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                key,
                f"choose({number})",
                "what is wrong?",
                show=number == 0,
                key_display="1-9 0 - =",
                id=f"trouble.{number + 1}",
                tooltip="Begin the questions about this trouble",
            )
            for number, key in enumerate(SYMPTOM_KEYS)
        ),
        Binding(
            "enter", "open", "the marked one", key_display="Enter", id="trouble.open", tooltip="Begin with it"
        ),
        Binding("c", "cards", "cards", id="trouble.cards", tooltip="The six first questions, and more"),
        Binding("p", "poster", "poster", id="trouble.poster", tooltip="Print the marked one for the wall"),
    ]

    def __init__(self, event: Event | None) -> None:
        super().__init__()
        self.event = event
        self.trees: tuple[Tree, ...] = ()
        self.read: LearningRead | None = None

    def compose_middle(self) -> Iterable[Widget]:
        """The troubles, and what we know of the marked one."""
        yield Listing(id="symptoms")
        yield Static(id="learnt")

    def on_mount(self) -> None:
        """The list has the keys."""
        self.title_is("What is wrong?")
        self.refocus()

    def refocus(self) -> None:
        """The list has the keys."""
        self.listing.focus()

    @property
    def listing(self) -> Listing:
        """The troubles."""
        return self.query_one("#symptoms", Listing)

    def read_library(self) -> None:
        """The trees with the children's own checks; counting waits in a thread."""
        from lessons.assembly.trouble import Troubles

        self.trees = Troubles(self.library).trees()
        marked = self.listing.marked
        self.listing.clear_options()
        for key, tree in zip(SYMPTOM_KEYS, self.trees, strict=False):
            words = Content.assemble((f"{key}  ", "bold"), literal(f"{tree.symptom:<44}"))
            self.listing.add_option(Option(words, tree.id))
        self.listing.highlighted = marked
        self._count()

    @read_in_thread
    def _count(self) -> Message:
        from lessons.assembly.learning import learning
        from lessons.assembly.trouble import Troubles

        last = {fix.tree: fix for fix in Troubles(self.library).fixes()}
        return LearningRead(learning(self.library), last)

    @on(LearningRead)
    def _show_read(self, message: LearningRead) -> None:
        self.read = message
        self._show_learnt()

    @on(OptionList.OptionHighlighted, "#symptoms")
    def _show_learnt(self) -> None:
        if self.read is None or not self.trees:
            return
        tree = self.trees[self.listing.marked]
        learnt = next((each for each in self.read.learning.troubles if each.tree == tree.id), None)
        lines = [literal(learnt_words(learnt))]
        fix = self.read.last.get(tree.id)
        if fix is not None:
            by = literal(fix.fixed_by) if fix.fixed_by else literal("an adult was fetched.")
            when = when_words(fix.when, self.studio.clock())
            lines.append(
                Content.assemble((f"Last, {when}, ", "bold"), f"{count(fix.minutes, 'minute')}: ", by)
            )
        self.query_one("#learnt", Static).update(Content("\n").join(lines))

    def action_choose(self, number: int) -> None:
        """Begin the questions about the trouble of a key."""
        if number < len(self.trees):
            from studio.ui.screens.assembly.trouble_talk import TalkScreen

            self.app.switch_screen(TalkScreen(self.trees[number].id, self.event))

    @on(OptionList.OptionSelected, "#symptoms")
    def action_open(self) -> None:
        """Begin with the marked one."""
        self.action_choose(self.listing.marked)

    def action_cards(self) -> None:
        """What hangs beside the mixer."""
        from studio.ui.screens.assembly.assembly_cards import CardsScreen

        self.app.push_screen(CardsScreen())

    def action_poster(self) -> None:
        """A poster of the marked one; a file, so an adult's."""
        from studio.ui.screens.assembly.assembly_printing import PrintingScreen, poster_of_trouble

        self.app.push_screen(PrintingScreen(poster_of_trouble(self.trees[self.listing.marked])))

    def can_do(self, action: str) -> bool:
        """Files are for adults to write."""
        return action != "poster" or (bool(self.trees) and not self.studio.door.is_locked)
