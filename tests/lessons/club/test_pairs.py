"""Who sits with whom: what must be so whatever the children, the PCs and the past."""

from itertools import combinations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lessons.club.pairs import group_sizes, pair_up, seat_late, without
from lessons.club.session import Seat
from lessons.club.wishes import Wishes

CHILDREN = [f"Y{year}-{word}" for year in (4, 5, 6) for word in ("ant", "bee", "cat", "dog", "emu", "fox")]

some = st.lists(st.sampled_from(CHILDREN), unique=True, max_size=len(CHILDREN))
few = st.lists(st.sampled_from(CHILDREN[:8]), unique=True, min_size=2, max_size=8)
couples = st.lists(st.sampled_from(list(combinations(CHILDREN[:8], 2))), unique=True, max_size=12)


def groups(seats: tuple[Seat, ...]) -> list[frozenset[str]]:
    return [frozenset(seat.codes) for seat in seats]


def every_way(codes: list[str], sizes: tuple[int, ...]):
    """Every way to part children into groups of these sizes, tried one by one."""
    if not codes:
        yield []
        return
    first, rest = codes[0], codes[1:]
    for size in set(sizes):
        left = list(sizes)
        left.remove(size)
        for others in combinations(rest, size - 1):
            for more in every_way([c for c in rest if c not in others], tuple(left)):
                yield [(first, *others), *more]


@given(
    present=some,
    pcs=st.integers(1, 12),
    new=some,
    leaders=some,
    past=couples,
    apart=couples,
    seed=st.integers(),
)
def test_everybody_has_exactly_one_seat(present, pcs, new, leaders, past, apart, seed):
    seats = pair_up(present, seats=pcs, new=new, ambassadors=leaders, past=past, apart=apart, seed=seed)
    seated = [code for seat in seats for code in seat.codes]
    assert sorted(seated) == sorted(present)
    assert len(seats) <= pcs
    assert [seat.number for seat in seats] == list(range(1, len(seats) + 1))


@given(number=st.integers(0, 40), pcs=st.integers(1, 20))
def test_two_sit_at_a_pc_and_three_only_when_there_are_too_few(number, pcs):
    sizes = group_sizes(number, pcs)
    assert sum(sizes) == number
    if number <= 2 * pcs:
        assert set(sizes) <= {1, 2}
        assert sizes.count(1) == number % 2
    else:
        assert len(sizes) == pcs
        assert max(sizes) - min(sizes) <= 1


@settings(deadline=None)
@given(
    present=few, pcs=st.integers(1, 6), new=few, leaders=few, past=couples, apart=couples, seed=st.integers()
)
def test_no_other_way_would_have_been_better(present, pcs, new, leaders, past, apart, seed):
    wishes = Wishes.of(new=new, ambassadors=leaders, past=past, apart=apart)
    seats = pair_up(present, seats=pcs, new=new, ambassadors=leaders, past=past, apart=apart, seed=seed)
    ways = every_way(sorted(present), group_sizes(len(present), pcs))
    least = min(sum(map(wishes.cost, way)) for way in ways)
    assert sum(wishes.cost(seat.codes) for seat in seats) == least


@settings(deadline=None)
@given(present=few, past=couples, seed=st.integers())
def test_no_pair_repeats_while_another_choice_remains(present, past, seed):
    seats = pair_up(present, seats=4, past=past, seed=seed)
    met = {frozenset(two) for two in past}
    ways = every_way(sorted(present), group_sizes(len(present), 4))
    assume(any(not met & set(map(frozenset, way)) for way in ways))
    assert not met & set(groups(seats))


@settings(deadline=None)
@given(present=few, apart=couples, new=few, leaders=few, seed=st.integers())
def test_those_who_are_kept_apart_share_no_pc_when_that_can_be_avoided(present, apart, new, leaders, seed):
    seats = pair_up(present, seats=4, apart=apart, new=new, ambassadors=leaders, seed=seed)
    kept = {frozenset(two) for two in apart}
    ways = every_way(sorted(present), group_sizes(len(present), 4))
    assume(any(not kept & set(map(frozenset, way)) for way in ways))
    assert not kept & set(groups(seats))


