"""The content as it stands in its files, read by nothing but a TOML parser."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from assets import asset

PARTS = ["starter", "input", "modelling", "activity", "plenary"]
PRIMARY = ["EYFS", "Y1", "Y2", "Y3", "Y4", "Y5", "Y6"]
YEARS = [*PRIMARY, "Y7", "Y8", "Y9"]


def table(*parts: str) -> dict[str, Any]:
    """A file of `assets/` as it stands."""
    return tomllib.loads(asset(*parts).read_text(encoding="utf-8"))


def texts_in(value: object) -> Iterator[str]:
    """Every text in a table, however deep, its white space made single."""
    if isinstance(value, str):
        yield " ".join(value.split())
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts_in(each)


def sentence_lengths(text: str) -> list[int]:
    """How many words each sentence has."""
    return [len(each.split()) for each in re.split(r"(?<=[.?!:])\s+", " ".join(text.split())) if each]


UNIT_FILES = sorted(file.name for file in asset("lessons", "units").iterdir() if file.name.endswith(".toml"))
UNITS = {unit["id"]: unit for unit in (table("lessons", "units", name) for name in UNIT_FILES)}
PLANS = {name: table("club", f"plans-{name}.toml") for name in ("six", "twelve")}
BRIEFS = table("competitions", "briefs.toml")["briefs"]
