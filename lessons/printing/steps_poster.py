"""Steps to follow, as large as a page allows: a way out of trouble, a card for a child, a list to tick."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evidence.library import Library
from lessons.colour import WHITE
from lessons.printing.fitting import largest, on_pages
from lessons.printing.icons import stop_sign
from lessons.printing.ornament import band, peaks_from
from lessons.printing.printed import GREY, Printing, refuse_nothing
from lessons.printing.sheet import Box, Fitted, Sheet, Type
from lessons.printing.wording import said

_SIZES = tuple(2.2 * 0.955**step for step in range(29))
_OVER_SEVERAL = 0.9
"""For what does not fit on a page even at the smallest of these."""
_TOP = 34.0
"""Of the title and the sound under it, on the first page."""
_APART = 4.0
"""Between two steps, at least."""
_CHIP = 16.0
"""From the left edge of “Yes” and “No” to their words."""
_LONGEST, _LONGEST_LABEL = 500, 60
"""Letters of a text; no step is longer than a page."""
_LABEL = 32.0
"""Of the column for labels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PosterStep:
    """One step: what to do or to look at, and what then."""

    text: str
    yes: str = ""
    no: str = ""
    label: str = ""
    """Before the words: when and who, such as `T-20 Floor`."""
    why: str = ""
    tick: bool = False
    """Whether it has a box to tick."""
    stop: bool = False
    """Whether an adult is fetched here."""


def steps_poster(
    library: Library,
    title: str,
    steps: Sequence[PosterStep | str],
    out: Path | str,
    *,
    foot: str = "",
    overwrite: bool = False,
) -> Path:
    """Write steps as a PDF, on one page where they fit.

    Raises
    ------
    AdultsOnly, NothingToPrint, PaperExists, PaperNotWritten
    """
    printing = Printing(library, out, overwrite=overwrite)
    refuse_nothing(steps, "step")
    every = [step if isinstance(step, PosterStep) else PosterStep(text=step) for step in steps]
    sheet = printing.sheet(title)
    inside = Box(20, 18, sheet.width - 40, sheet.height - 36)
    rows = _rows(sheet, printing, every, inside)
    room = inside.height - 10
    pages = on_pages(rows, room - _TOP, room)
    number = 1
    for at, page in enumerate(pages, 1):
        sheet.page()
        y = inside.y
        if at == 1:
            _head(sheet, printing, title, inside)
            y += _TOP
        spare = (inside.bottom - 8 - y - sum(row.height for row in page)) / len(page)
        gap = min(max(spare, 0), page[0].scale * 7)
        for row in page:
            row.draw(sheet, printing, inside.x, y, number)
            number += 1
            y += row.height + gap
        printing.foot(sheet, inside, foot, at, len(pages))
    return printing.put(sheet)


def _head(sheet: Sheet, printing: Printing, title: str, inside: Box) -> None:
    main = printing.look.main_colour.readable()
    words = Box(inside.x, inside.y, inside.width, 20)
    sheet.words(title, words, Type(40, least=10, round=True, colour=main, leading=1.1), at=None, most=2)
    band(sheet, Box(inside.x, inside.y + 21, inside.width, 8), printing.look, peaks_from(title, 90), step=2.0)


