import pytest
from textual.color import Color

from studio.ui.themes import SIXTEEN_COLOURS, THEMES, after, first_theme

PAIRS = [
    ("foreground", "background"),
    ("quiet", "background"),
    ("primary", "background"),
    ("accent", "background"),
    ("success", "background"),
    ("error", "background"),
    ("foreground", "panel"),
    ("accent", "panel"),
    ("ink", "primary"),
    ("ink", "accent"),
    *(("face-ink", f"face-{number}") for number in range(1, 7)),
]


def contrast(one: Color, other: Color) -> float:
    """WCAG 2 contrast."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: Color) -> float:
    def linear(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b)


@pytest.mark.parametrize(("text", "ground"), PAIRS)
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_words_can_be_read_on_their_ground(theme, text, ground):
    colours = [getattr(theme, name, None) or theme.variables[name] for name in (text, ground)]
    assert contrast(*map(Color.parse, colours)) >= 4.5


def test_the_colours_go_round():
    name = THEMES[0].name
    for _ in THEMES:
        name = after(name).name
    assert name == THEMES[0].name


def test_the_bare_console_keeps_its_sixteen_colours():
    assert first_theme("linux") is SIXTEEN_COLOURS
    assert after(SIXTEEN_COLOURS.name) is SIXTEEN_COLOURS
    assert first_theme("xterm-256color") is THEMES[0]
