"""The assembly of a term by keys: the team, its passports, ten events, their rota, and every one of them."""

from collections.abc import Sequence
from datetime import date

from tests.ui.term_keys import TermKeys

TRAINED = 6
SKILLS = 8


async def the_team_is_made_and_the_rota(term: TermKeys, days: Sequence[date]) -> None:
    """Eight join, six are trained, ten events stand in a rota."""
    await they_join(term)
    await they_are_trained(term)
    await events_are_planned(term, days)
    await the_rota_is_published(term)


async def they_join(term: TermKeys) -> None:
    """Everybody in Y5 and Y6."""
    end = term.begin("the assembly team joins")
    await term.keys.home()
    await term.press("5", "m", *["down"] * 4, "enter")
    await term.press(*["down", "enter"] * 7)
    term.says("8 pupils in the team")
    end()


async def they_are_trained(term: TermKeys) -> None:
    """An adult has seen all that six of them can do."""
    end = term.begin("passports are ticked")
    await term.press("p")
    for _ in range(TRAINED):
        await term.run(*map(str, range(1, SKILLS + 1)), "down")
    await term.press("escape")
    end()


async def events_are_planned(term: TermKeys, days: Sequence[date]) -> None:
    """One a week, in term."""
    end = term.begin("ten assemblies are planned")
    await term.press("e", "a", "tab", "tab")
    for words in (days[0].isoformat(), "09:10", str(len(days))):
        await term.keys.type(words)
        await term.press("tab")
    await term.answer("Hall")
    term.says("Planned 10 events, the last on")
    await term.press("escape")
    end()


async def the_rota_is_published(term: TermKeys) -> None:
    """For the whole term."""
    end = term.begin("the rota")
    await term.press("r", "d", "enter")
    term.says("A draft for Autumn 2026.")
    await term.press("p")
    term.says("Published.")
    end()


async def an_assembly(term: TermKeys, *, with_a_list: bool = False) -> None:
    """It is done; D twice says so."""
    end = term.begin("ten assemblies")
    await term.press("5")
    term.says("today")
    if with_a_list:
        await the_list_is_ticked(term)
    await term.press("d", "d")
    term.says("is written down.")
    end()


async def the_list_is_ticked(term: TermKeys) -> None:
    """Step by step, with a trouble half-way; then pupil and adult sign."""
    await term.press("1", "space", "space", "space")
    await term.press("t", "3", "n", "f", "enter")
    while "Done" not in term.screen() and "sign" not in term.screen().rpartition("Z undo")[2]:
        await term.press("space")
    await term.press("1")
    term.says("has signed. Now an adult: A.")
    await term.adult("a")
    term.says("is signed off. Well done.")
    await term.press("escape")


async def an_assembly_is_called_off(term: TermKeys) -> None:
    """The rota says so by itself."""
    end = term.begin("one is cancelled")
    await term.press("5")
    await term.press("e", "x")
    await term.answer("The hall is used for a test")
    term.says("is cancelled.")
    end()
