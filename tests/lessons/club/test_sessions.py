"""What is done in sessions, and what is not when things are not as planned."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from evidence.library import Library, NotYetHappened, UnknownRecord
from evidence.safety.adults import AdultsOnly
from evidence.safety.people import People, UnknownPerson
from evidence.safety.withdrawal import withdraw
from lessons.club.kept_sessions import SessionOver
from lessons.club.member import Members, NotAPupil
from lessons.club.plan import UnknownPart
from lessons.club.planned_sessions import NothingSaid
from lessons.club.prompts import UnknownTool
from lessons.club.schedule import NoDays
from lessons.club.session import Lead, Mark, Seat, Session, UnknownMark, parse_mark
from lessons.club.sessions import NobodyCame, Sessions
from lessons.occasion import Occasions
from rubric.load import shipped_framework
from tests.lessons.club.a_club import FIRST, School


@pytest.fixture
def session(school: School) -> Session:
    """Today's session."""
    return school.plan()[0]


# Finding


def test_todays_session_and_the_next_are_found(school, session):
    assert school.sessions.today() == session
    assert school.sessions.next() == session
    school.hold(session)
    assert school.sessions.next().date == date(2026, 11, 10)
    school.clock.day = date(2026, 11, 4)
    assert school.sessions.today() is None
    assert school.sessions.today(FIRST).status == "held"
    assert len(school.sessions.of("2026-autumn-2")) == 6
    assert school.sessions.of("2027-spring-1") == ()
    with pytest.raises(UnknownRecord):
        school.sessions.one("CS-0099")


def test_a_session_that_nobody_ended_is_found_again(school, session):
    school.next_week()
    assert [each.id for each in school.sessions.left_open()] == [session.id]


# The register


def test_one_mark_a_child_opens_the_session(school, session):
    marked = school.sessions.mark(session.id, school.y4[0], "here")
    assert marked.status == "open"
    assert marked.register == (Mark(code=school.y4[0], mark="here", year="Y4"),)
    marked = school.sessions.mark(session.id, school.y4[0], "a")
    assert marked.mark_of(school.y4[0]) == "away"
    assert school.sessions.mark(session.id, school.y4[0], "").register == ()


def test_the_register_is_in_the_order_of_the_members(school, session):
    marked = school.sessions.marks(session.id, {code: "here" for code in reversed(school.codes)})
    assert list(marked.here) == [each.code for each in Members(school.library).here()]


def test_a_guest_may_be_marked_and_an_adult_or_a_stranger_may_not(school, session):
    guest, adult = People(school.library).add("Y3")[0].code, People(school.library).add("staff")[0].code
    assert school.sessions.mark(session.id, guest, "here").here == (guest,)
    with pytest.raises(NotAPupil):
        school.sessions.mark(session.id, adult, "here")
    with pytest.raises(UnknownPerson):
        school.sessions.mark(session.id, "Y1-nobody", "here")
    with pytest.raises(UnknownMark):
        school.sessions.mark(session.id, guest, "asleep")
    assert [parse_mark(word) for word in ("h", "L", "away")] == ["here", "late", "away"]


def test_two_teachers_with_one_register_lose_no_mark(school, session):
    others = [Sessions(Library.open(school.library.folder, clock=school.clock)) for _ in school.codes]
    with ThreadPoolExecutor(4) as together:
        marks = [
            together.submit(other.mark, session.id, code, "here")
            for other, code in zip(others, school.codes, strict=True)
        ]
        for each in marks:
            each.result()
    assert set(school.sessions.one(session.id).here) == set(school.codes)


def test_two_teachers_who_end_a_session_end_it_once(school, session):
    school.sessions.mark(session.id, school.y4[0], "here")
    others = [Sessions(Library.open(school.library.folder, clock=school.clock)) for _ in range(3)]
    assert all(other.one(session.id).status == "open" for other in others)
    others[0].hold(session.id)
    with pytest.raises(SessionOver, match="was held already"):
        others[1].hold(session.id)
    assert len(Occasions(school.library).all("club-session")) == 1


# Seats


def test_seats_come_from_the_register_and_before_it_from_the_members(school, session):
    assert len(school.sessions.pair(session.id).seats) == 6
    school.sessions.marks(session.id, {code: "here" for code in school.y4})
    seated = school.sessions.pair(session.id)
    assert sorted(code for seat in seated.seats for code in seat.codes) == sorted(school.y4)


def test_pairing_again_is_another_chance_that_is_kept(school, session):
    one = school.sessions.pair(session.id)
    other = school.sessions.pair(session.id)
    assert (one.seed, other.seed) == (1000, 1001)
    assert one.seats != other.seats
    assert school.sessions.seat(session.id, one.seats).seats == one.seats


def test_who_comes_late_gets_a_seat_and_who_goes_leaves_one(school, session):
    school.sessions.marks(session.id, {code: "here" for code in school.codes[:-1]})
    school.sessions.pair(session.id)
    late = school.sessions.mark(session.id, school.codes[-1], "late")
    assert late.seat_of(school.codes[-1]) is not None
    assert max(len(seat.codes) for seat in late.seats) == 2
    gone = school.sessions.mark(session.id, school.y4[0], "away")
    assert gone.seat_of(school.y4[0]) is None
    assert sum(len(seat.codes) for seat in gone.seats) == 11


