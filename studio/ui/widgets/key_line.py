"""The last lines of every screen: each key that works here, with its word."""

from collections.abc import Mapping

from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from studio.ui.widgets.ask_line import AskLine

_GAP = "   "
_LAST = ("help", "back", "bin_take", "stop_sealing", "stop_import", "app.quit")
"""Help and the ways out stand at the end of every line."""

_ARROWS = {"← →": "Left/Right", "↑ ↓": "Up/Down"}
"""In plain characters the arrows would be written like other keys."""
_TYPED = frozenset("abcdefghijklmnopqrstuvwxyz0123456789") | {"space"}
"""Keys that are part of an answer while one types."""

KeyWord = tuple[str, str]
"""A key as it is written on the keyboard, and the word for what it does."""


def packed(keys: list[KeyWord], width: int) -> list[list[KeyWord]]:
    """Keys in lines of at most so many cells, none cut in two."""
    lines: list[list[KeyWord]] = [[]]
    used = 0
    for key, word in keys:
        cells = len(key) + 1 + len(word)
        if used and used + len(_GAP) + cells > width:
            lines.append([])
            used = 0
        used += cells + (len(_GAP) if used else 0)
        lines[-1].append((key, word))
    return lines


class KeyLine(Widget):
    """Reads the keys from the screen's bindings, so it is never out of date."""

    DEFAULT_CSS = """
    KeyLine {
        height: auto;
        padding: 0 1;
        border-top: solid $quiet;
        color: $foreground;
    }
    """

    def on_mount(self) -> None:
        """Draw again whenever what the keys do changes."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)

    def _bindings_changed(self, screen: Screen[object]) -> None:
        if self.is_attached and screen is self.screen:
            self.refresh(layout=True)

    def keys(self) -> list[KeyWord]:
        """The keys that work now, one for a thing done; those of every screen come last."""
        if self.screen.query_one(AskLine).is_asking:
            return [("Enter", "done"), ("Esc", "never mind")]
        typing = isinstance(self.screen.focused, Input)
        words: dict[str, KeyWord] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if binding.show and active.enabled and not (typing and binding.key in _TYPED):
                words.setdefault(binding.action, (self._written(binding), self._word_for(binding)))
        return [words[action] for action in sorted(words, key=_LAST.__contains__)]

    def _written(self, binding: Binding) -> str:
        names: Mapping[str, str] = getattr(self.screen, "key_names", {})
        written = names.get(binding.id or "") or binding.key_display or binding.key.upper()
        return _ARROWS.get(written, written) if "-plain" in self.app.classes else written

    def _word_for(self, binding: Binding) -> str:
        words: Mapping[str, str] = getattr(self.screen, "key_words", {})
        return words.get(binding.id or "", binding.description)

    def render(self) -> Content:
        """The lines, the keys brighter than their words."""
        lines = packed(self.keys(), self.content_size.width)
        return Content("\n").join(
            Content(_GAP).join(Content.assemble((key, "bold $accent"), " ", word) for key, word in line)
            for line in lines
        )

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the keys need."""
        return len(packed(self.keys(), width))
