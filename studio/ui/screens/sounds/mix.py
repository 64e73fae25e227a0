"""Mixing sounds: which ones, how loud each of them, and when it comes in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from studio.ui.screens.long_job import Progress
from studio.ui.screens.sounds.together import (
    KEEP_KEYS,
    TOGETHER_KEYS,
    TogetherScreen,
    length_words,
    typed_numbers,
)
from studio.ui.text import cut_to
from studio.wording import begun

if TYPE_CHECKING:
    from studio.editing.made import Made
    from studio.ui.speaker import Playable

_STEP_DB = 3.0
_STEP_SECONDS = 0.1
_FAR = 10
_LEAD_IN_SECONDS = 0.5
_TITLE_WIDTH = 22
_FACTS_WIDTH = 26


class MixScreen(TogetherScreen):
    """All at the same time, each on a lane of its own."""

    HELP_PAGE = "mix"
    BINDINGS: ClassVar[list[BindingType]] = [
        *TOGETHER_KEYS,
        Binding("+,=", "level(1)", "louder, quieter", key_display="+ -", id="mix.up", tooltip="By 3 dB"),
        Binding("-", "level(-1)", "quieter", show=False, id="mix.down"),
        Binding("left", "later(-1)", "earlier, later", key_display="← →", id="mix.left", tooltip="By 0.1 s"),
        Binding("right", "later(1)", "later", show=False, id="mix.right"),
        Binding("shift+left", f"later(-{_FAR})", "far earlier", show=False, id="mix.far_left"),
        Binding("shift+right", f"later({_FAR})", "far later", show=False, id="mix.far_right"),
        Binding("n", "numbers", "exactly", id="mix.numbers", tooltip="Type how loud, and when it comes in"),
        *KEEP_KEYS,
    ]

    def on_mount(self) -> None:
        """Say where we are."""
        self.title_is(f"Mix with {self.first.title}")

    @property
    def seconds(self) -> float:
        """How long the mix is."""
        return max(row.at_seconds + row.sound.seconds_after for row in self.rows)

    def line(self, line: int, width: int) -> Content:
        """Title, level, when it comes in, and its lane."""
        row = self.rows[line]
        level = f"{row.gain_db:+g} dB" if row.gain_db else "as it is"
        facts = f"  {level:>9}  at {row.at_seconds:5g} s  "
        room = max(0, width - _TITLE_WIDTH - len(facts))
        drawn = lane(row.at_seconds, row.sound.seconds_after, self.seconds, room)
        return Content.assemble(cut_to(row.sound.title, _TITLE_WIDTH), facts, (drawn, "$accent"))

    def total(self) -> str:
        """The length."""
        return f"{length_words(self.seconds)} If it is too loud, all of it is made quieter."

    def suggested_title(self) -> str:
        """Of all of them."""
        return " with ".join(dict.fromkeys(row.sound.title for row in self.rows))[:60]

    def open_all(self) -> Playable:
        """All of it."""
        from studio.editing.mixing import mixed

        return mixed(self.library, self.rows)

    def make(self, title: str, progress: Progress) -> Made:
        """The new sound."""
        from studio.editing.mixing import mix

        return mix(self.library, self.rows, title=title, progress=progress)

    def action_level(self, direction: int) -> None:
        """Louder or quieter by 3 dB."""
        row = self.rows[self.here]
        self._set(row.gain_db + direction * _STEP_DB, row.at_seconds)

    def action_later(self, steps: int) -> None:
        """Let it come in later, or earlier."""
        row = self.rows[self.here]
        self._set(row.gain_db, max(0.0, round(row.at_seconds + steps * _STEP_SECONDS, 3)))

    def action_numbers(self) -> None:
        """Ask for both."""
        row = self.rows[self.here]
        value = f"{row.gain_db:g} {row.at_seconds:g}"
        self.ask("How many dB louder, and in at which second?", self._typed, value=value)

    def _typed(self, typed: str) -> None:
        numbers = typed_numbers(typed)
        row = self.rows[self.here]
        self._set(numbers[0], numbers[1] if len(numbers) > 1 else row.at_seconds)

    def _set(self, gain_db: float, at_seconds: float) -> None:
        from studio.editing.mixing import LOUDEST_DB, QUIETEST_DB

        row = self.rows[self.here]
        new = replace(row, gain_db=max(QUIETEST_DB, min(gain_db, LOUDEST_DB)), at_seconds=at_seconds)
        if new == row:
            self.say("It cannot be further than that.")
            return
        rows = list(self.rows)
        rows[self.here] = new
        self.change(rows)
        loud = f"{abs(new.gain_db):g} dB {'louder' if new.gain_db > 0 else 'quieter'}"
        loud = loud if new.gain_db else "as loud as it was"
        self.say(f"{begun(loud)}, in at {new.at_seconds:g} s.")
        self.hear_from(max(0.0, new.at_seconds - _LEAD_IN_SECONDS), by_itself=True)


def lane(at: float, seconds: float, total: float, width: int) -> str:
    """Where a sound is in the whole: blocks while it sounds, dots beside them."""
    if total <= 0 or width <= 0:
        return ""
    first = min(width - 1, int(at / total * width))
    last = max(first + 1, min(width, round((at + seconds) / total * width)))
    return f"{'·' * first}{'█' * (last - first)}{'·' * (width - last)}"
