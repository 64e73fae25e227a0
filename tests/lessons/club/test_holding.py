"""Holding a session is the evidence: what the rules make of it."""

from dataclasses import replace
from datetime import date

from evidence.entry import Entry
from evidence.library import Library
from evidence.review import accept
from evidence.safety.people import People
from lessons.club.teaching import Teachings
from lessons.occasion import Occasions
from lessons.proposals import proposals, propose
from rubric.load import shipped_framework
from studio.audio.recipe import Recipe

FRAMEWORK = shipped_framework()


def proposed(library: Library) -> dict[str, list[Entry]]:
    """Open proposals by what they show."""
    propose(library, FRAMEWORK)
    found: dict[str, list[Entry]] = {}
    for entry in proposals(library):
        for claim in entry.criteria:
            found.setdefault(str(claim), []).append(entry)
    return found


def test_the_sixth_session_shows_bronze(school):
    planned = school.plan()
    for session in planned[:5]:
        school.hold(session)
    assert "MT3:bronze" not in proposed(school.library)
    school.hold(planned[5])
    (entry,) = proposed(school.library)["MT3:bronze"]
    assert entry.why == "The club has met 6 times this school year."
    assert entry.title == "Sound Lab: Show time"


def test_ambassadors_who_lead_show_silver_and_teaching_younger_ones(school):
    session, (leader, *_) = school.plan()[0], school.y6
    school.ambassadors([leader])
    school.sessions.lead(session.id, "starter", [leader])
    school.sessions.lead(session.id, "modelling", [leader])
    school.hold(session)
    found = proposed(school.library)
    assert found["MT3:silver"][0].why == f"{leader} helped others in this club session."
    (taught,) = found["MT2:silver"]
    assert taught.why == f"{leader} taught Y4 and Y5."
    (log,) = Teachings(school.library).all()
    assert (log.codes, log.year_groups, log.minutes) == ((leader,), ("Y4", "Y5"), 15)
    assert log.session == session.id


def test_who_led_the_talking_showed_no_tool(school):
    session, (leader, *_) = school.plan()[0], school.y6
    school.ambassadors([leader])
    school.sessions.used(session.id, ["beat"])
    school.sessions.lead(session.id, "starter", [leader])
    school.hold(session)
    assert Teachings(school.library).all()[0].tool == session.title
    school.sessions.lead(session.id, "activity", [leader])
    assert Teachings(school.library).all()[0].tool != session.title


def test_a_leader_who_is_away_led_nothing_and_equals_are_not_taught(school):
    first, second = school.plan()[:2]
    school.ambassadors(school.y6[:1] + school.y4[:1])
    school.sessions.lead(first.id, "starter", school.y6[:1])
    held = school.hold(first, here=[code for code in school.codes if code != school.y6[0]])
    assert Occasions(school.library).one(held.occasion).led_by == ()
    school.sessions.lead(second.id, "starter", school.y4[:1])
    assert school.hold(second).teaching == ""
    assert "MT2:silver" not in proposed(school.library)


def test_a_changed_recording_of_the_session_shows_gold(school):
    session = school.plan()[0]
    sound = school.a_sound("Robot", school.y5[0], session)
    school.library.save_sound(replace(sound, recipe=Recipe.parse(["reverse"])), "edited")
    held = school.hold(session)
    (entry,) = proposed(school.library)["MT3:gold"]
    assert entry.source == sound.id
    assert held.tools == ("record", "change")
    assert Occasions(school.library).one(held.occasion).did == ("recorded", "changed")


def test_what_it_became_says_how_many_came_what_was_said_and_for_whom(school):
    session = school.plan()[0]
    school.sessions.say(session.id, "plenary", "Like a cave.")
    school.sessions.used(session.id, ["record", "tidy"])
    school.clock.day = session.date
    school.sessions.marks(session.id, {code: "here" for code in school.codes})
    held = school.sessions.hold(session.id, "We will go on next week.")
    occasion = Occasions(school.library).one(held.occasion)
    assert occasion.year_groups == ("Y4", "Y5", "Y6")
    assert occasion.tools == "recording and tidying"
    assert occasion.scope == "school"
    assert occasion.note == (
        "12 children came, from Y4, Y5 and Y6.\nNew word: recording.\n"
        "Plenary: “Like a cave.”\nWe will go on next week."
    )
    assert occasion.people == ()


def test_few_children_are_not_told_by_their_number(school):
    held = school.hold(school.plan()[0], here=school.y4[:2])
    assert Occasions(school.library).one(held.occasion).note.startswith("Fewer than 5 children came")


def test_taken_back_it_counts_nowhere_and_held_again_it_is_proposed_anew(school):
    planned = school.plan()
    school.ambassadors(school.y6[:1])
    for session in planned:
        school.sessions.lead(session.id, "starter", school.y6[:1])
        school.hold(session)
    (bronze,) = proposed(school.library)["MT3:bronze"]
    again = school.sessions.again(planned[5].id)
    assert (again.status, again.occasion, again.teaching) == ("open", "", "")
    assert again.here
    assert school.sessions.meter().held == 5
    assert len(Teachings(school.library).all()) == 5
    assert school.library.entry(bronze.id).status == "binned"
    assert "MT3:bronze" not in proposed(school.library)
    school.sessions.hold(planned[5].id)
    assert len(proposed(school.library)["MT3:bronze"]) == 1
    assert school.sessions.meter().held == 6


def test_evidence_that_was_accepted_stays_for_an_adult_to_decide(school):
    session = school.plan()[0]
    school.ambassadors(school.y6[:1])
    school.sessions.lead(session.id, "starter", school.y6[:1])
    school.hold(session)
    (entry,) = proposed(school.library)["MT3:silver"]
    accept(school.library, entry.id)
    school.sessions.again(session.id)
    assert school.library.entry(entry.id).status == "accepted"


def test_a_register_put_right_afterwards_puts_right_what_it_became(school):
    session = school.plan()[0]
    held = school.hold(session, here=school.y4)
    assert Occasions(school.library).one(held.occasion).year_groups == ("Y4",)
    school.ambassadors(school.y6[:1])
    school.sessions.lead(session.id, "starter", school.y6[:1])
    changed = school.sessions.mark(session.id, school.y6[0], "here")
    assert changed.occasion == held.occasion
    assert Occasions(school.library).one(held.occasion).year_groups == ("Y4", "Y6")
    assert changed.teaching != ""
    changed = school.sessions.mark(session.id, school.y6[0], "away")
    assert changed.teaching == ""
    assert Teachings(school.library).all() == ()
    assert len(Occasions(school.library).all()) == 1


def test_holding_is_one_turn(school):
    session = school.plan()[0]
    school.sessions.mark(session.id, school.y4[0], "here")
    before = school.library.journal.head().seq
    school.sessions.hold(session.id)
    assert school.library.journal.head().seq == before + 2  # what it became, and the session: one turn


def test_a_year_later_the_year_groups_are_those_of_the_day(school):
    held = school.hold(school.plan()[0])
    school.clock.day = date(2027, 9, 7)
    People(school.library).move_up()
    changed = school.sessions.say(held.id, "", "We remember.")
    assert {mark.year for mark in changed.register} == {"Y4", "Y5", "Y6"}
    assert Occasions(school.library).one(held.occasion).year_groups == ("Y4", "Y5", "Y6")
