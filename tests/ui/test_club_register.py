"""The register of the club, and who sits where."""

from evidence.library import Library
from evidence.safety.names import Names
from evidence.safety.people import People
from lessons.club.apart import Aparts
from lessons.club.member import Members
from lessons.club.sessions import Sessions
from tests.ui.club import a_club, a_term, leaders
from tests.ui.fakes import Keyboard


def marks(library: Library, session_id: str) -> list[str]:
    return [each.mark for each in Sessions(library).one(session_id).register]


async def test_one_key_a_child_and_every_key_can_be_taken_back(app, library, clock):
    a_club(library, members=4)
    today = a_term(library, clock)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "r", "space", "a", "l", "enter")
        assert marks(library, today.id) == ["here", "away", "late", "here"]
        assert "2 here, 1 late, 1 away · everybody is marked" in keys.screen()
        await keys.press("z", "z")
        assert marks(library, today.id) == ["here", "away"]
        await keys.press("e")
        assert marks(library, today.id) == ["here", "away", "here", "here"]
        await keys.press("home", "x")
        assert marks(library, today.id) == ["away", "here", "here"]
        await keys.press("z", "z")
        assert marks(library, today.id) == ["here", "away"]


async def test_joiners_come_with_new_codes_or_with_those_they_have(app, library, clock):
    a_club(library, members=4)
    today = a_term(library, clock)
    (known,) = People(library).add("Y5")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "r", "n")
        await keys.type("Y4 2")
        await keys.press("enter")
        assert len(Members(library).here()) == 6
        assert "6 to go" in keys.screen()
        await keys.press("n")
        await keys.type(known.code)
        await keys.press("enter", "space")
        assert Sessions(library).one(today.id).here == (known.code,)
        await keys.press("n")
        await keys.type("Y4 lots")
        await keys.press("enter")
        assert "is no number" in keys.screen()
        await keys.press("z", "z")
        assert known.code not in [each.code for each in Members(library).here()]
        await keys.press("z")
        assert len(Members(library).here()) == 4


async def test_who_leaves_stays_in_old_registers_and_can_come_back(app, library, clock):
    codes = a_club(library, members=4)
    a_term(library, clock, held=1)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "r", "g")
        assert f"{codes[0]} has left the club." in keys.screen()
        assert len(Members(library).here()) == 3
        assert codes[0] in Sessions(library).all()[0].here
        await keys.press("z")
    assert len(Members(library).here()) == 4


async def test_names_stand_in_the_register_for_adults_only(app, library, clock):
    codes = a_club(library, members=4)
    a_term(library, clock)
    library.adults.set_pin("482913")
    Names(library).set(codes[1], "Zoë [bold] Ó'Néill")
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "r")
        assert "Zoë [bold] Ó'Néill" in keys.screen()
        app.door.lock()
        await keys.settle()
        await keys.press("3", "r")
        assert codes[1] in keys.screen()
        assert "Zoë" not in keys.screen()
        assert "G leaves" not in keys.screen()
        await keys.press("space")  # an Ambassador may mark today's register
        assert "1 here" in keys.screen()


async def test_without_a_session_the_key_leads_to_the_members(app, library):
    a_club(library, members=0)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "r")
        assert "Nobody is in the club yet." in keys.screen()
        await keys.press("n")
        await keys.type("Y3 3")
        await keys.press("enter")
        assert "3 members." in keys.screen()
        assert "Space here" not in keys.screen()
    assert len(Members(library).here()) == 3


async def test_pairs_are_made_with_one_key_again_with_others_and_taken_back(app, library, clock):
    codes = a_club(library)
    today = a_term(library, clock)
    Sessions(library).marks(today.id, dict.fromkeys(codes, "here"))
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "p")
        assert "12 are here. P gives everybody a seat" in keys.screen()
        await keys.press("p")
        first = Sessions(library).one(today.id).seats
        assert [len(seat.codes) for seat in first] == [2] * 6
        before = {frozenset(seat.codes) for seat in Sessions(library).all()[0].seats}
        assert not before & {frozenset(seat.codes) for seat in first}
        await keys.press("p")
        second = Sessions(library).one(today.id).seats
        assert second != first
        await keys.press("z")
        assert Sessions(library).one(today.id).seats == first
        await keys.press("escape")
        assert f"PC 1 {first[0].codes[0]} {first[0].codes[1]}" in keys.screen()


