"""A list at an event as it stands at a moment: what is ticked, what is late, who does it, who can sign."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from textual.content import Content

from lessons.assembly.checklist import Step, whose
from lessons.assembly.event import Event
from lessons.assembly.rota import Rota
from lessons.assembly.run import Run, Tick
from studio.ui.assembly_words import clock_words, late_words, to_go_words
from studio.ui.text import cut_to, literal
from studio.wording import count, listed

DONE, TO_DO, LATE = "■", "·", "!"
_WHO, _BEFORE_WORDS, _END = 11, 20, 18
_MOST_SIGNERS = 9
"""One for each digit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListNow:
    """Everything that the screen of a list shows."""

    event: Event
    steps: tuple[Step, ...]
    run: Run | None
    """Nothing before the first tick."""
    rota: Rota | None
    now: datetime

    @property
    def starts(self) -> datetime:
        """When the event begins."""
        return self.event.starts(self.now)

    @property
    def is_over(self) -> bool:
        """Whether everything is ticked, so that it can be signed."""
        return self.run is not None and self.run.is_whole

    @property
    def next(self) -> int:
        """The place of the first step that is not ticked; of the last one when all are."""
        left = self.run.left if self.run else self.steps
        return self.steps.index(left[0]) if left else len(self.steps) - 1

    def tick(self, step: Step) -> Tick | None:
        """Its tick; `None` while it is to be done."""
        return self.run.done.get(step.id) if self.run else None

    def due(self, step: Step) -> datetime | None:
        """When it should be done."""
        return None if step.minutes is None else self.starts - timedelta(minutes=step.minutes)

    def late(self, step: Step) -> str:
        """How late it is; nothing on another day, when the clock means nothing."""
        due = self.due(step)
        if due is None or self.event.date != self.now.date() or self.tick(step):
            return ""
        return late_words(self.now - due)

    def does(self, step: Step) -> str:
        """The code of whoever has its job at this event; empty for everybody, or nobody."""
        return self.rota.who(self.event.id, step.who) if self.rota else ""

    @property
    def signers(self) -> tuple[str, ...]:
        """Who of the team is at the event and has not signed."""
        crew = self.rota.crew(self.event.id) if self.rota else ()
        have = {code for each in self.run.signed for code in each.by} if self.run else set()
        return tuple(code for code in crew if code not in have)[:_MOST_SIGNERS]

    # In words

    def line(self, step: Step, width: int, *, marked: bool) -> Content:
        """A step in one line; a marked line has a ground of its own, on which colours do not read."""
        tick, late = self.tick(step), self.late(step)
        end = self._clock(tick.when) if tick else late
        style = "" if marked else "$success" if tick else "bold $warning"
        return Content.assemble(
            (f"{DONE if tick else LATE if late else TO_DO} ", "bold"),
            f"{step.t:<6} {whose(step.who):<{_WHO}}",
            cut_to(step.words, max(10, width - _BEFORE_WORDS - _END)),
            ("  " + end, style),
        )

    def facts(self, step: Step) -> Iterable[Content]:
        """Who, when, how late: what stands beside the big time."""
        code, due, late = self.does(step), self.due(step), self.late(step)
        yield Content.assemble((whose(step.who), "bold"), literal(f": {code}" if code else ""))
        yield literal(f"Do it at {clock_words(due)}. It is {clock_words(self.now)}." if due else self.it_is)
        if late:
            yield Content.assemble((f"{LATE} {late}", "bold $warning"))
        elif due:
            yield literal(to_go_words(self.starts, self.now))
        done = len(self.run.ticks) if self.run else 0
        yield literal(f"{done} of {count(len(self.steps), 'step')} done")
        if self.tick(step):
            yield Content.assemble((f"{DONE} done", "bold $success"))

    @property
    def it_is(self) -> str:
        """The time."""
        return f"It is {clock_words(self.now)}."

    def _clock(self, moment: datetime) -> str:
        return clock_words(moment.astimezone(self.now.tzinfo))

    @property
    def signed_words(self) -> str:
        """Who has signed, or that somebody should."""
        signed = self.run.signed if self.run else ()
        who = [code for each in signed for code in (*each.by, each.adult) if code]
        return f"Signed by {listed(who)}." if who else "Every step is done. Who signs?"

    @property
    def who_can_sign(self) -> str:
        """The digits of those who can, and the adult's key."""
        if self.run is not None and self.run.is_signed:
            return "Signed off. Esc goes back."
        codes = "   ".join(f"{number} {code}" for number, code in enumerate(self.signers, start=1))
        return f"{codes}   A an adult" if codes else "A: an adult beside you signs."
