"""The page of a library that has all there is to tell: the award first, then the evidence."""

from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from evidence.award.audits import Audits
from evidence.award.figures import Asked, Figure
from evidence.award.statement import Statement
from evidence.bundle.award import award_of
from evidence.bundle.contents import Contents
from evidence.bundle.page import page_blocks
from evidence.bundle.parts import Part
from evidence.bundle.schema import Facts
from evidence.bundle.seal import seal_bundle
from rubric.audit import Judgement, Snapshot
from rubric.load import shipped_framework
from rubric.plan import Action
from rubric.shelf import frameworks
from tests.evidence.bundle.test_page import HOSTILE, Reader
from tests.evidence.full_library import a_full_library
from tests.evidence.given import NOW, a_draft, a_library

FRAMEWORK = shipped_framework()


def a_full_page(tmp_path) -> Reader:
    """The page of a library that uses everything."""
    library = a_full_library(tmp_path)
    entry = library.entries()[0]
    library.save_entry(replace(entry, happened="Said better."), "amended", who="lead")
    library.add_entry(a_draft("Only proposed", status="proposed", why="A rule said so."))
    seal_bundle(library, library.exports / "oak.zip", FRAMEWORK)
    return page_in(library.exports / "oak.zip")


def test_what_a_school_thinks_of_itself_goes_to_its_hub_alone(tmp_path):
    library = a_full_library(tmp_path)
    library.add_entry(a_draft("Nobody is heard in this"))
    seal_bundle(library, library.exports / "oak.zip", FRAMEWORK, channel="website")
    with ZipFile(library.exports / "oak.zip") as archive:
        told = b"".join(archive.read(name) for name in archive.namelist()).decode("utf-8", "replace")
    assert "Nobody is heard in this" in told
    for kept in ("Aims for", "Where the school stands", "Buy microphones", "We stand by it"):
        assert kept not in told


def test_one_part_of_several_says_so(tmp_path):
    library = a_full_library(tmp_path)
    entries = library.entries()
    part = Part(2, ("Curriculum", "Music technology"), entries)
    seal_bundle(library, library.exports / "oak.zip", FRAMEWORK, entries=entries, part=part)
    words = page_in(library.exports / "oak.zip").words
    assert "This is part 2 of 2: Music technology. The file parts.txt in the zip names the others." in words


def page_in(bundle: Path) -> Reader:
    """The page of a sealed bundle."""
    with ZipFile(bundle) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith("OPEN-ME-FIRST.html")]
        return Reader(archive.read(name).decode("utf-8"))


def test_it_begins_with_the_award_and_then_tells_in_order(tmp_path):
    text = a_full_page(tmp_path).words
    place = text.index("How to check", text.index("eight words"))
    for words in (
        *("Where the school stands", "First audit", "Closing audit", "self-judged", "Key pieces"),
        *("Version two", "What the school still works on", "The plan and what came of it", "£40.00"),
        *("Numbers that the award asks for", "13 sessions", "Questions for the hub", "What would gold need?"),
        *("not sure", "Statement of the school", "We stand by it.", "Head, ", "The evidence at a glance"),
        *("MT1 term by term", "The rest of the evidence", "A club of six sessions", "How to check it"),
        *("Credits", "“Siren” is made from a sound that comes with Soundingboard"),
    ):
        place = text.index(words, place)
    assert "Aims for gold by 1 July 2027" in text[: text.index("eight words")]


def test_credits_are_a_file_of_the_bundle_too(tmp_path):
    library = a_full_library(tmp_path)
    seal_bundle(library, library.exports / "oak.zip", FRAMEWORK)
    with ZipFile(library.exports / "oak.zip") as archive:
        (name,) = [name for name in archive.namelist() if name.endswith("credits.txt")]
        assert "“Siren” is made from a sound" in archive.read(name).decode("utf-8")


def test_an_entry_tells_its_way_and_both_versions(tmp_path):
    text = a_full_page(tmp_path).words
    for words in (
        *(
            "Edited sound in Science",
            "Before It was quiet.",
            "What we did Said better.",
            "Now Everyone heard",
        ),
        *(
            "Now Everyone heard it.",
            "From version 1 to version 2",
            "What works The end.",
            "Try next Try it louder.",
        ),
        *("Key piece.", "Also fits CU1 Time for music each week", "Part of the plan Buy microphones"),
        *("Heard or seen Y4-otter and Y4-heron", "play it backwards", "Spring 2027", "Autumn 2026"),
    ):
        assert words in text


def test_what_stays_in_the_school_is_not_on_the_page(tmp_path):
    read = a_full_page(tmp_path)
    told = read.text + str(read.tags)
    for kept in ("A secret reason", "OC-0001", "They made it louder", "Only proposed", "A rule said so"):
        assert kept not in told
    assert "names_spoken" not in told
    assert "sensitivity" not in told


def worded(value: Any, words: str) -> Any:
    """An award whose every free word is another."""
    if isinstance(value, tuple):
        return tuple(worded(each, words) for each in value)
    if isinstance(value, (Statement, Action, Judgement, Snapshot, Figure, Asked)):
        texts = {"words", "questions", "title", "success", "impact", "reason", "note"}
        told = {}
        for field in fields(value):
            was = getattr(value, field.name)
            if field.name in texts:
                told[field.name] = (words,) if isinstance(was, tuple) else words
            elif field.name in ("judgements", "figure"):
                told[field.name] = worded(was, words)
        return replace(value, **told)
    return value


def a_page_of(library, words: str) -> Reader:
    award = award_of(library, FRAMEWORK)
    award = replace(award, **{f.name: worded(getattr(award, f.name), words) for f in fields(award)})
    facts = Facts("oak_2026-11-21_v1", words[:80], NOW, "0" * 64)
    with Contents(library.exports) as contents:
        return Reader(b"".join(page_blocks(facts, FRAMEWORK, [], contents, award)).decode("utf-8"))


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_of_the_award_stay_words(tmp_path, words):
    library = a_full_library(tmp_path)
    plain, read = a_page_of(library, "x"), a_page_of(library, words)
    assert [tag for tag, _ in read.tags] == [tag for tag, _ in plain.tags]
    assert [sorted(attributes) for _, attributes in read.tags] == [
        sorted(attributes) for _, attributes in plain.tags
    ]
    assert read.text.count(words) >= 6


@pytest.mark.parametrize("framework", frameworks(Path("none")), ids=lambda framework: framework.id)
def test_a_bundle_can_be_for_any_framework(tmp_path, framework):
    library = a_full_library(tmp_path)
    audits = Audits(library)
    audits.start("review", view="hub", framework=framework)
    code, level = framework.criteria[0].code, framework.levels[-1]
    audits.judge(code, level, view="hub", framework=framework)
    audits.set_target(
        level, by_date=date(2027, 7, 1), decided_by="head", phase="primary", framework=framework
    )
    seal_bundle(library, library.exports / "oak.zip", framework)
    assert f"Aims for {level} by" in page_in(library.exports / "oak.zip").words


def test_a_secondary_schools_page_asks_for_its_own_year_groups(tmp_path):
    library = a_library(tmp_path)
    assert award_of(library, FRAMEWORK).year_groups[0] == "EYFS"
    Audits(library).set_target(
        "silver", by_date=date(2027, 7, 1), decided_by="lead", phase="secondary", framework=FRAMEWORK
    )
    assert award_of(library, FRAMEWORK).year_groups == ("Y7", "Y8", "Y9", "Y10", "Y11")
