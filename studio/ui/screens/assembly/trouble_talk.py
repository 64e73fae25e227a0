"""Trouble, one question at a time: yes, no, that was it, or fetch an adult."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from lessons.assembly.fix import OWN
from lessons.assembly.talk import ENDED_FIXED, ENDED_STOP
from studio.ui.screens.base import StudioScreen
from studio.ui.talk_words import also_lines, minutes_between, tried_lines, where_words, with_an_adult
from studio.ui.text import literal
from studio.ui.widgets.big_words import BigWords
from studio.wording import count

if TYPE_CHECKING:
    from lessons.assembly.event import Event
    from lessons.assembly.fix import Fix
    from lessons.assembly.talk import Moment, Talk
    from lessons.assembly.trouble import Troubles

_LOOK_SECONDS = 5.0


class TalkScreen(StudioScreen):
    """One question a screen; what was found stays written down."""

    HELP_PAGE = "trouble"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer_it('yes')", "yes", id="talk.yes", tooltip="Yes"),
        Binding("n", "answer_it('no')", "no", id="talk.no", tooltip="No"),
        Binding("f", "answer_it('fixed')", "that was it", id="talk.fixed", tooltip="It works again"),
        Binding("a", "adult", "fetch an adult", id="talk.adult", tooltip="Stop here; an adult comes"),
        Binding(
            "enter,space",
            "leave_it",
            "go on",
            key_display="Enter",
            id="talk.done",
            tooltip="Back to where we were",
        ),
        Binding("w", "what", "it was something else", id="talk.what", tooltip="Say what it really was"),
        Binding("o", "own", "add our own check", id="talk.own", tooltip="A question for the next time"),
        Binding(
            "x", "take_out", "take this check out", id="talk.out", tooltip="Out of the tree; Z puts it back"
        ),
        Binding("z", "undo", "undo", id="talk.undo", tooltip="Take the last answer back"),
    ]

    talk: reactive[Talk | None] = reactive(None, init=False, bindings=True)
    fix: reactive[Fix | None] = reactive(None, init=False, bindings=True)
    """What was written down at the end."""

    def __init__(self, trouble: str, event: Event | None) -> None:
        super().__init__()
        self.trouble = trouble
        self.event = event
        self.before: tuple[Talk, ...] = ()
        """The conversation before each answer."""
        self.own = ""
        """The id of the check that was taken out here."""

    def compose_middle(self) -> Iterable[Widget]:
        """Where we are, the question, and what was checked."""
        with Vertical(id="question"):
            yield Static(id="where")
            yield BigWords(id="big")
            yield Static(id="words")
            yield Static(id="also")
        yield Static(id="tried")

    def on_mount(self) -> None:
        """Begin; the minutes are counted by the clock."""
        self.began = self.studio.clock()
        self.talk = self.troubles.begin(self.trouble)
        self.set_interval(_LOOK_SECONDS, self._show_minutes)
        self._show()

    @property
    def troubles(self) -> Troubles:
        """The trouble in the library."""
        from lessons.assembly.trouble import Troubles

        return Troubles(self.library)

    @property
    def moment(self) -> Moment | None:
        """Where the conversation is."""
        return self.talk.next() if self.talk else None

    @property
    def minutes(self) -> int:
        """How long it took, or takes."""
        return self.fix.minutes if self.fix else minutes_between(self.began, self.studio.clock())

    # Showing

    def on_resize(self) -> None:
        """As many checks as there is room for."""
        if self.talk is not None:
            self._show()

    def _show_minutes(self) -> None:
        assert self.talk is not None
        symptom = self.talk.trees[self.talk.tree].symptom
        self.title_is(symptom, count(self.minutes, "minute"))

    def _show(self) -> None:
        moment = self.moment
        assert moment is not None
        self._show_minutes()
        self.query_one("#where", Static).update(literal(where_words(moment)))
        big = self.query_one("#big", BigWords)
        big.words = {ENDED_STOP: "STOP", ENDED_FIXED: "Fixed"}.get(moment.kind, "")
        big.display = moment.is_end
        self.set_class(moment.kind == ENDED_STOP, "-stop")
        self.query_one("#words", Static).update(literal(moment.words))
        self.query_one("#also", Static).update(Content("\n").join(also_lines(moment, self.minutes)))
        room = self.size.height - _OTHER_LINES - (big.display and _BIG_LINES)
        self.query_one("#tried", Static).update(Content("\n").join(tried_lines(moment.tried, room)))
        self.refresh_bindings()

    # Answers

    def action_answer_it(self, word: str) -> None:
        """On to the next question, or to the end."""
        assert self.talk is not None
        self._go_on(self.talk.answer(word))

    def action_adult(self) -> None:
        """Stop here; an adult comes."""
        assert self.talk is not None
        self._go_on(with_an_adult(self.talk))

    def _go_on(self, talk: Talk) -> None:
        if talk.next().is_end:
            self.fix = self._keep(talk)
        assert self.talk is not None
        self.before = (*self.before, self.talk)
        self.talk = talk
        self.say("")
        self._show()

    def _keep(self, talk: Talk, *, fixed_by: str = "") -> Fix:
        event = self.event.id if self.event else ""
        return self.troubles.keep(talk, minutes=self.minutes, event=event, by=self._crew(), fixed_by=fixed_by)

    def _crew(self) -> tuple[str, ...]:
        """Who is on duty at the event: the trouble is theirs."""
        from lessons.assembly.rotas import Rotas

        return Rotas(self.library).crew(self.event.id) if self.event else ()

    def action_undo(self) -> None:
        """One answer back; what was written down goes, too."""
        if self.own:
            self.troubles.strike_tip(self.own, struck=False)
            self.own = ""
            self._begin_again()
            self.say("The check is there again.")
            return
        if self.fix is not None:
            self.troubles.strike(self.fix.id)
            self.fix = None
        *rest, self.talk = self.before
        self.before = tuple(rest)
        self._show()

    def _begin_again(self) -> None:
        self.before = ()
        self.talk = self.troubles.begin(self.trouble)
        self._show()

    def action_what(self) -> None:
        """Ask what it really was."""
        assert self.fix is not None
        self.ask("What was it?", self._what, value="")

    def _what(self, words: str) -> None:
        if not words:
            return
        assert self.talk is not None
        assert self.fix is not None
        kept = self._keep(self.talk, fixed_by=words)
        self.troubles.strike(self.fix.id)
        self.fix = kept
        self.say(f"Written down: {kept.fixed_by}. O adds a check for the next time.")

    # Our own checks

    def action_own(self) -> None:
        """A question, what to do, and who found it."""
        self.ask("Our check, as a question with yes or no:", self._own_question)

    def _own_question(self, question: str) -> None:
        if question:
            asked = question if question.endswith("?") else f"{question}?"
            self.ask("What to do when the answer is no:", partial(self._own_doing, asked))

    def _own_doing(self, question: str, doing: str) -> None:
        if doing:
            first = next(iter(self._crew()), "")
            self.ask("Who found it? A code:", partial(self._own_code, question, doing), value=first)

    def _own_code(self, question: str, doing: str, code: str) -> None:
        tip = self.troubles.add_tip(self.trouble, question, doing, by=code.split())
        self.say(f"“{tip.text}” is the last check now. It keeps its day and your code.")

    def action_take_out(self) -> None:
        """An adult takes one of the children's own checks out of the tree."""
        moment = self.moment
        assert moment is not None
        assert moment.step is not None
        self.own = moment.step.id.removeprefix(OWN).upper()
        self.troubles.strike_tip(self.own)
        self._begin_again()
        self.say("Taken out. Z puts it back.")

    # Elsewhere

    def action_leave_it(self) -> None:
        """Back to where the trouble was met."""
        self.leave()

    def can_do(self, action: str) -> bool:
        """Answers while there is a question; the rest at its end."""
        moment = self.moment
        if moment is None:
            return action in ("back", "help")
        if action in ("answer_it", "adult", "leave_it", "what", "own"):
            return moment.is_end == (action not in ("answer_it", "adult"))
        if action == "undo":
            return bool(self.own or self.before)
        if action == "take_out":
            own = moment.step is not None and moment.step.id.startswith(OWN)
            return own and not moment.is_end and not self.studio.door.is_locked
        return True


_OTHER_LINES = 15
_BIG_LINES = 6
