"""What checking a bundle found."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

FaultKind = Literal["changed", "missing", "unexpected", "log-broken", "unsafe", "unreadable"]
_LONGEST_SHOWN = 120


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is not as it was sealed."""

    kind: FaultKind
    path: str
    """The file it is about, as it is safe to show; the bundle's own name when it is about the whole."""
    detail: str
    """One plain sentence."""


@dataclass(frozen=True, slots=True)
class Held:
    """One piece of evidence, as a bundle tells of it."""

    id: str
    title: str
    heard: bool
    """Whether it has a sound."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Every fault of a bundle, and what it says of itself."""

    faults: tuple[Fault, ...] = ()
    receipt: tuple[str, ...] = ()
    """The eight words computed from the content; empty when they could not be."""
    sealed: datetime | None = None
    files: int = 0
    """How many files were looked at."""
    school: str = ""
    """Whose bundle it says it is, as it is safe to show."""
    evidence: tuple[Held, ...] = ()
    """What it holds; empty when that cannot be read."""

    @property
    def valid(self) -> bool:
        """Whether everything is as it was sealed."""
        return not self.faults


class ReadingFault(Exception):
    """Something in a bundle cannot be read; carries what to report."""

    def __init__(self, kind: FaultKind, detail: str) -> None:
        super().__init__(kind, detail)
        self.kind = kind
        self.detail = detail


def shown(name: str) -> str:
    """A name from a stranger's file, short and without letters that steer a terminal or turn text round."""
    clean = "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii") for letter in name
    )
    return clean if len(clean) <= _LONGEST_SHOWN else f"{clean[:_LONGEST_SHOWN]}..."
