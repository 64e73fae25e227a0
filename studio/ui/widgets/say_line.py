"""The line where the program says one thing: what it did, or what went wrong and what to try."""

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from studio.errors import StudioError
from studio.ui.text import literal


class SayLine(Static):
    """Empty until there is something to say; a fault starts with `!` as well as changing colour."""

    DEFAULT_CSS = """
    SayLine {
        height: auto;
        min-height: 1;
        max-height: 3;
        padding: 0 1;
        &.-problem { color: $error; text-style: bold; }
    }
    """

    words: reactive[str] = reactive("")

    def watch_words(self, words: str) -> None:
        """Where room is short an empty line takes none."""
        self.set_class(not words, "-empty")

    def say(self, words: str) -> None:
        """Say what was done."""
        self.remove_class("-problem")
        self.words = words
        self.update(literal(words))

    def say_problem(self, error: StudioError) -> None:
        """Say what happened and what to try."""
        self.add_class("-problem")
        self.words = str(error)
        self.update(Content.assemble("! ", literal(str(error))))
