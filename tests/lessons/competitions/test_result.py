"""The result of a competition, worked out from judgements alone."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.competitions.competition import ASKED, MORE, Away, Competition, Round
from lessons.competitions.docket import Docket
from lessons.competitions.hearing import heard_all, open_to
from lessons.competitions.judgement import Answer, Judgement
from lessons.competitions.kept_result import inputs
from lessons.competitions.result import HOW, SURE, result
from lessons.competitions.submission import Submission
from rubric.plain import from_plain, to_plain
from tests.lessons.competitions.a_competition import (
    JUDGES,
    a_competition,
    a_docket,
    an_entry,
    answered,
    by_number,
    judged,
)


def found(docket: Docket):
    return docket.result()


def test_the_entry_that_everybody_likes_best_wins_the_play_off():
    docket = judged(a_docket(8))
    said = found(docket)
    assert (said.winners, said.how, said.sure) == (("SB-0008",), "play-off", "clear")
    assert said.finalists == ("SB-0006", "SB-0007", "SB-0008")
    assert (said.entries, said.judges) == (8, 4)


def test_without_entries_there_is_nobody():
    assert found(a_docket(0)).how == "nobody"
    assert found(a_docket(0)).winners == ()


def test_the_only_entry_wins_without_any_pair():
    said = found(judged(a_docket(1)))
    assert (said.winners, said.how) == (("SB-0001",), "only")


@pytest.mark.parametrize("entries", [2, 3])
def test_a_few_entries_all_come_into_the_play_off(entries):
    docket = judged(a_docket(entries))
    assert all(not judgement.starred for judgement in docket.judgements)
    assert len(found(docket).finalists) == entries
    assert found(docket).winners == (f"SB-{entries:04d}",)


def test_a_star_that_nobody_else_has_is_enough():
    def one_star(mine: Judgement) -> Judgement:
        return replace(mine, stars=("SB-0002",), starred=True)

    docket = a_docket(5)
    heard = [
        answered(each, docket.ids, docket.competition.questions, by_number) for each in docket.judgements
    ]
    said = found(replace(docket, judgements=tuple(map(one_star, heard))).moved_on())
    assert (said.winners, said.how, said.wants) == (("SB-0002",), "stars", None)


def test_level_pairs_ask_for_one_more_round_and_then_for_the_brief():
    def same(code: str, entry: str) -> float:
        return 0

    docket = judged(a_docket(2), same)
    assert [each.kind for each in docket.competition.rounds] == ["play-off", MORE]
    fitting = {"SB-0001": 4, "SB-0002": 3}
    better = [
        replace(each, answers=tuple(replace(a, answer=fitting[a.submission]) for a in each.answers))
        for each in docket.judgements
    ]
    said = found(replace(docket, judgements=tuple(better)))
    assert (said.winners, said.how, said.sure, said.tied) == (
        ("SB-0001",), "fits", "level", ("SB-0001", "SB-0002"),
    )  # fmt: skip


def test_two_that_are_level_in_everything_win_together():
    docket = judged(a_docket(2), lambda code, entry: 0)
    equal = [
        replace(each, answers=tuple(replace(answer, answer=3) for answer in each.answers))
        for each in docket.judgements
    ]
    said = found(replace(docket, judgements=tuple(equal)))
    assert (said.winners, said.how, said.sure) == (("SB-0001", "SB-0002"), "joint", "level")


def test_one_more_round_can_settle_it():
    docket = judged(a_docket(2, JUDGES[:2]), lambda code, entry: by_number(code, entry) * (code == JUDGES[0]))
    assert found(docket).winners == ("SB-0002",)
    split = judged(
        a_docket(2, JUDGES[:2]), lambda code, entry: by_number(code, entry) * (1 if code == JUDGES[0] else -1)
    )
    assert [each.kind for each in split.competition.rounds] == ["play-off", MORE]
    last = split.competition.rounds[-1].number
    turned = [
        replace(each, pairs=tuple(replace(p, better="SB-0001") if p.round == last else p for p in each.pairs))
        for each in split.judgements
    ]
    said = found(replace(split, judgements=tuple(turned)))
    assert (said.winners, said.how) == (("SB-0001",), "more")


def test_a_judge_who_heard_only_a_part_does_not_count():
    docket = judged(a_docket(5))
    part = replace(docket.judgements[0], heard=docket.judgements[0].heard[:3])
    docket = docket.with_judgement(part).with_competition(away=(Away(part.code),))
    assert found(docket).judges == 3


def test_a_judge_who_heard_one_entry_more_often_does_not_count():
    docket = judged(a_docket(5))
    mine = docket.judgements[0]
    more = replace(mine, heard=(replace(mine.heard[0], times=2), *mine.heard[1:]))
    assert found(docket.with_judgement(more)).judges == 3


def test_stars_are_counted_by_those_who_could_give_them():
    """Three of the four judges made the first entry's sound together: one star of one is not nothing."""
    docket = a_docket(6)
    first, rest = docket.submissions[0].id, docket.judgements[1:]
    barred = tuple(replace(each, order=tuple(e for e in each.order if e != first)) for each in rest)
    docket = replace(docket, judgements=(docket.judgements[0], *barred))
    docket = judged(docket, lambda code, entry: 99 if entry == first else by_number(code, entry))
    assert first in found(docket).finalists


