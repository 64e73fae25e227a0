"""A competition of a term by keys: from the brief to the announcement."""

import re
from collections.abc import Sequence
from datetime import date

from tests.ui.term_keys import TermKeys, offers


def the_next_key(term: TermKeys) -> str:
    """The key after “Next:”, which must stand in the line of keys, too."""
    found = re.search(r"Next: (\S+)", term.keys.screen())
    assert found, term.keys.screen()
    assert found[1] in offers(term.keys), term.keys.screen()
    return found[1]


def next_is(term: TermKeys, key: str) -> None:
    """That key comes next, says the screen."""
    assert the_next_key(term) == key, term.keys.screen()


async def it_is_set(term: TermKeys, chapter: str, looked_for: str, led_by: Sequence[str]) -> None:
    """A brief card is found and set."""
    end = term.begin(chapter)
    await term.press("4")
    next_is(term, "B")
    await term.press("b", "/")
    await term.answer(looked_for)
    await term.press("s")
    await term.run(*["tab"] * 6)
    await term.answer(" ".join(led_by))
    term.says("is set, until")
    end()


async def its_day_is_moved(term: TermKeys, chapter: str, day: date) -> None:
    """The holidays came, and nobody had handed anything in."""
    end = term.begin(chapter)
    await term.press("4")
    next_is(term, "D")
    await term.adult("d")
    await term.answer(day.isoformat())
    await term.answer("The holidays came between")
    term.says("Everybody can still enter.")
    await term.press("escape")
    end()


async def sounds_are_handed_in(term: TermKeys, chapter: str, number: int) -> None:
    """The newest ones; whose they are stands there already."""
    end = term.begin(chapter)
    await term.press("4")
    next_is(term, "E")
    await term.press("e")
    for entry in range(number):
        await term.press(*["down"] * bool(entry), "enter", "enter")
        term.says("Handed in:")
    await term.press("escape")
    term.says(f"{number} entr")
    end()


async def it_is_judged(term: TermKeys, chapter: str, panel: Sequence[str]) -> set[str]:
    """An adult opens it, the panel hears and decides, an adult closes it -> all screens the judges saw."""
    end = term.begin(chapter)
    await term.press("4")
    next_is(term, "O")
    await term.adult("o")
    await term.press("enter")
    await term.answer(" ".join(panel))
    await term.press("escape")
    await term.pupils_again("4")
    seen = await everybody_judges(term, panel)
    next_is(term, "O")
    await term.adult("o")
    await term.press("c")
    next_is(term, "Esc")
    end()
    return seen


async def everybody_judges(term: TermKeys, panel: Sequence[str]) -> set[str]:
    """One after the other, and round again for the pairs, as long as the screen before asks for it."""
    seen: set[str] = set()
    while the_next_key(term) == "J":
        await term.press("j")
        for code in panel:
            seen |= await term.judge(code, lambda turn: str(1 + turn * 3 % 4))
            await term.press("c")
        await term.press("escape", "escape")
    return seen


async def words_are_written_and_checked(
    term: TermKeys, chapter: str, panel: Sequence[str], entries: int
) -> None:
    """Reasons for who won, a kind line for everybody else; an adult reads them all."""
    end = term.begin(chapter)
    await term.press("4")
    next_is(term, "R")
    await term.press("r", "enter")
    await term.answer(" ".join(panel))
    for entry in range(entries):
        if entry:
            await term.press("enter")
        while "Enter keeps it." not in term.screen():
            await term.press("1")
            await term.answer("It is so scary that we jumped.")
        await term.press("enter")
    term.says("Everything is written.")
    await term.press("escape")
    next_is(term, "K")
    await term.adult("k")
    while the_next_key(term) == "Enter":
        await term.press("enter")
    await term.press("escape")
    end()


async def it_is_announced(term: TermKeys, chapter: str) -> None:
    """Page by page in assembly."""
    end = term.begin(chapter)
    await term.press("4")
    next_is(term, "A")
    await term.adult("a")
    while "→" in offers(term.keys):
        await term.press("right")
    await term.press("enter")
    term.says("Announced.")
    end()
