"""The club's first screen: no club, no session, and everything that is done in one."""

from dataclasses import replace
from datetime import timedelta

from lessons.club.club import Clubs
from lessons.club.session import Seat
from lessons.club.sessions import Sessions
from lessons.occasion import Occasions
from studio.ui.widgets.countdown import Countdown, Timer
from studio.ui.widgets.session_view import SessionView
from tests.ui.club import a_club, a_term, leaders
from tests.ui.fakes import Keyboard, a_sound


async def test_a_club_is_set_up_with_a_name_to_choose_or_our_own(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3")
        assert "There is no club in this library yet." in keys.screen()
        assert "Next: C gives it a name." in keys.screen()
        await keys.press("c", "right", "enter")
        assert Clubs(library).need().name == "Noise Makers"
        await keys.press("c", "tab")
        await keys.type("Zoë's [bold] Room")
        await keys.press("enter")
        assert "Zoë's [bold] Room is changed." in keys.screen()
    assert Clubs(library).need().name == "Zoë's [bold] Room"


async def test_a_number_that_is_none_stays_in_the_form_and_says_so(app, library):
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "c", *["tab"] * 6)
        await keys.type("many")
        await keys.press("enter")
        assert "is no number here" in keys.screen()
    assert Clubs(library).now() is None


async def test_without_a_session_today_it_says_which_comes_next_and_which_was_left_open(app, library, clock):
    a_club(library)
    a_term(library, clock, held=0)
    clock.now += timedelta(days=1)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3")
        drawn = keys.screen()
        assert "12 members. No session today." in drawn
        assert "The next one: Picture it, Tue 1 Dec at 15:30, music room." in drawn
        assert "Nobody said yet whether this was held:" in drawn
        assert "Next: T, and say whether “Beat kitchen” was held." in drawn


async def test_the_part_shows_what_to_do_say_and_ask_and_who_leads_it(app, library, clock):
    codes = a_club(library)
    leaders(library)
    today = a_term(library, clock)
    Sessions(library).lead(today.id, "input", [codes[-1]])
    async with app.run_test(size=(120, 40)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "right")
        drawn = " ".join(keys.screen().split())
        part = Sessions(library).plan(today.id).part("input")
        assert "■ Input" in drawn
        assert part.do[0] in drawn
        assert part.ask in drawn
        assert f"Leads {codes[-1]} (Music Tech Ambassador)" in drawn
        await keys.press("left", "left")
        assert "■ Starter" in keys.screen()
        await keys.press(*["right"] * 9)
        assert "■ Plenary" in keys.screen()


async def test_the_clock_goes_on_to_the_next_part_and_while_one_looks_elsewhere(app, library, clock):
    a_club(library)
    a_term(library, clock)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3")
        assert not app.screen.query_one("#time").display
        await keys.press("space")
        assert "Space stop" in keys.screen()
        assert app.screen.query_one("#time").display
        await keys.press("right", "+")
        countdown = app.screen.query_one(Countdown)
        assert countdown.is_running
        part = Sessions(library).plan(app.screen.shown.id).part("input")
        assert countdown.timer.seconds == 60 * part.minutes + 60
        left = countdown.timer
        await keys.home()
        await keys.press("3")
        assert app.screen.query_one(SessionView).part == 1
        assert app.screen.query_one(Countdown).timer == left


async def test_in_the_activity_it_says_in_words_when_to_swap_and_who_has_the_keys(app, library, clock):
    codes = a_club(library)
    today = a_term(library, clock)
    Sessions(library).marks(today.id, dict.fromkeys(codes[:2], "here"))
    Sessions(library).seat(today.id, [Seat(number=1, codes=codes[:2])])
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "right", "right")
        assert "Swap" not in keys.screen()
        await keys.press("right")
        assert "Swap every 5 minutes. ■ has the keys." in keys.screen()
        assert f"PC 1 ■{codes[0]} {codes[1]}" in keys.screen()
        app.screen.query_one(Countdown).put(Timer(1200.0, 1200.0 - 301.0))
        await keys.settle()
        assert "SWAP PLACES NOW." in keys.screen()
        assert f"PC 1 {codes[0]} ■{codes[1]}" in keys.screen()


