"""The school's colours on the screen: a sample on white paper, and the words for it."""

from textual.content import Content

from lessons.colour import Colour, colour_words
from lessons.look import Look, fits_main, fits_second
from studio.ui.text import cut_to, literal

_PAPER = "#ffffff"
_SAMPLE = " ██████ "
_WORDS = 30
_LEAST = 24
"""Cells of the sheet that shows both colours."""

Named = tuple[Colour, str]
"""A colour, and every word for it."""


def named_colours() -> tuple[Named, ...]:
    """Every colour that is seen on paper, with its words, in the order of the file."""
    found: dict[Colour, list[str]] = {}
    for word, colour in colour_words().items():
        found.setdefault(colour, []).append(word)
    return tuple((colour, ", ".join(words)) for colour, words in found.items() if fits_second(colour))


def word_for(colour: Colour) -> str:
    """Its first word, or its sign."""
    return next((words.partition(",")[0] for each, words in named_colours() if each == colour), str(colour))


def sample(colour: Colour) -> Content:
    """The colour on white paper."""
    return Content.styled(_SAMPLE, f"{colour} on {_PAPER}")


def use_words(colour: Colour) -> str:
    """What it is strong enough for."""
    if fits_main(colour):
        return "main or second"
    return "second only: too pale for letters"


def colour_line(named: Named, look: Look, width: int) -> Content:
    """Sample, words, what it is now, what it can be."""
    colour, words = named
    now = [
        name for name, each in (("main", look.main_colour), ("second", look.second_colour)) if each == colour
    ]
    state = f"■ {' and '.join(now)} now" if now else use_words(colour)
    return Content.assemble(
        sample(colour), "  ", cut_to(words, _WORDS), cut_to(state, max(0, width - _WORDS - len(_SAMPLE) - 2))
    )


def look_sheet(look: Look, school: str) -> Content:
    """Both colours as on a certificate, and their words beside it."""
    name = literal(school).truncate(40, ellipsis=True).plain
    across = max(_LEAST, len(name) + 4)
    rule = Content.styled(f" {'─' * (across - 2)} ", f"{look.second} on {_PAPER}")
    middle = Content.styled(name.center(across), f"bold {look.main} on {_PAPER}")
    main = Content.assemble(("  Main    ", "bold"), word_for(look.main_colour))
    second = Content.assemble(("  Second  ", "bold"), word_for(look.second_colour))
    return Content("\n").join([Content.assemble(rule, main), middle, Content.assemble(rule, second)])
