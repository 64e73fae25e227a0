"""The club of a term by keys: set up, every session, and the one that was not held."""

from collections.abc import Sequence
from datetime import date

from tests.ui.term_keys import TermKeys

SCHOOL, CLUB = "Oakfield Primary", "Noise Makers HQ"
HALF_TERM = 7
"""So many sessions are planned at once, with the half-term."""
TITLE = "Waking up"
SAID = "The backwards one sounds like waking up."


async def the_club_is_set_up(term: TermKeys, days: Sequence[date]) -> None:
    """A school, its club, twelve codes, two who lead, and the days it meets."""
    end = term.begin("the club is set up")
    await term.press("n")
    await term.answer(SCHOOL)
    await term.press("3")
    term.says("Next: C gives it a name.")
    await its_form(term)
    term.says("Next: R writes down who is in it.")
    await term.adult("r")
    for year in ("Y4", "Y5", "Y6"):
        await term.press("n")
        await term.answer(f"{year} 4")
    term.says("12 members")
    await term.press("escape", "a")
    for why in ("Explains patiently", "Notices who is stuck"):
        await term.press("end", "n")
        await term.answer(why)
        await term.press("m")
    await term.press("escape")
    term.says("Next: T, then P plans the term.")
    await term.press("t", "p")
    term.says(f"{HALF_TERM} days")
    await term.press("enter", "p", "tab", "tab")
    await term.answer(" ".join(map(str, days[HALF_TERM:])))
    end()


async def its_form(term: TermKeys) -> None:
    """Our own name, the plan of twelve sessions, Tuesday, six PCs."""
    await term.adult("c")
    await term.press("tab")
    await term.keys.type(CLUB)
    await term.run("tab", "tab", "right", "tab")
    term.says("← Tuesday →")
    await term.run("tab", "tab", "tab", "tab")
    await term.answer("6")


async def a_session(term: TermKeys, number: int, *, others: int = 0) -> None:
    """Who is here, who sits where, who leads; something is made, heard, said and kept."""
    end = term.begin("eight club sessions")
    await term.press("3")
    term.says("Next: R marks who is here.")
    await everybody_is_marked(term, away=number)
    term.says("Next: P says who sits where.")
    await term.press("p", "p")
    await something_is_made(term, named=bool(others))
    await more_is_made(term, pcs=others, brought=number == 2)
    await term.press("escape")
    await who_leads(term)
    await term.press("right")
    await term.press("w")
    await term.answer(SAID)
    await kept_or_binned(term, binned=others > 1)
    await term.adult("f")
    term.says("Held. Proposed:")
    await term.pupils_again()
    end()


async def everybody_is_marked(term: TermKeys, *, away: int) -> None:
    """One key a child."""
    await term.press("r")
    await term.run(*("a" if place == away % 12 else "space" for place in range(12)))
    term.says("Everybody is marked: Esc goes back.")
    await term.press("escape")


async def something_is_made(term: TermKeys, *, named: bool) -> None:
    """The first PC records and fades it in; some name and keep it at once."""
    await term.press("r", "enter", "enter", "i")
    if named:
        await term.press("k")
        await term.answer(TITLE)
        term.says("Kept.")
    await term.press("escape")


async def more_is_made(term: TermKeys, *, pcs: int, brought: bool) -> None:
    """Others record, and decide at the end; once a file comes from home."""
    for _ in range(pcs):
        await term.press("down", "down", "r", "enter", "enter", "escape")
    if brought:
        await term.press("escape", "escape", "2", "i")
        await term.answer(str(term.a_file("kettle")))
        await term.press("g")
        await term.answer(f"{term.members[0]}")
        await term.press("enter", "i", "escape", "escape", "3", "p")


async def who_leads(term: TermKeys) -> None:
    """Both of those who have the title lead the starter, or one when the other is away."""
    await term.adult_by_home("3", "l")
    await term.press("1")
    if "2 Y" in term.keys.screen():
        await term.press("2")
    term.says("Starter: Y6")
    await term.press("escape")
    await term.pupils_again("3")


async def kept_or_binned(term: TermKeys, *, binned: bool) -> None:
    """When many were made, the newest goes into the bin; all others are kept, one key each."""
    await term.press("s")
    made = term.screen().count("15:30")
    await term.press(*(["b", *["k"] * (made - 1)] if binned else ["k"] * made))
    term.says("all kept. Esc goes back.")
    await term.press("escape")


async def not_held(term: TermKeys) -> None:
    """It snowed."""
    end = term.begin("the one that was not held")
    await term.press("3")
    await term.adult("n")
    await term.answer("Snow: the school was closed")
    term.says("It counts nowhere.")
    end()
