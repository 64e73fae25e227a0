"""What every printed page begins and ends with: an adult, a free name, and the file put in its place."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from evidence.library import Library
from evidence.papers.document import check_name, put_file
from lessons.colour import Colour
from lessons.look import Look, Looks
from lessons.printing.sheet import Box, Sheet, Type
from lessons.printing.wording import said
from studio.errors import StudioError

GREY = Colour(85, 93, 100)
"""Of small print."""
_FOOT = Type(10, colour=GREY)


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

    def sheet(self, title: str, *, landscape: bool = False, about: Iterable[str] = ()) -> Sheet:
        """Blank pages under a title that the program that shows them says; `about` has ids of sounds."""
        whole = f"{self.school}: {title}" if self.school else title
        ids = list(filter(None, about))
        return Sheet(title=whole, made=self._made, landscape=landscape, about=ids)

    def foot(self, sheet: Sheet, inside: Box, text: str, page: int = 1, pages: int = 1) -> None:
        """The last line of a page: the school, a text, and which page of several it is."""
        line = Box(inside.x, inside.bottom - 3, inside.width, 6)
        told = " · ".join(filter(None, [self.school, text]))
        sheet.words(told, Box(line.x, line.y, line.width - 25, 6), _FOOT, at=0.0, most=1)
        if pages > 1:
            sheet.words(said("page", page=page, pages=pages), line, _FOOT, at=1.0)

    def put(self, sheet: Sheet) -> Path:
        """The finished file."""
        return put_file(self.out, sheet.finish())


def refuse_nothing(things: Sequence[object], what: str) -> None:
    """Refuse an empty list, which would be an empty file."""
    if not things:
        raise NothingToPrint(f"There is no {what} to print.", "Choose for whom it is.")
