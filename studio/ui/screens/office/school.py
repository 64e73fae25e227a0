"""The school: its name, and the two colours in which it prints."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from lessons.look import Look, Looks
from studio.ui.look_words import colour_line, look_sheet, named_colours, word_for
from studio.ui.screens.listed import ListedScreen
from studio.ui.widgets.long_list import LongList


class SchoolScreen(ListedScreen):
    """A sheet in the school's colours above, every colour we have a word for below."""

    HELP_PAGE: ClassVar[str] = "school"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "main", "main colour", key_display="Enter", id="school.main", tooltip="For large letters"
        ),
        Binding("s", "second", "second colour", id="school.second", tooltip="The accent"),
        Binding("o", "other", "another colour", id="school.other", tooltip="Type its sign, like #1f4e79"),
        Binding("n", "name", "name", id="school.name", tooltip="What the school is called"),
        Binding("z", "take_back", "undo", id="school.undo", tooltip="The last change here"),
    ]

    look: reactive[Look] = reactive(Look(id=""), init=False)
    undone: reactive[tuple[Callable[[], str], ...]] = reactive((), init=False, bindings=True)
    """What takes the changes of this visit back, the last one last."""

    def compose_middle(self) -> Iterable[Widget]:
        """The sheet, and the colours."""
        yield Static(id="sheet")
        yield LongList(id="colours")

    def on_mount(self) -> None:
        """Say where we are."""
        self.title_is("School")
        self.colours = named_colours()

    def read_library(self) -> None:
        """Show it as it is now."""
        self.look = look = Looks(self.library).now()
        self.query_one("#sheet", Static).update(look_sheet(look, self.library.school or "Our school"))
        self.listing.show(
            len(self.colours),
            lambda line, width: colour_line(self.colours[line], look, width),
            marked=self.listing.marked,
        )
        self.title_is("School", self.whose())

    @on(LongList.Clicked)
    def action_main(self) -> None:
        """The marked colour for letters."""
        self._choose(main=str(self.colours[self.listing.marked][0]))

    def action_second(self) -> None:
        """The marked colour for ornament."""
        self._choose(second=str(self.colours[self.listing.marked][0]))

    def action_other(self) -> None:
        """A colour without a word."""
        self.ask("The main colour's sign, like #1f4e79:", self._other_main, value=self.look.main)

    def _other_main(self, typed: str) -> None:
        if typed:
            self.ask(
                "The second colour's:",
                lambda second: self._choose(main=typed, second=second or self.look.second),
                value=self.look.second,
            )

    def _choose(self, *, main: str | None = None, second: str | None = None) -> None:
        before = self.look
        made = Looks(self.library).set(main or before.main, second or before.second)

        def undo() -> str:
            Looks(self.library).set(before.main, before.second)
            return f"{_words(before)}, as before."

        self._changed(undo, f"{_words(made)}. Z takes it back.")

    def action_name(self) -> None:
        """Ask for the name."""
        self.ask("What is the school called?", self._rename, value=self.library.school)

    def _rename(self, name: str) -> None:
        before = self.library.school
        if not name or name == before:
            return
        self.library.rename_school(name)
        if not before:  # there is no way back to no name
            self.read_library()
            self.say("It has its name.")
            return

        def undo() -> str:
            self.library.rename_school(before)
            return "The name is as it was before."

        self._changed(undo, "It has its new name. Z takes it back.")

    def _changed(self, undo: Callable[[], str], words: str) -> None:
        self.undone = (*self.undone, undo)
        self.read_library()
        self.say(words)

    def action_take_back(self) -> None:
        """Undo the last change made here."""
        words = self.undone[-1]()
        self.undone = self.undone[:-1]
        self.read_library()
        self.say(words)

    def can_do(self, action: str) -> bool:
        """Undo needs a change."""
        return action != "take_back" or bool(self.undone)


def _words(look: Look) -> str:
    main, second = word_for(look.main_colour), word_for(look.second_colour)
    return f"Main: {main}. Second: {second}"
