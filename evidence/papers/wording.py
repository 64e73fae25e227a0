"""The fixed words of the papers: `assets/papers/*.toml`, which a teacher may edit."""

import re
from functools import cache

from assets import asset
from rubric.tables import ContentFault, Table, read_table


class PaperFault(ContentFault):
    """A file of fixed words that cannot be used as it stands."""


class Words:
    """The fixed words of one kind of paper."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def __call__(self, key: str, **facts: object) -> str:
        """One text, with facts in the place of `{names}`; a fact is never read for names itself."""
        return self._filled(key, self._table.text(key), facts)

    def all(self, key: str, **facts: object) -> tuple[str, ...]:
        """A list of texts."""
        return tuple(self._filled(key, text, facts) for text in self._table.texts(key))

    def has(self, key: str) -> bool:
        """Whether a text that may be left out is there."""
        return self._table.has(key)

    def truth(self, key: str) -> bool:
        """True or false."""
        return self._table.truth(key)

    def number(self, key: str) -> int:
        """A whole number."""
        return int(self._table.number(key))

    def _filled(self, key: str, text: str, facts: dict[str, object]) -> str:
        def fact(found: re.Match[str]) -> str:
            if found[1] not in facts:
                known = ", ".join(f"{{{name}}}" for name in facts) or "none"
                raise self._table.fault(
                    key, f"nothing is known as {{{found[1]}}} here.", f"These can stand here: {known}."
                )
            return str(facts[found[1]])

        return re.sub(r"\{(\w+)\}", fact, text)


@cache
def words(name: str) -> Words:
    """The fixed words of a kind of paper, or those that all `share`.

    Raises
    ------
    PaperFault
        If the file cannot be used.
    """
    return Words(read_table(asset("papers", f"{name}.toml"), PaperFault))
