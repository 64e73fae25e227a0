"""A list at an event: one step at a time and big, one key a step, and an adult's name at the end."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.adult_once import AdultSaidYes, ask_an_adult
from studio.ui.assembly_words import clock_words, to_go_words
from studio.ui.list_now import ListNow
from studio.ui.screens.listed import ListedScreen
from studio.ui.text import literal
from studio.ui.widgets.big_words import BigWords
from studio.ui.widgets.long_list import LongList

if TYPE_CHECKING:
    from lessons.assembly.checklist import Checklist, Step
    from lessons.assembly.event import Event
    from lessons.assembly.rota import Rota
    from lessons.assembly.run import Run
    from lessons.assembly.runs import Runs

_LOOK_SECONDS = 1.0


class ChecklistScreen(ListedScreen):
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
        Binding(
            "z,backspace", "undo", "undo", key_display="Z", id="list.undo", tooltip="Take the last tick back"
        ),
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
        self.stands = ListNow(event=event, steps=checklist.steps, run=None, rota=None, now=event.made)

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

    @property
    def runs(self) -> Runs:
        """What was ticked in the library."""
        from lessons.assembly.runs import Runs

        return Runs(self.library)

    @property
    def step(self) -> Step:
        """The big one."""
        return self.stands.steps[self.listing.marked]

    # Showing

    def read_library(self) -> None:
        """Look again: somebody else may tick too."""
        from lessons.assembly.rotas import Rotas

        found = [run for run in self.runs.of(self.event.id) if run.list == self.checklist.id]
        self.rota = Rotas(self.library).of_event(self.event.id)
        at = self.listing.marked if self.listing.total else None  # back from elsewhere: the same step
        self._show_run(found[0] if found else None, at=at)

    def _show_run(self, run: Run | None, *, at: int | None) -> None:
        """Show what is ticked now; the next step is big, unless another is wanted."""
        self.run = run
        self.stands = self._stands()
        marked = self.stands.next if at is None else at
        self.listing.show(len(self.stands.steps), self._line, marked=marked)
        self._show_step()
        self.refresh_bindings()

    def _stands(self) -> ListNow:
        # The steps are as they were when the list was begun here; before that as they are now.
        steps = self.run.steps if self.run else self.checklist.steps
        now = self.studio.clock()
        return ListNow(event=self.event, steps=steps, run=self.run, rota=self.rota, now=now)

    def look_at_the_clock(self) -> None:
        """Draw what depends on the time, when another minute has begun."""
        if clock_words(self.studio.clock()) != clock_words(self.stands.now):
            self.stands = self._stands()
            self.listing.refresh()
            self._show_step()

    def _line(self, line: int, width: int) -> Content:
        return self.stands.line(self.stands.steps[line], width, marked=line == self.listing.marked)

    @on(LongList.Moved)
    @on(LongList.Clicked)
    def _show_step(self) -> None:
        stands = self.stands
        if stands.is_over:
            big, facts = "Done", [literal(stands.it_is), literal(to_go_words(stands.starts, stands.now))]
            words, why = stands.signed_words, stands.who_can_sign
        else:
            step = self.step
            big, facts = step.t or f"{self.listing.marked + 1} of {len(stands.steps)}", [*stands.facts(step)]
            words, why = step.words, f"Why: {step.why}." if step.why else ""
        self.query_one("#t", BigWords).words = big
        self.query_one("#when", Static).update(Content("\n").join(facts))
        self.query_one("#words", Static).update(literal(words))
        self.query_one("#why", Static).update(literal(why))

    # What becomes of it

    def action_tick(self) -> None:
        """The big step is done; bring the next."""
        step, runs = self.step, self.runs
        run = self.run or runs.begin(self.event.id, self.checklist.id)
        if step.id not in run.done:
            run = runs.tick(run.id, step.id, self.stands.does(step))
        self.say("")
        self._show_run(run, at=None)

    def action_undo(self) -> None:
        """Take the last signature or tick back, and show its step."""
        run = self.run
        assert run is not None
        if not run.signed:
            last = run.ticks[-1].step
            self._show_run(self.runs.untick(run.id, last), at=[step.id for step in run.steps].index(last))
            self.say("The last tick is taken back.")
        elif run.signed[-1].adult:
            ask_an_adult(self, "The adult's signature goes.", partial(self._unsign, run.id))
        else:
            self.say(self._unsign(run.id))
            self.read_library()

    def _unsign(self, run_id: str) -> str:
        self.runs.unsign(run_id)
        return "The last signature is taken back."

    def action_sign(self, number: int) -> None:
        """One of the team signs."""
        signers = self.stands.signers
        if self.run is None or number > len(signers):
            return
        code = signers[number - 1]
        self._show_run(self.runs.sign(self.run.id, code), at=self.listing.marked)
        self.say(f"{code} has signed. Now an adult: A.")

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
        from studio.ui.screens.assembly.trouble import TroubleScreen

        self.app.push_screen(TroubleScreen(self.event))

    def action_levels(self) -> None:
        """The test sound."""
        from studio.ui.screens.assembly.levels import LevelsScreen

        self.app.push_screen(LevelsScreen(self.event))

    def action_cards(self) -> None:
        """What hangs beside the mixer."""
        from studio.ui.screens.assembly.assembly_cards import CardsScreen

        self.app.push_screen(CardsScreen())

    def can_do(self, action: str) -> bool:
        """Ticking until all is done, then signing."""
        run, is_over = self.run, self.is_mounted and self.stands.is_over
        if action == "undo":
            return run is not None and bool(run.ticks)
        if action == "tick":
            return not is_over
        if action in ("sign", "adult"):
            can = is_over and run is not None and not run.is_signed
            return can and (action == "adult" or bool(self.stands.signers))
        return True
