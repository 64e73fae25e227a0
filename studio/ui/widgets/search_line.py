"""The line one types into to find something; the list below follows every letter."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static


class Wanted(Input):
    """What is looked for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down", "done", "to the list", key_display="Enter", id="search.done", tooltip="Walk"),
        Binding("escape", "leave", "all again", key_display="Esc", id="search.leave", tooltip="Look no more"),
    ]

    class Done(Message):
        """The list may have the keys."""

    def action_done(self) -> None:
        """To the list, which stays as it is."""
        self.post_message(self.Done())

    def action_leave(self) -> None:
        """To the whole list."""
        self.value = ""
        self.post_message(self.Done())


class SearchLine(Horizontal):
    """There only while something is looked for."""

    DEFAULT_CSS = """
    SearchLine {
        height: 1;
        display: none;
        padding: 0 1;
        &.-searching { display: block; }
        & > Static { width: 12; padding: 0 1; text-style: bold; }
        & > Wanted { width: 1fr; }
    }
    """

    def compose(self) -> ComposeResult:
        """A word, then the place for the answer."""
        yield Static(Content("Look for"))
        yield Wanted(placeholder="words of its title or text, a code")

    def open(self) -> None:
        """Type here."""
        self.add_class("-searching")
        wanted = self.query_one(Wanted)
        wanted.focus()
        wanted.select_all()

    def write(self, text: str) -> None:
        """Show what is looked for; with nothing the line goes."""
        self.set_class(bool(text) or self.query_one(Wanted).has_focus, "-searching")
        if self.query_one(Wanted).value != text:
            self.query_one(Wanted).value = text
