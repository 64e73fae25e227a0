"""What the team learnt about trouble: how often and how many minutes, this term and the last."""

from collections.abc import Iterable
from dataclasses import dataclass

from evidence.award.plans import Plans
from evidence.library import Library
from lessons.assembly.fix import Fix
from lessons.assembly.terms import Span, term_at, term_before
from lessons.assembly.tree import shipped_trees
from lessons.assembly.trouble import Troubles
from studio.wording import count


@dataclass(frozen=True, slots=True)
class Tally:
    """One trouble in one term."""

    times: int
    minutes: int
    """All together."""
    alone: int
    """How often the children put it right themselves."""

    @property
    def each(self) -> float:
        """Minutes each time, on average."""
        return self.minutes / self.times if self.times else 0.0

    @property
    def words(self) -> str:
        """Such as `2 times, 4 minutes each, 1 put right alone`."""
        if not self.times:
            return "never"
        about = count(round(self.each), "minute")
        return f"{count(self.times, 'time')}, {about} each, {self.alone} put right alone"


@dataclass(frozen=True, slots=True)
class Learnt:
    """One trouble, this term and last."""

    tree: str
    symptom: str
    now: Tally
    before: Tally


@dataclass(frozen=True, slots=True)
class Learning:
    """Every trouble that was met in either term."""

    term: Span
    last: Span
    troubles: tuple[Learnt, ...]

    @property
    def now(self) -> Tally:
        """All trouble of this term together."""
        return _sum(each.now for each in self.troubles)

    @property
    def before(self) -> Tally:
        """All trouble of last term together."""
        return _sum(each.before for each in self.troubles)


def learning(library: Library) -> Learning:
    """Trouble counted over this term, with the holidays before it, and the last."""
    plans = Plans(library)
    calendar, today = plans.calendar(), plans.today
    now, last = term_at(calendar, today), term_before(calendar, today)
    fixes = Troubles(library).fixes(since=last.first)
    found = (
        Learnt(
            tree.id,
            tree.symptom,
            _tally(fix for fix in fixes if fix.tree == tree.id and fix.when.date() > last.last),
            _tally(fix for fix in fixes if fix.tree == tree.id and fix.when.date() <= last.last),
        )
        for tree in shipped_trees()
    )
    return Learning(now, last, tuple(each for each in found if each.now.times or each.before.times))


def _tally(fixes: Iterable[Fix]) -> Tally:
    met = list(fixes)
    return Tally(len(met), sum(fix.minutes for fix in met), sum(fix.fixed for fix in met))


def _sum(tallies: Iterable[Tally]) -> Tally:
    found = list(tallies)
    return Tally(*(sum(getattr(each, name) for each in found) for name in ("times", "minutes", "alone")))
