"""Judging with keys: only whole hearings count, nothing is lost, and nothing says whose a sound is."""

import pytest

from evidence.library import Library
from lessons.competitions.judging import Judging
from lessons.competitions.steps import Listen
from studio.ui.screens.competition.competition import CompetitionScreen
from studio.ui.screens.competition.competition_panel import PanelScreen
from studio.ui.screens.competition.judging import JudgingScreen
from studio.ui.text import SAFE_GLYPHS
from tests.ui.competition_room import JUDGES, Room, come_to_judge, heard, judge, shown_keys
from tests.ui.fakes import NOW, Keyboard

ENTRIES = ("Y3-newt", "Y4-heron", "Y4-otter", "Y5-fox")


@pytest.fixture
def room(library) -> Room:
    room = Room(library)
    room.judging(*ENTRIES)
    return room


async def judging(app, pilot, room, code=JUDGES[0]) -> Keyboard:
    keys = Keyboard(pilot)
    await keys.settle()
    app.push_screen(JudgingScreen(room.known.id))
    await keys.settle()
    await come_to_judge(keys, code)
    return keys


def mine(room, code=JUDGES[0]):
    return room.docket.judgement(code)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_brief_stays_on_the_screen_in_safe_glyphs_from_the_first_sound_to_the_last(
    app, library, sound_io, size
):
    room = Room(library)
    room.judging(*ENTRIES, judges=JUDGES[:1])
    async with app.run_test(size=size) as pilot:
        keys = await judging(app, pilot, room)
        assert "Headphones on." in keys.screen()
        seen = await judge(keys, sound_io, lambda turn: str(1 + turn % 4))
        assert all("The brief: A short theme for a villain" in drawn for drawn in seen)
        assert all("█" in drawn for drawn in seen if "Listening" in drawn and "Headphones" not in drawn)
        for drawn in seen:
            strange = {g for g in drawn if not (" " <= g <= "~" or g in SAFE_GLYPHS | {"\n"})}
            assert strange == set()
        assert "Now an adult closes the judging" in keys.screen()
    assert not any(code in drawn for drawn in seen for code in (*ENTRIES, *JUDGES, "Secret"))


async def test_a_sound_that_was_stopped_half_way_was_not_heard(app, room, sound_io):
    async with app.run_test() as pilot:
        keys = await judging(app, pilot, room)
        await keys.press("space")
        app.screen._tick()
        await keys.press("space")
        assert mine(room).heard == ()
        assert "1-4" not in shown_keys(keys)
        await keys.press("3")
        assert mine(room).answers == ()
        await keys.press("space")
        await heard(keys, sound_io)
        assert [each.times for each in mine(room).heard] == [1]


async def test_a_sound_that_takes_long_to_open_counts_when_it_was_heard(app, room, sound_io):
    async with app.run_test() as pilot:
        keys = await judging(app, pilot, room)
        await keys.press("space")
        app.screen.playhead_moved(None)  # what a look at a player says that does not sound yet
        await heard(keys, sound_io)
        assert [each.times for each in mine(room).heard] == [1]


async def test_nothing_can_be_heard_a_third_time_and_then_all_are_heard_twice(app, library, sound_io):
    room = Room(library)
    room.judging(*ENTRIES, judges=JUDGES[:1])
    async with app.run_test() as pilot:
        keys = await judging(app, pilot, room)
        for _ in range(2):
            await keys.press("space")
            await heard(keys, sound_io)
        assert "Space" not in shown_keys(keys)
        seen = await judge_all_but_hearing_first(keys, sound_io)
        assert any("Hear it once more." in drawn for drawn in seen)
    assert {each.times for each in mine(room).heard} == {2}


async def judge_all_but_hearing_first(keys, sound_io):
    await keys.press("3", "3", "3", "3", "enter")
    return await judge(keys, sound_io)


async def test_answers_typed_at_once_go_to_one_question_after_the_other(app, room, sound_io):
    async with app.run_test() as pilot:
        keys = await judging(app, pilot, room)
        await keys.press("space")
        await heard(keys, sound_io)
        await keys.mash("1", "4", "2")
        assert [each.answer for each in mine(room).answers] == [1, 4, 2]
        assert "question 4 of 4" in keys.screen()


async def test_z_takes_the_last_answer_back_also_after_the_entry_was_left(app, room, sound_io):
    async with app.run_test() as pilot:
        keys = await judging(app, pilot, room)
        await keys.press("space")
        await heard(keys, sound_io)
        await keys.press("1", "4", "2", "3", "enter")
        assert "Listening 2 of 4" in keys.screen()
        await keys.press("z")
        assert "Listening 1 of 4" in keys.screen()
        assert "question 4 of 4" in keys.screen()
        assert [each.answer for each in mine(room).answers] == [1, 4, 2]


async def test_what_was_liked_is_kept_as_it_was_written(app, room, sound_io):
    async with app.run_test() as pilot:
        keys = await judging(app, pilot, room)
        await keys.press("space")
        await heard(keys, sound_io)
        await keys.press("l")
        await keys.type("it [cackles] ]")
        await keys.press("enter")
        assert "I liked the part where it [cackles] ]" in keys.screen()
    assert [each.text for each in mine(room).notes] == ["it [cackles] ]"]


async def test_a_known_voice_is_left_to_others_and_z_brings_it_back(app, room):
    async with app.run_test() as pilot:
        keys = await judging(app, pilot, room)
        await keys.press("w")
        assert "Others judge that one." in keys.screen()
        assert "Listening 1 of 3" in keys.screen()
        assert len(mine(room).knows) == 1
        await keys.press("z")
        assert "Listening 1 of 4" in keys.screen()
        assert mine(room).knows == ()


