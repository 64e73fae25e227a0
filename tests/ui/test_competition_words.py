"""The words of a panel: written, checked, announced and printed, with the next key on every screen."""

import pytest

from lessons.competitions.reasons import Reasons
from studio.ui.screens.competition.competition_check import CheckReasonsScreen
from studio.ui.screens.competition.competition_reasons import ReasonsScreen
from tests.ui.competition_room import (
    JUDGES,
    PIN,
    Room,
    at_the_competition,
    heard,
    says_the_next_key,
    shown_keys,
)
from tests.ui.fakes import Keyboard

ENTRIES = ("Y3-newt", "Y4-heron", "Y4-otter", "Y5-fox")


@pytest.fixture
def room(library) -> Room:
    return Room(library)


async def test_joint_winners_stand_side_by_side_from_the_result_to_the_stage(app, room, sound_io):
    room.judged("Y4-heron", "Y5-fox")
    room.write()
    room.check()
    async with app.run_test() as pilot:
        keys = await at_the_competition(pilot, "a")
        await keys.press("right", "right", "right")
        assert "The panel chose 2 winners, side by side." in keys.screen()
        await keys.press("right", "space")
        await heard(keys, sound_io)
        while "it was announced" not in keys.screen():
            await keys.press("right")
        await keys.press("enter")
        assert "They won together:" in keys.screen()
        assert "by Y4-heron" in keys.screen()
        assert "by Y5-fox" in keys.screen()
        played = len(sound_io.the_player.played)
        await keys.press("space")
        await heard(keys, sound_io)
        await keys.press("space")
        assert len(sound_io.the_player.played) == played + 2
        await keys.press("u")
        assert "It counts as not announced." in keys.screen()
        assert says_the_next_key(keys) == "A"


async def test_a_level_result_can_have_one_more_round_or_no_award(app, room):
    room.judged("Y4-heron", "Y5-fox")
    async with app.run_test() as pilot:
        keys = await at_the_competition(pilot, "o")
        assert "they win together" in keys.screen()
        assert {"M", "G"} <= set(shown_keys(keys))
        await keys.press("m")
        assert room.docket.competition.status == "judging"
        assert "3 judges are not done. It is the play-off." in keys.screen()


async def test_an_adult_asks_for_other_words_and_both_wordings_stay(app, room):
    room.judged(*ENTRIES)
    room.write()
    first = Reasons(room.library, room.known.id).all()[0]
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        app.push_screen(CheckReasonsScreen(room.known.id))
        await keys.settle()
        await keys.press("n")
        await keys.type("Say where it rains.")
        await keys.press("enter", "escape")
        app.push_screen(ReasonsScreen(room.known.id))
        await keys.settle()
        assert "please say it another way" in keys.screen()
        assert "An adult asks: Say where it rains." in keys.screen()
        await keys.press("w")
        await keys.type(JUDGES[1])
        await keys.press("enter", "enter", "t")
        answer = app.focused
        await keys.type(f"{answer.value} and again")
        await keys.press("enter", "enter")
    [again] = [each for each in Reasons(room.library, room.known.id).all() if each.earlier]
    assert "and again" in again.text
    assert again.earlier[0].text == first.text
    assert again.earlier[0].asked == "Say where it rains."


async def test_nobody_writes_about_their_own_entry(app, room):
    room.judged(*ENTRIES)
    async with app.run_test() as pilot:
        keys = await at_the_competition(pilot, "r", "w")
        await keys.type(room.docket.submission(_first(room)).makers[0])
        await keys.press("enter", "enter")
        for _ in app.screen.parts:
            await keys.press("t")
            await keys.type("It is mine.")
            await keys.press("enter")
        await keys.press("enter")
        assert "Somebody on the panel who did not make it writes this." in keys.screen()


def _first(room) -> str:
    return Reasons(room.library, room.known.id).wanted()[0][0].submission


async def test_a_starter_puts_the_cursor_where_the_words_go(app, room):
    room.judged(*ENTRIES)
    async with app.run_test() as pilot:
        keys = await at_the_competition(pilot, "r", "enter")
        await keys.type(JUDGES[0])
        await keys.press("enter")
        app.screen.parts = ("where",)
        await keys.press("4", *"a boo".replace(" ", "_"))
        assert app.focused.value == "The moment when a_boo made us smile."


async def test_what_the_releases_forbid_is_said_and_can_be_left_out(app, room):
    room.judged(*ENTRIES)
    room.write()
    room.check()
    async with app.run_test(size=(100, 30)) as pilot:
        keys = await at_the_competition(pilot, "p", "enter")
        assert "Written:" in keys.screen()
        await keys.press("down", "down")
        assert "There is no “yes” for the newsletter" in keys.screen()
        await keys.press("enter")
        assert "! There is no “yes” for the newsletter" in keys.screen()
        await keys.press("l", "f", "enter")
        assert "What is not released is left out." in keys.screen()
    made = sorted(path.suffix for path in room.library.exports.iterdir())
    assert made == [".pdf", ".txt"]


async def test_a_new_competition_has_a_poster_and_words_for_assembly(app, room):
    room.set()
    async with app.run_test() as pilot:
        keys = await at_the_competition(pilot, "p", "enter", "down", "enter")
        assert "Written:" in keys.screen()
    assert len(list(room.library.exports.glob("call-*.pdf"))) == 2


async def test_the_meeting_leads_to_what_is_not_done(app, room):
    room.judged(*ENTRIES)
    async with app.run_test() as pilot:
        keys = await at_the_competition(pilot, "m")
        assert "1  Judge the last competition   ■ done" in keys.screen()
        assert "Next: 2 write the reasons" in keys.screen()
        await keys.press("enter")
        assert "Reasons:" in keys.screen()
        await keys.press("escape", "4")
        await keys.type("Y6-elk Y6-ram")
        await keys.press("enter")
        assert "2 pupils are ready for it." in keys.screen()
        await keys.press("n")
        assert "Minutes" in keys.screen()
        await keys.press("escape", "p", "p")
        assert "Written:" in keys.screen()
        await keys.press("escape", "3")
        assert "Brief cards" in keys.screen()


async def test_the_announcement_says_codes_until_names_are_asked_for(app, room):
    from evidence.safety.names import Names

    room.judged("Y4-heron", judges=JUDGES[:1])
    room.write()
    room.check()
    room.library.adults.set_pin(PIN)
    Names(room.library).set("Y4-heron", "Wilhelmina Adams")
    async with app.run_test() as pilot:
        keys = await at_the_competition(pilot, "a", *["right"] * 5)
        assert "by Y4-heron." in keys.screen()
        await keys.press("n")
        assert "by Wilhelmina." in keys.screen()


async def test_the_announcement_survives_the_end_of_adult_mode_behind_it(app, room):
    room.judged("Y4-heron", judges=JUDGES[:1])
    room.write()
    room.check()
    async with app.run_test() as pilot:
        keys = await at_the_competition(pilot, "a", "right", "h", "escape")
        assert "page 2 of" in keys.screen()
