"""Joining sounds: which ones, in which order, with how much silence between."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from studio.errors import StudioError
from studio.ui.screens.long_job import Progress
from studio.ui.screens.sounds.together import (
    KEEP_KEYS,
    TOGETHER_KEYS,
    TogetherScreen,
    length_words,
    typed_numbers,
)
from studio.ui.text import cut_to
from studio.wording import clock

if TYPE_CHECKING:
    from studio.editing.made import Made
    from studio.ui.speaker import Playable

_STEP_SECONDS = 0.5
_LEAD_IN_SECONDS = 1.0
"""Heard before the first gap after it has changed."""
_FACTS_WIDTH = 28


class JoinScreen(TogetherScreen):
    """One after another, from the top down."""

    HELP_PAGE = "join"
    BINDINGS: ClassVar[list[BindingType]] = [
        *TOGETHER_KEYS,
        Binding("[,shift+up", "move(-1)", "move", key_display="[ ]", id="join.up", tooltip="Earlier, later"),
        Binding("],shift+down", "move(1)", "later", show=False, id="join.down"),
        Binding("+,=", "gap(1)", "gap", key_display="+ -", id="join.more", tooltip="Silence between them"),
        Binding("-", "gap(-1)", "less gap", show=False, id="join.less"),
        Binding("n", "numbers", "exact gap", id="join.numbers", tooltip="Type how many seconds"),
        *KEEP_KEYS,
    ]

    def on_mount(self) -> None:
        """Say where we are."""
        self.title_is(f"Join to {self.first.title}")

    def line(self, line: int, width: int) -> Content:
        """Number, title, when it begins, how long it is."""
        begins = (0.0, *accumulate(row.sound.seconds_after + self.gap_seconds for row in self.rows))
        sound = self.rows[line].sound
        facts = f"  from {clock(begins[line], decimals=1):>7}  {clock(sound.seconds_after, decimals=1):>7}"
        return Content.assemble(
            (f"{line + 1:>3}  ", "$quiet"), cut_to(sound.title, max(10, width - _FACTS_WIDTH)), facts
        )

    def total(self) -> str:
        """The gap and the length."""
        seconds = sum(row.sound.seconds_after for row in self.rows)
        seconds += self.gap_seconds * (len(self.rows) - 1)
        gap = f"{self.gap_seconds:g} s of silence" if self.gap_seconds else "no gap"
        return f"{length_words(seconds)} There is {gap} between them."

    def suggested_title(self) -> str:
        """Of the first two."""
        return " + ".join(dict.fromkeys(row.sound.title for row in self.rows))[:60]

    def open_all(self) -> Playable:
        """All of it."""
        from studio.editing.joining import joined

        return joined(self.library, [row.sound for row in self.rows], gap_seconds=self.gap_seconds)

    def make(self, title: str, progress: Progress) -> Made:
        """The new sound."""
        from studio.editing.joining import join

        sounds = [row.sound for row in self.rows]
        return join(self.library, sounds, gap_seconds=self.gap_seconds, title=title, progress=progress)

    def action_move(self, by: int) -> None:
        """Put the marked one earlier or later."""
        to = self.here + by
        if not 0 <= to < len(self.rows):
            self.say("It is the first already." if by < 0 else "It is the last already.")
            return
        rows = list(self.rows)
        rows.insert(to, rows.pop(self.here))
        self.change(rows, mark=to)

    def action_gap(self, direction: int) -> None:
        """Half a second more between them, or less."""
        self._set_gap(max(0.0, self.gap_seconds + direction * _STEP_SECONDS))

    def action_numbers(self) -> None:
        """Ask for the gap."""
        self.ask("How many seconds between them?", self._typed_gap, value=f"{self.gap_seconds:g}")

    def _typed_gap(self, typed: str) -> None:
        from studio.editing.joining import LONGEST_GAP_SECONDS

        (seconds, *_) = typed_numbers(typed)
        if not 0 <= seconds <= LONGEST_GAP_SECONDS:
            raise StudioError("That cannot be between them.", f"Type 0 to {LONGEST_GAP_SECONDS:g} seconds.")
        self._set_gap(seconds)

    def _set_gap(self, seconds: float) -> None:
        if seconds == self.gap_seconds:
            return
        self.change(self.rows, gap_seconds=seconds)
        if len(self.rows) > 1:
            self.hear_from(max(0.0, self.rows[0].sound.seconds_after - _LEAD_IN_SECONDS), by_itself=True)
