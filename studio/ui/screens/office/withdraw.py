"""Withdraw: what would go, read first; then everything of it erased in every copy, after a typed yes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.faults import FAULTS
from studio.ui.messages import ProblemMet
from studio.ui.screens.long_job import LongJobScreen, Progress
from studio.ui.text import literal
from studio.ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from evidence.safety.withdrawal import Preview, Withdrawal


class ReachKnown(Message):
    """What a withdrawal would take is known."""

    def __init__(self, seen: Preview) -> None:
        super().__init__()
        self.seen = seen


class Withdrawn(Message):
    """It is done."""

    def __init__(self, done: Withdrawal) -> None:
        super().__init__()
        self.done = done


class WithdrawScreen(LongJobScreen):
    """For one entry, one sound, or everything of one person."""

    HELP_PAGE = "withdraw"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "ask_yes", "erase", key_display="Enter", id="withdraw.erase", tooltip="Asks once more"
        ),
        Binding(
            "b", "backups", "backups too", id="withdraw.backups", tooltip="Renew the backups that hold it"
        ),
    ]

    seen: reactive[Preview | None] = reactive(None, init=False, bindings=True)
    with_backups: reactive[bool] = reactive(False, init=False)

    def __init__(
        self, *, entry_id: str | None = None, sound_id: str | None = None, code: str | None = None
    ) -> None:
        super().__init__()
        self.what: dict[str, Any] = {"entry_id": entry_id, "sound_id": sound_id, "code": code}

    def compose_middle(self) -> Iterable[Widget]:
        """What would go, or what went."""
        with VerticalScroll(id="page"):
            yield Static(id="lines")
        yield ProgressLine(id="bar")

    def on_mount(self) -> None:
        """Look how far it reaches, which reads the backups' cards."""
        self.title_is(f"Withdraw: {next(filter(None, self.what.values()))}")
        self.refocus()
        self._look()

    def refocus(self) -> None:
        """The page has the keys."""
        self.query_one("#page").focus()

    @work(thread=True, group="looking", exclusive=True)
    def _look(self) -> None:
        from evidence.safety.withdrawal import preview

        try:
            self.post_message(ReachKnown(preview(self.library, **self.what)))
        except FAULTS as error:
            self.post_message(ProblemMet(error))

    @on(ReachKnown)
    def _show_reach(self, message: ReachKnown) -> None:
        self.seen = message.seen
        self._show_before()

    def _show_before(self) -> None:
        from evidence.safety.withdrawal_words import lines_before

        assert self.seen is not None
        lines = [
            *lines_before(self.seen),
            "",
            "Nothing was erased yet. Enter erases it for good; there is no undo.",
        ]
        if self.with_backups:
            lines.append(
                "Backups that hold it and can be reached now are made anew, and the old ones deleted."
            )
        self._show(lines)

    def _show(self, lines: Iterable[str]) -> None:
        self.query_one("#lines", Static).update(Content("\n").join(literal(line) for line in lines))

    def action_backups(self) -> None:
        """The backups too, or not."""
        self.with_backups = not self.with_backups
        self._show_before()

    def action_ask_yes(self) -> None:
        """Ask once more."""
        self.ask("Erase all of this for good? Type yes:", self._erase)

    def _erase(self, answer: str) -> None:
        if answer.lower() != "yes":
            self.say("Nothing was erased.")
            return

        def job(progress: Progress) -> str:
            from evidence.safety.withdrawal import withdraw

            framework = self.studio.framework
            done = withdraw(
                self.library, **self.what, framework=framework, backups=self.with_backups, progress=progress
            )
            self.post_message(Withdrawn(done))
            return "Withdrawn. What is left for you to do stands above."

        self.begin("Erasing every copy.", job)

    @on(Withdrawn)
    def _show_done(self, message: Withdrawn) -> None:
        from evidence.safety.withdrawal_words import lines_after

        self.seen = None
        self._show(lines_after(message.done))

    def can_do(self, action: str) -> bool:
        """Nothing while it works; erasing needs to know what."""
        if action in ("ask_yes", "backups"):
            return self.seen is not None and not self.busy
        return not self.busy or action == "help"