async def test_a_pc_can_stay_as_it_is_and_a_child_can_be_moved(app, library, clock):
    codes = a_club(library)
    today = a_term(library, clock)
    Sessions(library).marks(today.id, dict.fromkeys(codes, "here"))
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "p", "p", "k")
        kept, *others = Sessions(library).one(today.id).seats
        assert "■ stays" in keys.screen()
        await keys.press("p", "p")
        seats = Sessions(library).one(today.id).seats
        assert seats[0] == kept
        assert set(seats[1:]) != set(others)
        assert sorted(code for seat in seats for code in seat.codes) == sorted(codes)
        await keys.press("home", "4")
        assert kept.codes[0] in Sessions(library).one(today.id).seats[3].codes
        await keys.press("m")
        await keys.type("6")
        await keys.press("enter")
        assert kept.codes[0] in Sessions(library).one(today.id).seats[5].codes


async def test_three_pcs_for_twelve_are_said_plainly(app, library, clock):
    codes = a_club(library, seats=3)
    today = a_term(library, clock)
    Sessions(library).marks(today.id, dict.fromkeys(codes, "here"))
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "p", "p")
        assert "There are only 3 PCs for 12 children." in keys.screen()
        assert "Four share a PC: one has the keys" in keys.screen()
    assert [len(seat.codes) for seat in Sessions(library).one(today.id).seats] == [4, 4, 4]


async def test_the_list_of_those_kept_apart_is_for_adults_and_can_be_undone(app, library, clock):
    codes = a_club(library, members=2, seats=1)
    today = a_term(library, clock)
    Sessions(library).marks(today.id, dict.fromkeys(codes, "here"))
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "p", "n", "a")
        await keys.type(" ".join(codes))
        await keys.press("enter")
        assert "do not share a PC from now on" in keys.screen()
        await keys.press("escape", "p")
        assert "are kept apart but share PC 1" in " ".join(keys.screen().split())
        library.adults.set_pin("482913")
        app.door.lock()
        await keys.settle()
        await keys.press("3", "p", "p")
        assert "apart" not in keys.screen()
        assert "N not together" not in keys.screen()
        library.adults.unlock("482913")
        await keys.press("escape", "p", "n", "x")
        assert Aparts(library).all() == ()
        await keys.press("z")
        assert len(Aparts(library).all()) == 1


async def test_whoever_comes_late_gets_a_seat_by_the_register(app, library, clock):
    codes = a_club(library)
    leaders(library)
    today = a_term(library, clock)
    Sessions(library).marks(today.id, dict.fromkeys(codes[1:], "here"))
    Sessions(library).pair(today.id)
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "r", "l")
        seat = Sessions(library).one(today.id).seat_of(codes[0])
        assert seat is not None
        assert f"PC {seat.number}" in keys.screen()


async def test_two_teachers_mark_the_same_register_and_nothing_is_lost(app, library, clock, tmp_path):
    codes = a_club(library, members=4)
    today = a_term(library, clock)
    other = Sessions(Library.open(library.folder, clock=clock))
    async with app.run_test() as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "r")
        other.mark(today.id, codes[3], "late")
        await keys.press("space")
        assert "1 here, 1 late · 2 to go" in keys.screen()
        await keys.press("z")
        assert "1 late · 3 to go" in keys.screen()
        await keys.press("escape")
        other.mark(today.id, codes[2], "away")
        app.screen.look()
        await keys.settle()
        assert "1 late, 1 away" in keys.screen()
    assert Sessions(library).one(today.id).mark_of(codes[3]) == "late"
