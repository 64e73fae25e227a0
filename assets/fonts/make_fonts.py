"""Make the fonts of `summary.pdf` beside this file, and `fonts.toml`, which says what letters each one shows.

    python assets/fonts/make_fonts.py FOLDER...

The folders, with all that is in them, hold the fonts named below, as Debian 12 has them in fonts-noto-core,
fonts-noto-cjk, fonts-dejavu-core, fonts-droid-fallback, fonts-nanum, fonts-symbola and fonts-unifont. Each
font keeps the letters that no font before it has, without hints, which paper does not need. Beside them
stands a round one, of Debian's fonts-quicksand, for large words on certificates and posters.
"""

import sys
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

HERE = Path(__file__).parent
PLAIN = (("NotoSans-Regular.ttf", "Plain"), ("NotoSans-Bold.ttf", "Bold"))
"""The fonts of plain text."""
ROUND = ("Quicksand-Bold.ttf", "Round")
"""For large words; where it lacks a letter, the whole words are set in the bold plain font."""
PLAIN_RANGES = [
    *(
        (0x20, 0x52F),
        (0x1AB0, 0x1AFF),
        (0x1C80, 0x1C8F),
        (0x1D00, 0x2BFF),
        (0x2C60, 0x2C7F),
        (0x2DE0, 0x2E7F),
    ),
    *((0xA640, 0xA7FF), (0xAB30, 0xAB6F), (0xFB00, 0xFB06), (0xFE20, 0xFE2F)),
]
"""Latin, Greek, Cyrillic, phonetics, marks and signs."""

SCRIPTS = """
    Arabic Hebrew Devanagari Bengali Gujarati Gurmukhi Tamil Telugu Kannada Malayalam Oriya Sinhala
    Thai Lao Khmer Myanmar Tibetan Ethiopic Armenian Georgian Syriac Thaana Adlam Balinese Bamum
    BassaVah Batak Buginese CanadianAboriginal Chakma Cham Cherokee Coptic GunjalaGondi
    HanifiRohingya Hmong Javanese KayahLi Lepcha Limbu Mandaic MasaramGondi MeeteiMayek MendeKikakui
    Miao Mongolian Mro NKo NewTaiLue Newa OlChiki Osage PahawhHmong Rejang Saurashtra SoraSompeng
    Sundanese SylotiNagri Tagalog TaiLe TaiTham TaiViet Tifinagh Vai Wancho WarangCiti Yi
"""
"""Scripts that people write today, each in a font of its own; who lends signs to others comes first."""

BETTER = {
    "Tibetan": "NotoSerifTibetan",
    "Hmong": "NotoSerifNyiakengPuachueHmong",
}
BEYOND = ("Coptic", "Ethiopic", "Georgian", "Tifinagh")
"""Scripts with letters after the signs that all share."""
SHARED = {0x20, 0xA0, 0x200C, 0x200D, 0x25CC, 0x964, 0x965}
"""Letters that a script's own font keeps: spaces, joiners, the ring under a lone mark, full stops."""

REST = (
    ("DejaVuSans.ttf", "Shapes", [(0xA1, 0x2E7F), (0xA000, 0xD7FF), (0xFB00, 0xFEFF), (0x10000, 0x1FFFF)]),
    ("NanumSquareR.ttf", "Hangul", [(0x3130, 0x318F), (0xAC00, 0xD7A3)]),
    ("DroidSansFallbackFull.ttf", "Han", [(0x2E80, 0x2FFF), (0x3040, 0x9FFF), (0xF900, 0xFAFF)]),
    (
        "NotoSansCJK-Regular.ttc",
        "RareHan",
        [(0x2E80, 0x9FFF), (0xF900, 0xFAFF), (0xFE30, 0xFFEF), (0x20000, 0x3FFFF)],
    ),
    ("NotoMusic-Regular.ttf", "Music", [(0x1D100, 0x1D24F)]),
    ("Symbola_hint.ttf", "Signs", [(0x2000, 0x2BFF), (0x1D000, 0x1D7FF), (0x1F000, 0x1FAFF)]),
    ("unifont.otf", "Rest", [(0xA1, 0xD7FF), (0xF900, 0xFFEF)]),
    ("unifont_upper.otf", "Upper", [(0x10000, 0x1FFFF)]),
)
"""File, name and the letters wanted of fonts for everything else, the last being drawn in squares."""


def letters_of(font: TTFont) -> set[int]:
    """The letters that a font has."""
    return set(font.getBestCmap())


def block_of(script: str, letters: set[int]) -> set[int]:
    """The letters of a script's font that are of the script: not Latin, and no signs that all share."""
    shared = [
        (0, 0x52F),
        (0x1E00, 0x2C7F if script in BEYOND else 0x30FF),
        (0xFE00, 0xFE2F),
        (0xFF00, 0xFFEF),
    ]
    return letters - within(letters, shared)


