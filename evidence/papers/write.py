"""Writing a paper: facts gathered, fitted to its pages, in the form that the file's name asks for."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from evidence.library import Library
from evidence.papers.document import FORMS, PaperExists, PaperNotWritten, check_name, write_document
from evidence.papers.facts import Wish, facts_of
from evidence.papers.kinds import kind_of
from evidence.papers.measure import fitted
from evidence.papers.paper import Paper
from evidence.papers.wording import words
from rubric.framework import Framework

__all__ = ["FORMS", "PaperExists", "PaperNotWritten", "make_paper", "write_paper"]


def write_paper(
    library: Library,
    kind: str,
    out: Path | str,
    framework: Framework,
    *,
    about: str | None = None,
    channel: str | None = None,
    questions: Iterable[str] = (),
    large: bool = False,
    overwrite: bool = False,
) -> Path:
    """Write one paper as a PDF, a Word file, a page or plain text, by the end of its name.

    In `large` print it takes as many pages as it takes.

    The same library and clock give the same bytes.

    Raises
    ------
    AdultsOnly, UnknownPaper, PaperExists, PaperNotWritten
        If it may not or cannot be; and what the kind of paper itself refuses.
    """
    out = Path(out)
    library.adults.need("write a paper")
    check_name(out, FORMS, overwrite=overwrite)
    made = make_paper(library, kind, framework, about=about, channel=channel, questions=questions)
    if large:
        made = replace(made, large=True, pages=None)
    return write_document(library, made, out, overwrite=overwrite)


def make_paper(
    library: Library,
    kind: str,
    framework: Framework,
    *,
    about: str | None = None,
    channel: str | None = None,
    questions: Iterable[str] = (),
) -> Paper:
    """The paper itself, before it is a file; see `write_paper`."""
    library.adults.need("write a paper")
    chosen = kind_of(kind)
    wish = Wish(about=about, channel=channel, questions=tuple(questions))
    facts = facts_of(library, framework, chosen.id, wish)
    return fitted(lambda room: chosen.make(facts, room), words("shared")("more"))
