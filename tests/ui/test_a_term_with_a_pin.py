"""Pupils at the keyboard: a club session and a judging by keys, with an adult's PIN where it is asked for."""

from datetime import date, timedelta

from lessons.club.ambassadors import ambassadors
from lessons.club.sessions import Sessions
from lessons.competitions.competitions import Competitions
from tests.ui.fakes import Keyboard
from tests.ui.term_club_keys import TITLE, a_session, the_club_is_set_up
from tests.ui.term_competition_keys import (
    it_is_announced,
    it_is_judged,
    it_is_set,
    sounds_are_handed_in,
    words_are_written_and_checked,
)
from tests.ui.term_keys import TermKeys, a_school

PIN = "482913"
FIRST = date(2026, 9, 8)
ENTRIES = 2
FOR_ADULTS = ("who leads", "finish", "open judging", "close judging", "check words", "announce")
"""What asked for the PIN; everything else is for pupils."""


async def test_pupils_play_a_session_and_a_judging_with_an_adult_s_pin(tmp_path, monkeypatch):
    school = a_school(tmp_path, monkeypatch)
    async with school.app.run_test(size=(80, 24)) as pilot:
        term = TermKeys(school, Keyboard(pilot))
        await the_club_is_set_up(term, (FIRST, *(FIRST + timedelta(weeks=each) for each in range(1, 8))))
        await a_pin_is_set(term)
        await term.on(FIRST)
        await a_session(term, 0, others=ENTRIES)
        await a_competition_is_judged(term)
    assert term.pins_given == len(FOR_ADULTS)
    assert not school.library.adults.is_adult
    assert Sessions(school.library).all()[0].status == "held"
    [competition] = Competitions(school.library).all()
    assert competition.status == "announced"


async def a_pin_is_set(term: TermKeys) -> None:
    """Typed twice; then pupils come."""
    await term.keys.home()
    await term.press("a")
    await term.answer(PIN)
    await term.answer(PIN)
    term.says("Adult mode")
    term.pin = PIN
    await term.pupils_again()


async def a_competition_is_judged(term: TermKeys) -> None:
    """Pupils set it, hand in, judge and write; adults open, close, read and let it be announced."""
    leaders = [person.code for person in ambassadors(term.library)]
    panel = (*leaders, term.members[-3])
    await term.keys.home()
    await it_is_set(term, "set", "villain", leaders)
    await term.keys.home()
    await sounds_are_handed_in(term, "handed in", ENTRIES)
    await term.on(FIRST + timedelta(weeks=5))
    seen = await it_is_judged(term, "judged", panel)
    assert not any(code in drawn for drawn in seen for code in (*term.members, TITLE))
    await term.pupils_again()
    await words_are_written_and_checked(term, "words", panel, ENTRIES)
    await term.pupils_again()
    await it_is_announced(term, "announced")
    await term.pupils_again()
