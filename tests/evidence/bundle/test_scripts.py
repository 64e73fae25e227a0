"""Names in the scripts of the world, on paper."""

import io
import unicodedata
from datetime import UTC, datetime

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.printing.paper import Paper

NAMES = {
    "Amharic": "አበበ ቢቂላ",
    "Arabic": "محمد بن عبد الله",
    "Armenian": "Անահիտ Հովհաննիսյան",
    "Bengali": "শ্রীকান্ত ক্ষুদ্র",
    "Burmese": "အောင်ဆန်း မြန်မာ",
    "Cherokee": "ᏣᎳᎩ",
    "Chinese": "王小明 李娜",
    "Devanagari": "कृष्ण ज्ञानेश्वर",
    "Dhivehi": "އަހުމަދު",
    "Fula": "𞤀𞤣𞤤𞤢𞤥",
    "Georgian": "ნინო ᲜᲘᲜᲝ",
    "Greek": "Ελένη ᾠδή",
    "Gujarati": "કૃષ્ણા શ્રીમતી",
    "Hebrew": "שָׁלוֹם דוד",
    "Inuktitut": "ᐃᓄᒃᑎᑐᑦ",
    "Japanese": "さくら ユウキ 高橋 﨑 𠮷田",
    "Javanese": "ꦗꦮꦏꦿꦶ",
    "Kannada": "ಶ್ರೀಕೃಷ್ಣ ಲಕ್ಷ್ಮಿ",
    "Khmer": "សុខា ស្រីមុំ",
    "Korean": "김민준 이서연",
    "Lao": "ສົມສັກ ຄຳ",
    "Malayalam": "ശ്രീകൃഷ്ണൻ",
    "Mongolian": "ᠮᠣᠩᠭᠣᠯ",
    "Navajo": "Łį́į́ʼ",
    "NKo": "ߒߞߏ",
    "Odia": "ଶ୍ରୀକ୍ଷେତ୍ର",
    "Persian": "می‌خواهم پریسا ژاله",
    "Polish": "Łukasz Żółć",
    "Punjabi": "ਹਰਪ੍ਰੀਤ ਸਿੰਘ",
    "Sinhala": "ශ්‍රී ප්‍රියා",
    "Syriac": "ܡܪܝܡ",
    "Tamazight": "ⵜⵉⴼⵉⵏⴰⵖ",
    "Tamil": "கார்த்திகேயன் ஸ்ரீ",
    "Telugu": "శ్రీనివాస్ కృష్ణ",
    "Thai": "สมชาย น้ำผึ้ง ที่รัก",
    "Tibetan": "བསྟན་འཛིན་རྒྱ་མཚོ",
    "Ukrainian": "Юлія Ґалаґан",
    "Urdu": "ڈاکٹر عائشہ",
    "Vietnamese": "Nguyễn Thị Ánh",
    "Welsh": "Siân Ŵyn Llŷr",
    "Yi": "ꆈꌠ",
    "Yoruba": "Ọláńrewájú ẹ́ ọ̀",
    "phonetics": "ʃəˈwɔ̃ t͡s ɐ̯",
    "emoji": "🎵🎹😀👩‍🎤🪕",
}
PLAIN = {"NotoSans", "NotoSansBold"}
MADE = datetime(2026, 7, 10, tzinfo=UTC)


def a_paper(*texts: str) -> bytes:
    paper = Paper(title="Names", foot="Oak", made=MADE)
    paper.heading("Names", rank=1)
    for text in texts:
        paper.text(text)
    return paper.finish()


