from datetime import UTC, date, datetime

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.codes import NotACode
from evidence.entry import STATUSES, Amendment, Entry, FileUse, NoCriterion, SoundUse
from evidence.words import BadTitle, TextTooLong
from evidence.years import YEAR_GROUPS, UnknownYear
from rubric.framework import LEVELS, Claim
from tests.evidence.given import a_draft
from tests.evidence.test_sound import RECIPES, SOUNDS, titled

TIMES = st.datetimes(timezones=st.just(UTC))
FILES = st.builds(FileUse, name=st.text(), sha256=st.just("1" * 64), size=st.integers(1, 10**9))
AMENDMENTS = st.builds(
    Amendment,
    when=TIMES,
    by=st.none() | st.just("staff-1"),
    earlier=st.dictionaries(st.sampled_from(["title", "impact"]), st.text(st.characters(codec="utf-8"))),
)
ENTRIES = st.builds(
    Entry,
    id=st.integers(1, 9999).map("EV-2026-{:04d}".format),
    title=st.text(min_size=1).filter(titled),
    criteria=st.lists(
        st.builds(Claim, st.sampled_from(["MT1", "C6", "O1"]), st.sampled_from(LEVELS)),
        min_size=1,
        max_size=4,
    ).map(tuple),
    year_groups=st.lists(st.sampled_from(YEAR_GROUPS)).map(tuple),
    date_happened=st.dates(),
    date_recorded=TIMES,
    happened=st.text(),
    impact=st.text(),
    by=st.none() | st.just("staff-1"),
    sounds=st.lists(SOUNDS.map(SoundUse.of), max_size=2).map(tuple),
    files=st.lists(FILES, max_size=2).map(tuple),
    status=st.sampled_from(STATUSES),
    amendments=st.lists(AMENDMENTS, max_size=2).map(tuple),
)


@given(ENTRIES)
def test_an_entry_comes_back_from_json_without_loss(entry):
    assert Entry.from_plain(orjson.loads(orjson.dumps(entry.as_plain()))) == entry


@given(SOUNDS, RECIPES)
def test_a_sound_in_use_keeps_the_recipe_it_had(sound, later):
    use = SoundUse.of(sound)
    sound.with_recipe(later)
    assert use.recipe_texts == tuple(sound.recipe.texts())
    assert (use.sha256, use.seconds_before, use.seconds_after) == (
        sound.sha256,
        sound.seconds,
        sound.seconds_after,
    )


def test_criteria_and_year_groups_are_kept_once_and_in_order():
    draft = a_draft(year_groups=("Y5", "y4", "Y5"))
    assert draft.year_groups == ("Y4", "Y5")
    twice = type(draft)(title="x", criteria=draft.criteria * 2, date_happened=draft.date_happened)
    assert twice.criteria == (Claim("MT1", "silver"),)


@pytest.mark.parametrize(
    ("given_fields", "refused"),
    [
        ({"title": " "}, BadTitle),
        ({"by": "Emily Jones"}, NotACode),
        ({"year_groups": ("Y99",)}, UnknownYear),
        ({"happened": "x" * 10_001}, TextTooLong),
        ({"impact": "x" * 10_001}, TextTooLong),
    ],
)
def test_what_a_person_can_put_right_is_refused(given_fields, refused):
    with pytest.raises(refused):
        a_draft(**given_fields)


def test_evidence_shows_at_least_one_criterion():
    draft = a_draft()
    with pytest.raises(NoCriterion):
        type(draft)(title="x", criteria=(), date_happened=draft.date_happened)


def test_a_status_that_does_not_exist_is_a_mistake_of_ours():
    with pytest.raises(ValueError, match="status"):
        a_draft(status="perfect")


def test_the_days_between_happening_and_recording_are_counted():
    entry = Entry(
        id="EV-2026-0001",
        title="Late",
        criteria=(Claim("MT1", "gold"),),
        date_happened=date(2026, 11, 1),
        date_recorded=datetime(2026, 11, 21, 9, tzinfo=UTC),
    )
    assert entry.days_between == 20
