"""J3: today's club session: register 12 children, see their sounds, accept the evidence in 20 keys."""

from lessons.club.sessions import Sessions
from tests.ui.club import a_club, a_term, leaders
from tests.ui.fakes import Keyboard, a_sound


async def test_j3_a_teacher_registers_twelve_sees_their_sounds_and_accepts_in_twenty_keys(
    app, library, clock
):
    codes = a_club(library)
    teachers = leaders(library)
    today = a_term(library, clock)
    for part, code in zip(("starter", "activity"), teachers, strict=True):
        Sessions(library).lead(today.id, part, [code])
    Sessions(library).open(today.id)
    for number in range(12):
        a_sound(library, f"Sound of child {number}", seconds=1.0, year="Y4")
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "r", *["space"] * 12)
        assert "12 here · everybody is marked" in keys.screen()
        await keys.press("escape")
        assert "12 sounds" in keys.screen()
        assert "12 here" in keys.screen()
        await keys.press("s")
        assert "Sound of child 11" in keys.screen()
        await keys.press("escape", "f")
        assert "Held. Proposed: MT1 silver, MT2 silver and MT3 silver" in keys.screen()
        assert "2 of 6" in keys.screen()
        await keys.press("e", "y")
        assert "Accepted: 14 entries." in keys.screen()
    assert keys.pressed <= 20
    session = Sessions(library).one(today.id)
    assert (session.status, session.here) == ("held", codes)
    accepted = [entry for entry in library.entries() if entry.status == "accepted"]
    assert len(accepted) == 14
    assert {entry.source for entry in accepted} >= {session.occasion}


async def test_j3_with_a_pin_the_same_keys_do_after_the_door(app, library, clock):
    a_club(library)
    today = a_term(library, clock)
    library.adults.set_pin("482913")
    library.adults.lock()
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await keys.press("3", "r", "e", "escape", "f")
        assert "For adults. The PIN:" in keys.screen()
        await keys.type("482913")
        await keys.press("enter")
        assert "Held." in keys.screen()
    assert Sessions(library).one(today.id).status == "held"
