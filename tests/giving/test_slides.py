"""The slides, read back by the library that wrote them and by LibreOffice, which did not."""

import subprocess
import zipfile
from xml.etree import ElementTree

import pytest

from evidence.credit_card import CreditCard
from evidence.library import Library
from evidence.papers.document import PaperExists
from studio.giving.chosen import choose
from studio.giving.slides import give_slides
from studio.takes import add_sound
from tests.builders import a_sine, a_wav
from tests.outside import need

HOSTILE = "[/bold] Ó'Néill <script>=1+1"


@pytest.fixture
def library(tmp_path):
    return Library.open(tmp_path / "library", create=True, school="Oak School")


@pytest.fixture
def slides(library, tmp_path):
    card = CreditCard(title="Rain", author="a maker", licence="BY")
    made = [
        add_sound(library, a_wav(tmp_path / "a.wav", a_sine(1)), title=HOSTILE),
        add_sound(library, a_wav(tmp_path / "b.wav", a_sine(1.5)), title="Rain", card=card),
    ]
    return give_slides(library, choose(library, made), tmp_path / "sounds.pptx")


def test_every_slide_has_its_title_its_sound_and_whom_to_thank(slides):
    from pptx import Presentation

    first, second = Presentation(str(slides)).slides
    texts = [
        [shape.text_frame.text for shape in each.shapes if shape.has_text_frame] for each in (first, second)
    ]
    assert texts[0][0] == HOSTILE
    assert "a maker" in texts[1][-1]
    with zipfile.ZipFile(slides) as pack:
        names = [name for name in pack.namelist() if name.startswith("ppt/media/") and name.endswith(".mp3")]
        assert len(names) == 2
        for number in (1, 2):
            slide = pack.read(f"ppt/slides/slide{number}.xml").decode()
            assert "audioFile" in slide
            assert "videoFile" not in slide
            assert "ppaction://media" in slide  # a click on the picture plays it
            assert "relationships/audio" in pack.read(f"ppt/slides/_rels/slide{number}.xml.rels").decode()


def test_a_title_with_letters_that_no_xml_may_hold_makes_slides_too(library, tmp_path):
    made = add_sound(library, a_wav(tmp_path / "a.wav", a_sine(0.1)), title="A\ufffe\uffff cow")
    out = give_slides(library, choose(library, [made]), tmp_path / "sounds.pptx")
    with zipfile.ZipFile(out) as pack:
        assert made.id in pack.read("docProps/core.xml").decode()


def test_libreoffice_finds_a_sound_on_every_slide(slides, tmp_path):
    need("soffice")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    words = ["soffice", profile, "--headless", "--convert-to", "odp", "--outdir", str(tmp_path), str(slides)]
    subprocess.run(words, check=True, timeout=240, capture_output=True)
    with zipfile.ZipFile(tmp_path / "sounds.odp") as pack:
        content = ElementTree.fromstring(pack.read("content.xml"))
    draw = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
    pages = list(content.iter(f"{draw}page"))
    assert len(pages) == 2
    for page in pages:
        media = [each for each in page.iter(f"{draw}plugin")]
        assert len(media) == 1
        assert media[0].get("{http://www.w3.org/1999/xlink}href", "").endswith(".mp3")
    assert HOSTILE in "".join(pages[0].itertext())


def test_slides_that_are_there_are_not_lost(library, slides, tmp_path):
    chosen = choose(library, library.sounds())
    with pytest.raises(PaperExists):
        give_slides(library, chosen, slides)
    assert give_slides(library, chosen, slides, overwrite=True) == slides
