"""Trouble put right as a conversation: a check, yes or no, something to do, and did that fix it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from lessons.assembly.fix import Tried
from lessons.assembly.tree import NEXT, STOP, Tree, TreeStep, is_tree_id

YES, NO, FIXED = "yes", "no", "fixed"
ANSWERS = (YES, NO, FIXED)
"""What can be said; `fixed` at any time, for trouble may go by itself."""
_LOOKING = "It came back while we looked:"
CHECK, DO, ENDED_FIXED, ENDED_STOP = "check", "do", "fixed", "stop"


@dataclass(frozen=True, slots=True)
class Moment:
    """Where the conversation is: a `check` to answer, something to `do`, or its end."""

    kind: str
    words: str
    """The question, what to do, what fixed it, or whom to fetch."""
    tree: Tree
    step: TreeStep | None = None
    number: int = 0
    """Of the check, from 1."""
    tried: tuple[Tried, ...] = ()
    fixed_by: str = ""

    @property
    def is_end(self) -> bool:
        """Whether there is nothing more to answer."""
        return self.kind in (ENDED_FIXED, ENDED_STOP)

    @property
    def adult(self) -> bool:
        """Whether an adult must be there."""
        return self.step is not None and self.step.adult

    @property
    def ask(self) -> str:
        """What to answer."""
        return "Did that fix it?" if self.kind == DO else self.words


@dataclass(frozen=True, slots=True)
class Talk:
    """One conversation: the trouble it began with and all answers; whatever else it is follows from them."""

    trees: Mapping[str, Tree]
    tree: str
    answers: tuple[str, ...] = ()

    def answer(self, word: str) -> "Talk":
        """The conversation with one answer more.

        Raises
        ------
        ValueError
            If it is no answer, or the conversation has ended.
        """
        if word not in ANSWERS or self.next().is_end:
            raise ValueError(f"{word!r:.20} answers nothing now")
        return replace(self, answers=(*self.answers, word))

    def back(self) -> "Talk":
        """The same without its last answer."""
        return replace(self, answers=self.answers[:-1])

    def next(self) -> Moment:
        """Where it is after all answers."""
        moment = _check(self.trees[self.tree], 0, ())
        for word in self.answers:
            moment = _after(moment, word, self.trees)
        return moment


def _after(moment: Moment, word: str, trees: Mapping[str, Tree]) -> Moment:
    step, tree = moment.step, moment.tree
    assert step is not None
    if moment.kind == DO:
        last = replace(moment.tried[-1], did=moment.words)
        tried = (*moment.tried[:-1], last)
        if word in (YES, FIXED):
            return _fixed(tree, step, tried, moment.words)
        return _check(tree, moment.number, tried)
    if word == FIXED:
        return _fixed(tree, step, moment.tried, f"{_LOOKING} {step.text}")
    tried = (*moment.tried, Tried(step=step.id, words=step.text, yes=word == YES))
    leads = step.follows(word == YES)
    if leads == NEXT:
        return _check(tree, moment.number, tried)
    if leads == STOP:
        return Moment(ENDED_STOP, tree.stop, tree, tried=tried)
    if is_tree_id(leads):
        return _check(trees[leads], 0, tried)
    return Moment(DO, leads, tree, step, moment.number, tried)


def _check(tree: Tree, at: int, tried: tuple[Tried, ...]) -> Moment:
    """The check after so many of a tree; after the last an adult is fetched."""
    if at >= len(tree.steps):
        return Moment(ENDED_STOP, tree.stop, tree, tried=tried)
    step = tree.steps[at]
    return Moment(CHECK, step.text, tree, step, at + 1, tried)


def _fixed(tree: Tree, step: TreeStep, tried: tuple[Tried, ...], by: str) -> Moment:
    return Moment(ENDED_FIXED, by, tree, step, tried=tried, fixed_by=by)
