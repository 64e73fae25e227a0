"""How far a long job is: a bar of blocks and a percentage."""

from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget


def bar(share: float, width: int) -> str:
    """A bar with its percentage behind it."""
    room = max(0, width - 5)
    lit = max(0, min(room, round(share * room)))
    return f"{'█' * lit}{'░' * (room - lit)} {share:4.0%}"


class ProgressLine(Widget):
    """Empty until a job begins."""

    DEFAULT_CSS = "ProgressLine { height: 1; color: $primary; }"

    share: reactive[float | None] = reactive(None)

    def render_line(self, y: int) -> Strip:
        """One line."""
        text = "" if self.share is None else bar(self.share, self.size.width)
        return Strip([Segment(text, self.rich_style)])
