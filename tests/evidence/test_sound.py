from datetime import UTC, datetime, timedelta, timezone

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.credit_card import LICENCES, CreditCard
from evidence.label import Label
from evidence.sound import ORIGINS, Sound
from evidence.words import BadTitle, clean_title
from evidence.years import YEAR_GROUPS
from studio.audio.recipe import Recipe, Step

STEPS = st.one_of(
    st.builds(lambda v: Step("gain", (v,)), st.floats(-120, 60).map(lambda v: v + 0.0)),
    st.builds(lambda v: Step("fade-in", (v,)), st.floats(0, 10)),
    st.builds(lambda a, b: Step("trim", (a, a + b)), st.floats(0, 100), st.floats(0.1, 100)),
    st.just(Step("reverse")),
)
RECIPES = st.builds(Recipe, *[st.lists(STEPS, max_size=4).map(tuple)] * 2)


def titled(text):
    try:
        clean_title(text)
    except BadTitle:
        return False
    return True


SOUNDS = st.builds(
    Sound,
    id=st.integers(1, 9999).map("S-{:04d}".format),
    title=st.text(min_size=1).filter(titled),
    year=st.none() | st.sampled_from(YEAR_GROUPS),
    by=st.none() | st.just("Y4-heron"),
    sha256=st.just("0" * 64),
    seconds=st.floats(0, 1e6),
    samplerate=st.integers(1, 400_000),
    channels=st.integers(1, 64),
    recipe=RECIPES,
    made=st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=45))])),
    origin=st.sampled_from(ORIGINS),
    kept=st.booleans(),
    binned=st.booleans(),
    labels=st.lists(st.builds(Label, st.floats(0, 600), st.sampled_from(["splash", "[b]"])), max_size=3).map(
        tuple
    ),
    made_of=st.lists(st.just("S-0001"), max_size=2).map(tuple),
    card=st.none() | st.builds(CreditCard, author=st.just("a maker"), licence=st.sampled_from(LICENCES)),
)


@given(SOUNDS)
def test_a_sound_comes_back_from_json_without_loss(sound):
    again = Sound.from_plain(orjson.loads(orjson.dumps(sound.as_plain())))
    assert again == sound
    assert again.made.utcoffset() == sound.made.utcoffset()
    assert again.recipe.undone == sound.recipe.undone


def test_the_length_after_the_recipe_is_told():
    sound = a_sound(recipe=Recipe.parse(["trim 2 5", "pause 0 1"]))
    assert (sound.seconds, sound.seconds_after) == (10.0, 4.0)


def test_a_time_without_a_zone_is_a_mistake_of_ours():
    with pytest.raises(ValueError, match="zone"):
        a_sound(made=datetime(2026, 11, 21))


def test_an_origin_that_does_not_exist_is_a_mistake_of_ours():
    with pytest.raises(ValueError, match="origin"):
        a_sound(origin="found")


def test_labels_are_in_the_order_of_time():
    sound = a_sound(labels=(Label(2.0, "end"), Label(0.5, "start")))
    assert [label.words for label in sound.labels] == ["start", "end"]


def test_a_card_gives_the_line_of_credit():
    sound = a_sound(card=CreditCard(author="a maker", licence="CC0"))
    assert sound.is_found
    assert sound.credit == "by a maker (CC0)"


def a_sound(**given):
    facts = {"id": "S-0001", "title": "A cow", "sha256": "0" * 64, "seconds": 10.0, "samplerate": 48000}
    return Sound(
        **(facts | {"channels": 1, "made": datetime(2026, 11, 21, tzinfo=UTC), "origin": "recorded"} | given)
    )


def test_a_sound_that_would_never_end_is_not_read():
    plain = a_sound().as_plain() | {"recipe": {"steps": ["tape 0.25"] * 600, "undone": []}}
    with pytest.raises(ValueError, match="so long"):
        Sound.from_plain(plain)
