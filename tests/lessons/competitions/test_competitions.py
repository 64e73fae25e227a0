"""Setting a competition, its dates, and the one to look at now."""

import random
from datetime import date, timedelta

import pytest

from evidence.library import UnknownRecord
from lessons.competitions.brief import shipped_briefs
from lessons.competitions.competition import NotNow
from lessons.competitions.competitions import BadClosing, Competitions, UnknownRule
from lessons.competitions.criteria import FITS
from tests.lessons.competitions.a_competition import DAY, Room


@pytest.fixture
def room(tmp_path) -> Room:
    return Room(tmp_path)


def test_a_competition_has_its_brief_copied_its_questions_and_its_half_term(room):
    known = room.competition
    assert known.brief == room.brief
    assert (known.title, known.half_term) == ("Voice of a villain", "2026-autumn-2")
    assert (known.opens, known.closes) == (DAY, DAY + timedelta(28))
    assert known.questions[0].id == FITS
    assert known.led_by == ("Y6-fox",)


def test_it_closes_in_its_half_term_when_there_is_a_week_left(room):
    late = room.competitions.set(room.brief.id, opens=date(2026, 12, 1))
    assert late.closes == date(2026, 12, 18)
    assert room.competitions.set(room.brief.id, opens=date(2026, 12, 15)).closes == date(2026, 12, 22)


def test_its_seed_comes_from_the_chance_that_is_given(room):
    seeds = [Competitions(room.library, chance=random.Random(3)).set(room.brief.id).seed for _ in range(2)]
    assert seeds[0] == seeds[1]
    assert room.competitions.set(room.brief.id).seed != room.competition.seed


def test_everything_can_be_said_of_it(room):
    made = room.competitions.set(
        shipped_briefs()[0].id,
        title="Villains",
        opens=DAY + timedelta(1),
        closes=DAY + timedelta(9),
        who_may="Pairs",
        years=["Y6", "Y5"],
        scope="key stage",
    )
    assert (made.title, made.who_may, made.years, made.scope) == (
        "Villains",
        "pairs",
        ("Y5", "Y6"),
        "key-stage",
    )


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"brief_id": "villian"}, UnknownRecord),
        ({"closes": DAY - timedelta(1)}, BadClosing),
        ({"opens": DAY + timedelta(3), "closes": DAY + timedelta(2)}, BadClosing),
        ({"who_may": "everybody"}, UnknownRule),
        ({"scope": "world"}, UnknownRule),
    ],
)
def test_what_cannot_be_is_refused(room, given, error):
    with pytest.raises(error):
        room.competitions.set(**({"brief_id": room.brief.id} | given))


def test_the_dates_open_it_and_close_it(room):
    known = room.competitions.set(room.brief.id, opens=DAY + timedelta(2), closes=DAY + timedelta(4))
    stood = [known.stands(DAY + timedelta(days)) for days in range(1, 6)]
    assert stood == ["set", "open", "open", "open", "closed"]


def test_it_can_be_closed_before_its_day_and_opened_again(room):
    room.competitions.close(room.id)
    assert room.competitions.stands(room.competition) == "closed"
    room.competitions.reopen(room.id)
    assert room.competitions.stands(room.competition) == "open"
    room.competitions.close(room.id)
    room.clock.day = room.competition.closes + timedelta(1)
    with pytest.raises(NotNow, match="closing day has gone"):
        room.competitions.reopen(room.id)


def test_the_one_to_look_at_is_the_newest_that_is_not_over(room):
    newer = room.competitions.set(room.brief.id)
    assert room.competitions.now() == newer
    room.competitions.cancel(newer.id, "Too much at once.")
    assert room.competitions.now().id == room.id
    room.competitions.cancel(room.id, "No club this term.")
    assert room.competitions.now() is None


def test_leaders_and_announcers_are_named_by_code(room):
    room.competitions.lead(room.id, ["y6-owl", "Y6-elk", "Y6-owl"])
    room.competitions.choose_announcers(room.id, ["Y6-elk"])
    assert room.competition.led_by == ("Y6-owl", "Y6-elk")
    assert room.competition.announcers == ("Y6-elk",)