async def test_a_sound_that_comes_in_shows_without_a_key(app, library, clock):
    a_club(library)
    today = a_term(library, clock)
    Sessions(library).open(today.id)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3")
        assert "No sounds yet." in keys.screen()
        a_sound(library, "Saucepan laser", year="Y4")
        app.screen.look()  # as it does by itself every two seconds
        await keys.settle()
        assert "1 sound, the newest: “Saucepan laser” Y4" in keys.screen()
        await keys.press("s")
        a_sound(library, "Door in space", year="Y4")
        app.screen.look()
        await keys.settle()
        assert "Door in space" in keys.screen()


async def test_what_was_said_is_kept_word_for_word_and_taken_back(app, library, clock):
    a_club(library)
    today = a_term(library, clock)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "w")
        assert "What was said in the starter?" in keys.screen()
        await keys.type("It [sounds] like rain")
        await keys.press("enter")
        [said] = Sessions(library).one(today.id).said
        assert (said.part, said.text) == ("starter", "It [sounds] like rain")
        await keys.press("z")
        assert Sessions(library).one(today.id).said == ()


async def test_a_session_without_anybody_is_not_held_by_mistake(app, library, clock):
    a_club(library)
    a_term(library, clock)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "f")
        assert "Nobody is marked as here." in keys.screen()


async def test_holding_a_session_is_taken_back_with_what_it_became(app, library, clock):
    codes = a_club(library)
    today = a_term(library, clock)
    Sessions(library).marks(today.id, dict.fromkeys(codes, "here"))
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "f")
        assert "Today's session was held. 12 here." in keys.screen()
        assert len(Occasions(library).all("club-session")) == 2
        await keys.press("z")
        assert "It is open again" in keys.screen()
        assert "■ Starter" in keys.screen()
    assert Sessions(library).one(today.id).status == "open"
    assert len(Occasions(library).all("club-session")) == 1


async def test_a_session_that_did_not_happen_says_why_and_can_come_back(app, library, clock):
    a_club(library)
    today = a_term(library, clock)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "n")
        await keys.type("The hall was flooded")
        await keys.press("enter")
        assert "was not held: The hall was flooded" in keys.screen()
        assert "1 of 6" in keys.screen()
        await keys.press("z")
        assert "■ Starter" in keys.screen()
    assert Sessions(library).one(today.id).status == "planned"


async def test_ambassadors_are_put_to_a_part_with_a_digit_and_taken_off(app, library, clock):
    a_club(library)
    first, second = leaders(library)
    today = a_term(library, clock)
    sessions = Sessions(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "l", "1", "2", "down", "2")
        assert sessions.one(today.id).leads_of("starter") == (first, second)
        assert sessions.one(today.id).leads_of("input") == (second,)
        await keys.press("2")
        assert sessions.one(today.id).leads_of("input") == ()
        await keys.press("z", "v")
        assert sessions.one(today.id).leads_of("input") == (second,)
        assert "It is for one class." in keys.screen()
        await keys.press("w")
        await keys.type("Y9-nobody")
        await keys.press("enter")
        assert "Nobody has the code Y9-nobody." in keys.screen()


async def test_keep_or_bin_goes_from_sound_to_sound_and_back(app, library, clock):
    a_club(library)
    today = a_term(library, clock)
    Sessions(library).open(today.id)
    for title in ("One", "Two", "Three"):
        clock.now += timedelta(minutes=1)
        sound = a_sound(library, title, year="Y4")
        library.save_sound(replace(sound, kept=False), "edited")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "s")
        assert "3 sounds, 3 not kept yet." in keys.screen()
        await keys.press("k", "b", "k")
        state = {sound.title: (sound.kept, sound.binned) for sound in library.sounds()}
        assert state == {"Three": (True, False), "Two": (False, True), "One": (True, False)}
        assert "2 sounds, all kept." in keys.screen()
        await keys.press("z", "z")
        assert "As it was: Two." in keys.screen()
        await keys.press("space")
        assert app.sound_io.the_player.played
    state = {sound.title: (sound.kept, sound.binned) for sound in library.sounds()}
    assert state == {"Three": (True, False), "Two": (False, False), "One": (False, False)}


