"""The framework's values, and facts about the shipped one that must never drift."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubric.framework import LEVELS, PHASES, Claim, ClaimFault, UnknownCriterion
from rubric.load import shipped_framework

CODES = [
    "O1", "O2", "O3", "O4",
    "LM1", "LM2", "LM3", "LM4", "LM5", "LM6", "LM7", "LM8", "LM9",
    "TLA1", "TLA2", "TLA3", "TLA4",
    "PDBW1", "PDBW2",
    "C1", "C2", "C3", "C4", "C5", "C6", "C7",
    "MT1", "MT2", "MT3",
]  # fmt: skip


def text_of(claim: str) -> str:
    return shipped_framework().descriptor(Claim.parse(claim)).text


@pytest.mark.parametrize("text", ["MT1:gold", "mt1:GOLD", "  MT1 : gold "])
def test_a_claim_is_read_however_it_is_typed(text):
    assert Claim.parse(text) == Claim("MT1", "gold")
    assert str(Claim.parse(text)) == "MT1:gold"


@pytest.mark.parametrize(
    "text", ["", ":", "MT1", "MT1:", ":gold", "MT1 gold", "MT1:platinum", "MT1:gold:x", "M T:gold"]
)
def test_words_that_are_no_claim_are_refused_with_an_example(text):
    with pytest.raises(ClaimFault) as caught:
        Claim.parse(text)
    assert "MT1:gold" in caught.value.fix


@given(st.text())
def test_any_text_is_a_claim_or_a_fault(text):
    try:
        claim = Claim.parse(text)
    except ClaimFault:
        return
    assert Claim.parse(str(claim)) == claim


def test_a_claim_of_a_level_that_does_not_exist_is_a_bug():
    with pytest.raises(ValueError, match="platinum"):
        Claim("MT1", "platinum")


def test_an_unknown_criterion_gets_a_suggestion():
    with pytest.raises(UnknownCriterion) as caught:
        shipped_framework().criterion("MT4")
    assert "MT1" in caught.value.fix
    with pytest.raises(UnknownCriterion) as caught:
        shipped_framework().criterion("?" * 500)
    assert len(caught.value.what) < 120


def test_a_criterion_is_found_in_small_letters_too():
    assert shipped_framework().criterion(" mt1 ").code == "MT1"


def test_the_mark_has_six_areas_29_criteria_and_87_descriptors():
    framework = shipped_framework()
    assert [area.code for area in framework.areas] == ["O", "LM", "TLA", "PDBW", "C", "MT"]
    assert [criterion.code for criterion in framework.criteria] == CODES
    assert [len(framework.criteria_of(area)) for area in framework.areas] == [4, 9, 4, 2, 7, 3]
    claims = list(framework.claims())
    assert len(claims) == len(set(claims)) == 87
    assert [str(claim) for claim in claims[-3:]] == ["MT3:bronze", "MT3:silver", "MT3:gold"]
    assert LEVELS == ("bronze", "silver", "gold")


def test_each_descriptor_has_words_of_its_own_and_fits_a_screen():
    framework = shipped_framework()
    texts = [framework.descriptor(claim).text for claim in framework.claims()]
    assert len(set(texts)) == 87
    for text in texts:
        assert 7 <= len(text.split()) <= 85
        assert text.endswith((".", ")."))
        assert "http" not in text
        assert "www" not in text
    assert sum(len(text.split()) for text in texts) / 87 < 32


def test_only_music_technology_and_class_tuition_are_cumulative():
    modes = {criterion.code: criterion.mode for criterion in shipped_framework().criteria}
    assert {code for code, mode in modes.items() if mode == "cumulative"} == {"C2", "MT1", "MT2", "MT3"}


@pytest.mark.parametrize(
    ("claim", "pattern"),
    [
        ("O1:gold", r"In secondary schools .* at least 8%.* high for each group"),
        ("O4:bronze", r"GCSE, A level"),
        ("O4:gold", r"primary schools .* first access"),
        ("LM1:silver", r"training in the subject within the last 3 years"),
        ("LM3:silver", r"Senior leaders and the subject leader both"),
        ("LM7:bronze", r"Keeping Children Safe in Education.* July 2015"),
        ("LM7:silver", r"both in school and away"),
        ("C2:bronze", r"at least a year, .* second year"),
        ("C2:silver", r"at least a year, .* second year.* not as a replacement"),
        ("C2:gold", r"one year .* at least 50% .* second year"),
        ("C3:gold", r"every pupil is offered its four core roles"),
        ("C6:gold", r"release forms"),
        ("C7:gold", r"both in school and outside"),
        ("MT1:bronze", r"^All year groups"),
        ("MT1:silver", r"^All year groups .* of their own"),
        ("MT1:gold", r"^All year groups .* they have recorded"),
        ("MT2:bronze", r"assemblies, singing assemblies, and class and school performances"),
        ("MT2:silver", r"younger or less experienced"),
        ("MT2:gold", r"key stage or the whole school"),
        ("MT3:bronze", r"at least 6 sessions \(approximately\)"),
        ("MT3:silver", r"Staff run .* Leaders or Ambassadors help"),
        ("MT3:gold", r"record others playing instruments .* both ends, raise the level"),
    ],
)
def test_every_threshold_and_condition_is_in_the_text(claim, pattern):
    assert re.search(pattern, text_of(claim))


def test_national_documents_are_named_by_the_criteria_that_lean_on_them():
    cites = {code: cite for cite in shipped_framework().cites for code in cite.criteria}
    assert set(cites) == {"LM1", "LM2", "LM6", "LM7", "C3"}
    assert len(shipped_framework().cites) == 5
    assert all("check the current version" in cite.note for cite in shipped_framework().cites)


def test_numbers_in_the_texts_are_data_too():
    framework = shipped_framework()
    found = {
        (str(claim), measure.at_least, measure.at_most, measure.about)
        for claim in framework.claims()
        for measure in framework.descriptor(claim).measures
    }
    assert found == {
        ("O1:gold", 8, None, False),
        ("LM1:silver", None, 3, False),
        ("C2:bronze", 1, None, False),
        ("C2:silver", 1, None, False),
        ("C2:gold", 1, None, False),
        ("C2:gold", 50, None, False),
        ("C3:gold", 4, None, False),
        ("MT1:bronze", 100, None, False),
        ("MT1:silver", 100, None, False),
        ("MT1:gold", 100, None, False),
        ("MT3:bronze", 6, None, True),
    }


def test_clauses_for_some_schools_only_are_marked():
    framework = shipped_framework()
    found = {
        (str(claim), clause.phases)
        for claim in framework.claims()
        for clause in framework.descriptor(claim).clauses
    }
    assert found == {
        ("O1:gold", ("secondary",)),
        ("O4:bronze", ("secondary",)),
        ("O4:gold", ("primary",)),
    }
    assert all(criterion.phases == PHASES for criterion in framework.criteria)
