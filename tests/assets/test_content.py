"""What lessons and the club are made of: complete, in plain words, without links and strangers' names."""

import re
from collections import Counter

import pytest

from assets import asset
from tests.assets.content import (
    BRIEFS,
    PARTS,
    PLANS,
    PRIMARY,
    UNIT_FILES,
    UNITS,
    sentence_lengths,
    table,
    texts_in,
)

KIT = {
    *("microphone", "speakers", "headphones", "pads", "beat", "slides", "film"),
    *("camera", "objects", "instruments", "outdoors", "water", "none"),
}
A_LINK = re.compile(r"https?:|www\.|//|@|\.(com|org|net|uk|io|ly)\b", re.IGNORECASE)
STRANGERS = re.compile(
    r"\b(disney|tom and jerry|popeye|mickey|youtube|tiktok|spotify|facebook|instagram|whatsapp|skype"
    r"|minecraft|roblox|fortnite|pokemon|harry potter|freesound|bandlab|soundtrap|garageband|audacity"
    r"|piskel|chrome music lab|musicshake|beatlab|buttonbass|tonematrix|google|microsoft|powerpoint)\b",
    re.IGNORECASE,
)
AMERICAN = re.compile(r"\b(color|favorite|center|practicing|organize|recognize|neighbor|gray)", re.IGNORECASE)

SAID = {
    **{(unit_id, part["name"]): part["say"] for unit_id, unit in UNITS.items() for part in unit["parts"]},
    **{
        (plan, session["number"], part["name"]): part["say"]
        for plan, plans in PLANS.items()
        for session in plans["sessions"]
        for part in session["parts"]
    },
}
EVERYTHING = {
    **{f"units/{name}": table("lessons", "units", name) for name in UNIT_FILES},
    **{
        f"lessons/{name}": table("lessons", f"{name}.toml")
        for name in ("words", "curriculum", "good-recording", "progression", "listening", "foley")
    },
    **{f"club/plans-{name}": plan for name, plan in PLANS.items()},
    **{f"club/{name}": table("club", f"{name}.toml") for name in ("names", "prompts", "safe-and-fair")},
    "competitions/briefs": {"briefs": BRIEFS},
    "sounds/clinic": table("sounds", "clinic", "clinic.toml"),
}


def test_there_are_eighteen_units_in_files_named_after_them():
    assert len(UNITS) == 18
    assert sorted(f"{unit_id.lower()}.toml" for unit_id in UNITS) == UNIT_FILES
    of_a_year = [f"{year}-{letter}" for year in ("EY", *PRIMARY[1:]) for letter in "AB"]
    assert set(UNITS) == {*of_a_year, "KS2-A", "KS3-A", "KS3-B", "ALL-A"}


def test_every_primary_year_group_has_a_unit_for_each_level_of_access():
    for level in ("bronze", "silver", "gold"):
        shown = {year for u in UNITS.values() if f"MT1:{level}" in u["shows"] for year in u["year_groups"]}
        assert shown >= set(PRIMARY), level


def test_every_primary_year_has_gold_in_a_unit_of_its_own():
    gold = [unit["year_groups"] for unit in UNITS.values() if "MT1:gold" in unit["shows"]]
    assert {years[0] for years in gold if len(years) == 1} == set(PRIMARY)


def test_no_unit_claims_what_only_a_club_or_a_team_can_show():
    claimed = {claim.partition(":")[0] for unit in UNITS.values() for claim in unit["shows"]}
    assert claimed == {"MT1", "C6"}


@pytest.mark.parametrize("unit_id", UNITS)
def test_a_unit_has_everything_that_a_teacher_needs(unit_id):
    unit = UNITS[unit_id]
    assert set(unit) == {
        *("id", "title", "year_groups", "shows", "subjects", "curriculum", "dimensions", "minutes"),
        *("lessons", "idea", "you_need", "kit", "prepare", "words", "parts", "look_fors", "everyone_in"),
        *("safety", "evidence", "spread"),
    }
    assert set(unit["look_fors"]) == {"working", "expected", "deeper"}
    assert len(unit["words"]) >= 4
    assert all(len(pair) == 2 for pair in unit["words"])
    for key, fewest in (("you_need", 3), ("prepare", 2), ("everyone_in", 3), ("safety", 1), ("evidence", 2)):
        assert len(unit[key]) >= fewest, key
    assert set(unit["kit"]) <= KIT
    assert all(texts_in(unit))


