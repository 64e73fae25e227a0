"""Trouble as it was met: what was checked, what put it right, and how many minutes it took."""

from dataclasses import dataclass
from datetime import datetime

OWN = "own-"
"""How the id of a check begins that the children added themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """One check and its answer."""

    step: str
    words: str
    yes: bool
    did: str = ""
    """What was done then; empty when nothing was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """One trouble, from the symptom to its end."""

    id: str
    tree: str
    symptom: str
    tried: tuple[Tried, ...] = ()
    fixed: bool
    """Whether the children put it right; otherwise an adult was fetched."""
    fixed_by: str = ""
    """What did it."""
    minutes: int
    event: str = ""
    by: tuple[str, ...] = ()
    """Who, by code."""
    when: datetime
    struck: bool = False
    """Whether it was taken out; it can be put back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tip:
    """A check that the children found themselves; it joins the tree with its date."""

    id: str
    tree: str
    text: str
    """A question."""
    do: str
    """What to do when the answer is no."""
    by: tuple[str, ...] = ()
    when: datetime
    struck: bool = False
    """Whether an adult, or its writer, took it out again; it can be put back."""
