"""A small unit of work for tests, as somebody at a school would write it."""

from pathlib import Path

from lessons.part_names import PARTS
from lessons.units.load import parse_unit
from lessons.units.unit import Unit

PART = """
[[parts]]
name = "{name}"
minutes = 9
do = ["Listen.", "Play."]
say = "Ready? Listen."
ask = "What did you hear?"
"""
SMALL = (
    """
id = "OUR-BELLS"
title = "Our bells"
year_groups = ["Y4", "Y3"]
shows = ["MT1:silver"]
subjects = ["Music", "Science"]
curriculum = ["K2c"]
dimensions = ["pitch"]
minutes = 45
lessons = 2
idea = "Pupils record the school's bells and put them in order."
you_need = ["a bell", "a microphone"]
kit = ["microphone", "objects"]
prepare = ["Ask the caretaker, in secret."]
words = [["ring", "to sound like a bell"]]
everyone_in = ["Feel the bell."]
safety = []
evidence = ["Two recordings"]
spread = ["Lesson 1: record.", "Lesson 2: play."]
"""
    + "".join(PART.format(name=name) for name in PARTS)
    + """
[look_fors]
working = "Rings a bell."
expected = "Orders the bells."
deeper = "Says why."
"""
)


def a_unit_file(folder: Path, *swaps: tuple[str, str], name: str = "our-bells.toml") -> Path:
    """The file, with some words swapped."""
    text = SMALL
    for old, new in swaps:
        assert old in text
        text = text.replace(old, new, 1)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def a_unit(*swaps: tuple[str, str]) -> Unit:
    """The unit itself."""
    text = SMALL
    for old, new in swaps:
        assert old in text
        text = text.replace(old, new, 1)
    return parse_unit(text.encode(), "our-bells.toml")