def test_new_ones_sit_with_ambassadors_and_are_new_for_two_sessions(school, session):
    school.ambassadors(school.y6)
    for each in school.sessions.all()[:2]:
        school.hold(each, here=[code for code in school.codes if code not in school.y4[:2]])
    school.next_week()
    third = school.sessions.all()[2]
    assert school.sessions.newcomers(third.id) == frozenset(school.y4[:2])
    school.sessions.marks(third.id, {code: "here" for code in school.codes})
    for seat in school.sessions.pair(third.id).seats:
        assert not set(seat.codes) & set(school.y4[:2]) or set(seat.codes) & set(school.y6)
    assert not [words for words in school.sessions.room_words(third.id) if "New and" in words]


def test_a_new_one_without_an_ambassador_is_told(school, session):
    school.sessions.marks(session.id, {school.y4[0]: "here", school.y4[1]: "here"})
    school.sessions.pair(session.id)
    told = "No Ambassador is here: visit those who are new first."
    assert school.sessions.room_words(session.id)[-1] == told
    leader, (one, other) = school.y6[0], school.y4[2:4]
    school.ambassadors([leader])
    school.sessions.marks(session.id, dict.fromkeys((leader, one, other), "here"))
    school.sessions.pair(session.id)
    assert school.sessions.room_words(session.id)[-1].endswith("Visit them first.")


def test_no_pair_of_this_year_sits_together_again(school):
    met: set[frozenset[str]] = set()
    for session in school.plan()[:4]:
        pairs = {frozenset(seat.codes) for seat in school.hold(session).seats}
        assert not met & pairs
        met |= pairs


def test_three_pcs_for_twelve_children_have_a_sensible_end(tmp_path):
    school = School(tmp_path, seats=3)
    session = school.plan()[0]
    school.sessions.marks(session.id, {code: "here" for code in school.codes})
    seated = school.sessions.pair(session.id)
    assert [len(seat.codes) for seat in seated.seats] == [4, 4, 4]
    assert school.sessions.room_words(session.id)[:2] == (
        "There are only 3 PCs for 12 children.",
        "Four share a PC: one has the keys, one listens, the rest plan on paper.",
    )
    turns = school.sessions.turns(session.id, 2)
    assert {turn.keys for turn in turns} == set(seated.seats[1].codes)
    assert school.sessions.turns(session.id, 9) == ()


def test_a_pupil_who_leaves_stays_in_the_registers_and_is_paired_no_more(school, session):
    code = school.y4[0]
    school.hold(session)
    school.next_week()
    Members(school.library).leave(code)
    following = school.sessions.all()[1]
    assert code in school.sessions.one(session.id).here
    assert school.sessions.pair(following.id).seat_of(code) is None


def test_nobody_has_two_seats_by_hand(school, session):
    with pytest.raises(ValueError, match="two seats"):
        school.sessions.seat(session.id, [Seat(number=1, codes=("Y4-a", "Y4-a"))])


# Leading, saying, using


def test_parts_are_led_by_code_and_by_nobody_again(school, session):
    led = school.sessions.lead(session.id, "Plenary", [school.y6[0]])
    led = school.sessions.lead(session.id, "starter", [school.y6[0], school.y5[0]])
    assert led.leads == (
        Lead(part="starter", codes=(school.y6[0], school.y5[0])),
        Lead(part="plenary", codes=(school.y6[0],)),
    )
    assert led.leaders == (school.y6[0], school.y5[0])
    assert school.sessions.lead(session.id, "starter", []).leads_of("starter") == ()
    with pytest.raises(UnknownPart):
        school.sessions.lead(session.id, "dance", [school.y6[0]])


def test_what_was_said_is_kept_word_for_word_and_taken_back(school, session):
    said = school.sessions.say(session.id, "plenary", " It sounds [bold] like a cave! ")
    assert said.said[0].text == "It sounds [bold] like a cave!"
    school.sessions.say(session.id, "", "Louder.")
    assert len(school.sessions.unsay(session.id).said) == 1
    with pytest.raises(NothingSaid):
        school.sessions.say(session.id, "", "  ")
    school.sessions.unsay(session.id)
    with pytest.raises(NothingSaid, match="Nothing is written down"):
        school.sessions.unsay(session.id)


def test_tools_are_said(school, session):
    assert school.sessions.used(session.id, ["record", "Beat", "record"]).tools == ("record", "beat")
    with pytest.raises(UnknownTool):
        school.sessions.used(session.id, ["hammer"])


# Plans of the sessions


