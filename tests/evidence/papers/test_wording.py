"""The fixed words of papers, which a teacher may edit."""

import re
import tomllib
from pathlib import Path

import pytest

import evidence.papers
from assets import asset
from evidence.papers.kinds import PAPERS
from evidence.papers.wording import PaperFault, Words
from rubric.tables import parse_table

FILES = sorted(path.name for path in asset("papers").iterdir() if path.name.endswith(".toml"))


def some_words(text: str) -> Words:
    return Words(parse_table(text.encode(), "mine.toml", PaperFault))


def test_every_kind_has_its_words_and_there_are_no_others():
    assert sorted([*(f"{kind}.toml" for kind in PAPERS), "shared.toml"]) == FILES


def test_a_fact_stands_where_its_name_stood_and_is_not_read_for_names_itself():
    said = some_words('held = "On {date}, with {partner}."')
    assert said("held", date="{partner}", partner="the hub") == "On {partner}, with the hub."


def test_a_slip_in_a_name_is_told_with_the_names_there_are():
    with pytest.raises(PaperFault) as caught:
        some_words('held = "On {dat}."')("held", date="today")
    assert (
        str(caught.value) == "mine.toml, held: nothing is known as {dat} here. These can stand here: {date}."
    )


def test_a_text_that_was_taken_out_is_told():
    with pytest.raises(PaperFault, match=re.escape("mine.toml, held: this is missing.")):
        some_words('other = "x"')("held")


@pytest.mark.parametrize("file", FILES)
def test_every_text_is_used_by_some_paper(file):
    folder = Path(evidence.papers.__file__).parent
    source = "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    begun = re.findall(r'f"(\w+_)\{', source)
    for key in tomllib.loads(asset("papers", file).read_text(encoding="utf-8")):
        assert re.search(f"[\"']{key}[\"']", source) or key.startswith(tuple(begun)), key
