"""Trouble, and what to do about it: a symptom, and checks with what follows from yes and from no."""

from dataclasses import dataclass, replace
from functools import cache

from assets import asset
from rubric.tables import ContentFault, Table, read_table
from studio.errors import StudioError
from studio.wording import did_you_mean

NEXT, STOP = "next", "stop"
"""What may follow besides something to do: the next check, or fetching an adult."""


class TreeFault(ContentFault):
    """The file of trouble trees cannot be used as it stands."""


class UnknownTrouble(StudioError):
    """A word that is no trouble in the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeStep:
    """One check. What follows is `next`, `stop`, another tree, or something to do and look again."""

    id: str
    text: str
    """A question that is answered with yes or no."""
    if_yes: str
    if_no: str
    adult: bool = False
    """Whether an adult must be there for it."""

    def follows(self, yes: bool) -> str:
        """What the answer leads to."""
        return self.if_yes if yes else self.if_no


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """One trouble."""

    id: str
    symptom: str
    steps: tuple[TreeStep, ...]
    stop: str
    """What to do when nothing has helped."""

    def with_steps(self, more: tuple[TreeStep, ...]) -> "Tree":
        """The same with the children's own checks after the others, before an adult is fetched."""
        if not more:
            return self
        *ours, last = self.steps
        onward = replace(last, if_yes=_onward(last.if_yes), if_no=_onward(last.if_no))
        return replace(self, steps=(*ours, onward, *more))


@cache
def shipped_trees() -> tuple[Tree, ...]:
    """The trees that come with the program, T1 first."""
    return trees_of(read_table(asset("assembly", "trees.toml"), TreeFault))


def shipped_tree(text: str) -> Tree:
    """The tree of an id; UnknownTrouble if there is none."""
    known = {tree.id: tree for tree in shipped_trees()}
    word = text.strip().upper()
    if word not in known:
        raise UnknownTrouble(f"“{text[:40]}” is no trouble in the list.", did_you_mean(word, known))
    return known[word]


def trees_of(table: Table) -> tuple[Tree, ...]:
    """The trees in a file's table.

    Raises
    ------
    TreeFault
        At the first thing that is missing, double, misspelt or of the wrong kind.
    """
    rows = table.tables("trees")
    trees = tuple(map(_tree, rows))
    table.refuse_twins("trees", (tree.id for tree in trees))
    ids = {tree.id for tree in trees}
    for row, tree in zip(rows, trees, strict=True):
        for step in tree.steps:
            for leads in (step.if_yes, step.if_no):
                if is_tree_id(leads) and (leads not in ids or leads == tree.id):
                    raise row.fault(
                        "steps", f"{step.id} leads to {leads}.", "Name another tree of this file."
                    )
    table.expect_nothing_else()
    return trees


def is_tree_id(text: str) -> bool:
    """Whether a text is an id such as `T12`."""
    return text[:1] == "T" and text[1:].isascii() and text[1:].isdecimal()


def _onward(leads: str) -> str:
    return NEXT if leads == STOP else leads


def _tree(row: Table) -> Tree:
    steps = tuple(map(_step, row.tables("steps")))
    row.refuse_twins("steps", (step.id for step in steps))
    made = Tree(
        id=row.text("id", pattern="T[0-9]{1,2}", example="T1"),
        symptom=row.text("symptom", longest=60),
        steps=steps,
        stop=row.text("stop", longest=160),
    )
    row.expect_nothing_else()
    return made


def _step(row: Table) -> TreeStep:
    made = TreeStep(
        id=row.text("id", pattern="[a-z]+(-[a-z]+)*", example="light", longest=20),
        text=row.text("text", longest=120),
        if_yes=row.text("if_yes", longest=160),
        if_no=row.text("if_no", longest=160),
        adult=row.truth("adult") if row.has("adult") else False,
    )
    if not made.text.endswith("?"):
        raise row.fault("text", "it is no question.", "Ask something that is answered with yes or no.")
    row.expect_nothing_else()
    return made