@given(present=some, new=some, leaders=some, seed=st.integers())
def test_a_new_member_sits_with_an_ambassador_while_there_are_any(present, new, leaders, seed):
    seats = pair_up(present, seats=9, new=new, ambassadors=leaders, seed=seed)
    there = set(present)
    beginners, helping = (set(new) - set(leaders)) & there, set(leaders) & there
    led = {code for group in groups(seats) if group & helping for code in group & beginners}
    lone = len(present) % 2 and len(helping) == len(present)  # all are Ambassadors, one of them alone
    assert lone or len(led) == min(len(beginners), len(helping))


@given(present=some, past=couples, seed=st.integers())
def test_the_same_seed_gives_the_same_seats_in_whatever_order_they_came(present, past, seed):
    one = pair_up(present, seats=6, past=past, seed=seed)
    assert pair_up(reversed(present), seats=6, past=list(reversed(past)), seed=seed) == one


def test_twelve_children_meet_somebody_else_for_weeks():
    met: list[tuple[str, ...]] = []
    for week in range(1, 8):
        seats = pair_up(CHILDREN[:12], seats=6, past=met, seed=week)
        assert not {frozenset(each) for each in met} & set(groups(seats)), week
        met += [seat.codes for seat in seats]


def test_twelve_children_at_three_pcs_sit_in_fours():
    seats = pair_up(CHILDREN[:12], seats=3, new=CHILDREN[:2], ambassadors=CHILDREN[10:12], seed=7)
    assert [len(seat.codes) for seat in seats] == [4, 4, 4]
    for group in groups(seats):
        assert not group & set(CHILDREN[:2]) or group & set(CHILDREN[10:12])


def test_nobody_is_alone_twice_while_others_were_not():
    past: list[tuple[str, ...]] = []
    for week in range(5):
        seats = pair_up(CHILDREN[:5], seats=3, past=past, seed=week)
        past += [seat.codes for seat in seats]
    assert sorted(group[0] for group in past if len(group) == 1) == sorted(CHILDREN[:5])


def test_a_big_club_is_seated_in_sizes_that_fit():
    codes = [f"Y5-child{number}" for number in range(30)]
    for pcs in (15, 10, 7):
        seats = pair_up(codes, seats=pcs, new=codes[:6], ambassadors=codes[6:9], seed=1)
        assert len(seats) == pcs
        assert len({code for seat in seats for code in seat.codes}) == 30


def test_a_club_has_a_pc():
    with pytest.raises(ValueError, match="at least one PC"):
        pair_up(CHILDREN, seats=0, seed=1)


SEATED = (Seat(number=1, codes=("Y4-ant", "Y4-bee")), Seat(number=2, codes=("Y4-cat",)))


def test_who_comes_late_sits_beside_one_who_is_alone():
    seats = seat_late(SEATED, "Y4-dog", pcs=3, wishes=Wishes())
    assert seats[1].codes == ("Y4-cat", "Y4-dog")
    assert seat_late(seats, "Y4-dog", pcs=3, wishes=Wishes()) == seats


def test_who_comes_late_takes_a_free_pc_rather_than_sit_with_somebody_kept_apart():
    apart = Wishes.of(apart=[("Y4-cat", "Y4-dog")])
    assert seat_late(SEATED, "Y4-dog", pcs=3, wishes=apart)[2] == Seat(number=3, codes=("Y4-dog",))
    assert seat_late(SEATED, "Y4-dog", pcs=2, wishes=apart)[0].codes == ("Y4-ant", "Y4-bee", "Y4-dog")


def test_who_comes_late_and_finds_no_pc_is_a_third():
    full = (Seat(number=1, codes=("Y4-ant", "Y4-bee")),)
    assert seat_late(full, "Y4-dog", pcs=1, wishes=Wishes())[0].codes == ("Y4-ant", "Y4-bee", "Y4-dog")
    assert seat_late((), "Y4-dog", pcs=1, wishes=Wishes()) == (Seat(number=1, codes=("Y4-dog",)),)


def test_who_goes_leaves_the_others_where_they_are():
    assert without(SEATED, "Y4-cat") == SEATED[:1]
    assert without(SEATED, "Y4-ant")[0] == Seat(number=1, codes=("Y4-bee",))
