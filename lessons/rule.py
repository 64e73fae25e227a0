"""Rules: what the program may propose as evidence, read from a file that a teacher can edit."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from assets import asset
from evidence.sound import Sound
from lessons.occasion import DID
from lessons.occasion_kind import occasion_kinds
from rubric.framework import Claim, ClaimFault
from rubric.load import shipped_framework
from rubric.tables import ContentFault, Table, read_table
from studio.audio.recipe import STEP_KINDS, Step

SOUND, OCCASION = "sound", "occasion"
ORIGINS = ("recorded", "brought-in", "made", "found")
USES = ("found", "own", "changed")
_MOST_TIMES = 100
_MOST_PARTS = 100

_WORDS = {
    SOUND: ("years", "did"),
    OCCASION: ("years", "kind", "leaders", "people", "tools", "count"),
}
"""What may stand in braces in the reason of a rule, by what the rule looks at."""


class RuleFault(ContentFault):
    """A file of rules that cannot be used as it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """When something shows something, and why. What is empty does not matter to it."""

    id: str
    looks_at: str
    claims: tuple[Claim, ...]
    why: str
    """With words in braces, such as `{years}`."""
    origin: tuple[str, ...] = ()
    changed: bool = False
    during: tuple[str, ...] = ()
    happened: tuple[str, ...] = ()
    leaders: bool = False
    people: bool = False
    tools: bool = False
    did: str = ""
    sounds: str = ""
    times: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """Steps that count as changing a sound, or that it was put together from several."""

    steps: tuple[str, ...]
    words: str
    at_least: float | None = None
    """What the first number of the step must reach, where it has one."""
    below: float | None = None
    """What it must stay under."""
    made_of: int = 0
    """From how many other sounds it must have been put together; 0 where steps make the change."""

    def made_by(self, step: Step) -> bool:
        """Whether a step is one of these."""
        if step.name not in self.steps:
            return False
        first = step.values[0] if step.values else None
        return first is None or (
            (self.at_least is None or first >= self.at_least) and (self.below is None or first < self.below)
        )


@dataclass(frozen=True, slots=True)
class Rules:
    """All that the file says."""

    rules: tuple[Rule, ...]
    changes: tuple[Change, ...]

    def did(self, steps: Iterable[Step]) -> tuple[str, ...]:
        """What was done, each kind of change once, in the order it was first done."""
        done = (change.words for step in steps for change in self.changes if change.made_by(step))
        return tuple(dict.fromkeys(done))

    def did_to(self, sound: Sound) -> tuple[str, ...]:
        """What was done to a sound: first what it was put together from, then its steps."""
        parts = len(sound.made_of)
        together = (change.words for change in self.changes if change.made_of and parts >= change.made_of)
        return tuple(dict.fromkeys((*together, *self.did(sound.recipe.steps))))


@cache
def shipped_rules() -> Rules:
    """The rules that come with the program."""
    return load_rules(asset("rules.toml"))


def load_rules(file: Path | Traversable) -> Rules:
    """Read a file of rules.

    Raises
    ------
    RuleFault
        At the first thing that is missing, double, misspelt or of the wrong kind.
    """
    return rules_of(read_table(file, RuleFault))


def rules_of(table: Table) -> Rules:
    """The rules in a file's table; see `load_rules`."""
    rules = tuple(_rule(row) for row in table.tables("rules"))
    ids = [rule.id for rule in rules]
    twin = next((each for each in ids if ids.count(each) > 1), None)
    if twin is not None:
        raise table.fault("rules", f"there are two rules “{twin}”.", "Give one of them another id.")
    changes = tuple(_change(row) for row in table.tables("changes"))
    table.expect_nothing_else()
    return Rules(rules, changes)


def _rule(row: Table) -> Rule:
    rule_id = row.text("id", pattern=r"[a-z][a-z0-9-]{1,39}", example="found-sound-used")
    looks_at = row.choice("looks_at", (SOUND, OCCASION))
    asks = _of_a_sound(row) if looks_at == SOUND else _of_an_occasion(row)
    rule = Rule(id=rule_id, looks_at=looks_at, claims=_claims(row), why=_why(row, looks_at), **asks)
    row.expect_nothing_else()
    return rule


def _of_a_sound(row: Table) -> dict[str, Any]:
    return {
        "origin": row.texts("origin", choices=ORIGINS) if row.has("origin") else (),
        "changed": _truth(row, "changed"),
        "during": _kinds(row, "during") if row.has("during") else (),
    }


def _of_an_occasion(row: Table) -> dict[str, Any]:
    return {
        "happened": _kinds(row, "happened"),
        **{key: _truth(row, key) for key in ("leaders", "people", "tools")},
        "did": row.choice("did", DID) if row.has("did") else "",
        "sounds": row.choice("sounds", USES) if row.has("sounds") else "",
        "times": row.whole("times", most=_MOST_TIMES) if row.has("times") else 0,
    }


def _kinds(row: Table, key: str) -> tuple[str, ...]:
    return row.texts(key, choices=[each.id for each in occasion_kinds()])


def _truth(row: Table, key: str) -> bool:
    if row.has(key) and not row.truth(key):
        raise row.fault(key, "false asks for nothing.", "Take the line out, or write true.")
    return row.has(key)


def _claims(row: Table) -> tuple[Claim, ...]:
    there = set(shipped_framework().claims())
    found = []
    for text in row.texts("claims"):
        try:
            claim = Claim.parse(text)
        except ClaimFault as error:
            raise row.fault("claims", error.what, error.fix) from error
        if claim not in there:
            raise row.fault(
                "claims", f"the award has no {claim}.", "Look the criterion up: soundingboard rubric list."
            )
        found.append(claim)
    return tuple(found)


def _why(row: Table, looks_at: str) -> str:
    why = row.text("why", longest=160)
    known = _WORDS[looks_at]
    for word in re.findall(r"\{([^{}]*)\}", why):
        if word not in known:
            may = ", ".join(f"{{{each}}}" for each in known)
            raise row.fault("why", f"“{{{word[:20]}}}” stands for nothing here.", f"Use one of: {may}.")
    if re.search(r"[{}]", re.sub(r"\{[^{}]*\}", "", why)):
        raise row.fault("why", "a brace has no partner.", "Write {years}, with one { and one }.")
    if why.endswith((".", "!", "?")):
        raise row.fault("why", "it ends like a sentence.", "Leave the full stop out: the program adds it.")
    return why


def _change(row: Table) -> Change:
    together = row.has("made_of")
    change = Change(
        steps=() if together else row.texts("steps", choices=STEP_KINDS),
        words=row.text("words", longest=60),
        at_least=row.number("at_least") if row.has("at_least") else None,
        below=row.number("below") if row.has("below") else None,
        made_of=row.whole("made_of", least=2, most=_MOST_PARTS) if together else 0,
    )
    row.expect_nothing_else()
    return change
