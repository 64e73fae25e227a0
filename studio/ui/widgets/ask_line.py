"""One question and its answer, on the screen that asks: no dialog."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from studio.ui.text import literal


class AskLine(Horizontal):
    """Hidden until it asks; Enter answers."""

    DEFAULT_CSS = """
    AskLine {
        height: 3;
        display: none;
        padding: 0 1;
        &.-asking { display: block; }
        & > Static { width: auto; padding: 1 1 0 0; }
        & > Input { width: 1fr; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._then: Callable[[str], None] | None = None

    def compose(self) -> ComposeResult:
        """The question, then the place for the answer."""
        yield Static(Content(""))
        yield Input()

    @property
    def is_asking(self) -> bool:
        """True while a question waits."""
        return self._then is not None

    def ask(
        self, question: str, then: Callable[[str], None], *, value: str = "", hidden: bool = False
    ) -> None:
        """Show a question with a first answer, all of it chosen so that typing replaces it.

        What is typed shows as dots when it is to stay `hidden`.
        """
        self._then = then
        self.query_one(Static).update(literal(question))
        self.add_class("-asking")
        answer = self.query_one(Input)
        answer.password = hidden
        answer.value = value
        answer.focus()
        answer.select_all()
        self.screen.refresh_bindings()

    def leave(self) -> None:
        """Take the question away without an answer."""
        self._then = None
        self.query_one(Input).value = ""
        self.remove_class("-asking")
        self.screen.refresh_bindings()

    @on(Input.Submitted)
    def _answered(self, message: Input.Submitted) -> None:
        message.stop()
        then, answer = self._then, message.value.strip()
        self.leave()
        if then is not None:
            then(answer)
