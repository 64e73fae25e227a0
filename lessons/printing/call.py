"""The call for a new competition: a poster, and the words that the leaders say in assembly."""

from pathlib import Path

from evidence.library import Library
from evidence.papers.document import write_document
from evidence.papers.paper import Block, Bullets, Paper, Text
from lessons.competitions.competition import Competition
from lessons.printing.outcome import leaders_of
from lessons.printing.poster import Poster, poster
from lessons.printing.result_papers import paper_of
from lessons.printing.wording import told
from studio.wording import date_in_words, listed


def call_poster(
    library: Library, competition: Competition, out: Path | str, *, overwrite: bool = False
) -> Path:
    """Write the poster of a new competition as a PDF.

    Raises
    ------
    AdultsOnly, PaperExists, PaperNotWritten
    """
    brief = competition.brief
    lines = (
        brief.hook,
        told("call_make", make=_sentence(brief.make)),
        *([told("call_must")] if brief.must else []),
        *(told("call_dot", text=text) for text in brief.must),
        told("call_length", length=brief.length, years=listed(list(competition.years))),
        told("call_by", date=date_in_words(competition.closes)),
        told("call_who", leaders=leaders_of(library)),
    )
    made = Poster(title=told("call_over"), big=competition.title, lines=lines)
    return poster(library, made, out, overwrite=overwrite)


def call_script(
    library: Library, competition: Competition, out: Path | str, *, overwrite: bool = False
) -> Path:
    """Write what the leaders say in assembly, in large print.

    Raises
    ------
    AdultsOnly, PaperExists, PaperNotWritten
    """
    return write_document(library, _script(library, competition), out, overwrite=overwrite)


def _script(library: Library, competition: Competition) -> Paper:
    brief, leaders, day = competition.brief, leaders_of(library), date_in_words(competition.closes)
    length = told("call_length", length=brief.length, years=listed(list(competition.years)))
    must: list[Block] = [Text(told("call_must")), Bullets(brief.must)] if brief.must else []
    blocks: list[Block] = [
        Text(told("hello", leaders=leaders)),
        Text(" ".join([told("call_now", title=competition.title), brief.hook])),
        Text(told("call_make", make=_sentence(brief.make))),
        *must,
        Text(" ".join([length, told("call_by", date=day)])),
        Text(told("call_listen")),
        Bullets(tuple(question.words for question in competition.questions)),
        Text(told("call_ask", leaders=leaders)),
    ]
    today = date_in_words(library.now().date())
    return paper_of(library, told("call_script_over"), competition.title, blocks, day=today, large=True)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
