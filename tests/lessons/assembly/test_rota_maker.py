"""The rota maker."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.assembly.rota import CREW, STAND_IN, TRAINEE, Duty
from lessons.assembly.rota_maker import ALL_AWAY, ALL_BUSY, NOBODY_TRAINED, Facts, Gap, Need, make_rota

ROLES = ("picture", "sound", "cues", "floor")
WORDS = ("wren", "fox", "newt", "otter", "heron", "robin", "mole", "hare", "owl", "seal", "toad", "stoat")
CODES = tuple(f"Y{4 + n % 3}-{word}" for n, word in enumerate(WORDS))


@st.composite
def schools(draw):
    """Events, some at the same time, a team with its training, and days away."""
    together = draw(st.integers(1, 3))
    events = [
        Need(
            f"AE-{n:04d}",
            tuple(r for r in ROLES if r in draw(st.sets(st.sampled_from(ROLES), min_size=1))),
            f"{n // together}",
        )
        for n in range(1, draw(st.integers(1, 8)) + 1)
    ]
    codes = CODES[: draw(st.integers(0, 12))]
    ids = [need.event for need in events]
    trained = {code: draw(st.frozensets(st.sampled_from(ROLES))) for code in codes}
    away = {code: draw(st.frozensets(st.sampled_from(ids))) for code in codes if draw(st.booleans())}
    learning = {code: tuple(r for r in ROLES if r not in trained[code]) for code in codes}
    before = draw(st.dictionaries(st.sampled_from(codes), st.integers(0, 4))) if codes else {}
    return events, Facts(
        trained=trained,
        learning={code: roles for code, roles in learning.items() if roles},
        away=away,
        before=before,
    )


def of_part(duties, part):
    return [duty for duty in duties if duty.part == part]


@settings(max_examples=150, deadline=None)
@given(schools(), st.integers(0, 9))
def test_a_rota_keeps_every_promise(school, seed):
    events, facts = school
    made = make_rota(events, facts, seed=seed)
    crew, trainees, stand_ins = (of_part(made.duties, part) for part in (CREW, TRAINEE, STAND_IN))
    at: Counter[tuple[str, str]] = Counter()
    when = {need.event: need.slot for need in events}
    for duty in made.duties:
        assert facts.can(duty.code, duty.event)
        assert (duty.role in facts.trained[duty.code]) == (duty.part != TRAINEE)
    for duty in (*crew, *trainees):
        at[when[duty.event], duty.code] += 1
    assert set(at.values()) <= {1}
    assert all((when[duty.event], duty.code) not in at for duty in stand_ins)
    places = [(duty.event, duty.role) for duty in crew]
    assert len(places) == len(set(places))
    assert max(Counter(duty.event for duty in trainees).values(), default=0) <= 1
    assert {(duty.event, duty.role) for duty in trainees} <= set(places)
    wanted = {(need.event, role) for need in events for role in need.roles}
    assert set(places) | {(gap.event, gap.role) for gap in made.gaps} == wanted
    assert not set(places) & {(gap.event, gap.role) for gap in made.gaps}


@settings(max_examples=150, deadline=None)
@given(schools(), st.integers(0, 9))
def test_two_who_could_do_the_same_differ_by_at_most_one(school, seed):
    events, facts = school
    counts = Counter(duty.code for duty in of_part(make_rota(events, facts, seed=seed).duties, CREW))
    could = {
        code: frozenset(
            (need.event, role)
            for need in events
            for role in need.roles
            if role in facts.trained[code] and facts.can(code, need.event)
        )
        for code in facts.trained
    }
    for one in could:
        for other in could:
            if could[one] == could[other]:
                assert abs(counts[one] - counts[other]) <= 1
            if could[one] <= could[other]:  # whoever can do more never has it worse by two
                assert counts[one] - counts[other] <= 1


@settings(max_examples=50, deadline=None)
@given(schools(), st.integers(0, 9))
def test_the_same_seed_gives_the_same_rota_whatever_the_order_of_the_team(school, seed):
    events, facts = school
    backwards = Facts(
        trained=dict(reversed(facts.trained.items())),
        learning=dict(reversed(facts.learning.items())),
        away=facts.away,
        before=facts.before,
    )
    assert set(make_rota(events, facts, seed=seed).duties) == set(
        make_rota(events, backwards, seed=seed).duties
    )


def a_team(trained, **given):
    learning = {code: [role for role in ROLES if role not in roles] for code, roles in trained.items()}
    return Facts(trained=trained, learning=learning, away={}, before={}, **given)


def test_a_gap_says_why():
    everything = frozenset(ROLES)
    two = a_team({"Y5-fox": everything - {"floor"}, "Y6-otter": everything - {"floor"}})
    made = make_rota([Need("AE-0001", ROLES)], two, seed=1)
    assert len(of_part(made.duties, CREW)) == 2
    reasons = {gap.role: (gap.why, gap.trained) for gap in made.gaps}
    assert reasons.pop("floor") == (NOBODY_TRAINED, 0)
    assert list(reasons.values()) == [(ALL_BUSY, 2)]
    away = Facts(
        trained=two.trained, learning={}, away={"Y5-fox": {"AE-0001"}, "Y6-otter": {"AE-0001"}}, before={}
    )
    assert make_rota([Need("AE-0001", ("sound",))], away, seed=1).gaps == (
        Gap("AE-0001", "sound", ALL_AWAY, 2),
    )


def test_a_stand_in_may_cover_two_jobs_when_nobody_else_is_there():
    team = a_team({code: frozenset(ROLES) for code in CODES[:5]})
    made = make_rota([Need("AE-0001", ROLES)], team, seed=4)
    stand_ins = of_part(made.duties, STAND_IN)
    assert [duty.role for duty in stand_ins] == list(ROLES)
    assert len({duty.code for duty in stand_ins}) == 1


def test_no_trainee_stands_alone():
    made = make_rota(
        [Need("AE-0001", ROLES)], a_team({"Y5-fox": frozenset(), "Y6-otter": frozenset()}), seed=1
    )
    assert made.duties == ()
    assert {gap.why for gap in made.gaps} == {NOBODY_TRAINED}


def test_what_is_kept_stays_and_others_fill_the_rest():
    events = [Need(f"AE-{n:04d}", ("sound",)) for n in range(1, 7)]
    team = a_team({code: frozenset({"sound"}) for code in CODES[:3]})
    kept = [
        Duty(event="AE-0001", role="sound", code=CODES[0]),
        Duty(event="AE-0002", role="sound", code=CODES[0]),
    ]
    made = make_rota(events, team, seed=2, kept=kept)
    assert set(kept) <= set(made.duties)
    assert sorted(Counter(duty.code for duty in of_part(made.duties, CREW)).values()) == [2, 2, 2]
    had = a_team(team.trained, had={CODES[0]: 2, CODES[1]: 1})
    rest = make_rota(events[:3], had, seed=2)
    assert Counter(d.code for d in of_part(rest.duties, CREW)) == {CODES[2]: 2, CODES[1]: 1}


@pytest.mark.parametrize("seed", range(5))
def test_trainees_take_turns_in_the_jobs_they_learn(seed):
    events = [Need(f"AE-{n:04d}", ROLES) for n in range(1, 9)]
    team = a_team({code: frozenset(ROLES) for code in CODES[:4]} | {code: frozenset() for code in CODES[4:6]})
    trainees = of_part(make_rota(events, team, seed=seed).duties, TRAINEE)
    assert Counter(duty.code for duty in trainees) == {CODES[4]: 4, CODES[5]: 4}
    assert set(Counter((duty.code, duty.role) for duty in trainees).values()) == {1}


def test_whoever_can_do_no_job_yet_learns_first():
    events = [Need(f"AE-{n:04d}", ROLES) for n in range(1, 7)]
    some = {code: frozenset({"sound", "picture", "cues"}) for code in CODES[:4]}
    team = a_team({**some, CODES[5]: frozenset(ROLES), CODES[6]: frozenset(), CODES[7]: frozenset()})
    trainees = of_part(make_rota(events, team, seed=1).duties, TRAINEE)
    assert Counter(duty.code for duty in trainees) == {CODES[6]: 3, CODES[7]: 3}
