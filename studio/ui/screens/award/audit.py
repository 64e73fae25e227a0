"""Audit: where the school stands, one criterion at a time; a key, a reason, a key for how sure."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from rubric.audit import DOES_NOT_APPLY, NOT_YET, SURE
from studio.ui.screens.award.auditing import SHOWN, AuditingScreen
from studio.ui.widgets.level_columns import LevelColumns

if TYPE_CHECKING:
    from rubric.audit import Judgement

_YES = ("y", "yes")


class AuditScreen(AuditingScreen):
    """Judges, and moves on by itself; the first judgement begins a baseline."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(f"{number}", f"sure('{word}')", word, id=f"audit.{word}", tooltip="How sure you are")
            for number, word in enumerate(SURE, start=1)
        ),
        Binding(
            "0",
            f"judge('{NOT_YET}')",
            "not yet",
            id="audit.not_yet",
            tooltip="Below the lowest of the levels",
        ),
        *(
            Binding(f"{number}", f"level({number})", word, id=f"audit.level_{number}", tooltip="It is there")
            for number, word in enumerate(("bronze", "silver", "gold"), start=1)
        ),
        Binding(
            "x",
            f"judge('{DOES_NOT_APPLY}')",
            "not for us",
            id="audit.not_for_us",
            tooltip="It does not apply to this school",
        ),
        Binding("n", "step(1)", "next", id="audit.next", tooltip="The next criterion"),
        Binding("b", "step(-1)", "before", id="audit.before", tooltip="The criterion before"),
        Binding("z", "take_back", "undo", id="audit.back", tooltip="Take the last judgement back"),
        Binding("m", "filter", "MT", id="audit.filter", tooltip="Only music technology, or everything"),
        Binding("v", "view", "whose view", id="audit.view", tooltip="The school's view, or the hub's"),
        Binding("w", "who", "who", id="audit.who", tooltip="Who judges, as a role"),
        Binding("k", "lock", "lock", id="audit.lock", tooltip="Keep it with today's date; it never changes"),
        Binding("r", "start('review')", "review", id="audit.review", tooltip="Judge again, on the way"),
        Binding("f", "start('closing')", "final", id="audit.closing", tooltip="Judge again, at the end"),
        Binding("c", "compare", "compare", id="audit.compare", tooltip="Then and now, ours and the hub's"),
        Binding("u", "numbers", "numbers", id="audit.numbers", tooltip="What the texts count, and ours"),
        Binding("t", "target", "target", id="audit.target", tooltip="What to aim for"),
    ]

    pending: tuple[str, str] | None = None
    """A judgement and its reason, while the program asks how sure one is."""

    def compose_middle(self) -> Iterable[Widget]:
        """How to choose, the levels, what we have, what was judged."""
        yield Static(id="how")
        yield LevelColumns(self.studio.framework)
        yield Static(id="have")
        yield Static(id="judged")

    # Judging

    def action_level(self, number: int) -> None:
        """One of the levels."""
        self.action_judge(self.studio.framework.levels[number - 1])

    def action_judge(self, outcome: str) -> None:
        """Choose; then say why."""
        earlier = self.audit.judgement(self.criterion.code) if self.audit else None
        words = outcome.replace("-", " ")
        self.ask(
            f"{self.criterion.code} {words}. Why?",
            partial(self._ask_how_sure, outcome),
            value=earlier.reason if earlier else "",
        )

    def _ask_how_sure(self, outcome: str, reason: str) -> None:
        self.pending = outcome, reason
        self.refresh_bindings()
        self.say("How sure are you?")

    def action_sure(self, sure: str) -> None:
        """Keep the judgement and go on to the next one."""
        if self.pending is None:
            return
        (outcome, reason), self.pending = self.pending, None
        self.refresh_bindings()
        code = self.criterion.code
        earlier = self.audit.judgement(code) if self.audit else None
        self._keep(code, outcome, reason, sure)
        self.taken.append((code, earlier))
        self._go_on(f"{code}: {outcome.replace('-', ' ')}, {sure}.")

    def _keep(self, code: str, outcome: str, reason: str, sure: str) -> None:
        framework = self.studio.framework
        if self.audit is None:
            self.audits.start("baseline", view=self.view, framework=framework, by=self.role)
            self.read_audits()
        shown = self.shown(outcome) if outcome in framework.levels else ()
        self.audit = self.audits.judge(
            code,
            outcome,
            view=self.view,
            framework=framework,
            reason=reason,
            sure=sure,
            evidence=[entry.id for entry in shown[:SHOWN]],
            by=self.role,
        )

    def _go_on(self, done: str) -> None:
        audit = self.audit
        left = [each for each in self.criteria if audit is None or audit.level(each.code) is None]
        at = self.criteria.index(self.criterion)
        later = self.criteria[at + 1 :]
        # In a review everything is judged from the start: then simply the one that follows.
        following = next((each for each in later if each in left or not left), None)
        self.criterion = following or (left[0] if left else self.criterion)
        self.show_criterion()
        end = "" if left else f" All {len(self.criteria)} are judged: T chooses a target, K locks."
        self.say(f"{done}{end}")

    def action_take_back(self) -> None:
        """Take the last judgement back, also one of another day."""
        code, earlier = self._last()
        framework = self.studio.framework.id
        self.audit = self.audits.take_back(code, earlier, view=self.view, framework=framework)
        self.taken = self.taken[:-1]
        self.criterion = self.studio.framework.criterion(code)
        if self.criterion not in self.criteria:
            self.studio.only_mt = False
        self.show_criterion()
        self.say(
            f"{code} is {earlier.level.replace('-', ' ')} again." if earlier else f"{code} is open again."
        )

    def _last(self) -> tuple[str, Judgement | None]:
        if self.taken:
            return self.taken[-1]
        assert self.audit is not None  # else the key does nothing
        return self.audit.judgements[-1].criterion, None

    # Locking, and judging again

    def action_lock(self) -> None:
        """Ask to be sure, then lock."""
        assert self.audit is not None
        judged = f"{len(self.audit.judgements)} of {len(self.studio.framework.criteria)} judged"
        self.ask(f"{judged}. Lock it for good? Type yes:", self._lock)

    def _lock(self, answer: str) -> None:
        if answer.strip().lower() not in _YES:
            self.say("Not locked.")
            return
        self.audit = self.audits.lock(view=self.view, framework=self.studio.framework.id, by=self.role)
        self.taken = []
        self.show_criterion()
        self.say(f"{self.audit.id} is locked with today's date. R judges again later, beside it.")

    def action_start(self, kind: str) -> None:
        """Judge again, beginning with what was judged before."""
        begun = self.audits.start(
            kind, view=self.view, framework=self.studio.framework, by=self.role, carry_on=True
        )
        self.read_audits()
        self.criterion = self.criteria[0]
        self.show_criterion()
        self.say(f"Began {begun.id}, a {kind}, with the judgements before. Change what has changed.")

    def action_back(self) -> None:
        """A judgement that waits for how sure one is can be left."""
        if self.pending is not None:
            self.pending = None
            self.refresh_bindings()
            self.say("Not judged.")
        else:
            super().action_back()

    def can_do(self, action: str) -> bool:
        """Only what fits an audit that is new, open or locked."""
        if self.pending is not None:
            return action in ("sure", "back")
        locked = self.audit is not None and self.audit.locked is not None
        judged = self.audit is not None and bool(self.audit.judgements) and not locked
        allowed = {
            "sure": False,
            "judge": not locked,
            "level": not locked,
            "who": not locked,
            "take_back": judged,
            "lock": judged,
            "start": locked,
            "compare": self.several,
        }
        return allowed.get(action, super().can_do(action))