@pytest.mark.parametrize("unit_id", UNITS)
def test_the_parts_of_a_unit_stand_in_order_and_their_minutes_add_up(unit_id):
    unit = UNITS[unit_id]
    assert [part["name"] for part in unit["parts"]] == PARTS
    assert sum(part["minutes"] for part in unit["parts"]) == unit["minutes"]
    for part in unit["parts"]:
        assert set(part) == {"name", "minutes", "do", "say", "ask"}
        assert len(part["do"]) >= 2
        assert part["ask"].endswith("?")


@pytest.mark.parametrize("unit_id", UNITS)
def test_the_lessons_of_a_unit_are_told_one_by_one(unit_id):
    unit = UNITS[unit_id]
    assert len(unit["spread"]) == unit["lessons"] >= 2
    for number, line in enumerate(unit["spread"], start=1):
        assert line.startswith(f"Lesson {number}: ")


def test_units_name_the_keys_and_dimensions_that_are_explained_and_use_them_all():
    keys = {each["id"] for each in table("lessons", "curriculum.toml")["keys"]}
    dimensions = {each["id"] for each in table("lessons", "words.toml")["dimensions"]}
    assert {key for unit in UNITS.values() for key in unit["curriculum"]} == keys
    assert {each for unit in UNITS.values() for each in unit["dimensions"]} == dimensions
    assert {line["dimension"] for line in table("lessons", "listening.toml")["lines"]} == dimensions


def test_the_first_unit_explains_every_key_to_a_teacher_who_writes_one():
    head = asset("lessons", "units", "ey-a.toml").read_text(encoding="utf-8").partition("\nid =")[0]
    for key in UNITS["EY-A"]:
        assert re.search(rf"^# \[*{key}\b", head, re.MULTILINE), key


def test_no_question_and_no_idea_is_given_twice():
    asked = Counter(part["ask"] for unit in UNITS.values() for part in unit["parts"])
    ideas = Counter(unit["idea"] for unit in UNITS.values())
    assert {*asked.values(), *ideas.values()} == {1}


def test_the_progression_climbs_from_the_youngest_to_the_oldest():
    rows = table("lessons", "progression.toml")["years"]
    assert [row["year"] for row in rows] == [*PRIMARY, "KS3"]
    for row in rows:
        assert set(row) == {"year", "record", "change", "arrange", "perform", "talk"}
        assert all(row.values())


def test_every_dimension_and_every_point_of_a_good_recording_is_complete():
    for row in table("lessons", "words.toml")["dimensions"]:
        assert set(row) == {"id", "title", "say", "ask", "screen"}
    points = table("lessons", "good-recording.toml")["points"]
    assert len(points) >= 6
    for row in points:
        assert set(row) == {"good", "check", "fix"}


@pytest.mark.parametrize("where", SAID, ids=lambda where: "-".join(map(str, where)))
def test_what_is_read_out_to_children_is_said_in_short_sentences(where):
    lengths = sentence_lengths(SAID[where])
    assert max(lengths) <= 12
    assert sum(lengths) / len(lengths) <= 10


@pytest.mark.parametrize("name", EVERYTHING)
def test_there_are_no_links_and_no_strangers_names_and_the_spelling_is_british(name):
    for text in texts_in(EVERYTHING[name]):
        for unwanted in (A_LINK, STRANGERS, AMERICAN):
            assert not unwanted.search(text), text


@pytest.mark.parametrize("name", EVERYTHING)
def test_no_text_is_longer_than_a_teacher_reads_at_a_glance(name):
    for text in texts_in(EVERYTHING[name]):
        assert len(text) <= 300, text
