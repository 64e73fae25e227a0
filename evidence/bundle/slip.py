"""The slip of a receipt, as a page to print: for the letter, the minutes, the file in the office."""

from pathlib import Path

from evidence.award.records import AwardRecords
from evidence.award.statement import Statement, Statements
from evidence.bundle.record import BundleRecord
from evidence.library import Library
from studio.disk import reason, write_whole
from studio.errors import StudioError
from studio.wording import count, date_in_words


class SlipNotWritten(StudioError):
    """The slip could not be put where it was to go."""


def write_slip(library: Library, record_id: str, out: Path) -> Path:
    """Write the slip of a sealed bundle as a page of its own, in the place of an older one.

    Raises
    ------
    AdultsOnly, UnknownRecord, SlipNotWritten
    """
    library.adults.need("print a receipt")
    record = AwardRecords(library, "bundle", "B", BundleRecord).one(record_id)
    if out.suffix.lower() not in (".html", ".htm"):
        raise SlipNotWritten(
            f"“{out.name}” does not end in .html.", "Give the slip a name that ends in .html."
        )
    try:
        write_whole(out, _page(library.school, record, Statements(library).newest()))
    except OSError as error:
        raise SlipNotWritten(
            f"“{out.name}” could not be written: {reason(error)}.", "Choose another place, then try again."
        ) from error
    return out


def _page(school: str, record: BundleRecord, statement: Statement | None) -> bytes:
    # Here, since only this and sealing need a template engine.
    from jinja2 import Environment, StrictUndefined

    from assets import asset

    environment = Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    template = environment.from_string(asset("templates", "slip.html").read_text(encoding="utf-8"))
    words = record.receipt.split()
    page = template.render(
        school=school,
        record=record,
        rows=[words[:4], words[4:]],
        statement=statement,
        date_in_words=date_in_words,
        day=date_in_words(record.sealed.date()),
        pieces=f"{count(len(record.entries), 'piece')} of evidence",
    )
    return page.encode("utf-8", "replace")
