"""Slides that play: one a sound, with its title, its picture and whom to thank. PowerPoint opens them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from evidence.bundle.credits import credits_of
from evidence.library import Library
from evidence.papers.document import check_name, put_file
from evidence.papers.paper import shown
from evidence.sound import Sound
from lessons.look import Looks
from studio.giving.chosen import Chosen, Progress, opened
from studio.wording import clock

FORMS = (".pptx",)
_WIDE, _HIGH = 13.333, 7.5
"""Inches of a slide, sixteen to nine."""
_BLANK = 6
"""The empty layout of the library's own template."""
_MIME = "audio/mpeg"
_KBPS = 160
_LONGEST_PROPERTY = 255
"""Characters; what finds the slides of a withdrawn sound there is beside its title on the slide."""


def give_slides(
    library: Library,
    chosen: Chosen,
    out: Path,
    *,
    level: bool = True,
    overwrite: bool = False,
    progress: Progress | None = None,
) -> Path:
    """Write a presentation in which every slide plays one sound when its picture is clicked.

    Raises
    ------
    PaperExists, PaperNotWritten
    """
    from pptx import Presentation  # half a second, and only for this
    from pptx.util import Inches

    from studio.audio.files.encode import mp3_bytes
    from studio.giving.wave_picture import wave_png  # an encoder and a painter, too

    check_name(out, FORMS, overwrite=overwrite)
    look = Looks(library).now()
    show = Presentation()
    show.slide_width, show.slide_height = Inches(_WIDE), Inches(_HIGH)
    names = chosen.file_names(".mp3")
    for done, (sound, name) in enumerate(zip(chosen.sounds, names, strict=True)):
        slide = show.slides.add_slide(show.slide_layouts[_BLANK])
        with opened(library, sound, level=level) as source:
            _words(slide, sound.title, top=0.6, size=40, bold=True)
            _words(slide, f"{clock(source.seconds)} · Click the picture to hear it.", top=1.6, size=20)
            mp3 = mp3_bytes(source, mono=False, kbps=_KBPS)
            _sound(slide, name, mp3, wave_png(source, look.main))
        _thank(slide, sound)
        if progress is not None:
            progress((done + 1) / len(names))
    file = BytesIO()
    show.core_properties.author = shown(library.school)
    show.core_properties.keywords = " ".join(sound.id for sound in chosen.sounds)[:_LONGEST_PROPERTY]
    show.core_properties.title = "Our sounds"
    show.save(file)
    return put_file(out, file.getvalue())


def _words(slide: Any, text: str, *, top: float, size: int, bold: bool = False) -> None:
    """One line of text across the slide; it is text and never anything else."""
    from pptx.enum.text import MSO_AUTO_SIZE
    from pptx.util import Inches, Pt

    box = slide.shapes.add_textbox(Inches(0.8), Inches(top), Inches(_WIDE - 1.6), Inches(1.0))
    frame = box.text_frame
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE
    run = frame.paragraphs[0].add_run()
    run.text = shown(text)
    run.font.size, run.font.bold = Pt(size), bold


def _sound(slide: Any, name: str, mp3: bytes, picture: bytes) -> None:
    """Put a sound on a slide, under its picture; clicking the picture plays it."""
    from pptx.opc.constants import RELATIONSHIP_TYPE
    from pptx.opc.packuri import PackURI
    from pptx.oxml.ns import qn
    from pptx.util import Inches

    shape = slide.shapes.add_movie(
        BytesIO(mp3),
        Inches(0.8),
        Inches(2.5),
        Inches(_WIDE - 1.6),
        Inches(3.3),
        poster_frame_image=BytesIO(picture),
        mime_type=_MIME,
    )
    shape.name = shown(name)
    # What comes as a film is a sound: PowerPoint then shows no black frame, and others know what it is.
    film = shape._element.find(".//" + qn("a:videoFile"))
    target = slide.part.rels[film.get(qn("r:link"))].target_part
    target.partname = PackURI(f"{target.partname.rpartition('.')[0]}.mp3")  # else an ending nothing knows
    slide.part.drop_rel(film.get(qn("r:link")))
    film.tag = qn("a:audioFile")
    film.set(qn("r:link"), slide.part.relate_to(target, RELATIONSHIP_TYPE.AUDIO))
    for timed in slide._element.iter(qn("p:video")):
        timed.tag = qn("p:audio")


def _thank(slide: Any, sound: Sound) -> None:
    """Say at the foot whose the sound is, if somebody outside made it."""
    credit = credits_of((sound,)).get(sound.id)
    if credit is not None:
        _words(slide, credit.words(sound.title), top=6.4, size=14)