async def test_a_recording_at_a_pc_knows_its_makers_and_its_session(app, library, clock):
    codes = a_club(library)
    today = a_term(library, clock)
    Sessions(library).marks(today.id, dict.fromkeys(codes[:4], "here"))
    Sessions(library).seat(today.id, [Seat(number=1, codes=codes[:2]), Seat(number=2, codes=codes[2:4])])
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "p", "down", "down", "r")
        assert "Record at PC 2" in keys.screen()
        assert f"Made by {codes[2]} and {codes[3]}." in keys.screen()
        await keys.press("enter", "enter")
    [sound] = library.sounds()
    assert sound.makers == codes[2:4]
    assert sound.session == today.id
    assert sound.year == "Y3"


async def test_a_question_and_its_answer_go_into_the_record_with_the_tool(app, library, clock):
    a_club(library)
    today = a_term(library, clock)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "right", "q", "down", "u", "w")
        await keys.type("On the window sill")
        await keys.press("enter")
        assert "■ used" in keys.screen()
        session = Sessions(library).one(today.id)
        assert session.tools == ("record",)
        [said] = session.said
        assert said.part == "input"
        assert said.text.endswith("? On the window sill")
        await keys.press("z", "z")
        session = Sessions(library).one(today.id)
        assert (session.tools, session.said) == ((), ())
        await keys.press("end")
        assert "U we used this" not in keys.screen()


async def test_a_session_that_nobody_had_planned_begins_with_one_key(app, library):
    a_club(library)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "o")
        assert "■ Starter" in keys.screen()
        [session] = Sessions(library).all()
        assert (session.date, session.step) == (library.now().date(), 1)
        await keys.press("z")
        assert "No session today." in keys.screen()
    assert Sessions(library).all() == ()


async def test_a_part_of_the_plan_is_put_the_schools_own_way_and_back(app, library, clock):
    a_club(library)
    today = a_term(library, clock)
    before = Sessions(library).plan(today.id)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "t", "enter", "o", "right", "tab")
        await keys.type("9")
        await keys.press("tab")
        await keys.type("Hum [one] note / Hum two; or three")
        await keys.press("enter")
        part = Sessions(library).plan(today.id).part("input")
        assert (part.minutes, part.do) == (9, ("Hum [one] note", "Hum two; or three"))
        assert part.ask == before.part("input").ask
        assert "Hum [one] note" in keys.screen()
        await keys.press("o", "right", "tab")
        await keys.type("")
        await keys.press("tab")
        await keys.type("")
        await keys.press("enter")
        assert Sessions(library).plan(today.id) == before
        await keys.press("o", "tab")
        await keys.type("ages")
        await keys.press("enter")
        assert "is no number of minutes" in keys.screen()


async def test_a_line_for_the_record_begins_with_the_plans_own(app, library, clock):
    codes = a_club(library)
    today = a_term(library, clock)
    Sessions(library).marks(today.id, dict.fromkeys(codes, "here"))
    log = Sessions(library).plan(today.id).log
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3")
        assert "J a line" not in keys.screen()
        await keys.press("f", "j")
        assert app.focused.value == log
        await keys.type("We made four grooves [loud]")
        await keys.press("enter")
        assert "We made four grooves [loud]" in keys.screen()
        happened = Occasions(library).one(Sessions(library).one(today.id).occasion)
        assert "We made four grooves [loud]" in happened.note
        await keys.press("z")
    assert Sessions(library).one(today.id).note == ""


async def test_the_starter_says_what_to_have_ready_and_the_input_the_new_word(app, library, clock):
    a_club(library)
    today = a_term(library, clock)
    plan = Sessions(library).plan(today.id)
    async with app.run_test(size=(120, 40)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("3")
        assert f"Ready  {plan.resources[0][:20]}" in keys.screen()
        await keys.press("right")
        assert f"Word   {plan.word}" in keys.screen()
        assert "Ready" not in keys.screen()
