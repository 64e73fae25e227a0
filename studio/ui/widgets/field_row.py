"""One line of a form: what is asked, and the place for it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static

from studio.ui.text import literal


class Answer(Input):
    """A line to type in; Enter saves the whole form."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "submit", "save", key_display="Enter", id="answer.save", tooltip="Save the whole form"
        ),
        Binding("up", "app.focus_previous", "line above", show=False),
        Binding("down", "app.focus_next", "line below", show=False),
    ]


class FieldRow(Horizontal):
    """The words stand out while their place has the keys."""

    DEFAULT_CSS = """
    FieldRow {
        height: 1;
        & > Static { width: 16; padding: 0 1; }
        & > Answer { width: 1fr; border: none; height: 1; padding: 0; background: $panel; }
        & > Answer:focus { border: none; }
        &.-here > Static { text-style: bold reverse; }
    }
    """

    def __init__(self, label: str, *, id: str, value: str = "", placeholder: str = "") -> None:  # noqa: A002
        super().__init__(id=id)
        self._label = label
        self._value = value
        self._placeholder = placeholder

    def compose(self) -> ComposeResult:
        """The words, then the place."""
        yield Static(literal(self._label))
        yield Answer(self._value, placeholder=self._placeholder, select_on_focus=False)

    # Textual does not restyle children when `:focus-within` changes, hence a class of our own.

    def on_descendant_focus(self) -> None:
        """The keys are here."""
        self.add_class("-here")

    def on_descendant_blur(self) -> None:
        """The keys are elsewhere."""
        self.remove_class("-here")

    @property
    def value(self) -> str:
        """What was typed."""
        return self.query_one(Answer).value.strip()
