"""The shipped ideas, and the faults of a file of ideas."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.idea import Idea, IdeaFault, ideas_for, ideas_of, load_ideas, shipped_ideas
from rubric.framework import LEVELS, Claim
from rubric.load import shipped_framework
from rubric.tables import parse_table

SMALL = """
[[ideas]]
claim = "MT1:gold"
title = "A title"
text = "Do this. Then that."
you_need = ["a pan"]
ask = "Why?"
"""


def test_each_music_technology_cell_has_an_idea():
    for code in ("MT1", "MT2", "MT3"):
        levels = [idea.claim.level for idea in ideas_for(code)]
        assert set(levels) == set(LEVELS)
        assert levels == sorted(levels, key=LEVELS.index)


def test_criteria_are_found_in_small_letters_and_may_have_no_idea():
    assert ideas_for("mt1") == ideas_for("MT1")
    assert ideas_for("LM9") == ()


def test_each_idea_is_for_a_level_the_award_has():
    claims = set(shipped_framework().claims())
    assert all(idea.claim in claims for idea in shipped_ideas())


@pytest.mark.parametrize("idea", shipped_ideas(), ids=lambda idea: idea.title)
def test_an_idea_is_short_whole_and_without_links(idea: Idea):
    sentences = re.findall(r"[.?!](?= |$)", idea.text)
    assert 2 <= len(sentences) <= 4
    assert len(idea.text.split()) <= 75
    assert idea.ask.endswith("?")
    everything = " ".join(str(value) for value in idea.as_dict().values()).lower()
    for word in ("http", "www", ".com", ".org", "tinyurl", "youtube", "movie maker", "disney"):
        assert word not in everything


def test_the_film_idea_warns_about_copyright():
    (film,) = [idea for idea in shipped_ideas() if "picture" in idea.title.lower()]
    assert "copyright" in film.careful
    assert "own animation" in film.careful


def parse_ideas(content: bytes, name: str) -> tuple[Idea, ...]:
    return ideas_of(parse_table(content, name, IdeaFault))


def test_a_small_file_is_read():
    (idea,) = parse_ideas(SMALL.encode(), "ideas.toml")
    assert idea == Idea(Claim("MT1", "gold"), "A title", "Do this. Then that.", ("a pan",), "Why?")
    assert idea.as_dict()["claim"] == "MT1:gold"


@pytest.mark.parametrize(
    ("old", "new", "key", "words"),
    [
        ('"MT1:gold"', '"MT1 gold"', "ideas.MT1 gold.claim", "MT1:gold"),
        ('ask = "Why?"', "", "ideas.MT1:gold.ask", "Add a line ask"),
        ('["a pan"]', '"a pan"', "ideas.MT1:gold.you_need", "you_need = ["),
        ("ask =", "aks =", "ideas.MT1:gold.ask", "Add a line ask"),
        ("[[ideas]]", "[[idea]]", "ideas", "a line [[ideas]]"),
    ],
)
def test_each_fault_names_its_key_and_its_remedy(old, new, key, words):
    with pytest.raises(IdeaFault) as caught:
        parse_ideas(SMALL.replace(old, new).encode(), "ideas.toml")
    assert caught.value.key == key
    assert f"ideas.toml, {key}" in caught.value.what
    assert words in caught.value.fix


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(IdeaFault, match=r"none\.toml cannot be read"):
        load_ideas(tmp_path / "none.toml")


@given(st.binary(max_size=100) | st.text(max_size=100).map(lambda text: f"[[ideas]]\n{text}".encode()))
def test_any_bytes_are_ideas_or_a_fault(content):
    with pytest.raises(IdeaFault):
        parse_ideas(content, "ideas.toml")
