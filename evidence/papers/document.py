"""Any paper as a file: what it becomes is said by the end of the file's name."""

from pathlib import Path

from evidence.library import Library
from evidence.papers.paper import Paper
from studio.disk import reason, replacing
from studio.errors import StudioError
from studio.wording import listed

FORMS = (".pdf", ".docx", ".html", ".txt")


class PaperExists(StudioError):
    """A paper where there is a file already."""


class PaperNotWritten(StudioError):
    """A paper that could not be written where it was asked for."""


def write_document(library: Library, paper: Paper, out: Path | str, *, overwrite: bool = False) -> Path:
    """Write a paper as a PDF, a Word file, a page for any browser or plain text.

    The same paper gives the same bytes.

    Raises
    ------
    AdultsOnly, PaperExists, PaperNotWritten
        If it may not or cannot be.
    """
    library.adults.need("write a paper")
    out = Path(out)
    check_name(out, FORMS, overwrite=overwrite)
    return put_file(out, _bytes_of(paper, out.suffix.lower()))


def check_name(out: Path, forms: tuple[str, ...], *, overwrite: bool) -> None:
    """See, before any work is done, that a file can have this name and that none is lost by it."""
    if out.suffix.lower() not in forms:
        ends = listed(list(forms)).replace(" and ", " or ")
        raise PaperNotWritten(f"“{out.name}” does not end in {ends}.", "Give it a name that does.")
    if out.exists() and (not overwrite or out.is_dir()):
        raise PaperExists(
            f"“{out.name}” is there already.", "Choose another name, or say that it may be replaced."
        )


def put_file(out: Path, content: bytes) -> Path:
    """Put a finished file in its place, whole or not at all."""
    try:
        with replacing(out) as part:
            part.write_bytes(content)
    except OSError as error:
        raise PaperNotWritten(
            f"“{out.name}” could not be written: {reason(error)}.",
            "Close it if it is open, or choose another place.",
        ) from error
    return out


def _bytes_of(paper: Paper, form: str) -> bytes:
    # Each here, since each brings a library that the others do not need.
    match form:
        case ".pdf":
            from evidence.papers.pdf import pdf_bytes as made
        case ".docx":
            from evidence.papers.word import word_bytes as made
        case ".html":
            from evidence.papers.web import web_bytes as made
        case _:
            from evidence.papers.plain_text import text_bytes as made
    return made(paper)