def test_a_session_is_moved_renamed_and_given_another_step(school, session):
    moved = school.sessions.edit(session.id, date=date(2026, 11, 5), place="Hall", scope="class")
    assert (moved.date.day, moved.place, moved.scope) == (5, "Hall", "class")
    assert school.sessions.edit(session.id, step=4).title == "Beat kitchen"
    assert school.sessions.edit(session.id, title="Our own").title == "Our own"
    with pytest.raises(NoDays, match="1 to 6"):
        school.sessions.edit(session.id, step=9)


def test_a_part_of_the_plan_is_put_in_our_own_way_and_back(school, session):
    changed = school.sessions.own_part(session.id, "input", minutes=12, do=["Look."], ask="Why?")
    part = school.sessions.plan(changed.id).part("input")
    assert (part.minutes, part.do, part.ask) == (12, ("Look.",), "Why?")
    school.sessions.own_part(session.id, "input")
    assert school.sessions.plan(session.id).part("input").minutes != 12
    with pytest.raises(UnknownPart):
        school.sessions.own_part(session.id, "resources", minutes=3)


# The end


def test_a_session_is_held_once_somebody_came_and_not_before_its_day(school, session):
    with pytest.raises(NobodyCame):
        school.sessions.hold(session.id)
    with pytest.raises(NotYetHappened):
        school.sessions.hold(school.sessions.all()[1].id)
    assert school.hold(session).status == "held"


def test_a_session_that_never_happened_counts_nowhere_and_can_be_taken_back(school, session):
    called_off = school.sessions.not_held(session.id, "Snow")
    assert (called_off.status, called_off.why_not) == ("not-held", "Snow")
    assert school.sessions.meter().held == 0
    assert Occasions(school.library).all() == ()
    assert school.sessions.next().date == date(2026, 11, 10)
    with pytest.raises(SessionOver, match="CS-0001 is down as not held"):
        school.sessions.open(session.id)
    assert school.sessions.again(session.id).status == "planned"
    assert school.sessions.open(session.id).status == "open"
    with pytest.raises(NothingSaid):
        school.sessions.not_held(session.id, " ")


def test_the_meter_counts_the_school_year_however_it_was_written_down(school, session):
    Occasions(school.library).add("club-session", day=date(2026, 9, 8), year_groups=["Y4"])
    Occasions(school.library).add("club-session", day=date(2026, 6, 2), year_groups=["Y4"])
    school.hold(session)
    meter = school.sessions.meter()
    assert (meter.held, meter.of) == (2, 6)
    assert school.sessions.meter(date(2026, 7, 1)).held == 1


def test_sounds_of_a_session_stand_with_those_not_kept_first(school, session):
    kept = school.a_sound("Cave", school.y4[0], session)
    school.library.add_sound(
        school.library.original_path(kept), title="Take", origin="recorded", session=session.id
    )
    assert [each.title for each in school.sessions.sounds(session.id)] == ["Take", "Cave"]
    assert school.sessions.sounds(school.sessions.all()[1].id) == ()


# Pupils


def test_pupils_do_in_todays_session_what_is_theirs_and_nothing_of_another_day(school, session):
    following = school.sessions.all()[1]
    school.library.adults.set_pin("482913")
    school.library.adults.lock()
    school.sessions.marks(session.id, {code: "here" for code in school.codes})
    school.sessions.lead(session.id, "starter", [school.y6[0]])
    school.sessions.say(session.id, "", "Like a cave.")
    school.sessions.hold(session.id)
    for act in (
        lambda: school.sessions.mark(session.id, school.y4[0], "away"),
        lambda: school.sessions.open(following.id),
        lambda: school.sessions.say(following.id, "", "Hello."),
        lambda: school.sessions.not_held(following.id, "Snow"),
    ):
        with pytest.raises(AdultsOnly):
            act()
    assert school.sessions.again(session.id).status == "open"
    school.sessions.hold(session.id)
    school.next_week()
    with pytest.raises(AdultsOnly):
        school.sessions.again(session.id)


def test_a_withdrawn_child_is_in_no_register_seat_or_sentence(school, session):
    code = school.y4[0]
    school.sessions.say(session.id, "", f"{code} made it echo.")
    school.sessions.lead(session.id, "starter", [code, school.y6[0]])
    school.hold(session)
    withdraw(school.library, code=code, framework=shipped_framework())
    left = Sessions(Library.open(school.library.folder, clock=school.clock)).one(session.id)
    assert code not in repr(left)
    assert left.leads_of("starter") == (school.y6[0],)
    assert left.said[0].text == "somebody made it echo."


def test_a_session_keeps_what_it_was_when_its_plan_lost_a_step(school, session):
    changed = school.sessions.edit(session.id, plan="gone")
    assert school.sessions.plan(changed.id).title == "Hello, studio"


def test_what_no_session_can_be_is_refused():
    for wrong in ({"status": "over"}, {"scope": "town"}):
        with pytest.raises(ValueError, match=r"."):
            Session(**{"id": "CS-0001", "date": FIRST, "number": 1, "title": "x", "made": None} | wrong)
    with pytest.raises(ValueError, match="a mark"):
        Mark(code="Y4-a", mark="x")
    with pytest.raises(ValueError, match="a part"):
        Lead(part="x")
