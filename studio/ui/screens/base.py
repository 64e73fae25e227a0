"""What every screen is made of: a title line, a middle, and the lines at the foot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widget import Widget

from studio.errors import StudioError
from studio.ui.adult_door import DoorPassed
from studio.ui.faults import FAULTS, in_words
from studio.ui.messages import ProblemMet
from studio.ui.size import actions_left_out, words_left_out
from studio.ui.text import day_words
from studio.ui.widgets.ask_line import AskLine
from studio.ui.widgets.key_line import KeyLine
from studio.ui.widgets.say_line import SayLine
from studio.ui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from evidence.library import Library
    from studio.ui.app import StudioApp


class StudioScreen(Screen[None]):
    """One place in the program. Esc always goes back; H always helps."""

    HELP_PAGE: ClassVar[str] = "home"
    """The page of `assets/help` that H opens."""
    key_names: Mapping[str, str] = MappingProxyType({})
    """By the binding's id, how its key is written now, where that is not always the same."""
    key_words: Mapping[str, str] = MappingProxyType({})
    """What stands in the line of keys now in place of a key's own word, by the id of its binding."""
    AUTO_FOCUS = ""  # each screen says where the keys go; a hidden question must not have them
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h,f1", "help", "help", id="help", tooltip="What this screen is for"),
        Binding("escape", "back", "back", key_display="Esc", id="back", tooltip="Go back; nothing is lost"),
    ]

    @property
    def studio(self) -> StudioApp:
        """The app, by its own name."""
        from studio.ui.app import StudioApp

        assert isinstance(self.app, StudioApp)
        return self.app

    @property
    def library(self) -> Library:
        """The school's library."""
        return self.studio.library

    def compose(self) -> ComposeResult:
        """Title, middle, foot."""
        yield TitleLine(whose=self.whose())
        yield from self.compose_middle()
        with Vertical(id="foot"):
            yield SayLine()
            yield AskLine()
            yield KeyLine()

    def whose(self) -> str:
        """Whose library this is, and the day."""
        words = f"{self.library.school or 'Our school'} · {day_words(self.studio.clock().date())}"
        return f"{words} · adult" if self.studio.door.is_unlocked else words

    def compose_middle(self) -> Iterable[Widget]:
        """What this screen is about; every screen says."""
        raise NotImplementedError

    def on_screen_resume(self) -> None:
        """Look again: another screen, or another program, may have changed the library."""
        try:
            self.read_library()
        except FAULTS as error:
            self.problem(error)

    def read_library(self) -> None:
        """Show what the library has now."""

    def title_is(self, where: str, whose: str | None = None) -> None:
        """Write the title line."""
        line = self.query_one(TitleLine)
        line.where = where
        if whose is not None:
            line.whose = whose

    def say(self, words: str) -> None:
        """Say what was done."""
        self.query_one(SayLine).say(words)

    def ask(
        self, question: str, then: Callable[[str], None], *, value: str = "", hidden: bool = False
    ) -> None:
        """Ask one thing at the foot; Esc leaves it."""
        self.query_one(AskLine).ask(question, partial(self._answered, then), value=value, hidden=hidden)

    def _answered(self, then: Callable[[str], None], answer: str) -> None:
        self.refocus()
        self.say("")  # what was wrong with the answer before is over
        try:
            then(answer)
        except FAULTS as error:
            self.problem(error)

    @on(DoorPassed)
    def go_on_as_adult(self, message: DoorPassed) -> None:
        """The PIN was right."""
        message.stop()
        self.refresh_bindings()
        self.query_one(TitleLine).whose = self.whose()
        message.then()

    @on(ProblemMet)
    def say_what_went_wrong(self, message: ProblemMet) -> None:
        """Two sentences: what happened, what to try."""
        message.stop()
        self.problem(message.error)

    def problem(self, error: StudioError | OSError) -> None:
        """Say what happened and what to try."""
        self.query_one(SayLine).say_problem(in_words(error))

    @property
    def is_asking(self) -> bool:
        """True while a question waits for its answer."""
        return self.is_mounted and self.query_one(AskLine).is_asking

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a question waits only Esc does anything: letters belong to the answer."""
        if self.is_asking:
            return action in ("back", "answer")
        if (action, parameters) in actions_left_out(type(self), self.studio.reader_size.not_shown):
            return False
        return self.can_do(action)

    def can_do(self, action: str) -> bool:
        """Whether a key does something now; the key line shows only those that do."""
        return True

    def action_back(self) -> None:
        """Leave the question, or the screen."""
        if self.is_asking:
            self.query_one(AskLine).leave()
            self.refocus()
        else:
            self.leave()

    def leave(self) -> None:
        """Go back to where we came from."""
        self.app.pop_screen()

    def refocus(self) -> None:
        """Give the keys back to the middle of the screen after a question."""
        self.set_focus(None)

    def action_help(self) -> None:
        """Open this screen's help."""
        from studio.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.HELP_PAGE, words_left_out(type(self), self.studio.reader_size)))