def straightened(font: TTFont) -> TTFont:
    """The same font with TrueType outlines, which every version of fpdf2 can put into a PDF."""
    glyphs, order = font.getGlyphSet(), font.getGlyphOrder()
    drawn = {}
    for name in order:
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, _NEAR, reverse_direction=True))
        drawn[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = order, drawn
    for glyph in drawn.values():
        glyph.recalcBounds(font["glyf"])
    font["hmtx"].metrics = {
        name: (wide, drawn[name].xMin) for name, (wide, _) in font["hmtx"].metrics.items()
    }
    del font["CFF "]
    limits = font["maxp"]
    limits.tableVersion = 0x00010000
    for field in ("maxZones", *_LIMITS):
        setattr(limits, field, 1 if field == "maxZones" else 0)
    font["post"].formatType, font.sfntVersion = 3.0, "\x00\x01\x00\x00"
    return font


_NEAR = 1.0
"""How far, in units of the font, an outline may leave the curve that it stands for."""
_LIMITS = (
    *("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements"),
    *("maxSizeOfInstructions", "maxComponentElements", "maxPoints", "maxContours", "maxCompositePoints"),
    *("maxCompositeContours", "maxComponentDepth"),
)


def cut(font: TTFont, letters: set[int]) -> TTFont:
    """The font with these letters only, and whatever glyphs they are shaped into."""
    options = Options(hinting=False, name_IDs=["*"], notdef_outline=True, glyph_names=False)
    options.drop_tables += ["DSIG", "MATH", "FFTM", "EBDT", "EBLC", "EBSC", "VDMX", "hdmx", "LTSH", "PCLT"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    return font


def renamed(font: TTFont, name: str) -> TTFont:
    """The font under a name of our own, as the makers of some ask of a changed one."""
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6, 16, 18):
            record.string = f"Soundingboard{name}" if record.nameID == 6 else f"Soundingboard {name}"
    return font


def in_ranges(letters: Iterable[int]) -> str:
    """Letters as `0041-005A 0061`."""
    ranges = []
    for _, run in groupby(enumerate(sorted(letters)), lambda pair: pair[1] - pair[0]):
        found = [letter for _, letter in run]
        ranges.append(f"{found[0]:04X}" if len(found) == 1 else f"{found[0]:04X}-{found[-1]:04X}")
    return " ".join(ranges)


def source(folders: list[Path], name: str) -> TTFont:
    """A font of the folders."""
    found = next((path for folder in folders for path in sorted(folder.rglob(name))), None)
    if found is None:
        raise SystemExit(f"{name} is in none of the folders.")
    return TTFont(found, recalcTimestamp=False, fontNumber=0)


def make(folders: list[Path]) -> None:
    """Write every font, and what letters each is chosen for."""
    chosen: dict[str, set[int]] = {}
    taken = plain_letters(folders)
    for name, short in PLAIN:
        write(cut(source(folders, name), taken | SHARED), short)
    chosen[f"{PLAIN[0][1]}.ttf"] = set(taken)
    round_font = source(folders, ROUND[0])
    write(renamed(cut(round_font, letters_of(round_font) & taken), ROUND[1]), ROUND[1])
    for script in SCRIPTS.split():
        font = source(folders, f"{BETTER.get(script, f'NotoSans{script}')}-Regular.ttf")
        own = block_of(script, letters_of(font))
        chosen[f"{script}.ttf"] = own - taken
        taken |= own
        write(cut(font, own | SHARED), script)
    for name, short, ranges in REST:
        font = source(folders, name)
        mine = within(letters_of(font), ranges) - taken
        chosen[f"{short}.ttf"] = mine
        taken |= mine
        font = renamed(cut(font, mine | {0x20}), short)
        write(straightened(font) if "CFF " in font else font, short)
    (HERE / "fonts.toml").write_text(table(chosen), "utf-8")


def plain_letters(folders: list[Path]) -> set[int]:
    """The letters that are there both regular and bold."""
    both = (letters_of(source(folders, name)) for name, _ in PLAIN)
    return within(set.intersection(*both), PLAIN_RANGES)


def within(letters: set[int], ranges: Iterable[tuple[int, int]]) -> set[int]:
    """The letters that are in one of the ranges."""
    return {at for at in letters if any(low <= at <= high for low, high in ranges)}


def write(font: TTFont, name: str) -> None:
    """Keep one font."""
    font.save(HERE / f"{name}.ttf")


def table(chosen: dict[str, set[int]]) -> str:
    """What letters each font is chosen for, as TOML."""
    lines = [
        "# Made by make_fonts.py: the letters that each font is chosen for, each letter in one font.",
        "",
    ]
    lines += [f'"{name}" = "{in_ranges(letters)}"' for name, letters in chosen.items()]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    make([Path(folder) for folder in sys.argv[1:]] or sys.exit(__doc__))
