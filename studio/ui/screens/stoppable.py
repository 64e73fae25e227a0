"""A screen whose long jobs Esc stops: then, and only then, it does not go back."""

from __future__ import annotations

from studio.ui.screens.long_job import LongJobScreen
from studio.ui.widgets.progress_line import ProgressLine


class StoppableScreen(LongJobScreen):
    """How far a job is has a line only while there is one."""

    WHILE_BUSY = frozenset(("back", "help"))
    """What one can do meanwhile."""

    def on_mount(self) -> None:
        """Nothing is done yet."""
        self.watch_busy(False)

    def watch_busy(self, busy: bool) -> None:
        """Show how far it is, and that Esc stops it."""
        self.query_one(ProgressLine).display = busy
        self.key_words = {"back": "stop"} if busy else {}

    def action_back(self) -> None:
        """Stop the job; leave a question; or go back."""
        if self.busy:
            self.action_stop()
        else:
            super().action_back()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a job is done only little is possible."""
        if self.busy and action not in self.WHILE_BUSY:
            return False
        return super().check_action(action, parameters)
