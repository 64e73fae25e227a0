"""Review: what has been kept long enough, for an adult to decide about, one by one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.faults import FAULTS
from studio.ui.messages import ProblemMet
from studio.ui.screens.long_job import LongJobScreen, Progress
from studio.ui.text import cut_to, literal
from studio.ui.widgets.long_list import LongList
from studio.ui.widgets.progress_line import ProgressLine
from studio.wording import count

if TYPE_CHECKING:
    from evidence.safety.erasure import Erasure
    from evidence.safety.retention import Due


class ReviewRead(Message):
    """What is due, and which withdrawals were stopped half-way."""

    def __init__(self, due: tuple[Due, ...], stopped: tuple[Erasure, ...]) -> None:
        super().__init__()
        self.due = due
        self.stopped = stopped


class RetentionScreen(LongJobScreen):
    """Nothing goes by itself."""

    HELP_PAGE = "retention"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "open", "decide", key_display="Enter", id="review.open", tooltip="See what would go"
        ),
        Binding(
            "c", "carry_on", "carry on", id="review.carry", tooltip="Finish a withdrawal that was stopped"
        ),
    ]

    due: reactive[tuple[Due, ...]] = reactive((), init=False, bindings=True)
    stopped: reactive[tuple[Erasure, ...]] = reactive((), init=False, bindings=True)

    def compose_middle(self) -> Iterable[Widget]:
        """How much, then the list."""
        yield Static(id="about")
        yield LongList(id="due")
        yield ProgressLine(id="bar")

    def on_mount(self) -> None:
        """The list has the keys."""
        self.title_is("Review: kept long enough")
        self.refocus()

    def refocus(self) -> None:
        """The list has the keys."""
        self.query_one(LongList).focus()

    def read_library(self) -> None:
        """Look through everything, which takes a while in a large library."""
        self._read()

    @work(thread=True, group="looking", exclusive=True)
    def _read(self) -> None:
        from evidence.safety.retention import review_list
        from evidence.safety.withdrawal import unfinished

        try:
            self.post_message(ReviewRead(review_list(self.library), unfinished(self.library)))
        except FAULTS as error:
            self.post_message(ProblemMet(error))

    @on(ReviewRead)
    def _show(self, message: ReviewRead) -> None:
        self.due, self.stopped = message.due, message.stopped
        listing = self.query_one(LongList)
        listing.show(len(self.due), self._line, marked=listing.marked)
        if self.stopped:
            words = f"{count(len(self.stopped), 'withdrawal')} was stopped half-way. C finishes it."
        elif self.due:
            words = (
                f"{count(len(self.due), 'thing')} to decide about. Enter shows what would go; Esc keeps it."
            )
        else:
            words = "Nothing is due. Come back at the end of the school year."
        self.query_one("#about", Static).update(literal(words))

    def _line(self, line: int, width: int) -> Content:
        due = self.due[line]
        title = cut_to(due.title, max(10, width // 3))
        return Content.assemble(
            cut_to(due.id, 17), title, f"  since {due.since.isoformat()}  ", literal(due.why)
        )

    @on(LongList.Clicked)
    def action_open(self) -> None:
        """What would go, if it went."""
        from studio.ui.screens.office.withdraw import WithdrawScreen

        due = self.due[self.query_one(LongList).marked]
        if due.kind == "left":
            screen = WithdrawScreen(code=due.id)
        elif due.id.startswith("EV-"):
            screen = WithdrawScreen(entry_id=due.id)
        else:
            screen = WithdrawScreen(sound_id=due.id)
        self.app.push_screen(screen)

    def action_carry_on(self) -> None:
        """Finish what was stopped."""

        def job(progress: Progress) -> str:
            from evidence.safety.withdrawal import carry_on

            done = carry_on(self.library, self.studio.framework, progress=progress)
            return f"{count(len(done), 'withdrawal')} finished."

        self.begin("Finishing.", job)

    def can_do(self, action: str) -> bool:
        """Deciding needs something due."""
        if action == "open":
            return bool(self.due) and not self.busy
        if action == "carry_on":
            return bool(self.stopped) and not self.busy
        return not self.busy or action == "help"
