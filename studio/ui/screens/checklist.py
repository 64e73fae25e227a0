"""A list at an event: one step at a time and big, one key a step, and an adult's name at the end."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from lessons.assembly.checklist import whose
from studio.ui.adult_once import AdultSaidYes, ask_an_adult
from studio.ui.assembly_words import clock_words, late_words, to_go_words
from studio.ui.screens.base import StudioScreen
from studio.ui.text import cut_to, literal
from studio.ui.widgets.big_words import BigWords
from studio.ui.widgets.long_list import LongList
from studio.wording import count, listed

if TYPE_CHECKING:
    from datetime import datetime

    from lessons.assembly.checklist import Checklist, Step
    from lessons.assembly.event import Event
    from lessons.assembly.rota import Rota
    from lessons.assembly.run import Run
    from lessons.assembly.runs import Runs

DONE, TO_DO, LATE = "■", "·", "!"
_LOOK_SECONDS = 1.0
_WHO = 11


class ChecklistScreen(StudioScreen):
    """Space ticks the big step and brings the next; Z takes the last tick back."""

    HELP_PAGE = "checklist"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "space,enter",
            "tick",
            "done, next",
            key_display="Space",
            id="list.tick",
            tooltip="It is done: on to the next step",
        ),
        Binding("z", "undo", "undo", id="list.undo", tooltip="Take the last tick back"),
        Binding("t", "trouble", "trouble", id="list.trouble", tooltip="Something does not work"),
        Binding("l", "levels", "levels", id="list.levels", tooltip="The test sound, and is it right?"),
        Binding("c", "cards", "cards", id="list.cards", tooltip="Windows and P, inputs, volume"),
        *(
            Binding(
                str(number),
                f"sign({number})",
                "sign",
                show=number == 1,
                key_display="1-9",
                id=f"list.sign{number}",
                tooltip="Sign with the code beside the digit",
            )
            for number in range(1, 10)
        ),
        Binding("a", "adult", "adult signs", id="list.adult", tooltip="An adult beside you signs it off"),
    ]

    run: reactive[Run | None] = reactive(None, init=False, bindings=True)

    def __init__(self, event: Event, checklist: Checklist) -> None:
        super().__init__()
        self.event = event
        self.checklist = checklist
        self.rota: Rota | None = None
        self._minute = ""

    def compose_middle(self) -> Iterable[Widget]:
        """The step of now, big; then all of them."""
        with Vertical(id="now"):
            with Horizontal(id="clock"):
                yield BigWords(id="t")
                yield Static(id="when")
            yield Static(id="words")
            yield Static(id="why")
        yield LongList(id="steps")

    def on_mount(self) -> None:
        """The list has the keys; the clock is looked at every second."""
        self.title_is(f"{self.checklist.title}: {self.event.title}")
        self.set_interval(_LOOK_SECONDS, self.look_at_the_clock)
        self.refocus()

    def refocus(self) -> None:
        """The list has the keys."""
        self.listing.focus()

    @property
    def listing(self) -> LongList:
        """The steps."""
        return self.query_one("#steps", LongList)

    @property
    def runs(self) -> Runs:
        """What was ticked in the library."""
        from lessons.assembly.runs import Runs

        return Runs(self.library)

    @property
    def steps(self) -> tuple[Step, ...]:
        """As they were when the list was begun here; before that as they are now."""
        return self.run.steps if self.run else self.checklist.steps

    @property
    def step(self) -> Step:
        """The big one."""
        return self.steps[self.listing.marked]

    @property
    def is_over(self) -> bool:
        """Whether everything is ticked, so that it can be signed."""
        return self.run is not None and self.run.is_whole

    @property
    def now(self) -> datetime:
        """By the program's clock."""
        return self.studio.clock()

    @property
    def starts(self) -> datetime:
        """When the event begins."""
        return self.event.starts(self.now)

    # Showing

    def read_library(self) -> None:
        """Look again: somebody else may tick too."""
        from lessons.assembly.rotas import Rotas

        first = self._minute == ""
        found = [run for run in self.runs.of(self.event.id) if run.list == self.checklist.id]
        self.run = found[0] if found else None
        self.rota = Rotas(self.library).of_event(self.event.id)
        self._show(self._next() if first else self.listing.marked)

    def _show(self, marked: int) -> None:
        self.listing.show(len(self.steps), self._line, marked=marked)
        self.look_at_the_clock(again=True)
        self.refresh_bindings()

    def _next(self) -> int:
        """The first step that is not ticked; the last one when all are."""
        left = self.run.left if self.run else self.steps
        return self.steps.index(left[0]) if left else len(self.steps) - 1

    def look_at_the_clock(self, *, again: bool = False) -> None:
        """Draw what depends on the time, when another minute has begun."""
        if again or clock_words(self.now) != self._minute:
            self._minute = clock_words(self.now)
            self.listing.refresh()
            self._show_step()

    def _line(self, line: int, width: int) -> Content:
        step = self.steps[line]
        tick = self.run.done.get(step.id) if self.run else None
        late = self._late(step)
        sign = DONE if tick else LATE if late else TO_DO
        end = clock_words(tick.when.astimezone(self.now.tzinfo)) if tick else late
        room = max(10, width - _WHO - 9 - _END)
        return Content.assemble(
            (f"{sign} ", "bold"),
            f"{step.t:<6} ",
            f"{whose(step.who):<{_WHO}}",
            cut_to(step.words, room),
            ("  " + end, "$success" if tick else "bold $warning"),
        )

    def _late(self, step: Step) -> str:
        """How late a step is; nothing on another day, when the clock means nothing."""
        if self.event.date != self.now.date() or (self.run and step.id in self.run.done):
            return ""
        due = self._due(step)
        return late_words(self.now - due) if due else ""

    def _due(self, step: Step) -> datetime | None:
        return None if step.minutes is None else self.starts - timedelta(minutes=step.minutes)

    @on(LongList.Moved)
    def _show_step(self) -> None:
        if not self.steps:
            return
        if self.is_over:
            self._show_signing()
        else:
            self._show_one(self.step)

    def _show_one(self, step: Step) -> None:
        number = f"{self.listing.marked + 1} of {len(self.steps)}"
        self.query_one("#t", BigWords).words = step.t or number
        self.query_one("#when", Static).update(Content("\n").join(self._when(step)))
        self.query_one("#words", Static).update(literal(step.words))
        self.query_one("#why", Static).update(literal(f"Why: {step.why}." if step.why else ""))

    def _when(self, step: Step) -> Iterable[Content]:
        codes = listed(list(self._codes(step)))
        yield Content.assemble((whose(step.who), "bold"), literal(f": {codes}" if codes else ""))
        due = self._due(step)
        yield literal(
            f"Do it at {clock_words(due)}. It is {self._minute}." if due else f"It is {self._minute}."
        )
        late = self._late(step)
        if late:
            yield Content.assemble((f"{LATE} {late}", "bold $warning"))
        elif due:
            yield literal(to_go_words(self.starts, self.now))
        done = len(self.run.ticks) if self.run else 0
        yield literal(f"{done} of {count(len(self.steps), 'step')} done")
        if self.run and step.id in self.run.done:
            yield Content.assemble((f"{DONE} done", "bold $success"))

    def _show_signing(self) -> None:
        run = self.run
        assert run is not None
        self.query_one("#t", BigWords).words = "Done"
        signed = listed([code for each in run.signed for code in (*each.by, each.adult) if code])
        words = f"Signed by {signed}." if signed else "Every step is done. Who signs?"
        lines = [f"It is {self._minute}.", to_go_words(self.starts, self.now)]
        self.query_one("#when", Static).update(Content("\n").join(map(literal, lines)))
        self.query_one("#words", Static).update(literal(words))
        self.query_one("#why", Static).update(literal(self._who_can_sign()))

    def _who_can_sign(self) -> str:
        run = self.run
        if run is None or run.is_signed:
            return "Signed off. Esc goes back."
        codes = "   ".join(f"{number} {code}" for number, code in enumerate(self._signers(), start=1))
        return f"{codes}   A an adult" if codes else "A: an adult beside you signs."

    # Who

    def _codes(self, step: Step) -> tuple[str, ...]:
        """Who does a step by the rota."""
        code = self.rota.who(self.event.id, step.who) if self.rota else ""
        return (code,) if code else ()

    def _signers(self) -> tuple[str, ...]:
        """Who of the team is at the event and has not signed."""
        crew = self.rota.crew(self.event.id) if self.rota else ()
        have = {code for each in self.run.signed for code in each.by} if self.run else set()
        return tuple(code for code in crew if code not in have)[:9]

    # What becomes of it

    def action_tick(self) -> None:
        """The big step is done; bring the next."""
        step, runs = self.step, self.runs
        if self.run is None:
            self.run = runs.begin(self.event.id, self.checklist.id)
        if step.id not in self.run.done:
            self.run = runs.tick(self.run.id, step.id, next(iter(self._codes(step)), ""))
        self.say("")
        self._show(self._next())

    @on(LongList.Clicked)
    def _clicked(self) -> None:
        self._show_step()

    def action_undo(self) -> None:
        """Take the last signature or tick back, and show its step."""
        run = self.run
        assert run is not None
        if run.signed:
            if run.signed[-1].adult:
                ask_an_adult(self, "The adult's signature goes.", partial(self._unsign, run.id))
                return
            self.say(self._unsign(run.id))
            self.read_library()
            return
        last = run.ticks[-1].step
        self.run = self.runs.untick(run.id, last)
        self._show([step.id for step in self.steps].index(last))
        self.say("The last tick is taken back.")

    def _unsign(self, run_id: str) -> str:
        self.runs.unsign(run_id)
        return "The last signature is taken back."

    def action_sign(self, number: int) -> None:
        """One of the team signs."""
        signers = self._signers()
        if self.run is None or number > len(signers):
            return
        self.run = self.runs.sign(self.run.id, signers[number - 1])
        self._show(self.listing.marked)
        self.say(f"{signers[number - 1]} has signed. Now an adult: A.")

    def action_adult(self) -> None:
        """An adult signs it off, with the PIN."""
        assert self.run is not None
        ask_an_adult(self, "The list is done.", partial(self._sign_off, self.run.id))

    def _sign_off(self, run_id: str) -> str:
        self.runs.sign(run_id, adult="staff")
        return f"{self.checklist.title} is signed off. Well done."

    @on(AdultSaidYes)
    def _adult_was_here(self, message: AdultSaidYes) -> None:
        message.stop()
        self.read_library()
        self.say(message.words)

    # Elsewhere

    def action_trouble(self) -> None:
        """Something does not work: the questions, and then back to this very step."""
        from studio.ui.screens.trouble import TroubleScreen

        self.app.push_screen(TroubleScreen(self.event))

    def action_levels(self) -> None:
        """The test sound."""
        from studio.ui.screens.levels import LevelsScreen

        self.app.push_screen(LevelsScreen(self.event))

    def action_cards(self) -> None:
        """What hangs beside the mixer."""
        from studio.ui.screens.assembly_cards import CardsScreen

        self.app.push_screen(CardsScreen())

    def can_do(self, action: str) -> bool:
        """Ticking until all is done, then signing."""
        run = self.run
        if action == "undo":
            return run is not None and bool(run.ticks)
        if action == "tick":
            return not self.is_over
        if action == "sign":
            return self.is_over and run is not None and not run.is_signed and bool(self._signers())
        if action == "adult":
            return self.is_over and run is not None and not run.is_signed
        return True


_END = 18