async def test_what_a_judge_tells_the_adult_stands_on_the_panel_with_the_animal(app, room):
    async with app.run_test() as pilot:
        keys = await judging(app, pilot, room)
        animal = app.screen.shown.entry.animal
        await keys.press("exclamation_mark")
        await keys.type("Somebody says a name in it.")
        await keys.press("enter")
        assert "Kept for the adult. Go on." in keys.screen()
        app.push_screen(PanelScreen(room.known.id))
        await keys.settle()
        assert f"{JUDGES[0]}, about the {animal}: Somebody says a name in it." in keys.screen()


async def test_a_code_that_is_not_on_the_panel_is_told_and_can_be_typed_again(app, room):
    async with app.run_test() as pilot:
        keys = await judging(app, pilot, room, "Y4-heron")
        assert "Y4-heron is not on the panel" in keys.screen()
        assert "C" in shown_keys(keys)
        await keys.press("c")
        await come_to_judge(keys, JUDGES[1])
        assert "Listening 1 of 4" in keys.screen()


async def test_an_entry_that_is_withdrawn_while_it_is_on_the_screen_gives_way(app, room, sound_io):
    async with app.run_test() as pilot:
        keys = await judging(app, pilot, room)
        gone = app.screen.shown.entry
        room.submissions.withdraw(gone.submission, "The family asked for it.")
        await keys.press("space")
        await heard(keys, sound_io)
        assert "That is not the sound to hear now." in keys.screen()
        assert app.screen.shown.entry != gone
        assert "Listening 1 of 3" in keys.screen()
        await keys.press("space")
        await heard(keys, sound_io)
        assert "1-4" in shown_keys(keys)


async def test_a_judge_who_was_away_is_told_and_another_can_sit_down(app, room):
    room.panel.away(room.known.id, JUDGES[0], "ill")
    async with app.run_test() as pilot:
        keys = await judging(app, pilot, room)
        assert "You were away, and the others went on." in keys.screen()
        assert "C" in shown_keys(keys)
        room.panel.back(room.known.id, JUDGES[0])
        await keys.press("c")
        await come_to_judge(keys, JUDGES[0])
        assert "Listening 1 of 4" in keys.screen()


async def test_judges_at_two_computers_come_to_the_pairs_together(app, library, room, sound_io):
    room.panel.away(room.known.id, JUDGES[2])
    other = Judging(Library.open(library.folder, clock=lambda: NOW), room.known.id, JUDGES[1])
    async with app.run_test() as pilot:
        keys = await judging(app, pilot, room)
        await judge(keys, sound_io)
        assert "1 judge is still listening." in keys.screen()
        while isinstance(step := other.next(), Listen):
            other.heard(step.entry.submission)
            for question in step.asks:
                other.answer(step.entry.submission, question.id, 3)
        other.star(*(each.submission for each in step.entries[:2]))
        app.screen.look_again()
        await keys.settle()
        assert "Pair 1 of" in keys.screen()
        await judge(keys, sound_io)
    assert room.docket.waiting() == (JUDGES[1],)


async def test_when_every_voice_is_known_the_adult_chooses_what_happens(app, library):
    room = Room(library)
    room.judging(*ENTRIES, judges=JUDGES[:1])
    async with app.run_test() as pilot:
        keys = await judging(app, pilot, room)
        for _ in ENTRIES:
            await keys.press("w")
        assert "Now an adult closes the judging" in keys.screen()
        await keys.press("escape", "4")
        assert "Every judge knew every voice, so nothing counts." in keys.screen()
        assert "Next: O names other judges" in keys.screen()
        await keys.press("o")
        assert "P names other judges, or G gives no award" in keys.screen()
        await keys.press("g")
        await keys.type("We knew everybody's voice.")
        await keys.press("enter")
        assert room.docket.competition.no_award == "We knew everybody's voice."
        await keys.press("escape")
        assert "There is no award this time" in keys.screen()


async def test_without_speakers_it_says_what_to_do_and_nothing_was_heard(app, room, sound_io):
    from studio.audio.live.devices import NoSpeakers

    async with app.run_test() as pilot:
        keys = await judging(app, pilot, room)
        sound_io.missing = NoSpeakers("There are no speakers.", "Plug some in.")
        await keys.press("space")
        app.screen._tick()
        await keys.settle()
        assert "There are no speakers." in keys.screen()
        assert mine(room).heard == ()


async def test_a_recording_that_is_gone_is_told_in_words(app, library, room):
    for path in library.folder.rglob("*.wav"):
        path.unlink()
    async with app.run_test() as pilot:
        keys = await judging(app, pilot, room)
        assert "is gone." in keys.screen()
        assert "!" in shown_keys(keys)


async def test_judging_that_is_closed_leads_to_the_reasons(app, library, sound_io):
    room = Room(library)
    room.judging(*ENTRIES, judges=JUDGES[:1])
    async with app.run_test() as pilot:
        keys = await judging(app, pilot, room)
        await judge(keys, sound_io)
        room.panel.close(room.known.id)
        app.screen.look_again()
        await keys.settle()
        assert "R writes the reasons" in keys.screen()
        await keys.press("r")
        assert "4 entries have no words yet." in keys.screen()
        await keys.press("escape")
        assert not isinstance(app.screen, CompetitionScreen | JudgingScreen)
