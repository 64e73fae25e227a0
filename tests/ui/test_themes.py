import pytest
from textual.color import Color

from studio.ui.app import StudioApp
from studio.ui.themes import SIXTEEN_COLOURS, THEMES, after, first_theme
from tests.ui.fakes import NOW, FakeSoundIO, Keyboard, a_sound
from tests.ui.places import PLACES

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


@pytest.mark.parametrize("theme", [*THEMES, SIXTEEN_COLOURS], ids=lambda theme: theme.name)
def test_the_big_buttons_have_six_colours(theme):
    faces = [theme.variables[f"face-{number}"] for number in range(1, 7)]
    assert len(set(faces)) == 6
    assert theme.variables["face-ink"] not in faces


def test_the_sixteen_colours_are_of_the_first_eight_and_text_is_never_on_its_own_colour():
    theme = SIXTEEN_COLOURS
    first_eight = {"ansi_black", "ansi_red", "ansi_green", "ansi_yellow", "ansi_blue", "ansi_magenta"}
    first_eight |= {"ansi_cyan", "ansi_white", "ansi_default"}
    named = [
        getattr(theme, name) for name in ("primary", "secondary", "accent", "success", "warning", "error")
    ]
    assert {*named, *theme.variables.values()} <= first_eight
    for text, ground in PAIRS:
        colours = [getattr(theme, name, None) or theme.variables[name] for name in (text, ground)]
        assert colours[0] != colours[1] or colours[0] == "ansi_default", (text, ground)


def test_nothing_moves_by_itself_whatever_the_terminal_says(library, monkeypatch):
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "full")
    app = StudioApp(library, sound_io=FakeSoundIO(), clock=lambda: NOW)
    assert app.animation_level == "none"


async def test_the_bare_console_draws_the_busiest_places_in_its_own_colours(library, monkeypatch):
    monkeypatch.setenv("TERM", "linux")
    a_sound(library, "Owl")
    app = StudioApp(library, sound_io=FakeSoundIO(), clock=lambda: NOW)
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        for place in ("home", "my sounds", "tidied", "sound buttons", "six giant keys", "quality mark"):
            await keys.press(*PLACES[place])
            used = {
                colour.type.name
                for strip in app.screen._compositor.render_strips()
                for segment in strip
                if segment.style is not None
                for colour in (segment.style.color, segment.style.bgcolor)
                if colour is not None
            }
            assert used <= {"DEFAULT", "STANDARD"}, place
            await keys.home()


def test_the_colours_go_round():
    name = THEMES[0].name
    for _ in THEMES:
        name = after(name).name
    assert name == THEMES[0].name


def test_the_bare_console_keeps_its_sixteen_colours():
    assert first_theme("linux") is SIXTEEN_COLOURS
    assert after(SIXTEEN_COLOURS.name) is SIXTEEN_COLOURS
    assert first_theme("xterm-256color") is THEMES[0]
