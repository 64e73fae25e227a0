"""The step that a judge is at, and which keys it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import reactive

from studio.ui.screens.competition.judging_work import JudgingWorkScreen

if TYPE_CHECKING:
    from lessons.competitions.steps import Listen, PlayOff, Star, Step

_MOST_HEARINGS = 2
_ANYWHERE = ("help", "back", "judge")


class JudgingStepScreen(JudgingWorkScreen):
    """An entry, the stars, a pair, or words."""

    step: reactive[Step | None] = reactive(None, init=False, bindings=True)
    """What is stored says that it comes now."""
    shown: reactive[Listen | None] = reactive(None, init=False, bindings=True)
    """The entry on the screen, with its answers so far; it stays until Enter."""
    stars: reactive[tuple[str, ...]] = reactive((), init=False, bindings=True)
    liked = ""
    """What was liked in the pair on the screen."""
    _none_is_fine = False

    # What is on the screen

    @property
    def pair(self) -> PlayOff | None:
        """The pair on the screen."""
        from lessons.competitions.steps import PlayOff

        return self.step if self.shown is None and isinstance(self.step, PlayOff) else None

    @property
    def starring(self) -> Star | None:
        """The list for the stars."""
        from lessons.competitions.steps import Star

        return self.step if self.shown is None and isinstance(self.step, Star) else None

    @property
    def is_answered(self) -> bool:
        """Whether nothing is left to do about the entry on the screen."""
        return self.shown is not None and not self.shown.asks and not self.shown.again

    @property
    def pair_heard(self) -> tuple[str, ...]:
        """What was heard of the pair."""
        return self.pair.heard if self.pair is not None else ()

    def entry_now(self) -> str:
        """Id of the entry that a key is about; empty when it is not about one."""
        return self.shown.entry.submission if self.shown is not None else ""

    # Which keys

    def can_do(self, action: str) -> bool:
        """What a key does depends on the step."""
        if action in _ANYWHERE:
            return True
        if self.judging is None or self.step is None:
            return False
        if self.shown is not None:
            return self._can_do_here(action)
        if action == "tell":
            return True
        if self.working:
            return False
        if action == "undo":
            return bool(self.judging.judgement.done)
        if self.pair is not None:
            return self._can_do_with_a_pair(action)
        if self.starring is not None:
            return action in ("star", "go_on")
        return action == "reasons" and type(self.step).__name__ == "Reasons"

    def _can_do_here(self, action: str) -> bool:
        shown = self.shown
        assert shown is not None
        assert self.judging is not None
        if action == "play":
            return self.is_hearing or (not self.is_answered and shown.times < _MOST_HEARINGS)
        if action == "answer":
            return bool(shown.times and shown.asks)
        if action == "go_on":
            return self.is_answered
        if action == "like":
            return shown.times > 0
        if action == "undo":
            return bool(shown.answers or self.judging.judgement.done)
        return action in ("know", "tell")

    def _can_do_with_a_pair(self, action: str) -> bool:
        pair = self.pair
        assert pair is not None
        left, right = (self.pair_heard.count(each.submission) for each in (pair.left, pair.right))
        may = (left <= right and left < _MOST_HEARINGS, right <= left and right < _MOST_HEARINGS)
        if action == "play":
            return self.is_hearing or any(may)
        if action == "choose":
            return bool(left and right)
        return action in ("side", "like", "know")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """One side of a pair is not heard oftener than the other."""
        if action == "side" and (pair := self.pair) is not None and not self.is_asking:
            entry = (pair.left, pair.right)[int(str(parameters[0]))].submission
            other = (pair.right, pair.left)[int(str(parameters[0]))].submission
            times = self.pair_heard.count(entry)
            return not self.working and times < _MOST_HEARINGS and times <= self.pair_heard.count(other)
        return super().check_action(action, parameters)
