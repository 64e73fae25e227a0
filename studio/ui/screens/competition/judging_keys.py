"""The keys of a judge: hear, answer, star, choose; and what each of them stores."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from studio.ui.judging_words import LIKED
from studio.ui.screens.competition.judging_step import JudgingStepScreen
from studio.ui.widgets.long_list import LongList

if TYPE_CHECKING:
    from lessons.competitions.judging import Judging
    from lessons.competitions.steps import Step

_SIDES = ("left", "right", "same")


class JudgingKeysScreen(JudgingStepScreen):
    """Each kind of step has its own keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "play", "play", key_display="Space", id="judging.play", tooltip="Hear it, or stop"),
        Binding("1", "answer(1)", "answer", key_display="1-4", id="judging.answer", tooltip="Your answer"),
        *(Binding(str(digit), f"answer({digit})", "answer", show=False) for digit in (2, 3, 4)),
        Binding("1", "choose(1)", "choose", key_display="1 2 3", id="judging.choose", tooltip="Fits better"),
        *(Binding(str(digit), f"choose({digit})", "choose", show=False) for digit in (2, 3)),
        Binding("left", "side(0)", "left", key_display="←", id="judging.left", tooltip="Hear the first one"),
        Binding("right", "side(1)", "right", key_display="→", id="judging.right", tooltip="Hear the other"),
        Binding("space", "star", "star", key_display="Space", id="judging.star", tooltip="A star, or not"),
        Binding("enter", "go_on", "next", key_display="Enter", id="judging.next", tooltip="Go on"),
        Binding("l", "like", "what I liked", id="judging.like", tooltip="I liked the part where ..."),
        Binding("w", "know", "I know who this is", id="judging.know", tooltip="Then it counts for nothing"),
        Binding(
            "exclamation_mark",
            "tell",
            "tell the adult",
            key_display="!",
            id="judging.tell",
            tooltip="Only they see",
        ),
        Binding("z", "undo", "undo", id="judging.undo", tooltip="Take your last answer back"),
        Binding("r", "reasons", "reasons", id="judging.reasons", tooltip="Write why"),
        Binding("c", "judge", "another judge", id="judging.judge", tooltip="Somebody else of the panel"),
    ]

    # Hearing

    def action_play(self) -> None:
        """Hear it, or stop; of a pair the next one."""
        if self.is_hearing:
            self.hush()
            self.show_step()
        elif self.shown is not None:
            self.hear_entry(self.shown.entry.submission)
            self.show_step()
        elif self.pair is not None:
            heard = self.pair_heard
            self.action_side(
                int(heard.count(self.pair.left.submission) > heard.count(self.pair.right.submission))
            )

    def action_side(self, side: int) -> None:
        """Hear one of the pair."""
        if (pair := self.pair) is not None:
            entry = (pair.left, pair.right)[side]
            self.hush()
            self.draw(entry.submission)
            self.hear_entry(entry.submission)
            self.show_step()

    def heard(self, submission_id: str) -> None:
        """Store that it was heard to its end."""
        from dataclasses import replace

        if self.shown is not None and self.shown.entry.submission == submission_id:
            self.shown = replace(self.shown, times=self.shown.times + 1, again=False)
            self.show_step()
        self.act(lambda judging: judging.heard(submission_id))

    # Answering

    def action_answer(self, answer: int) -> None:
        """Answer the question on the screen."""
        from dataclasses import replace

        shown = self.shown
        if shown is None or not shown.asks:
            return
        first, *others = shown.asks
        self.shown = replace(shown, asks=tuple(others), answers={**shown.answers, first.id: answer})
        if not others and self.is_hearing:
            self.hush()
        self.say("")
        self.show_step()
        self.act(lambda judging: judging.answer(shown.entry.submission, first.id, answer))

    def action_choose(self, digit: int) -> None:
        """Say which of the pair fits better."""
        side, liked = _SIDES[digit - 1], self.liked
        self.liked = ""
        self.hush()
        self.act(lambda judging: judging.prefer(side, liked=liked))

    def action_star(self) -> None:
        """Give the marked one a star, or take it."""
        if (step := self.starring) is None:
            return
        entry = step.entries[self.query_one(LongList).marked].submission
        if entry in self.stars:
            self.stars = tuple(each for each in self.stars if each != entry)
        elif len(self.stars) < step.most:
            self.stars = (*self.stars, entry)
        else:
            self.say(f"You have {step.most} stars. Take one away first, with Space.")
            return
        self._none_is_fine = False
        self.say("")
        self.show_step()

    def action_go_on(self) -> None:
        """To the next entry, or give the stars."""
        if self.shown is not None:
            self.hush()
            self.shown = None
            self.say("")
            if not self.working and self.step is not None:
                self.stepped(self.step)
        elif self.starring is not None:
            if not self.stars and not self._none_is_fine:
                self._none_is_fine = True
                self.say("No star yet: Space gives one. Enter again gives none.")
                return
            stars = self.stars
            self.act(lambda judging: judging.star(*stars))

    def action_like(self) -> None:
        """Ask what was liked."""
        shown = self.shown
        if shown is not None:
            self.ask(f"{LIKED} ...", partial(self._like, shown.entry.submission), value=shown.note)
        elif self.pair is not None:
            self.ask(f"{LIKED} ...", self._like_of_pair, value=self.liked)

    def _like(self, entry: str, text: str) -> None:
        from dataclasses import replace

        if self.shown is not None and self.shown.entry.submission == entry:
            self.shown = replace(self.shown, note=text)
        self.show_step()
        self.act(lambda judging: judging.note(entry, text))

    def _like_of_pair(self, text: str) -> None:
        self.liked = text
        self.show_step()

    def action_know(self) -> None:
        """The judge knows whose it is."""
        if self.shown is not None:
            self._knows(self.shown.entry.submission)
        elif self.pair is not None:
            self.ask("Which one do you know? 1 or 2:", self._knows_side)

    def _knows_side(self, typed: str) -> None:
        pair = self.pair
        if pair is not None and typed in ("1", "2"):
            self._knows((pair.left, pair.right)[int(typed) - 1].submission)

    def _knows(self, entry: str) -> None:
        self.hush()
        self.shown = None
        self.say("Thank you for saying so. Others judge that one.")
        self.act(lambda judging: judging.knows(entry))

    def action_tell(self) -> None:
        """Ask what the adult should know."""
        self.ask("What should the adult know?", partial(self._tell, self.entry_now()))

    def _tell(self, entry: str, text: str) -> None:
        if text:
            self.say("Kept for the adult. Go on.")
            self.act(lambda judging: judging.tell_adult(text, entry))

    def action_undo(self) -> None:
        """Take the last answer back."""

        def undo(judging: Judging) -> Step:
            return judging.undo()

        self.hush()
        self.shown = None
        self.say("Your last answer is taken back.")
        self.act(undo)

    def action_reasons(self) -> None:
        """Write the reasons."""
        from studio.ui.screens.competition.competition_reasons import ReasonsScreen

        assert self.judging is not None
        code = self.judging.judgement.code
        self.app.switch_screen(ReasonsScreen(self.competition_id, by=(code,)))

    def show_step(self) -> None:
        """Draw what is on the screen again."""
        raise NotImplementedError
