"""The school's own lists: words, order, who, when, why; and the names of its inputs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from lessons.assembly.checklist import whose
from studio.ui.assembly_read import LISTS
from studio.ui.screens.base import StudioScreen
from studio.ui.screens.listed import ListedScreen
from studio.ui.text import cut_to, literal
from studio.ui.widgets.listing import Listing
from studio.ui.widgets.long_list import LongList
from studio.wording import count

if TYPE_CHECKING:
    from lessons.assembly.checklist import Checklist, Step
    from lessons.assembly.lists import Checklists

_WHO = 11


class ListsScreen(StudioScreen):
    """Every list; Enter opens one to change it."""

    HELP_PAGE = "assembly_lists"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                str(number),
                f"open({number - 1})",
                "change a list",
                show=number == 1,
                key_display=f"1-{len(LISTS)}",
                id=f"lists.{number}",
                tooltip="Its words, order, people and times",
            )
            for number in range(1, len(LISTS) + 1)
        ),
        Binding("enter", "open_marked", "the marked one", key_display="Enter", id="lists.open", tooltip="It"),
        Binding("i", "inputs", "inputs", id="lists.inputs", tooltip="What your sockets are called"),
        Binding("w", "print_it", "print", id="lists.print", tooltip="The marked list, with boxes to tick"),
    ]

    lists: tuple[Checklist, ...] = ()

    def compose_middle(self) -> Iterable[Widget]:
        """The lists, and what the marked one is for."""
        yield Listing(id="lists")
        yield Static(id="about")

    def on_mount(self) -> None:
        """The list has the keys."""
        self.title_is("Our lists")
        self.refocus()

    def refocus(self) -> None:
        """The list has the keys."""
        self.query_one("#lists").focus()

    def read_library(self) -> None:
        """Look again."""
        from lessons.assembly.lists import Checklists

        kept = Checklists(self.library)
        self.lists = tuple(kept.now(each) for each in LISTS)
        listing = self.query_one("#lists", Listing)
        marked = listing.marked
        listing.clear_options()
        for number, each in enumerate(self.lists, start=1):
            own = sum(not form.struck for form in kept.history(each.id))
            changed = f", changed {count(own, 'time')}" if own else ", as it came"
            words = Content.assemble(
                (f"{number}  ", "bold"),
                (f"{each.title:<18}", "bold"),
                literal(f"{count(len(each.steps), 'step')}{changed}"),
            )
            listing.add_option(Option(words, each.id))
        listing.highlighted = marked

    @on(OptionList.OptionHighlighted, "#lists")
    def _show_about(self, message: OptionList.OptionHighlighted) -> None:
        self.query_one("#about", Static).update(literal(self.lists[message.option_index].about))

    @on(OptionList.OptionSelected, "#lists")
    def action_open_marked(self) -> None:
        """Change the marked one."""
        self.action_open(self.query_one("#lists", Listing).marked)

    def action_open(self, number: int) -> None:
        """Change the list of a digit."""
        self.app.push_screen(ListScreen(self.lists[number].id))

    def action_inputs(self) -> None:
        """What the sockets are called."""
        from studio.ui.screens.assembly.assembly_inputs import InputsScreen

        self.app.push_screen(InputsScreen())

    def action_print_it(self) -> None:
        """With boxes to tick."""
        from studio.ui.screens.assembly.assembly_printing import PrintingScreen, list_print

        self.app.push_screen(PrintingScreen(list_print(self.lists[self.query_one("#lists", Listing).marked])))


class ListScreen(ListedScreen):
    """The steps of one list; every change is a form of its own, and can be taken back."""

    HELP_PAGE = "assembly_lists"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "edit", "change", key_display="Enter", id="steps.edit", tooltip="Words, who, when"),
        Binding("a", "add", "add", id="steps.add", tooltip="A new step after the marked one"),
        Binding("u", "move(-1)", "up", id="steps.up", tooltip="Before the one above"),
        Binding("d", "move(1)", "down", id="steps.down", tooltip="After the one below"),
        Binding("x", "take_out", "take out", id="steps.out", tooltip="Take the marked one out"),
        Binding("o", "reset", "as it came", id="steps.reset", tooltip="The list that came with the program"),
        Binding("z", "undo", "undo", id="steps.undo", tooltip="Take the last change back"),
    ]

    steps: reactive[tuple[Step, ...]] = reactive((), init=False, bindings=True)
    changes: reactive[int] = reactive(0, init=False, bindings=True)
    """Forms that hold; each can be taken back."""

    def __init__(self, list_id: str) -> None:
        super().__init__()
        self.list_id = list_id

    def compose_middle(self) -> Iterable[Widget]:
        """The steps, and the marked one in full."""
        yield LongList(id="steps")
        yield Static(id="about")

    @property
    def lists(self) -> Checklists:
        """The lists of the library."""
        from lessons.assembly.lists import Checklists

        return Checklists(self.library)

    @property
    def step(self) -> Step:
        """The marked one."""
        return self.steps[self.listing.marked]

    def read_library(self) -> None:
        """Look again."""
        now = self.lists.now(self.list_id)
        self.changes = sum(not form.struck for form in self.lists.history(self.list_id))
        self.steps = now.steps
        self.title_is(f"{now.title}: {count(len(now.steps), 'step')}")
        self.listing.show(len(self.steps), self._line, marked=self.listing.marked)
        self._show_step()

    def _line(self, line: int, width: int) -> Content:
        step = self.steps[line]
        return Content.assemble(
            f"{step.id:<5}{step.t:<6}", cut_to(whose(step.who), _WHO), literal(step.words)
        )

    @on(LongList.Moved)
    def _show_step(self) -> None:
        if self.steps:
            lines = [self.step.words, *([f"Why: {self.step.why}."] if self.step.why else [])]
            self.query_one("#about", Static).update(Content("\n").join(map(literal, lines)))

    @on(LongList.Clicked)
    def action_edit(self) -> None:
        """Its form."""
        from studio.ui.screens.assembly.assembly_step import StepScreen

        self.app.push_screen(StepScreen(self.list_id, self.step))

    def action_add(self) -> None:
        """A form for a new one, after the marked one."""
        from studio.ui.screens.assembly.assembly_step import StepScreen

        self.app.push_screen(StepScreen(self.list_id, place=self.listing.marked + 2))

    def action_move(self, by: int) -> None:
        """One place up or down."""
        place = self.listing.marked + by
        if 0 <= place < len(self.steps):
            self._change(partial(self.lists.move, self.list_id, self.step.id, place + 1), "Moved.", at=place)

    def action_take_out(self) -> None:
        """Take the marked one out."""
        self._change(partial(self.lists.take_out, self.list_id, self.step.id), "Taken out. Z puts it back.")

    def action_reset(self) -> None:
        """As it came."""
        self._change(partial(self.lists.reset, self.list_id), "The list is as it came. Z takes that back.")

    def action_undo(self) -> None:
        """Take the last change back."""
        self._change(partial(self.lists.undo, self.list_id), "The last change is taken back.")

    def _change(self, change: Callable[[], object], words: str, *, at: int | None = None) -> None:
        change()
        self.read_library()
        if at is not None:
            self.listing.marked = at
        self.say(words)

    def can_do(self, action: str) -> bool:
        """Undo needs a change."""
        return self.changes > 0 if action in ("undo", "reset") else True
