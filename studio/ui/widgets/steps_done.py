"""What was done to a sound, in a few lines; the newest always among them."""

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from studio.ui.text import literal
from studio.ui.widgets.key_line import packed
from studio.wording import count

_MOST_LINES = 3
_NAME = "What you did:"


class StepsDone(Widget):
    """Numbered phrases, none parted from its number; the oldest make room."""

    DEFAULT_CSS = """
    StepsDone { height: auto; padding: 0 1; }
    """

    phrases: reactive[list[str]] = reactive(list, layout=True)

    def render(self) -> Content:
        """The lines."""
        return Content("\n").join(literal(line) for line in lines_of(self.phrases, self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as they need."""
        return len(lines_of(self.phrases, width))


def lines_of(phrases: list[str], width: int) -> list[str]:
    """The newest phrases that fit, and how many came before them."""
    if not phrases:
        return [f"{_NAME} nothing yet. Press T to tidy it."]
    for left_out in range(len(phrases)):
        before = f"{count(left_out, 'step')} before" if left_out else ""
        words = [(_NAME, before)] + [
            (str(number), phrase) for number, phrase in enumerate(phrases[left_out:], start=left_out + 1)
        ]
        lines = packed(words, width)
        if len(lines) <= _MOST_LINES:
            break
    return ["   ".join(f"{number} {phrase}".strip() for number, phrase in line) for line in lines]
