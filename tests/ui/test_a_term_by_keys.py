"""A term of the room by keys alone: twelve children, eight sessions, two competitions, ten assemblies."""

from datetime import date, timedelta

from evidence.views.coverage import coverage
from lessons.assembly.events import Events
from lessons.assembly.rotas import Rotas
from lessons.assembly.runs import Runs
from lessons.assembly.trouble import Troubles
from lessons.club.ambassadors import ambassadors
from lessons.club.sessions import Sessions
from lessons.competitions.competitions import Competitions
from rubric.framework import LEVELS
from tests.ui.fakes import Keyboard
from tests.ui.term_assembly_keys import an_assembly, an_assembly_is_called_off, the_team_is_made_and_the_rota
from tests.ui.term_club_keys import TITLE, a_session, not_held, the_club_is_set_up
from tests.ui.term_competition_keys import (
    it_is_announced,
    it_is_judged,
    it_is_set,
    its_day_is_moved,
    sounds_are_handed_in,
    words_are_written_and_checked,
)
from tests.ui.term_keys import TermKeys, a_school, offers, table

SET_UP = date(2026, 9, 7)
SESSIONS = (*(date(2026, 9, 8) + timedelta(weeks=week) for week in range(7)), date(2026, 11, 3))
"""Every Tuesday of the first half-term, and one of the second."""
ASSEMBLIES = (
    *(date(2026, 9, 11) + timedelta(weeks=week) for week in range(7)),
    *(date(2026, 11, 6) + timedelta(weeks=week) for week in range(3)),
)
COMPETITIONS = (
    (SESSIONS[1], SESSIONS[5], date(2026, 10, 14), date(2026, 10, 15), ASSEMBLIES[5]),
    (SESSIONS[6], SESSIONS[7], date(2026, 11, 4), date(2026, 11, 5), ASSEMBLIES[7]),
)
"""The days on which each is set, entered, judged, written about and announced."""
LOOKED_FOR, ENTRIES = ("villain", "monster"), (5, 2)
OTHERS = {SESSIONS[2]: 1, SESSIONS[5]: 5, SESSIONS[7]: 2}
"""How many record beside the first PC, on days when it is not one."""
NOT_HELD, CALLED_OFF, WITH_A_LIST = SESSIONS[3], ASSEMBLIES[4], ASSEMBLIES[2]


async def test_a_term_by_keys(tmp_path, monkeypatch, capsys):
    school = a_school(tmp_path, monkeypatch)
    async with school.app.run_test(size=(80, 24)) as pilot:
        term = TermKeys(school, Keyboard(pilot))
        await the_club_is_set_up(term, SESSIONS)
        await the_team_is_made_and_the_rota(term, ASSEMBLIES)
        for day in range((ASSEMBLIES[-1] - SET_UP).days + 1):
            await the_day(term, SET_UP + timedelta(days=day))
        await the_evidence_is_accepted(term)
    what_the_term_left_behind(term)
    with capsys.disabled():
        print(f"\n{table(term.counted)}")


async def the_day(term: TermKeys, day: date) -> None:
    """Whatever happens on a day of the term."""
    if day in ASSEMBLIES:
        await term.on(day, 9, 0)
        if day == CALLED_OFF:
            await an_assembly_is_called_off(term)
        else:
            await an_assembly(term, with_a_list=day == WITH_A_LIST)
    if day in SESSIONS:
        await term.on(day)
        if day == NOT_HELD:
            await not_held(term)
        else:
            await a_session(term, SESSIONS.index(day), others=OTHERS.get(day, 0))
    for number, competition in enumerate(COMPETITIONS, 1):
        if day in competition:
            await term.on(day, 16, 40)
            await the_competition(term, day, number, competition)


async def the_competition(term: TermKeys, day: date, number: int, days: tuple[date, ...]) -> None:
    """What happens to a competition on one of its days."""
    leaders, chapter = led_by(term), f"competition {number}: "
    panel = (*leaders, term.members[4 + number])
    entries = ENTRIES[number - 1]
    match days.index(day):
        case 0:
            await it_is_set(term, f"{chapter}set", LOOKED_FOR[number - 1], leaders)
        case 1:
            if number == 2:
                await its_day_is_moved(term, f"{chapter}its day is moved", day)
            await sounds_are_handed_in(term, f"{chapter}handed in", entries)
        case 2:
            seen = await it_is_judged(term, f"{chapter}judged by three", panel)
            assert not any(code in drawn for drawn in seen for code in (*term.members, TITLE))
        case 3:
            await words_are_written_and_checked(term, f"{chapter}words", panel, entries)
        case _:
            await it_is_announced(term, f"{chapter}announced")


def led_by(term: TermKeys) -> tuple[str, ...]:
    """Those with the title."""
    return tuple(person.code for person in ambassadors(term.library))


async def the_evidence_is_accepted(term: TermKeys) -> None:
    """One key each; nobody writes a form."""
    end = term.begin("evidence accepted")
    await term.on(SESSIONS[-1] + timedelta(weeks=4))
    await term.press("6", "l", "a")
    while "A" in offers(term.keys):
        await term.press("a")
    term.says("All done:")
    end()


def what_the_term_left_behind(term: TermKeys) -> None:
    """Everything that was played stands in the library, and the claims are accepted."""
    library = term.library
    sessions = Sessions(library).all()
    assert [each.status for each in sessions].count("held") == 7
    assert [each.date for each in sessions if each.status == "not-held"] == [NOT_HELD]
    assert {(each.kept, each.binned) for each in library.sounds()} == {(True, False), (False, True)}
    statuses = [each.status for each in Events(library).all()]
    assert (statuses.count("done"), statuses.count("cancelled")) == (9, 1)
    assert len([duty for duty in Rotas(library).all()[0].duties if duty.part == "crew"]) == 40
    assert [run.is_signed for run in Runs(library).all()] == [True]
    assert [fix.fixed for fix in Troubles(library).fixes()] == [True]
    assert [each.status for each in Competitions(library).all()] == ["announced"] * 2
    found = coverage(library.entries(), term.keys.app.framework).criteria
    for criterion in ("MT2", "MT3"):
        assert all(found[criterion][level] >= 1 for level in LEVELS), found[criterion]
