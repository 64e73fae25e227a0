"""What is in a sound as lines for the screen: the words of music lessons, sentences behind them."""

from collections.abc import Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

from textual.content import Content

from lessons.vocabulary import dimension_titles
from studio.ui.text import literal

if TYPE_CHECKING:
    from studio.listening_words import Said

_TITLE = 12
_NARROWEST = 24


def heard_content(sentences: Sequence["Said"], width: int, *, apart: bool) -> Content:
    """Each dimension with its sentences, those that have no room in lines of their own.

    With `apart` there is an empty line between two dimensions.
    """
    by_dimension: dict[str, list[str]] = {}
    for each in sentences:
        by_dimension.setdefault(each.dimension, []).append(each.words)
    lines: list[Content] = []
    for title, said in zip(dimension_titles(tuple(by_dimension)), by_dimension.values(), strict=True):
        if lines and apart:
            lines.append(Content(""))
        for number, line in enumerate(wrap(" ".join(said), max(_NARROWEST, width - _TITLE))):
            head = "" if number else title.capitalize()
            lines.append(Content.assemble((f"{head:<{_TITLE}}", "bold $accent"), literal(line)))
    return Content("\n").join(lines)
