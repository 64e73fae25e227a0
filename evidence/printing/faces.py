"""The fonts of a PDF: a plain one for most names, and others that are opened when a letter needs them."""

from bisect import bisect_right
from functools import cache
from importlib.resources import as_file
from typing import TYPE_CHECKING

from assets import asset
from evidence.printing.letters import JOINERS

if TYPE_CHECKING:
    from fpdf import FPDF
    from fpdf.fonts import TTFFont

PLAIN = "Plain.ttf"
ROUND = "Round.ttf"
"""The font of large words."""
SHAPES = "Shapes.ttf"
"""The font that has the box."""
_FAMILY, _BOLD = "Plain", "Bold.ttf"


class Faces:
    """The fonts that one PDF uses, by the names of their files."""

    def __init__(self, pdf: "FPDF") -> None:
        self._pdf = pdf
        self._open: dict[str, TTFFont] = {}
        for style, name in (("", PLAIN), ("B", _BOLD)):
            self._add(_FAMILY, style, name)

    def widths(self, *, bold: bool = False) -> dict[str, float]:
        """Every letter of the plain font, with its width in thousandths of the size."""
        return self.widths_of(PLAIN, bold=bold)

    def widths_of(self, face: str, *, bold: bool = False) -> dict[str, float]:
        """The same of another font."""
        font = self.font(face, bold=bold)
        return {chr(code): font.cw[code] for code in font.cmap}

    def font(self, face: str, *, bold: bool = False) -> "TTFFont":
        """A font, opened if it is not; only the plain one has a bold sister."""
        name = _BOLD if bold and face == PLAIN else face
        if name not in self._open:
            self._add(name.partition(".")[0], "", name)
        return self._open[name]

    def choose(self, face: str, size: float, *, bold: bool = False) -> bool:
        """Set the font of what is written next; False when it is not as bold as asked for."""
        self.font(face)
        if face == PLAIN:
            self._pdf.set_font(_FAMILY, "B" if bold else "", size)
            return True
        self._pdf.set_font(face.partition(".")[0], "", size)
        return not bold

    def shows(self, face: str, letters: str) -> bool:
        """Whether a font has all the letters; what only joins needs none."""
        return all(ord(letter) in self.font(face).cmap or letter in JOINERS for letter in letters)

    def _add(self, family: str, style: str, name: str) -> None:
        from fpdf.fonts import TTFFont

        with as_file(asset("fonts", name)) as path:
            self._pdf.add_font(family, style, path)
        font = self._pdf.fonts[f"{family.lower()}{style}"]
        assert isinstance(font, TTFFont)
        self._open[name] = font


def face_of(letter: str) -> str | None:
    """The font that is chosen for a letter, if any has it."""
    starts, stops, faces = _ranges()
    at = bisect_right(starts, ord(letter)) - 1
    return faces[at] if at >= 0 and ord(letter) <= stops[at] else None


@cache
def _ranges() -> tuple[list[int], list[int], list[str]]:
    import tomllib

    table = tomllib.loads(asset("fonts", "fonts.toml").read_text("utf-8"))
    found = []
    for face, ranges in table.items():
        for one in ranges.split():
            first, _, last = one.partition("-")
            found.append((int(first, 16), int(last or first, 16), face))
    starts, stops, faces = zip(*sorted(found), strict=True)
    return list(starts), list(stops), list(faces)
