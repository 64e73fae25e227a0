"""What `bundle.json` says of the bundle itself, and which files a bundle always holds."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from evidence.bundle.verdict import Held, shown

SCHEMA = "soundingboard-bundle"
SCHEMA_VERSION = 1
REQUIRED = (
    "data/OPEN-ME-FIRST.html",
    "data/bundle.json",
    "data/framework.json",
    "data/log.jsonl",
    "data/receipt.txt",
    "data/summary.csv",
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a bundle says of itself in `bundle.json`."""

    name: str
    """The one folder in the zip that everything lies in."""
    school: str
    sealed: datetime
    head: str
    """The hash of the newest line of the log."""

    def as_plain(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "schema": SCHEMA,
            "schema_version": SCHEMA_VERSION,
            "name": self.name,
            "school": self.school,
            "sealed": self.sealed.isoformat(),
            "log": {"head": self.head},
        }

    @classmethod
    def read(cls, data: bytes) -> "Facts | None":
        """Read the facts in a `bundle.json`; `None` when they cannot be read."""
        import orjson

        try:
            told = orjson.loads(data)
        except ValueError:
            return None
        if not isinstance(told, dict) or (told.get("schema"), told.get("schema_version")) != (
            SCHEMA,
            SCHEMA_VERSION,
        ):
            return None
        log = told.get("log")
        texts = [told.get("name"), told.get("school"), told.get("sealed")]
        texts.append(log.get("head") if isinstance(log, dict) else None)
        if not all(isinstance(text, str) for text in texts):
            return None
        name, school, sealed, head = map(str, texts)
        try:
            return cls(name, school, datetime.fromisoformat(sealed), head)
        except ValueError:
            return None


def evidence_in(data: bytes) -> tuple[Held, ...]:
    """The evidence that a `bundle.json` tells of, as it is safe to show; none when it cannot be read."""
    import orjson

    try:
        entries = orjson.loads(data)["entries"]
        return tuple(
            Held(shown(str(entry["id"])), shown(str(entry["title"])), bool(entry["sounds"]))
            for entry in entries
        )
    except (ValueError, KeyError, TypeError, IndexError):
        return ()
