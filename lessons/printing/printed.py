"""What every printed page begins and ends with: an adult, a free name, and the file put in its place."""

from collections.abc import Sequence
from pathlib import Path

from evidence.library import Library
from evidence.papers.document import check_name, put_file
from lessons.look import Look, Looks
from lessons.printing.sheet import Sheet
from studio.errors import StudioError


class NothingToPrint(StudioError):
    """A certificate, badge or card for nobody."""


class Printing:
    """One PDF on its way: whose it is, how it looks, where it goes."""

    def __init__(self, library: Library, out: Path | str, *, overwrite: bool) -> None:
        library.adults.need("print certificates, badges and posters")
        self.out = Path(out)
        check_name(self.out, (".pdf",), overwrite=overwrite)
        self.school = library.school
        self.look: Look = Looks(library).now()
        self._made = library.now().replace(microsecond=0)

    def sheet(self, title: str, *, landscape: bool = False) -> Sheet:
        """Blank pages under a title that the program that shows them says."""
        return Sheet(
            title=f"{self.school}: {title}" if self.school else title, made=self._made, landscape=landscape
        )

    def put(self, sheet: Sheet) -> Path:
        """The finished file."""
        return put_file(self.out, sheet.finish())


def refuse_nothing(things: Sequence[object], what: str) -> None:
    """Refuse an empty list, which would be an empty file."""
    if not things:
        raise NothingToPrint(f"There is no {what} to print.", "Choose for whom it is.")
