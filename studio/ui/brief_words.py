"""A brief card in words: small for lists, whole for one card, short for judges."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from textual.content import Content

from studio.ui.text import cut_to, literal
from studio.wording import begun, listed

if TYPE_CHECKING:
    from lessons.competitions.brief import Brief

_FACTS_WIDTH = 34
_LABEL = 7


def years_words(brief: Brief) -> str:
    """Such as `Y3 to Y6`."""
    return brief.years[0] if len(brief.years) == 1 else f"{brief.years[0]} to {brief.years[-1]}"


def seconds_words(brief: Brief) -> str:
    """Such as `20-40 s`."""
    if brief.shortest == brief.longest:
        return f"{brief.longest} s"
    return f"{brief.shortest}-{brief.longest} s"


def brief_line(brief: Brief, width: int) -> Content:
    """One line of a list."""
    title = cut_to(brief.title, max(16, width - _FACTS_WIDTH - 2))
    facts = f"{begun(brief.purpose or 'our own'):<12} {years_words(brief):<11} {seconds_words(brief):>9}"
    return Content.assemble(title, "  ", literal(facts).truncate(_FACTS_WIDTH, ellipsis=True))


def brief_about(brief: Brief, width: int) -> Content:
    """A card in a few lines, below a list."""
    lines = [literal(brief.hook, "bold"), *_wrapped(brief.make, width)]
    lines += [line for text in brief.must for line in _wrapped(f"● {text}", width)]
    return Content("\n").join(lines)


def brief_page(brief: Brief, width: int, questions: tuple[str, ...] = ()) -> Content:
    """A whole card, with what judges are asked."""
    lines = [literal(brief.hook, "bold"), *_labelled("Make", brief.make, width)]
    for number, text in enumerate(brief.must):
        lines += _labelled("" if number else "Must", f"● {text}", width)
    facts = f"{begun(brief.length)}, {years_words(brief)}"
    with_tools = f"{facts}. With: {listed(list(brief.tools))}." if brief.tools else f"{facts}."
    lines += _labelled("Length", with_tools, width)
    for number, text in enumerate(questions):
        lines += _labelled("" if number else "Judges", text, width)
    return Content("\n").join(lines)


def brief_for_judges(brief: Brief, width: int) -> Content:
    """What stands above everything that a judge hears, in at most three lines."""
    what = " ".join(_ended(text) for text in (brief.make, *brief.must))
    lines = wrap(f"The brief: {what} {begun(brief.length)}.", max(20, width))
    if len(lines) > _MOST_LINES:
        lines = [*lines[: _MOST_LINES - 1], f"{lines[_MOST_LINES - 1][: width - 4]} ..."]
    return Content("\n").join(map(literal, lines))


_MOST_LINES = 3


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _wrapped(text: str, width: int) -> list[Content]:
    return [literal(line) for line in wrap(text, max(20, width))]


def _labelled(label: str, words: str, width: int) -> list[Content]:
    parts = wrap(words, max(16, width - _LABEL)) or [""]
    heads = [(f"{label:<{_LABEL}}", "bold $accent"), *[(" " * _LABEL, "")] * (len(parts) - 1)]
    return [Content.assemble(head, literal(part)) for head, part in zip(heads, parts, strict=True)]
