"""Two sounds side by side: hear A, hear B, and choose a word for each, one question at a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from lessons.comparing import SIDES, Comparison, Comparisons
from lessons.listening import listening_sheet
from studio.ui.comparing_words import (
    choice_words,
    heads,
    is_question,
    line_words,
    lines_total,
    sentence_start,
)
from studio.ui.screens.lessons.two_sounds_chosen import TwoSoundsChosenScreen
from studio.ui.screens.talking import QUESTION_KEY, TalkingScreen
from studio.ui.text import literal
from studio.ui.widgets.long_list import LongList

if TYPE_CHECKING:
    from studio.audio.rendering.rendition import Rendition


class TwoSoundsScreen(TalkingScreen, TwoSoundsChosenScreen):
    """The listening sheet, filled while one listens."""

    TOOL = "listen"
    HELP_PAGE: ClassVar[str] = "two_sounds"
    PLAYS_WITH: ClassVar[str] = "press A or B"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "hear_side('A')", "hear A", id="two.a", tooltip="The first sound; its words come next"),
        Binding("b", "hear_side('B')", "hear B", id="two.b", tooltip="The second sound"),
        Binding("space", "stop", "stop", key_display="Space", id="two.stop", tooltip="Be quiet"),
        Binding(
            "e", "even", "equally loud", id="two.even", tooltip="Both equally loud, or each as loud as it is"
        ),
        Binding("1", "choose(1)", "a word", key_display="1-5", id="two.1", tooltip="Choose a word"),
        *(
            Binding(str(number), f"choose({number})", "a word", show=False, id=f"two.{number}")
            for number in range(2, 10)
        ),
        Binding("w", "write", "what was said", id="two.write", tooltip="Write it down, word for word"),
        Binding("c", "choose_sounds", "other sounds", id="two.choose", tooltip="Choose A and B"),
        Binding("t", "earlier", "earlier ones", id="two.earlier", tooltip="Comparisons that were kept"),
        QUESTION_KEY,
        Binding("o", "happened", "it took place", id="two.happened", tooltip="Write it down as evidence"),
        Binding("z", "undo", "undo", id="two.undo", tooltip="Take the last thing back"),
        Binding("p", "print", "print", id="two.print", tooltip="For adults: the filled sheet"),
    ]

    side: reactive[str] = reactive(SIDES[0], init=False)
    """The one whose word is chosen next."""
    even: reactive[bool] = reactive(False, init=False)
    playing: reactive[str] = reactive("", init=False, bindings=True)

    def compose_middle(self) -> Iterable[Widget]:
        """Both sounds, the questions, the words of the marked one."""
        yield Static(id="pieces")
        yield Static(id="heads")
        yield LongList(id="lines")
        yield Static(id="said")
        yield Static(id="words")

    def on_mount(self) -> None:
        """The list has the keys; the sounds are chosen first."""
        self.title_is("Two sounds, two ears")
        self.query_one(LongList).show(lines_total(), self._line)
        self.refocus()
        self.show_all()
        self.call_after_refresh(self.begin)

    def refocus(self) -> None:
        """The list has the keys."""
        self.query_one(LongList).focus()

    def on_resize(self) -> None:
        """The columns follow the width."""
        self.show_all()

    # Showing

    def show_all(self) -> None:
        """The sounds, the questions, the words."""
        self.query_one("#heads", Static).update(heads(self.size.width))
        self.query_one("#pieces", Static).update(self._pieces())
        self.query_one(LongList).refresh()
        said = self.comparison.said if self.comparison else ()
        self.query_one("#said", Static).update(literal(f"Said last: {said[-1]}" if said else ""))
        self.query_one("#said").display = bool(said)
        self.show_words()

    @on(LongList.Moved)
    def show_words(self) -> None:
        """The words of the marked question."""
        marked = self.query_one(LongList).marked
        chosen = ""
        if self.comparison is not None and is_question(marked):
            answer = self.comparison.answer(listening_sheet().lines[marked].dimension)
            chosen = answer.a if self.side == SIDES[0] else answer.b
        words = choice_words(marked, self.side, chosen, self.size.width - 6)
        self.query_one("#words", Static).update(words)
        self.key_words = {"two.even": "as they are" if self.even else "equally loud"}
        self.refresh_bindings()

    def _pieces(self) -> Content:
        if self.comparison is None:
            return literal("Choose two sounds with C.")
        lines = []
        for side in SIDES:
            mark = "■ playing" if side == self.playing else ""
            title = literal(self.comparison.piece(side).title)
            lines.append(Content.assemble((f"{side}  ", "bold"), title, f"  {mark}"))
        return Content("\n").join(lines)

    def _line(self, line: int, width: int) -> Content:
        return line_words(self.comparison or _nothing(), line, width)

    def watch_side(self) -> None:
        """The words are for the other one now."""
        self.show_words()

    def watch_playing(self) -> None:
        """Say which of them sounds."""
        self.query_one("#pieces", Static).update(self._pieces())

    # Hearing

    def action_hear_side(self, side: str) -> None:
        """Play it; the next word is for it."""
        if self.comparison is None:
            return
        self.side = self.playing = side
        self.say("")
        self.hear_source(partial(self._open, side, self.even))

    def _open(self, side: str, even: bool) -> Rendition:
        from lessons.comparing_sound import piece_sound

        assert self.comparison is not None
        return piece_sound(self.library, self.comparison.piece(side), files=self.files, even=even)

    def action_stop(self) -> None:
        """Silence."""
        self.hush()
        self.playing = ""

    def playhead_moved(self, frame: int | None) -> None:
        """Say when it is over."""
        if frame is None and not self.is_hearing:
            self.playing = ""

    def action_even(self) -> None:
        """Both equally loud, or as they are; what plays begins again so."""
        self.even = not self.even
        self.say("Both are equally loud now." if self.even else "Each is as loud as it is.")
        if self.playing:
            playing = self.playing
            self.hear_source(partial(self._open, playing, self.even))
        self.show_words()

    # Noting

    def action_choose(self, number: int) -> None:
        """A word of the marked question for A, then for B, then the next question."""
        marked = self.query_one(LongList).marked
        if self.comparison is None or not is_question(marked):
            return
        line = listening_sheet().lines[marked]
        if number > len(line.words):
            return
        self.note(self.comparison.with_word(line.dimension, self.side, line.words[number - 1]))
        if self.side == SIDES[1]:
            self.query_one(LongList).marked += 1
        self.side = SIDES[1] if self.side == SIDES[0] else SIDES[0]
        self.show_all()

    def action_write(self) -> None:
        """Ask what was said; the beginning of a sentence stands there already."""
        marked = self.query_one(LongList).marked
        start = "" if is_question(marked) else sentence_start(marked).partition("...")[0]
        self.ask("What was said?", self._said, value=start)

    def _said(self, words: str) -> None:
        if words.strip() and self.comparison is not None:
            self.note(self.comparison.with_said(words))
            self.show_all()
            self.say("Kept word for word. Z takes it back.")

    def note(self, comparison: Comparison) -> None:
        """Keep it as it is now."""
        before = self.comparison
        self.comparison = Comparisons(self.library).keep(comparison)
        if before is not None:
            self.did(replace(before, id=self.comparison.id))

    def can_do(self, action: str) -> bool:
        """Most of it needs two sounds; some needs a note."""
        if action == "undo":
            return bool(self.earlier)
        if action == "stop":
            return bool(self.playing)
        if action in ("hear_side", "even", "choose", "write"):
            return self.comparison is not None
        if action in ("happened", "print"):
            return self.comparison is not None and not self.comparison.is_empty
        return True


def _nothing() -> Comparison:
    from datetime import UTC, datetime

    return Comparison(pieces=(), made=datetime(1970, 1, 1, tzinfo=UTC))
