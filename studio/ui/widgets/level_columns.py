"""What each level of a criterion asks for, side by side."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from rubric.framework import Criterion, Framework
from studio.ui.descriptor_words import descriptor_words

CHOSEN = "■"


class LevelColumns(VerticalScroll, can_focus=True):
    """One column a level; the arrows scroll all of them together when the texts are long."""

    DEFAULT_CSS = """
    LevelColumns {
        & > Horizontal { height: auto; }
        & Static { width: 1fr; height: auto; padding: 0 1; }
        &:focus { background-tint: $foreground 0%; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "down", "scroll_down", "read on", key_display="↑ ↓", id="levels.down", tooltip="More of the texts"
        ),
        Binding("up", "scroll_up", "read up", show=False),
    ]

    def __init__(self, framework: Framework) -> None:
        super().__init__()
        self._framework = framework

    def compose(self) -> ComposeResult:
        """A column for each level."""
        with Horizontal():
            for number, _ in enumerate(self._framework.levels):
                yield Static(id=f"level-{number}")

    def show(self, criterion: Criterion, *, chosen: str | None, phase: str | None = None) -> None:
        """Another criterion, from the top; `chosen` is what it was judged as."""
        for number, level in enumerate(self._framework.levels):
            descriptor = criterion.descriptor(level)
            mark = f"{CHOSEN} " if level == chosen else ""
            heading = (f"{mark}{number + 1} {level}", "bold $accent" if mark else "bold")
            words = Content.assemble(heading, "\n", descriptor_words(descriptor, phase))
            self.query_one(f"#level-{number}", Static).update(words)
        self.scroll_home(animate=False)
        self.call_after_refresh(self.screen.refresh_bindings)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is more to read only when the texts are longer than the place for them."""
        return action not in ("scroll_down", "scroll_up") or self.max_scroll_y > 0