def test_when_every_judge_knows_every_voice_nothing_counts():
    docket = a_docket(4)
    all_known = tuple(replace(each, knows=each.order) for each in docket.judgements)
    said = found(replace(docket, judgements=all_known))
    assert (said.winners, said.how, len(said.unjudged)) == ((), "nothing", 4)


def test_an_entry_that_all_know_is_told():
    docket = a_docket(5)
    known = tuple(replace(each, knows=("SB-0003",)) for each in docket.judgements)
    assert found(judged(replace(docket, judgements=known))).unjudged == ("SB-0003",)


def test_a_finalist_who_is_withdrawn_leaves_the_play_off_to_the_others():
    docket = judged(a_docket(6))
    docket = docket.with_submissions([replace(docket.submission("SB-0006"), withdrawn="asked to")])
    assert found(docket).winners == ("SB-0005",)


def test_when_only_one_finalist_is_left_a_new_play_off_is_wanted():
    def taste(code: str, entry: str) -> float:
        third = ("SB-0003", "SB-0003", "SB-0004", "SB-0002")[JUDGES.index(code)]
        return by_number(code, entry) * (entry in (third, "SB-0005", "SB-0006"))

    docket = judged(a_docket(6), taste)
    gone = [replace(docket.submission(each), withdrawn="asked to") for each in ("SB-0006", "SB-0005")]
    wants = found(docket.with_submissions(gone)).wants
    assert wants is not None
    assert wants.finalists == ("SB-0002", "SB-0003", "SB-0004")
    assert found(judged(docket.with_submissions(gone))).winners == ("SB-0004",)


def test_a_crowd_that_is_level_is_not_sent_into_a_play_off():
    docket = a_docket(9, JUDGES[:3])
    level = []
    for place, mine in enumerate(docket.judgements):
        mine = answered(mine, docket.ids, docket.competition.questions, by_number)
        answers = tuple(Answer(each.submission, each.question, 2) for each in mine.answers)
        level.append(replace(mine, answers=answers, stars=mine.order[place * 3 : place * 3 + 3]))
    said = found(replace(docket, judgements=tuple(level)))
    assert (said.how, said.wants, len(said.winners)) == ("joint", None, 9)


# Properties


@st.composite
def panels(draw) -> Docket:
    """Any competition that was judged to its end: some judges made an entry, know one, or are away."""
    number, judges = draw(st.integers(0, 6)), draw(st.integers(1, 4))
    chance = random.Random(draw(st.integers(0, 10_000)))
    submissions = [
        an_entry(each, withdrawn="asked to" * (chance.random() < 0.1)) for each in range(1, number + 1)
    ]
    ids = [each.id for each in submissions]
    tastes = {(code, each): chance.randrange(4) for code in JUDGES for each in ids}
    judgements = []
    for place, code in enumerate(JUDGES[:judges], 1):
        order = [each for each in ids if chance.random() > 0.15]
        chance.shuffle(order)
        known = tuple(each for each in order if chance.random() < 0.1)
        judgements.append(
            Judgement(id=f"JD-{place:04d}", competition="CO-0001", code=code, order=tuple(order), knows=known)
        )
    away = tuple(Away(code) for code in JUDGES[:judges] if chance.random() < 0.15)
    competition = a_competition(JUDGES[:judges], away=away, seed=chance.randrange(99))
    docket = Docket(competition, tuple(submissions), tuple(judgements))
    return judged(docket, lambda code, entry: tastes[code, entry])