@dataclass(frozen=True, slots=True)
class _Row:
    """A step in lines that fit."""

    step: PosterStep
    scale: float
    width: float
    """Of its words."""
    before: float
    """Of what stands before them."""
    label: Fitted | None
    text: Fitted
    ways: tuple[tuple[str, Fitted], ...]
    why: Fitted | None

    @property
    def height(self) -> float:
        parts = [part.height for part in (self.text, self.why) if part]
        parts += [way.height + 1.2 * self.scale for _, way in self.ways]
        label = self.label.height if self.label else 0.0
        return max(sum(parts), label, 2 * self.radius) + _APART * self.scale

    @property
    def radius(self) -> float:
        """Of the disc with its number."""
        return 6 * self.scale

    def draw(self, sheet: Sheet, printing: Printing, x: float, y: float, number: int) -> None:
        """Put it on the page, from its upper left corner."""
        scale = self.scale
        self._mark(sheet, printing, x + self.radius, y + self.radius, number)
        x, y = x + 2 * self.radius + 5 * scale, y + self.radius - self.text.lines[0].height / 2
        if self.label:
            first = self.text.lines[0].height - self.label.lines[0].height
            sheet.put(self.label, Box(x, y + first / 2, self.before - 3 * scale, 0), at=0.0)
        x += self.before
        y = sheet.put(self.text, Box(x, y, self.width, 0), at=None)
        for word, way in self.ways:
            y += 1.2 * scale
            self._way(sheet, printing, word, x, y)
            y = sheet.put(way, Box(x + _CHIP * scale, y, self.width - _CHIP * scale, 0), at=None)
        if self.why:
            sheet.put(self.why, Box(x, y, self.width, 0), at=None)

    def _mark(self, sheet: Sheet, printing: Printing, x: float, y: float, number: int) -> None:
        look = printing.look
        box = Box(x - self.radius, y - self.radius, 2 * self.radius, 2 * self.radius)
        if self.step.stop:
            stop_sign(sheet, x, y, self.radius, look.main_colour)
        elif self.step.tick:
            sheet.outline(
                box.inside(self.radius * 0.18), look.main_colour, thick=0.7, round_=self.radius * 0.22
            )
        else:
            sheet.disc(x, y, self.radius, look.main_colour)
            sheet.words(str(number), box, Type(19 * self.scale, round=True, colour=look.main_colour.ink))

    def _way(self, sheet: Sheet, printing: Printing, word: str, x: float, y: float) -> None:
        """“Yes” on a filled ground and “No” on a white one, so that they differ without colour."""
        look, scale = printing.look, self.scale
        chip = Box(x, y + 0.6 * scale, (_CHIP - 3) * scale, 5.4 * scale)
        yes = word == said("yes")
        sheet.fill(chip, look.main_colour if yes else WHITE, round_=2.6 * scale)
        sheet.outline(chip, look.main_colour, thick=0.4, round_=2.6 * scale)
        ink = look.main_colour.ink if yes else look.main_colour.readable()
        sheet.words(word, chip, Type(11.5 * scale, round=True, colour=ink), most=1)


def _rows(sheet: Sheet, printing: Printing, steps: Sequence[PosterStep], inside: Box) -> list[_Row]:
    """The steps as large as they fit on a page, or else on several."""
    before = _LABEL if any(step.label for step in steps) else 0.0

    def at(scale: float) -> list[_Row]:
        return [_row(sheet, printing, step, scale, inside.width, before * scale) for step in steps]

    def on_one_page(scale: float) -> list[_Row] | None:
        rows = at(scale)
        return rows if _TOP + sum(row.height for row in rows) <= inside.height - 10 else None

    return largest(_SIZES, on_one_page) or at(_OVER_SEVERAL)


def _row(
    sheet: Sheet, printing: Printing, step: PosterStep, scale: float, width: float, before: float
) -> _Row:
    main, wide = printing.look.main_colour.readable(), width - 17 * scale - before
    label = Type(13 * scale, round=True, colour=main)
    text = Type(18 * scale, bold=bool(step.yes or step.no) or step.stop)
    ways = tuple(
        (said(key), sheet.fitter.lines(way[:_LONGEST], Type(15 * scale), wide - _CHIP * scale))
        for key, way in (("yes", step.yes), ("no", step.no))
        if way
    )
    return _Row(
        step,
        scale,
        wide,
        before,
        sheet.fitter.lines(step.label[:_LONGEST_LABEL], label, before - 3 * scale) if step.label else None,
        sheet.fitter.lines(step.text[:_LONGEST], text, wide),
        ways,
        sheet.fitter.lines(step.why[:_LONGEST], Type(12 * scale, colour=GREY), wide) if step.why else None,
    )
