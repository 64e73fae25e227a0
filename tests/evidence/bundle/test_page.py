from datetime import UTC, date, datetime
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.bundle.bundled import BundledEntry, BundledSound, Heard
from evidence.bundle.contents import Contents
from evidence.bundle.page import page_blocks
from evidence.bundle.schema import Facts
from evidence.entry import Entry, Feedback, SoundUse
from rubric.framework import Claim
from rubric.load import shipped_framework
from tests.evidence.test_sound import titled

FRAMEWORK = shipped_framework()
NOW = datetime(2026, 7, 10, 14, 30, tzinfo=UTC)
SHAPE = ((-0.5, 0.5),) * 240
MP3 = bytes(range(256)) * 1000


def an_entry(number=1, **given) -> Entry:
    plain = {
        "id": f"EV-2026-{number:04d}",
        "title": "A cow",
        "criteria": (Claim("MT1", "silver"),),
        "year_groups": ("Y4",),
        "date_happened": date(2026, 6, 1),
        "date_recorded": NOW,
        "by": "Y4-heron",
    }
    return Entry(**(plain | given))


def a_sound(title="Moo", *, edited=True) -> BundledSound:
    use = SoundUse(
        sound_id="S-0001",
        title=title,
        original_sha256="0" * 64,
        recipe_texts=("reverse",) if edited else (),
        seconds_before=2.0,
        seconds_after=2.0,
        samplerate=48000,
        channels=1,
    )
    heard = Heard("data/evidence/EV-2026-0001/01-S-0001.mp3", 2.0, SHAPE)
    return BundledSound(use, heard, heard if edited else None, ("play it backwards",) if edited else ())


def a_page(tmp_path, bundled, *, school="Oak School") -> str:
    with Contents(tmp_path) as contents:
        contents.add("data/evidence/EV-2026-0001/01-S-0001.mp3", MP3)
        facts = Facts("oak_2026-07-10_v1", school, NOW, "0" * 64)
        return b"".join(page_blocks(facts, FRAMEWORK, bundled, contents)).decode("utf-8")


class Reader(HTMLParser):
    """Every tag with its attributes, and the text between them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.parts: list[str] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.parts.append(data)

    @property
    def text(self) -> str:
        """All that is shown, as it stands."""
        return "".join(self.parts)

    @property
    def words(self) -> str:
        """The same in one line, with a space between any two places."""
        return " ".join(" ".join(self.parts).split())


def test_the_page_asks_for_nothing_and_runs_nothing(tmp_path):
    page = a_page(tmp_path, [BundledEntry(an_entry(), [a_sound()], [])])
    assert "http" not in page.replace("http-equiv", "")
    assert "default-src 'none'; media-src data:; img-src data:; style-src 'unsafe-inline'" in page
    read = Reader(page)
    assert read.open == [], "every tag is closed"
    tags = {tag for tag, _ in read.tags}
    assert not tags & {"script", "link", "iframe", "object", "embed", "form", "img", "base"}
    for _, attributes in read.tags:
        assert not any(name.startswith("on") for name in attributes)
        address = attributes.get("src") or attributes.get("href") or "#"
        assert address.startswith(("#", "data:audio/mpeg;base64,"))


def test_every_sound_is_inside_and_has_its_words(tmp_path):
    import base64

    read = Reader(
        a_page(tmp_path, [BundledEntry(an_entry(), [a_sound(), a_sound("Low moo", edited=False)], [])])
    )
    players = [attributes for tag, attributes in read.tags if tag == "audio"]
    assert [player["aria-label"] for player in players] == [
        "Before: Moo, 2.0 seconds",
        "Now: Moo, 2.0 seconds",
        "As it was recorded: Low moo, 2.0 seconds",
    ]
    for player in players:
        assert player["preload"] == "none"
        assert base64.b64decode(player["src"].partition(",")[2]) == MP3
    assert "play it backwards" in read.text
    assert "Nothing was changed" in read.text


def test_it_says_what_the_entry_says(tmp_path):
    entry = an_entry(happened="We hid.\nIt mooed.", impact="They laughed.", year_groups=("Y3", "Y4"))
    read = Reader(a_page(tmp_path, [BundledEntry(entry, [], [("F-01.pdf", "plan.pdf")])]))
    for words in (
        "A cow",
        "1 June 2026",
        "10 July 2026",
        "(39 days later)",
        "Y3 and Y4",
        "Y4-heron",
        "We hid.\nIt mooed.",
        "They laughed.",
        "plan.pdf",
        "evidence/EV-2026-0001/F-01.pdf",
        FRAMEWORK.descriptor(Claim("MT1", "silver")).text,
        "self",
        "(the eight words)",
    ):
        assert words in read.text
    assert not any(word in read.text.lower() for word in ("proof", "certified", "tamper"))


def test_the_whole_framework_is_counted(tmp_path):
    read = Reader(a_page(tmp_path, [BundledEntry(an_entry(), [], []), BundledEntry(an_entry(2), [], [])]))
    assert all(criterion.code in read.text for criterion in FRAMEWORK.criteria)
    cells = [attributes.get("class") for tag, attributes in read.tags if tag == "td"]
    assert len([cell for cell in cells if cell in ("has", "none")]) == 29 * 3 + 7 * 3 + 7 * 3
    assert cells.count("has") == 3, "MT1 silver, and Y4 by level and by term"
    assert read.text.count("2 pieces") == 3
    assert "1 of the 29 criteria" in read.text


def test_without_an_audit_or_a_plan_there_are_no_empty_headings(tmp_path):
    read = Reader(a_page(tmp_path, [BundledEntry(an_entry(), [], [])]))
    for heading in ("Where the school stands", "Key pieces", "still works on", "The plan", "Questions"):
        assert heading not in read.text
    assert not {"#profile", "#plan", "#statement"} & {attributes.get("href") for _, attributes in read.tags}


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</title></style><script>alert(1)</script>",
    '" onfocus="alert(1)" autofocus="',
    "{{ 7 * 7 }}{% raw %}",
    "=HYPERLINK(0)",
    "../../x",
    "CON",
    "\u202eevil\u202c",
    "&lt;b&gt;",
    "]]><!--",
    "W" * 10_000,
]


def a_wordy(words: str) -> BundledEntry:
    """An entry with these words wherever there can be any."""
    short = words[:100]
    entry = an_entry(
        title=short,
        before=words,
        happened=words,
        impact=words,
        subject=short,
        type=short,
        tags=(short,),
        key_for=("MT1",),
        feedback=Feedback(works=words, next=words),
    )
    return BundledEntry(entry, [a_sound(short), a_sound(short), a_sound(short)], [("F-01.dat", short)])


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(tmp_path, words):
    plain = Reader(a_page(tmp_path, [a_wordy("x")]))
    bundled = [a_wordy(words)]
    read = Reader(a_page(tmp_path, bundled, school=words[:50]))
    assert [tag for tag, _ in read.tags] == [tag for tag, _ in plain.tags]
    assert [sorted(attributes) for _, attributes in read.tags] == [
        sorted(attributes) for _, attributes in plain.tags
    ]
    assert words in read.text


@settings(max_examples=15, deadline=None)
@given(words=st.text(min_size=1, max_size=40).filter(titled))
def test_any_words_stay_words(tmp_path_factory, words):
    folder = tmp_path_factory.getbasetemp()
    plain = Reader(a_page(folder, [BundledEntry(an_entry(), [a_sound()], [])]))
    read = Reader(a_page(folder, [BundledEntry(an_entry(), [a_sound(words)], [])], school=words))
    assert [tag for tag, _ in read.tags] == [tag for tag, _ in plain.tags]
