import tomllib
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from assets import asset
from evidence.printing.faces import PLAIN, SHAPES, face_of
from evidence.printing.letters import BOX

TABLE = tomllib.loads(asset("fonts", "fonts.toml").read_text("utf-8"))


def letters_in(ranges: str) -> set[int]:
    ends = [one.partition("-") for one in ranges.split()]
    return {at for first, _, last in ends for at in range(int(first, 16), int(last or first, 16) + 1)}


@pytest.mark.parametrize("face", TABLE)
def test_a_font_has_every_letter_that_it_is_chosen_for(face):
    font = TTFont(BytesIO(asset("fonts", face).read_bytes()))
    assert letters_in(TABLE[face]) <= font.getBestCmap().keys()


def test_every_letter_is_in_one_font():
    counted = [letter for ranges in TABLE.values() for letter in letters_in(ranges)]
    assert len(counted) == len(set(counted))


def test_every_font_in_the_folder_is_used():
    there = {file.name for file in asset("fonts").iterdir() if file.name.endswith(".ttf")}
    assert there == {*TABLE, "Bold.ttf", "Round.ttf"}


@pytest.mark.parametrize(
    ("letter", "face"),
    [
        *(("a", PLAIN), ("Ж", PLAIN), ("م", "Arabic.ttf"), ("학", "Hangul.ttf"), ("學", "Han.ttf")),
        *(
            ("𠮷", "RareHan.ttf"),
            *(
                (BOX, SHAPES),
                ("。", "RareHan.ttf"),
                ("「", "RareHan.ttf"),
                ("ـ", "Arabic.ttf"),
                ("।", "Devanagari.ttf"),
            ),
            ("🎵", "Signs.ttf"),
            ("\ue123", None),
            ("\ud800", None),
            ("\U0010ffff", None),
        ),
    ],
)
def test_a_letter_has_its_font(letter, face):
    assert face_of(letter) == face


def test_the_fonts_are_small_beside_the_sounds_that_they_tell_of():
    assert sum(len(file.read_bytes()) for file in asset("fonts").iterdir() if file.is_file()) < 15_000_000


@pytest.mark.parametrize("face", ["RareHan.ttf", "Rest.ttf", "Upper.ttf"])
def test_a_glyph_stands_where_it_is_drawn(face):
    font = TTFont(BytesIO(asset("fonts", face).read_bytes()))
    shapes, sides = font["glyf"], font["hmtx"].metrics
    assert all(sides[name][1] == getattr(shapes[name], "xMin", 0) for name in font.getGlyphOrder()[:3000])
