"""Every screen of the assembly with something on it: safe glyphs, explained keys, help, the way back."""

import pytest

from assets import asset
from lessons.assembly.away import Aways
from lessons.assembly.inputs import Inputs
from lessons.assembly.swaps import Swaps
from studio.ui.text import SAFE_GLYPHS
from tests.ui.assembly_day import CREW, TODAY, an_assembly_day, who_has
from tests.ui.fakes import Keyboard

pytestmark = pytest.mark.walk

WAYS = (
    ("5",),
    ("5", "d"),
    ("5", "1", "space", "space"),
    ("5", "2", *["space"] * 5, "1"),
    ("5", "t", "down", "down"),
    ("5", "t", "3", "n", "y"),
    ("5", "t", "3", "f"),
    ("5", "t", "3", "a"),
    ("5", "l", "t", "1", "2", "m"),
    ("5", "c", "end"),
    ("5", "n"),
    ("5", "r", "right"),
    ("5", "r", "s"),
    ("5", "r", "c"),
    ("5", "r", "i", "l"),
    ("5", "r", "w"),
    ("5", "e", "v"),
    ("5", "e", "a"),
    ("5", "e", "x"),
    ("5", "p", "1"),
    ("5", "m", "v"),
    ("5", "m", "a"),
    ("5", "s"),
    ("5", "s", "1", "d"),
    ("5", "s", "1", "a"),
    ("5", "s", "i"),
    ("5", "s", "i", "a"),
)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_every_screen_has_safe_glyphs_explained_keys_and_help(app, library, size):
    event = an_assembly_day(library, crew=(*CREW, "Y6-toad", "Y6-wasp"), learning=("Y4-wren",))
    Aways(library).add(who_has(library, event, "cues"), TODAY)
    Swaps(library).ask("RO-0001", event.id, "sound", who_has(library, event, "sound", "stand-in"))
    Inputs(library).add("HDMI [2]", "the laptop [/b]", place="Hall")
    async with app.run_test(size=size) as pilot:
        keys = Keyboard(pilot)
        for way in WAYS:
            await keys.press(*way)
            strange = {
                glyph for glyph in keys.screen() if not (" " <= glyph <= "~" or glyph in SAFE_GLYPHS | {"\n"})
            }
            assert strange == set(), way
            for active in app.screen.active_bindings.values():
                shown = active.binding.show
                assert not shown or (active.binding.tooltip and active.binding.id), active.binding
            assert asset("help", f"{app.screen.HELP_PAGE}.md").is_file()
            await keys.home()


async def test_what_pupils_typed_shows_as_it_is(app, library):
    an_assembly_day(library)
    async with app.run_test(size=(120, 40)) as pilot:
        keys = Keyboard(pilot)
        for way in (("5",), ("5", "1"), ("5", "r"), ("5", "r", "s"), ("5", "e")):
            await keys.press(*way)
            assert "Harvest [/b]" in keys.screen(), way
            await keys.home()