def read_back(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def letters(text: str) -> list[str]:
    """What there is of each letter; readers put marks in orders of their own."""
    return sorted(
        letter for letter in unicodedata.normalize("NFD", text) if letter.strip("\u200c\u200d\u2060 \n\t")
    )


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_name_in_any_script_is_on_paper_with_every_letter(name):
    plain, named = letters(read_back(a_paper(""))), letters(read_back(a_paper(name)))
    assert named == sorted(plain + letters(name))


@pytest.mark.parametrize(
    "script", ["Arabic", "Chinese", "Gujarati", "Persian", "Urdu", "Yoruba", "Korean", "Lao"]
)
def test_a_reader_gets_the_name_in_the_order_of_its_letters(script):
    assert NAMES[script] in read_back(a_paper(NAMES[script]))


def test_names_are_in_headings_tables_the_foot_and_the_outline():
    paper = Paper(title="学校", foot="مدرسة", made=MADE)
    paper.heading("김민준", rank=1)
    paper.table(("さくら", "አበበ"), [("李娜", "ნინო ᲜᲘᲜᲝ"), ("श्री", "ไทย")], widths=(3, 1))
    pdf = pypdf.PdfReader(io.BytesIO(paper.finish()))
    text = pdf.pages[0].extract_text()
    for wanted in ("مدرسة", "김민준", "さくら", "አበበ", "李娜", "ნინო ᲜᲘᲜᲝ", "श्री", "ไทย"):
        assert wanted in text
    assert (pdf.metadata.title, pdf.outline[0].title) == ("学校", "김민준")


def test_what_is_copied_from_a_stacked_word_is_the_word():
    said = "क्षत्रिय".encode("utf-16-be").hex().upper().encode()
    assert said in page_of(a_paper("क्षत्रिय"))


def test_a_bold_letter_of_a_font_without_a_bold_sister_has_a_line_round_it():
    paper = Paper(title="Names", foot="Oak", made=MADE)
    paper.text("学", bold=True)
    assert b" 2 Tr " in page_of(paper.finish())
    assert b" 2 Tr " not in page_of(a_paper("学"))


def page_of(pdf: bytes) -> bytes:
    return pypdf.PdfReader(io.BytesIO(pdf)).pages[0].get_contents().get_data()


def test_fonts_are_there_only_for_letters_that_need_them():
    assert fonts_of(a_paper("Łukasz Ελένη Юлія Nguyễn")) == PLAIN
    assert fonts_of(a_paper("Łukasz 李")) == PLAIN | {"SoundingboardHan"}


def fonts_of(pdf: bytes) -> set[str]:
    fonts = pypdf.PdfReader(io.BytesIO(pdf)).pages[0]["/Resources"]["/Font"].values()
    return {font["/BaseFont"].rpartition("+")[2] for font in fonts}


@settings(deadline=None, max_examples=40)
@given(st.text(st.characters(codec=None, exclude_categories=[]), max_size=200))
def test_no_text_is_ever_a_fault(text):
    paper = Paper(title=text, foot=text, made=MADE)
    paper.heading(text, rank=1)
    paper.text(text, bold=True)
    paper.table((text, "x"), [("y", text)], widths=(1, 1))
    assert read_back(paper.finish())


@settings(deadline=None, max_examples=40)
@given(
    st.text(
        st.sampled_from([*"aש(م1 ,क्षीกำ學\u0301\u200d\u200c\u202e\u2067\n", "\U0001f1ec", "\U0001f3fd"]),
        max_size=300,
    )
)
def test_no_mixture_of_directions_and_marks_is_ever_a_fault(text):
    assert read_back(a_paper(text))


def test_a_full_stop_that_scripts_share_stays_in_the_font_of_its_words():
    assert fonts_of(a_paper("শ্রীকান্ত।")) == PLAIN | {"NotoSansBengali"}
    assert fonts_of(a_paper("محـمد، فاطمة؟")) == PLAIN | {"NotoSansArabic"}


def test_what_runs_from_right_to_left_begins_at_the_right_but_not_in_the_foot_and_in_titles():
    name = NAMES["Hebrew"]
    right = first_place(a_paper("", name)), first_place(a_paper(f"EV-1 {name}"))
    assert right[0] > right[1]
    paper = Paper(title="Names", foot=name, made=MADE)
    paper.heading(name, rank=1)
    assert first_place(paper.finish()) < 60


def first_place(pdf: bytes) -> float:
    """How far from the left edge of the page, in points, the first shaped letter is."""
    return float(page_of(pdf).partition(b" Tm ")[0].split()[-2])
