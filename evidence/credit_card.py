"""The credit card of a found sound: what it is called, who made it, what one may do with it, where it was."""

from dataclasses import asdict, dataclass
from typing import Any, Self

from evidence.words import clean_line

LICENCES = ("CC0", "BY", "BY-NC", "other")
"""Free for everything; say who made it; say it, and never sell it; something else."""

_LICENCE_WORDS = {"CC0": "CC0", "BY": "CC BY", "BY-NC": "CC BY-NC, not for sale", "other": "ask first"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditCard:
    """What one must say with somebody else's sound."""

    title: str = ""
    """What its maker called it."""
    author: str = ""
    licence: str = "other"
    """One of `LICENCES`."""
    link: str = ""
    """Where it was found: kept as text, and never opened."""

    def __post_init__(self) -> None:
        if self.licence not in LICENCES:
            raise ValueError(f"licence must be one of {LICENCES}, not {self.licence!r}")
        for name in ("title", "author", "link"):
            value = clean_line(getattr(self, name), called=f"The {name}")
            object.__setattr__(self, name, value)

    @property
    def may_be_sold(self) -> bool:
        """False for a sound that may only be used where nobody earns with it."""
        return self.licence in ("CC0", "BY")

    @property
    def words(self) -> str:
        """The line of credit."""
        title = f"“{self.title}”" if self.title else ""
        by = f"by {self.author}" if self.author else "by somebody unknown"
        line = " ".join(part for part in (title, by, f"({_LICENCE_WORDS[self.licence]})", self.link) if part)
        return line[:200].rstrip()

    def as_plain(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return asdict(self)

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> Self:
        """Read what `as_plain` wrote."""
        return cls(**plain)
