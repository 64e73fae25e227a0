"""The fixed words on what is printed: `assets/printing/words.toml`, which a teacher may edit."""

from functools import cache

from assets import asset
from evidence.papers.wording import Words
from rubric.tables import ContentFault, read_table


class PrintingFault(ContentFault):
    """The file of fixed words cannot be used as it stands."""


def said(key: str, **facts: object) -> str:
    """One text, with facts in the place of `{names}`."""
    return _words()(key, **facts)


@cache
def _words() -> Words:
    return Words(read_table(asset("printing", "words.toml"), PrintingFault))
