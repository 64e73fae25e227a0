"""The competition's screens: each says where it stands and the next key, whatever has happened."""

from dataclasses import replace
from datetime import timedelta
from importlib import import_module
from inspect import getmembers, isclass
from pkgutil import iter_modules

import pytest

import studio.ui.screens
from assets import asset
from evidence.library import Library
from lessons.competitions.competitions import Competitions
from lessons.competitions.reasons import Reasons
from studio.ui.app import StudioApp
from studio.ui.screens.base import StudioScreen
from studio.ui.screens.competition import CompetitionScreen
from studio.ui.screens.competition_announce import AnnounceScreen
from studio.ui.screens.competition_check import CheckReasonsScreen
from studio.ui.screens.competition_panel import PanelScreen
from studio.ui.screens.competition_prints import CompetitionPrintsScreen
from studio.ui.screens.competition_reasons import ReasonsScreen
from studio.ui.text import SAFE_GLYPHS
from tests.ui.competition_room import (
    JUDGES,
    PIN,
    Room,
    heard,
    says_the_next_key,
    shown_keys,
    with_pin,
)
from tests.ui.fakes import NOW, Keyboard

ENTRIES = ("Y3-newt", "Y4-heron", "Y4-otter", "Y5-fox")


class Clock:
    """A clock that a test sets."""

    now = NOW

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def room(tmp_path, clock) -> Room:
    return Room(Library.open(tmp_path / "ours", create=True, school="Oak School", clock=clock))


@pytest.fixture
def ours(room, sound_io, clock) -> StudioApp:
    return StudioApp(room.library, sound_io=sound_io, clock=clock)


async def at_the_competition(app, pilot, *way: str) -> Keyboard:
    keys = Keyboard(pilot)
    await keys.press("4", *way)
    return keys


def level(room) -> None:
    """Judge it so that two are level to the end."""
    from lessons.competitions.judging import Judging
    from lessons.competitions.steps import Listen, PlayOff

    docket = room.docket
    while docket.waiting():
        for code in docket.waiting():
            judging = Judging(room.library, docket.competition.id, code)
            step = judging.next()
            if isinstance(step, Listen):
                judging.heard(step.entry.submission)
                for question in step.asks:
                    judging.answer(step.entry.submission, question.id, 3)
            elif isinstance(step, PlayOff):
                judging.heard(step.left.submission)
                judging.heard(step.right.submission)
                judging.prefer("same")
            else:
                judging.star()
        docket = room.docket


def judged(room, *entries: str, judges=JUDGES) -> None:
    room.judging(*entries, judges=judges)
    level(room)
    room.panel.close(room.known.id)


async def test_without_a_competition_the_next_key_chooses_a_brief(ours):
    async with ours.run_test() as pilot:
        keys = await at_the_competition(ours, pilot)
        assert "There is no competition yet." in keys.screen()
        assert says_the_next_key(keys) == "B"
        await keys.press("b")
        assert "53 cards" in keys.screen()


async def test_cards_are_narrowed_by_year_purpose_and_words(ours):
    async with ours.run_test() as pilot:
        keys = await at_the_competition(ours, pilot, "b", "y")
        assert "Only: EYFS" in keys.screen()
        assert all("EYFS" in brief.years for brief in ours.screen.found)
        await keys.press("p")
        assert {brief.purpose for brief in ours.screen.found} == {"character"}
        await keys.press("x", "slash")
        await keys.type("thunder")
        assert 0 < len(ours.screen.found) < 53
        await keys.press("enter", "x")
        assert len(ours.screen.found) == 53


async def test_our_own_card_is_written_changed_taken_out_and_brought_back(ours, room):
    async with ours.run_test() as pilot:
        keys = await at_the_competition(ours, pilot, "b", "n", "enter")
        assert "The card has no title." in keys.screen()
        await keys.type("The school [bell]")
        await keys.press("tab", "tab")
        await keys.type("A new sound for the end of break.")
        await keys.press("enter")
        assert "The school [bell]" in keys.screen()
        await keys.press("e", "tab", "tab", "tab")
        await keys.type("It rings")
        await keys.press("enter", "t")
        assert "is out. Z brings it back." in keys.screen()
        await keys.press("z")
        [brief] = [each for each in ours.screen.every if each.id in ours.screen.own]
    assert (brief.title, brief.must, brief.struck) == ("The school [bell]", ("It rings",), False)


