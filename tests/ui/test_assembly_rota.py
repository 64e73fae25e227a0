"""The rota on the screen: drafted, published, swapped, filled, printed, and what changed is marked."""

from datetime import date, timedelta

import pytest

from lessons.assembly.away import Aways
from lessons.assembly.events import Events
from lessons.assembly.rotas import Rotas
from lessons.assembly.skill import team_roles
from studio.ui.rota_words import head_line, rota_rows, row_line
from studio.ui.screens.assembly.rota import RotaScreen
from tests.lessons.assembly.a_team import a_team
from tests.ui.assembly_day import CREW, TODAY, an_assembly_day, an_event, for_pupils, said, who_has
from tests.ui.fakes import Keyboard

SIX = (*CREW, "Y6-toad", "Y6-wasp")


def line_of(keys: Keyboard, title: str) -> str:
    [line] = [line for line in keys.screen().splitlines() if title in line and "Nov " in line]
    return line


async def test_without_a_rota_adults_are_told_how_to_make_one(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "r")
        assert "There is no rota yet. D makes one." in keys.screen()


async def test_a_draft_is_made_for_a_term_and_published(app, library):
    a_team(library, SIX)
    an_event(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "r", "d")
        assert "2026-autumn" in keys.screen()
        await keys.press("enter")
        assert "Rota Autumn 2026: a draft" in keys.screen()
        await keys.press("p")
        assert "published Tue 24 Nov" in keys.screen()
    [rota] = Rotas(library).all()
    assert rota.status == "published"


async def test_another_draft_is_made_with_another_seed_and_z_brings_the_first_back(app, library):
    a_team(library, SIX)
    for week in range(4):
        an_event(library, f"Week {week}", day=TODAY + timedelta(weeks=week))
    first = Rotas(library).draft()
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "r", "d", "enter")
        [second] = Rotas(library).all()
        assert second.seed == first.seed + 1
        await keys.press("z")
    [again] = Rotas(library).all()
    assert again.duties == first.duties


async def test_publishing_is_taken_back_with_z(app, library):
    a_team(library, SIX)
    an_event(library)
    Rotas(library).draft()
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "r", "p", "z")
        assert "a draft" in keys.screen()
    assert Rotas(library).all()[0].status == "draft"


async def test_pupils_see_what_is_published_and_no_draft(app, library):
    a_team(library, SIX)
    an_event(library)
    rota = Rotas(library).draft()
    for_pupils(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "r")
        assert "There is no rota yet. Ask an adult." in keys.screen()
        await keys.press("escape")
        with library.adults.staying():
            library.adults.unlock("482913")
            Rotas(library).publish(rota.id)
            library.adults.lock()
        await keys.press("r")
        assert "published" in keys.screen()
        for key in ("D draft", "P publish", "F fill", "W print"):
            assert key not in keys.screen()


async def test_who_is_away_is_named_and_the_gap_is_filled(app, library):
    event = an_assembly_day(library, crew=SIX)
    was = who_has(library, event, "floor")
    Aways(library).add(was, TODAY)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "r")
        assert "1 place is not right." in keys.screen()
        assert f"{was} is away and cannot do Floor." in said(keys)
        await keys.press("f")
        assert "every place is right" in keys.screen().lower()
    assert who_has(library, event, "floor") not in ("", was)


async def test_a_job_that_nobody_can_do_says_so_in_words(app, library):
    a_team(library, CREW[:1])
    an_event(library)
    Rotas(library).publish(Rotas(library).draft().id)
    async with app.run_test(size=(120, 40)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "r")
        assert line_of(keys, "Harvest").count("nobody") == 3
        assert "3 places are not right." in keys.screen()
        assert "do another job then (1 pupil)" in said(keys)


async def test_g_goes_to_the_next_place_that_is_not_right(app, library):
    an_assembly_day(library, crew=SIX)
    Aways(library).add(CREW[0], TODAY + timedelta(weeks=2))
    rota = Rotas(library).all()[0]
    last = Events(library).all()[-1]
    if CREW[0] not in rota.crew(last.id):
        Aways(library).add(rota.crew(last.id)[0], TODAY + timedelta(weeks=2))
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "r", "g")
        assert isinstance(app.screen, RotaScreen)
        assert app.screen.table.row is not None
        assert app.screen.table.row.event.id == last.id


async def test_a_cancelled_event_stays_in_the_table_with_its_reason(app, library):
    event = an_assembly_day(library)
    Events(library).cancel(event.id, "Snow [day]")
    async with app.run_test(size=(120, 40)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "r")
        assert "cancelled: Snow [day]" in line_of(keys, "Harvest")
        await keys.press("l")
        assert "Cancelled (Harvest [/b]): Snow [day]." in said(keys)


async def test_turns_are_counted_for_everybody(app, library):
    an_assembly_day(library, crew=SIX, weeks=3)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "r", "c")
        for code in SIX:
            assert f"{code} ■■ 2" in said(keys)


async def test_the_rota_is_printed_as_a_pdf(app, library):
    an_assembly_day(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "r", "w", "enter")
        assert "Written:" in keys.screen()
    [made] = library.exports.iterdir()
    assert made.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("form", ["docx", "html"])
async def test_it_is_printed_as_word_or_a_page_too(app, library, form):
    an_assembly_day(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "r", "w", *["f"] * (["docx", "html"].index(form) + 1), "enter")
        assert "Written:" in keys.screen()
    [made] = library.exports.iterdir()
    assert made.suffix == f".{form}"


async def test_other_terms_are_one_key_away(app, library):
    an_assembly_day(library)
    an_event(library, "Spring", day=date(2027, 1, 12))
    Rotas(library).draft("2027-spring")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "r", "o")
        assert "Rota Spring 2027: a draft" in keys.screen()
        await keys.press("o")
        assert "Rota Autumn 2026" in keys.screen()


def test_every_line_is_as_wide_as_the_heads(library):
    an_assembly_day(library, crew=SIX)
    rota = Rotas(library).all()[0]
    rows = rota_rows(rota, Events(library).all())
    for width in (76, 77, 116, 200):
        heads = head_line(team_roles(), width).plain
        for row in rows:
            line = row_line(row, width, column=0).plain
            assert len(line) == len(heads) <= width
            for cell, role in zip(row.cells, team_roles(), strict=True):
                assert line[heads.index(role.title) :].startswith(cell.words)


async def test_a_term_without_events_says_which_key_plans_them(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("5", "r", "d", "enter")
        assert "There are no events planned in Autumn 2026. Press Esc, then E" in said(keys)
    assert Rotas(library).all() == ()
