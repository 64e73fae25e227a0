"""Two sounds side by side in lines: what was chosen for each, and the words to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from lessons.listening import listening_sheet
from studio.ui.text import cut_to, literal
from studio.ui.widgets.key_line import packed

if TYPE_CHECKING:
    from lessons.comparing import Comparison

_ASK, _WORD = 35, 19
_FOR = 9
"""Cells before the words."""
_EDGE = 3
"""Cells at each side of the list."""
SENTENCES = len(listening_sheet().finish)


def lines_total() -> int:
    """Questions, then beginnings of sentences."""
    return len(listening_sheet().lines) + SENTENCES


def is_question(line: int) -> bool:
    """Whether words are chosen in a line; below these, sentences are finished."""
    return line < len(listening_sheet().lines)


def sentence_start(line: int) -> str:
    """The beginning of a sentence."""
    return listening_sheet().finish[line - len(listening_sheet().lines)]


def heads(width: int) -> Content:
    """What stands over the columns."""
    word = _word_width(width - 2 * _EDGE)
    return Content.assemble(" " * _ASK, ("A".ljust(word), "bold"), ("B", "bold"))


def _word_width(width: int) -> int:
    """Of each of the two columns beside the questions."""
    return max(_WORD, (width - _ASK) // 2)


def line_words(comparison: Comparison, line: int, width: int) -> Content:
    """A question with both answers, or a sentence to finish."""
    if not is_question(line):
        return literal(sentence_start(line))
    asked = listening_sheet().lines[line]
    word = _word_width(width)
    answer = comparison.answer(asked.dimension)
    return Content.assemble(
        cut_to(asked.ask, _ASK), cut_to(answer.a or "·", word), cut_to(answer.b or "·", word)
    )


def choice_words(line: int, side: str, chosen: str, width: int) -> Content:
    """The words of a question with their numbers, for A or for B; none is cut in two."""
    if not is_question(line):
        return literal("Finish the sentence, and press W to write it down.")
    words = listening_sheet().lines[line].words
    keys = [(str(number), f"■ {word}" if word == chosen else word) for number, word in enumerate(words, 1)]
    rows = packed(keys, width - _FOR)
    lines = [
        Content("   ").join(Content.assemble((key, "bold $accent"), " ", literal(word)) for key, word in row)
        for row in rows
    ]
    heads_ = [Content.styled(f"For {side}:".ljust(_FOR), "bold"), *[Content(" " * _FOR)] * (len(lines) - 1)]
    return Content("\n").join(Content.assemble(*pair) for pair in zip(heads_, lines, strict=True))
