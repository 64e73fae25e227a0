"""The fixed words on what is printed: `assets/printing/*.toml`, which a teacher may edit."""

from functools import cache

from assets import asset
from evidence.papers.wording import Words
from rubric.tables import ContentFault, read_table


class PrintingFault(ContentFault):
    """A file of fixed words that cannot be used as it stands."""


def said(key: str, **facts: object) -> str:
    """One text on certificates, badges and posters, with facts in the place of `{names}`."""
    return _words("words")(key, **facts)


def told(key: str, **facts: object) -> str:
    """The same of those around a result."""
    return _words("results")(key, **facts)


def heads(key: str) -> tuple[str, ...]:
    """The heads of a table around a result."""
    return _words("results").all(key)


@cache
def _words(name: str) -> Words:
    return Words(read_table(asset("printing", f"{name}.toml"), PrintingFault))
