"""The page of a library that has all there is to tell: the award first, then the evidence."""

from dataclasses import replace
from zipfile import ZipFile

from evidence.bundle.seal import seal_bundle
from rubric.load import shipped_framework
from tests.evidence.bundle.test_page import Reader
from tests.evidence.full_library import a_full_library
from tests.evidence.given import a_draft

FRAMEWORK = shipped_framework()


def a_full_page(tmp_path) -> Reader:
    """The page of a library that uses everything."""
    library = a_full_library(tmp_path)
    entry = library.entries()[0]
    library.save_entry(replace(entry, happened="Said better."), "amended", who="lead")
    library.add_entry(a_draft("Only proposed", status="proposed", why="A rule said so."))
    seal_bundle(library, library.exports / "oak.zip", FRAMEWORK)
    with ZipFile(library.exports / "oak.zip") as archive:
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
