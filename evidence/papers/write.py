"""Writing a paper: facts gathered, fitted to its pages, in the form that the file's name asks for."""

from collections.abc import Iterable
from pathlib import Path

from evidence.library import Library
from evidence.papers.facts import Wish, facts_of
from evidence.papers.kinds import kind_of
from evidence.papers.measure import fitted
from evidence.papers.paper import Paper
from evidence.papers.wording import words
from rubric.framework import Framework
from studio.disk import reason, replacing
from studio.errors import StudioError

FORMS = (".docx", ".html")


class PaperExists(StudioError):
    """A paper where there is a file already."""


class PaperNotWritten(StudioError):
    """A paper that could not be written where it was asked for."""


def write_paper(
    library: Library,
    kind: str,
    out: Path | str,
    framework: Framework,
    *,
    about: str | None = None,
    channel: str | None = None,
    questions: Iterable[str] = (),
    overwrite: bool = False,
) -> Path:
    """Write one paper as a Word file or a page, by the end of its name.

    The same library and clock give the same bytes.

    Raises
    ------
    AdultsOnly, UnknownPaper, PaperExists, PaperNotWritten
        If it may not or cannot be; and what the kind of paper itself refuses.
    """
    out = Path(out)
    library.adults.need("write a paper")
    _check_name(out, overwrite=overwrite)
    made = make_paper(library, kind, framework, about=about, channel=channel, questions=questions)
    content = _bytes_of(made, out.suffix.lower())
    try:
        with replacing(out) as part:
            part.write_bytes(content)
    except OSError as error:
        raise PaperNotWritten(
            f"“{out.name}” could not be written: {reason(error)}.",
            "Close it if it is open, or choose another place.",
        ) from error
    return out


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


def _bytes_of(paper: Paper, form: str) -> bytes:
    # Here, since each brings a library that the other does not need.
    if form == ".docx":
        from evidence.papers.word import word_bytes

        return word_bytes(paper)
    from evidence.papers.web import web_bytes

    return web_bytes(paper)


def _check_name(out: Path, *, overwrite: bool) -> None:
    if out.suffix.lower() not in FORMS:
        raise PaperNotWritten(
            f"“{out.name}” does not end in .docx or .html.", "Give it a name that does: .docx is for Word."
        )
    if out.exists() and (not overwrite or out.is_dir()):
        raise PaperExists(
            f"“{out.name}” is there already.", "Choose another name, or say that it may be replaced."
        )
