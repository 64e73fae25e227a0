"""What is in a sound as lines for the screen: the words of music lessons, sentences behind them."""

from collections.abc import Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

from textual.content import Content

from lessons.vocabulary import dimension_titles, dimensions
from studio.ui.text import literal

if TYPE_CHECKING:
    from studio.listening_words import Said

_TITLE = 12
_NARROWEST = 24


def heard_in(sentences: Sequence["Said"], width: int, height: int) -> Content:
    """The sentences with a question to each dimension, or without, or close together: as there is room."""
    full = heard_content(sentences, width, apart=True, ask=True)
    roomy = heard_content(sentences, width, apart=True)
    close = heard_content(sentences, width)
    return next((each for each in (full, roomy) if len(each.split("\n")) <= height), close)


def heard_content(
    sentences: Sequence["Said"], width: int, *, apart: bool = False, ask: bool = False
) -> Content:
    """Each dimension with its sentences, those that have no room in lines of their own.

    With `apart` there is an empty line between two dimensions; with `ask` the lessons' question to each.
    """
    questions = {each.id: each.ask for each in dimensions()}
    by_dimension: dict[str, list[str]] = {}
    for each in sentences:
        by_dimension.setdefault(each.dimension, []).append(each.words)
    lines: list[Content] = []
    for title, (id_, said) in zip(dimension_titles(tuple(by_dimension)), by_dimension.items(), strict=True):
        if lines and apart:
            lines.append(Content(""))
        for number, line in enumerate(wrap(" ".join(said), max(_NARROWEST, width - _TITLE))):
            head = "" if number else title.capitalize()
            lines.append(Content.assemble((f"{head:<{_TITLE}}", "bold $accent"), literal(line)))
        if ask:
            lines.append(literal(f"{'':<{_TITLE}}{questions[id_]}", "$quiet"))
    return Content("\n").join(lines)
