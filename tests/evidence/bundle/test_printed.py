import io
from datetime import UTC, date, datetime

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.bundle.bundled import BundledEntry, BundledSound, Heard
from evidence.bundle.printed import pdf_bytes
from evidence.bundle.schema import Facts
from evidence.entry import Entry, SoundUse
from rubric.framework import Claim
from rubric.load import shipped_framework

FRAMEWORK = shipped_framework()
SEALED = datetime(2026, 7, 10, 14, 30, 8, tzinfo=UTC)
FACTS = Facts("oak_2026-07-10_v1", "Oak School", SEALED, "0" * 64)


def an_entry(**given) -> Entry:
    plain = {
        "id": "EV-2026-0001",
        "title": "A cow",
        "criteria": (Claim("MT1", "silver"),),
        "year_groups": ("Y3", "Y4"),
        "date_happened": date(2026, 6, 1),
        "date_recorded": SEALED,
    }
    return Entry(**(plain | given))


def a_sound() -> BundledSound:
    use = SoundUse(
        sound_id="S-0001",
        title="Moo",
        original_sha256="0" * 64,
        recipe_texts=("reverse",),
        seconds_before=2.0,
        seconds_after=2.0,
        samplerate=48000,
        channels=1,
    )
    return BundledSound(use, Heard("data/a.mp3", 2.0, ()), None, ("play it backwards",))


def made(*entries: Entry, school: str = "Oak School", sounds=(), files=()) -> pypdf.PdfReader:
    facts = Facts(FACTS.name, school, SEALED, FACTS.head)
    bundled = [BundledEntry(entry, list(sounds), list(files)) for entry in entries]
    return pypdf.PdfReader(io.BytesIO(pdf_bytes(facts, FRAMEWORK, bundled)))


def words(pdf: pypdf.PdfReader) -> str:
    return " ".join("\n".join(page.extract_text() for page in pdf.pages).split())


def test_it_tells_what_the_bundle_tells():
    entry = an_entry(happened="We listened.", impact="They smiled.")
    text = words(made(entry, sounds=[a_sound()], files=[("F-01.pdf", "plan.pdf")]))
    for wanted in (
        *("Oak School", "1 piece of evidence with 1 sound, 1 June 2026.", "Sealed on 10 July 2026"),
        *("EV-2026-0001 A cow", "Year groups: Y3 and Y4.", "We listened.", "They smiled."),
        *("Sound: Moo, 2.0 seconds. Changed: play it backwards.", "File F-01.pdf: it was called plan.pdf"),
        *("for 1 of 29 criteria", "they award no level", "MT1 by year group", "page 2"),
        FRAMEWORK.descriptor(Claim("MT1", "silver")).text[:60],
    ):
        assert wanted in text


def test_several_days_are_told_from_the_first_to_the_last():
    days = [an_entry(date_happened=date(2026, 6, day)) for day in (9, 2, 5)]
    assert "2 June 2026 to 9 June 2026" in words(made(*days))


def test_a_letter_that_no_font_has_is_a_box_that_everybody_sees():
    text = words(
        made(an_entry(title="Łódź Ελλάδα Корова 学校 \ue123\ue124"), school="Ĩrīs \U000e1234\U0003fffd")
    )
    assert "Łódź Ελλάδα Корова 学校 □□" in text
    assert "Ĩrīs □" in text


@settings(deadline=None, max_examples=15)
@given(st.text(st.characters(codec=None), min_size=1, max_size=60))
def test_any_letters_are_printed_and_never_a_fault(text):
    assert len(made(an_entry(happened=text, impact=text), school=text).pages) >= 2


@pytest.mark.parametrize(
    "long",
    [
        *("word " * 2000, "x" * 10_000, "\n" * 3000 + "end", "e\u0301" * 5000, "学" * 10_000, "คำ" * 5000),
        *(
            "क्" * 5000,
            "مدرسة " * 1600,
            "م" * 10_000,
            "(" * 5000 + "ש",
            "\u200d" * 3000 + "\U000e0020" * 3000 + "x" * 4000,
        ),
    ],
)
def test_long_texts_go_on_over_pages(long):
    assert len(made(an_entry(happened=long)).pages) >= 2


def test_a_criterion_of_another_framework_is_shown():
    assert "ZZ9:gold" in words(made(an_entry(criteria=(Claim("ZZ9", "gold"),))))


def test_markup_and_formulas_are_only_words():
    title = '=HYPERLINK("http://x") **bold** <b>b</b> {nb}'
    pdf = made(an_entry(title=title))
    assert title in words(pdf)
    assert not any("/Annots" in page for page in pdf.pages)


def test_it_has_an_outline_a_language_and_no_date_but_that_of_sealing():
    pdf = made(an_entry())
    assert pdf.outline[0].title == "Oak School"
    assert [part.title for part in pdf.outline[1] if not isinstance(part, list)] == [
        "At a glance",
        "MT1 by year group",
        "The evidence",
        "What these levels ask for",
    ]
    assert pdf.trailer["/Root"]["/Lang"] == "en-GB"
    assert pdf.metadata.title == "Oak School: music evidence"
    assert pdf.metadata.creation_date == SEALED
    assert pdf.metadata.modification_date in (None, SEALED)


def test_the_same_evidence_gives_the_same_bytes():
    bundled = [BundledEntry(an_entry(), [a_sound()], [])]
    assert pdf_bytes(FACTS, FRAMEWORK, bundled) == pdf_bytes(FACTS, FRAMEWORK, bundled)


def test_nothing_chosen_makes_a_paper_too():
    assert "0 pieces of evidence" in words(made())
