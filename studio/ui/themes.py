"""The colours: dark, high contrast and cream; every pair of text and ground reads at 4.5 to 1 or better."""

from textual.theme import Theme

_FACES = {
    "face-1": "#f0e442",
    "face-2": "#e69f00",
    "face-3": "#56b4e9",
    "face-4": "#009e73",
    "face-5": "#cc79a7",
    "face-6": "#d55e00",
    "face-ink": "#000000",
}
"""Of the big buttons: colours that colour-blind eyes tell apart, and black, which reads on each of them."""
_DARK = Theme(
    name="dark",
    primary="#56b4e9",
    secondary="#8fb8d0",
    accent="#f0b040",
    foreground="#e8e8e8",
    background="#101418",
    surface="#101418",
    panel="#1e262e",
    success="#35c493",
    warning="#f0b040",
    error="#ff8a4c",
    dark=True,
    variables={"quiet": "#93a1ad", "ink": "#101418", **_FACES},
)
_HIGH_CONTRAST = Theme(
    name="high contrast",
    primary="#ffff00",
    secondary="#ffffff",
    accent="#ffff00",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    success="#00ff80",
    warning="#ffff00",
    error="#ffa060",
    dark=True,
    variables={"quiet": "#ffffff", "ink": "#000000", **_FACES},
)
_CREAM = Theme(
    name="cream",
    primary="#005a87",
    secondary="#3d4f5c",
    accent="#8a4300",
    foreground="#1f1b16",
    background="#fbf3df",
    surface="#fbf3df",
    panel="#f0e4c8",
    success="#00593f",
    warning="#8a4300",
    error="#a02c00",
    dark=False,
    variables={"quiet": "#5d5546", "ink": "#fbf3df", **_FACES},
)

SIXTEEN_COLOURS = Theme(
    name="sixteen colours",
    ansi=True,
    primary="ansi_cyan",
    secondary="ansi_white",
    accent="ansi_yellow",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    success="ansi_green",
    warning="ansi_yellow",
    error="ansi_red",
    variables={
        "quiet": "ansi_white",
        "ink": "ansi_black",
        "face-1": "ansi_yellow",
        "face-2": "ansi_white",
        "face-3": "ansi_cyan",
        "face-4": "ansi_green",
        "face-5": "ansi_magenta",
        "face-6": "ansi_red",
        "face-ink": "ansi_black",
        "ansi-background": "ansi_black",
        "ansi-foreground": "ansi_white",
        "block-cursor-foreground": "ansi_black",
        "block-cursor-background": "ansi_white",
    },
)
"""For the bare Linux console, which takes no others; the bright half fails there too."""

THEMES = (_DARK, _HIGH_CONTRAST, _CREAM)
"""The themes to choose from, the first one as the program starts."""


def first_theme(terminal: str) -> Theme:
    """The theme to start with on a kind of terminal, as `TERM` names it."""
    return SIXTEEN_COLOURS if terminal == "linux" else THEMES[0]


def after(name: str) -> Theme:
    """The theme that follows, round and round; sixteen colours stay what they are."""
    names = [theme.name for theme in THEMES]
    return THEMES[(names.index(name) + 1) % len(THEMES)] if name in names else SIXTEEN_COLOURS