async def test_a_competition_is_set_from_a_card(ours, room):
    async with ours.run_test() as pilot:
        keys = await at_the_competition(ours, pilot, "b", "enter", "enter", "tab", "tab")
        await keys.type("11.12.")
        await keys.press("enter")
        assert "“11.12.” is not a date." in keys.screen()
        await keys.type("2026-12-11")
        await keys.press("tab", "1", "tab", "2", "tab", "tab")
        await keys.type("Y6-elk and Y6-ram")
        await keys.press("enter")
        assert "17 days left to enter, until Fri 11 Dec." in keys.screen()
        assert says_the_next_key(keys) == "E"
    known = room.docket.competition
    assert (known.who_may, known.led_by) == ("one each", ("Y6-elk", "Y6-ram"))
    assert known.years == ("Y2", "Y3", "Y4", "Y5", "Y6")


async def test_a_sound_is_handed_in_with_a_receipt_and_can_come_back(ours, room):
    room.set()
    room.sounds(ENTRIES)
    async with ours.run_test() as pilot:
        keys = await at_the_competition(ours, pilot, "e", "enter", "enter")
        assert "Handed in: “Secret title 4” by Y5-fox." in keys.screen()
        assert "It lasts 1.0 seconds." in keys.screen()
        await keys.press("z")
        assert room.docket.live == ()
        await keys.press("down", "enter")
        await keys.type("Y4-otter Y4-heron")
        await keys.press("enter")
        assert "2 made it, and here it is one each." in keys.screen()
    assert room.docket.live == ()


async def test_an_entry_is_taken_back_by_its_code(ours, room):
    room.set(*ENTRIES)
    async with ours.run_test() as pilot:
        keys = await at_the_competition(ours, pilot, "e", "t")
        await keys.type("Y5-bat")
        await keys.press("enter")
        assert "Y5-bat has no entry here." in keys.screen()
        await keys.press("t")
        await keys.type("y4-heron")
        await keys.press("enter")
        assert "Taken back." in keys.screen()
    assert len(room.docket.live) == 3


async def test_whoever_handed_in_already_is_told_what_to_do(ours, room):
    room.set(*ENTRIES)
    async with ours.run_test() as pilot:
        keys = await at_the_competition(ours, pilot, "e", "enter", "enter")
        assert "Y5-fox has handed something in already." in keys.screen()


async def test_pupils_see_an_adults_key_only_when_it_comes_next(ours, room):
    room.set(*ENTRIES)
    room.library.adults.set_pin(PIN)
    room.library.adults.lock()
    async with ours.run_test() as pilot:
        keys = await at_the_competition(ours, pilot)
        assert not {"D", "F", "X", "P", "O", "K", "A"} & set(shown_keys(keys))
        assert {"E", "C", "B", "M"} <= set(shown_keys(keys))
        await keys.press("d", "f", "x", "p")
        assert "PIN" not in keys.screen()


async def test_when_nobody_handed_in_an_adult_moves_the_day_with_a_reason(ours, room, clock):
    known = room.set()
    clock.now += timedelta(days=60)
    room.library.adults.set_pin(PIN)
    room.library.adults.lock()
    async with ours.run_test() as pilot:
        keys = await at_the_competition(ours, pilot)
        assert "Nobody handed anything in. That can happen." in keys.screen()
        assert says_the_next_key(keys) == "D"
        await with_pin(keys, "d")
        await keys.type((clock.now.date() + timedelta(days=9)).isoformat())
        await keys.press("enter")
        await keys.type("Half the school was ill.")
        await keys.press("enter")
        assert "9 days left to enter" in keys.screen()
        assert "It was moved: Half the school was ill." in keys.screen()
        assert says_the_next_key(keys) == "E"
    assert room.competitions.one(known.id).moves[0].why == "Half the school was ill."


async def test_one_entry_is_heard_and_spoken_of_and_wins(ours, room):
    room.set("Y4-heron")
    room.competitions.close(room.known.id)
    async with ours.run_test() as pilot:
        keys = await at_the_competition(ours, pilot)
        assert "There is one entry. Judges hear it and say what is good." in keys.screen()
        assert says_the_next_key(keys) == "O"
        await keys.press("o", "enter")
        await keys.type(JUDGES[0])
        await keys.press("enter")
        level(room)
        await keys.press("escape", "o", "c")
        assert "It was the only entry." in keys.screen()


async def test_a_competition_is_cancelled_with_a_kind_word_and_comes_back(ours, room):
    room.set(*ENTRIES)
    async with ours.run_test() as pilot:
        keys = await at_the_competition(ours, pilot, "x")
        await keys.type("The hall has no roof this week.")
        await keys.press("enter")
        assert "Cancelled. The hall has no roof this week." in keys.screen()
        assert says_the_next_key(keys) == "B"
        await keys.press("v")
        assert "It goes on as it was." in keys.screen()
        assert says_the_next_key(keys) == "E"


