"""Journey J4: Ambassadors set the next competition, later judge 8 entries blind, give reasons, announce."""

from lessons.competitions.reasons import OKAY, WINNER, Reasons
from lessons.occasion import Occasions
from tests.ui.competition_room import (
    JUDGES,
    MAKERS,
    PIN,
    Room,
    come_to_judge,
    judge,
    says_the_next_key,
    with_pin,
)
from tests.ui.fakes import Keyboard


async def test_j4_from_the_brief_to_the_announcement_every_screen_says_the_next_key(app, library, sound_io):
    room = Room(library)
    room.sounds()
    room.own_brief()
    library.adults.set_pin(PIN)
    library.adults.lock()
    async with app.run_test(size=(80, 24)) as pilot:
        keys = Keyboard(pilot)
        await ambassadors_set_it(keys)
        await pupils_enter(keys, room)
        await an_adult_opens_judging(keys)
        app_locks(keys)
        await keys.settle()
        await the_panel_judges(keys, room, sound_io)
        await an_adult_closes_judging(keys)
        app_locks(keys)
        await keys.settle()
        await the_panel_says_why(keys)
        await an_adult_reads_and_it_is_announced(keys, room)

    known = room.docket.competition
    assert known.status == "announced"
    assert known.led_by == ("Y6-elk",)
    [occasion] = Occasions(library).all()
    assert (occasion.kind, occasion.id) == ("competition", known.occasion)


def app_locks(keys):
    """Five quiet minutes have passed."""
    keys.app.door.lock()


async def ambassadors_set_it(keys):
    await keys.press("4")
    assert says_the_next_key(keys) == "B"
    await keys.press("b", "s", *["tab"] * 6)
    await keys.type("Y6-elk")
    await keys.press("enter")
    assert says_the_next_key(keys) == "E"


async def pupils_enter(keys, room):
    await keys.press("e", "enter", "enter")
    assert "Handed in" in keys.screen()
    for sound in room.library.sounds():
        if sound.by != MAKERS[-1]:  # who stood at the keyboard
            room.submissions.enter(room.docket.competition.id, sound.id)
    await keys.press("escape")
    assert "8 entries" in keys.screen()
    assert says_the_next_key(keys) == "E"


async def an_adult_opens_judging(keys):
    await keys.press("escape")
    await with_pin(keys, "a")
    await keys.press("4", "f")
    assert "Closed. Z opens it again." in keys.screen()
    app_locks(keys)
    await keys.settle()
    await keys.press("4")
    assert says_the_next_key(keys) == "O"
    await with_pin(keys, "o")
    assert says_the_next_key(keys) == "Enter"
    await keys.press("enter")
    await keys.type(" ".join(JUDGES))
    await keys.press("enter")
    assert says_the_next_key(keys) == "Esc"


async def the_panel_judges(keys, room, sound_io):
    seen: set[str] = set()
    await keys.press("4")
    assert says_the_next_key(keys) == "J"
    await keys.press("j")
    while room.docket.waiting():
        for code in room.docket.waiting():
            await come_to_judge(keys, code)
            seen |= await judge(keys, sound_io, lambda turn: str(1 + turn * 3 % 4))
            await keys.press("c")
    await keys.press("escape", "escape")
    assert not any(told in drawn for drawn in seen for told in (*MAKERS, "Secret title", "SB-", *JUDGES))
    docket = room.docket
    times = {each: [judgement.times(each) for judgement in docket.judgements] for each in docket.ids}
    assert len(set(map(tuple, times.values()))) == 1  # no entry was heard less often than another
    assert all(1 <= heard <= 2 for entry in times.values() for heard in entry)
    orders = {judgement.order for judgement in docket.judgements}
    assert len(orders) == len(JUDGES)


async def an_adult_closes_judging(keys):
    assert says_the_next_key(keys) == "O"
    await with_pin(keys, "o")
    assert says_the_next_key(keys) == "C"
    await keys.press("c")
    assert says_the_next_key(keys) == "Esc"


async def the_panel_says_why(keys):
    await keys.press("4")
    assert says_the_next_key(keys) == "R"
    await keys.press("r")
    assert says_the_next_key(keys) == "Enter"
    await keys.press("enter")
    await keys.type(" ".join(JUDGES))
    await keys.press("enter")
    for number in range(len(MAKERS)):
        if number:
            await keys.press("enter")
        # Two can win together: then there are two to say why of.
        kind = "Say one thing that is good in it." in keys.screen()
        for _ in range(1 if kind else 3):
            await keys.press("1")
            await keys.type("We liked the part where it rains." if kind else "It is so scary that we jumped.")
            await keys.press("enter")
        await keys.press("enter")
    assert "Everything is written" in keys.screen()
    await keys.press("escape")


async def an_adult_reads_and_it_is_announced(keys, room):
    assert says_the_next_key(keys) == "K"
    await with_pin(keys, "k")
    for _ in MAKERS:
        assert says_the_next_key(keys) == "Enter"
        await keys.press("enter")
    assert "All is read" in keys.screen()
    reasons = Reasons(room.library, room.docket.competition.id).all()
    assert {each.checked for each in reasons} == {OKAY}
    assert sum(each.kind == WINNER for each in reasons) == 1
    await keys.press("escape")
    assert says_the_next_key(keys) == "A"
    await keys.press("a")
    while "page 1 of" in keys.screen() or "next page" in keys.screen():
        assert "→ next page" in keys.screen()
        await keys.press("right")
    assert "Enter it was announced" in keys.screen()
    await keys.press("enter")
    assert "Announced." in keys.screen()
    assert says_the_next_key(keys) == "B"