@settings(deadline=None)
@given(panels(), st.randoms(use_true_random=False))
def test_the_order_of_entries_of_judges_and_of_listening_never_changes_a_result(docket, chance):
    def shuffled(items):
        return tuple(chance.sample(items, len(items)))

    turned = [
        replace(
            each,
            order=shuffled(each.order),
            heard=shuffled(each.heard),
            answers=shuffled(each.answers),
            stars=shuffled(each.stars),
            pairs=shuffled(each.pairs),
            knows=shuffled(each.knows),
        )
        for each in docket.judgements
    ]
    competition = replace(docket.competition, panel=shuffled(docket.competition.panel))
    other = Docket(competition, shuffled(docket.submissions), shuffled(turned))
    assert other.result() == docket.result()


@settings(deadline=None)
@given(panels(), st.randoms(use_true_random=False))
def test_who_entered_first_never_changes_a_result(docket, chance):
    ids = [each.id for each in docket.submissions]
    called = dict(zip(ids, chance.sample(ids, len(ids)), strict=True))
    said, other = docket.result(), renamed(docket, called).result()
    assert other.how == said.how
    assert set(other.winners) == {called[each] for each in said.winners}
    assert set(other.finalists) == {called[each] for each in said.finalists}


def renamed(docket: Docket, called: dict[str, str]) -> Docket:
    """The same, had the entries come in another order."""

    def of(value):
        if isinstance(value, str):
            return called.get(value, value)
        if isinstance(value, list):
            return [of(each) for each in value]
        return {key: of(each) for key, each in value.items()} if isinstance(value, dict) else value

    return Docket(
        from_plain(Competition, of(to_plain(docket.competition))),
        tuple(from_plain(Submission, of(to_plain(each))) for each in docket.submissions),
        tuple(from_plain(Judgement, of(to_plain(each))) for each in docket.judgements),
    )


@settings(deadline=None)
@given(panels(), st.permutations(JUDGES))
def test_which_judge_is_ready_first_never_changes_a_result(docket, order):
    fresh = [
        replace(each, heard=(), answers=(), stars=(), starred=False, duels=(), pairs=())
        for each in docket.judgements
    ]
    start = replace(docket.with_competition(rounds=()), judgements=tuple(fresh))
    given = {
        (each.code, pair.left, pair.right): pair.better for each in docket.judgements for pair in each.pairs
    }

    def taste(code: str, entry: str) -> float:
        return sum(better == entry for (judge, *_), better in given.items() if judge == code)

    codes = [code for code in order if code in docket.competition.panel]
    assert judged(start, taste, order=codes).result() == judged(start, taste).result()


@settings(deadline=None)
@given(panels())
def test_a_result_is_whole_and_comes_out_the_same_from_what_is_stored(docket):
    said = docket.result()
    assert said.wants is None
    assert bool(said.winners) == (said.how not in ("nobody", "nothing"))
    assert bool(said.winners and said.how != "only") == bool(said.sure)
    assert said.how in HOW
    assert said.sure in ("", *SURE)
    assert set(said.winners) <= docket.ids
    stored = renamed(docket, {})
    assert stored.result() == said
    assert inputs(stored) == inputs(docket)


@settings(deadline=None)
@given(panels())
def test_nobody_hears_what_they_may_not_and_everything_that_counts_was_heard_as_often(docket):
    for judgement in docket.judgements:
        for duel in judgement.duels:
            assert {duel.left, duel.right} <= set(judgement.order)
        if heard_all(judgement, docket.ids, docket.competition.questions):
            assert len({judgement.times(each) for each in open_to(judgement, docket.ids)}) <= 1


@settings(deadline=None)
@given(panels())
def test_an_adult_s_round_is_only_among_those_that_are_level(docket):
    said = docket.result()
    if said.sure == "level":
        asked = docket.with_round(Round(len(docket.competition.rounds) + 1, ASKED, said.tied))
        pairs = {entry for each in asked.judgements for d in each.duels[-1:] for entry in (d.left, d.right)}
        assert len(asked.competition.rounds) == len(docket.competition.rounds) + 1
        assert result(asked.competition, asked.submissions, asked.judgements).wants is None
        assert not asked.waiting() or pairs <= docket.ids