async def test_closing_early_can_be_taken_back(ours, room):
    room.set(*ENTRIES)
    async with ours.run_test() as pilot:
        keys = await at_the_competition(ours, pilot, "f")
        assert says_the_next_key(keys) == "O"
        await keys.press("z")
        assert says_the_next_key(keys) == "E"


async def test_two_that_go_on_at_once_are_both_a_key_away(ours, room):
    room.set(*ENTRIES)
    room.competitions.close(room.known.id)
    Competitions(room.library).set("tiny-hero")
    async with ours.run_test() as pilot:
        keys = await at_the_competition(ours, pilot)
        assert "Competition: The tiniest hero" in keys.screen()
        assert "Also: “Voice of a villain” is closed. → shows it." in keys.screen()
        await keys.press("right")
        assert "Competition: Voice of a villain" in keys.screen()
        assert says_the_next_key(keys) == "O"
        await keys.press("l", "enter")
        assert "Competition: The tiniest hero" in keys.screen()


async def test_another_program_that_cancels_is_noticed_and_nothing_breaks(ours, room):
    room.set(*ENTRIES)
    other = Room(Library.open(room.library.folder, clock=lambda: NOW))
    async with ours.run_test() as pilot:
        keys = await at_the_competition(ours, pilot)
        other.competitions.cancel(room.known.id, "Snow.")
        await keys.press("f")
        assert "was cancelled. It cannot close now." in keys.screen()


async def test_a_judge_who_goes_away_half_way_no_longer_holds_the_others_up(ours, room):
    room.judging(*ENTRIES)
    async with ours.run_test() as pilot:
        keys = await at_the_competition(ours, pilot, "o")
        assert "heard 0 of 4" in keys.screen()
        await keys.press("a")
        await keys.type("dentist")
        await keys.press("enter")
        assert "away: dentist" in keys.screen()
        assert "2 judges are not done." in keys.screen()
        await keys.press("i")
        assert "3 judges are not done." in keys.screen()


async def test_an_entry_is_taken_out_by_its_animal(ours, room):
    room.judging(*ENTRIES)
    animal = room.docket.live[0].animal
    async with ours.run_test() as pilot:
        keys = await at_the_competition(ours, pilot, "o", "t")
        await keys.type("the pink unicorn")
        await keys.press("enter")
        assert "There is no entry “the pink unicorn”." in keys.screen()
        await keys.press("t")
        await keys.type(f"the {animal}")
        await keys.press("enter")
        await keys.type("The family asked for it.")
        await keys.press("enter")
        assert "3 entries." in keys.screen()


async def test_joint_winners_stand_side_by_side_from_the_result_to_the_stage(ours, room, sound_io):
    judged(room, "Y4-heron", "Y5-fox")
    room.write()
    room.check()
    async with ours.run_test() as pilot:
        keys = await at_the_competition(ours, pilot, "a")
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


async def test_a_level_result_can_have_one_more_round_or_no_award(ours, room):
    judged(room, "Y4-heron", "Y5-fox")
    async with ours.run_test() as pilot:
        keys = await at_the_competition(ours, pilot, "o")
        assert "they win together" in keys.screen()
        assert {"M", "G"} <= set(shown_keys(keys))
        await keys.press("m")
        assert room.docket.competition.status == "judging"
        assert "3 judges are not done. It is the play-off." in keys.screen()


async def test_an_adult_asks_for_other_words_and_both_wordings_stay(ours, room):
    judged(room, *ENTRIES)
    room.write()
    first = Reasons(room.library, room.known.id).all()[0]
    async with ours.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        ours.push_screen(CheckReasonsScreen(room.known.id))
        await keys.settle()
        await keys.press("n")
        await keys.type("Say where it rains.")
        await keys.press("enter", "escape")
        ours.push_screen(ReasonsScreen(room.known.id))
        await keys.settle()
        assert "please say it another way" in keys.screen()
        assert "An adult asks: Say where it rains." in keys.screen()
        await keys.press("w")
        await keys.type(JUDGES[1])
        await keys.press("enter", "enter", "t")
        answer = ours.focused
        await keys.type(f"{answer.value} and again")
        await keys.press("enter", "enter")
    [again] = [each for each in Reasons(room.library, room.known.id).all() if each.earlier]
    assert "and again" in again.text
    assert again.earlier[0].text == first.text
    assert again.earlier[0].asked == "Say where it rains."


async def test_nobody_writes_about_their_own_entry(ours, room):
    judged(room, *ENTRIES)
    async with ours.run_test() as pilot:
        keys = await at_the_competition(ours, pilot, "r", "w")
        await keys.type(room.docket.submission(_first(room)).makers[0])
        await keys.press("enter", "enter")
        for _ in ours.screen.parts:
            await keys.press("t")
            await keys.type("It is mine.")
            await keys.press("enter")
        await keys.press("enter")
        assert "Somebody on the panel who did not make it writes this." in keys.screen()


