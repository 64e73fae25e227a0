"""What is said about an entry beside itself: pupils' feedback, and what it said before a change."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from evidence.codes import parse_code
from evidence.words import clean_text
from rubric.framework import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """What pupils said of version 1, which led to version 2."""

    works: str
    """What works."""
    next: str
    """What to try next."""
    by: str | None = None
    """Who said it, by code."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "works", clean_text(self.works, called="What works"))
        object.__setattr__(self, "next", clean_text(self.next, called="What to try next"))
        object.__setattr__(self, "by", None if self.by is None else parse_code(self.by))

    def as_plain(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {"works": self.works, "next": self.next, "by": self.by}


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """What an entry said before it was changed, until when, and who changed it."""

    when: datetime
    by: str | None
    earlier: Mapping[str, Any]
    """The plain values that were replaced, by field."""

    def as_plain(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {"when": self.when.isoformat(), "by": self.by, "earlier": dict(self.earlier)}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Self:
        """Read what `as_plain` wrote, believing none of it: what was shown earlier is looked at again."""
        for text in plain["earlier"].get("criteria", ()):
            Claim.parse(text)
        return cls(when=datetime.fromisoformat(plain["when"]), by=plain["by"], earlier=plain["earlier"])