def _first(room) -> str:
    return Reasons(room.library, room.known.id).wanted()[0][0].submission


async def test_a_starter_puts_the_cursor_where_the_words_go(ours, room):
    judged(room, *ENTRIES)
    async with ours.run_test() as pilot:
        keys = await at_the_competition(ours, pilot, "r", "enter")
        await keys.type(JUDGES[0])
        await keys.press("enter")
        ours.screen.parts = ("where",)
        await keys.press("4", *"a boo".replace(" ", "_"))
        assert ours.focused.value == "The moment when a_boo made us smile."


async def test_what_the_releases_forbid_is_said_and_can_be_left_out(ours, room):
    judged(room, *ENTRIES)
    room.write()
    room.check()
    async with ours.run_test(size=(100, 30)) as pilot:
        keys = await at_the_competition(ours, pilot, "p", "enter")
        assert "Written:" in keys.screen()
        await keys.press("down", "down")
        assert "There is no “yes” for the newsletter" in keys.screen()
        await keys.press("enter")
        assert "! There is no “yes” for the newsletter" in keys.screen()
        await keys.press("l", "f", "enter")
        assert "What is not released is left out." in keys.screen()
    made = sorted(path.suffix for path in room.library.exports.iterdir())
    assert made == [".pdf", ".txt"]


async def test_a_new_competition_has_a_poster_and_words_for_assembly(ours, room):
    room.set()
    async with ours.run_test() as pilot:
        keys = await at_the_competition(ours, pilot, "p", "enter", "down", "enter")
        assert "Written:" in keys.screen()
    assert len(list(room.library.exports.glob("call-*.pdf"))) == 2


async def test_the_meeting_leads_to_what_is_not_done(ours, room):
    judged(room, *ENTRIES)
    async with ours.run_test() as pilot:
        keys = await at_the_competition(ours, pilot, "m")
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


async def test_the_announcement_says_codes_until_names_are_asked_for(ours, room):
    from evidence.safety.names import Names

    judged(room, "Y4-heron", judges=JUDGES[:1])
    room.write()
    room.check()
    room.library.adults.set_pin(PIN)
    Names(room.library).set("Y4-heron", "Wilhelmina Adams")
    async with ours.run_test() as pilot:
        keys = await at_the_competition(ours, pilot, "a", *["right"] * 5)
        assert "by Y4-heron." in keys.screen()
        await keys.press("n")
        assert "by Wilhelmina." in keys.screen()


async def test_the_announcement_survives_the_end_of_adult_mode_behind_it(ours, room):
    judged(room, "Y4-heron", judges=JUDGES[:1])
    room.write()
    room.check()
    async with ours.run_test() as pilot:
        keys = await at_the_competition(ours, pilot, "a", "right", "h", "escape")
        assert "page 2 of" in keys.screen()


def test_every_screen_of_the_competition_has_its_page_of_help():
    for module in iter_modules(studio.ui.screens.__path__):
        if module.name.startswith(("competition", "judging", "brief")):
            found = import_module(f"studio.ui.screens.{module.name}")
            for _, screen in getmembers(found, isclass):
                if issubclass(screen, StudioScreen) and screen.__module__ == found.__name__:
                    assert asset("help", f"{screen.HELP_PAGE}.md").is_file(), screen


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_every_screen_has_safe_glyphs_and_a_next_key_that_fits(ours, room, size):
    judged(room, *ENTRIES)
    room.write()
    screens = [CompetitionScreen, PanelScreen, ReasonsScreen, CheckReasonsScreen]
    async with ours.run_test(size=size) as pilot:
        keys = Keyboard(pilot)
        await keys.settle()
        for screen in screens:
            ours.push_screen(screen(room.known.id))
            await keys.settle()
            drawn = keys.screen()
            assert {g for g in drawn if not (" " <= g <= "~" or g in SAFE_GLYPHS | {"\n"})} == set()
            if screen is not ReasonsScreen:
                says_the_next_key(keys)
        room.check()
        for screen in (AnnounceScreen, CompetitionPrintsScreen):
            ours.push_screen(screen(room.known.id))
            await keys.settle()
            drawn = keys.screen()
            assert {g for g in drawn if not (" " <= g <= "~" or g in SAFE_GLYPHS | {"\n"})} == set()


async def test_a_title_that_looks_like_markup_stands_as_it_is(ours, room):
    known = room.set(title="[bold]Boo[/] [")
    assert replace(known).title == "[bold]Boo[/] ["
    async with ours.run_test() as pilot:
        keys = await at_the_competition(ours, pilot)
        assert "Competition: [bold]Boo[/] [" in keys.screen()
