"""Judging: hear one entry at a time, answer, give stars, compare pairs; nothing says whose it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.brief_words import brief_for_judges
from studio.ui.judging_words import (
    listen_words,
    note_words,
    pair_where,
    pair_words,
    reasons_words,
    star_line,
    star_words,
    where_words,
)
from studio.ui.screens.competition.judging_keys import JudgingKeysScreen
from studio.ui.screens.competition.judging_work import JudgeCame, NoJudge
from studio.ui.text import literal
from studio.ui.widgets.long_list import LongList
from studio.ui.widgets.waveform import Waveform
from studio.wording import clock

if TYPE_CHECKING:
    from lessons.competitions.steps import Step

_LOOK_SECONDS = 3.0
"""How often a judge who waits looks whether there is something new."""


class JudgingScreen(JudgingKeysScreen):
    """The brief always stands above; below it one thing at a time."""

    HELP_PAGE = "judging"

    def __init__(self, competition_id: str) -> None:
        super().__init__(competition_id)
        self._written: dict[str, str] = {}

    def compose_middle(self) -> Iterable[Widget]:
        """The brief, which entry, its picture, and what is asked."""
        yield Static(id="brief")
        yield Static(id="where")
        yield Waveform(id="wave")
        yield Static(id="asked")
        yield LongList(id="stars")
        yield Static(id="note")

    def on_mount(self) -> None:
        """Ask who judges."""
        self.title_is("Judging")
        for part in ("#brief", "#where", "#wave", "#stars", "#note"):
            self.query_one(part).display = False
        self.set_interval(_LOOK_SECONDS, self.look_again)
        self.action_judge()

    def refocus(self) -> None:
        """The list of stars has the keys, when it is there."""
        if self.starring is not None:
            self.query_one(LongList).focus()
        else:
            self.set_focus(None)

    # Who judges

    def action_judge(self) -> None:
        """Ask for a code of the panel."""
        self.hush()
        self.judging = self.step = self.shown = None
        self.say("")
        self.show_step()
        self.ask("Who judges? Your code, such as Y6-otter:", self._came)

    def _came(self, typed: str) -> None:
        from evidence.codes import parse_code

        if typed:
            self.begin(parse_code(typed))

    @on(JudgeCame)
    def _begin(self, message: JudgeCame) -> None:
        message.stop()
        self.judging = message.judging
        self.stars = ()
        self.liked = ""
        known = message.judging.competition
        self.title_is(f"Judging: {known.title}")
        self.stepped(message.step)

    @on(NoJudge)
    def _nobody(self) -> None:
        self.show_step()

    def look_again(self) -> None:
        """A judge who waits may be wanted again."""
        from lessons.competitions.steps import Wait

        if isinstance(self.step, Wait) and not self.working and not self.is_asking:
            self.look_at_others()

    # Showing

    def stepped(self, step: Step) -> None:
        """Go to the next step, unless the entry on the screen still waits for Enter."""
        from lessons.competitions.steps import Listen, Star

        self.step = step
        same = isinstance(step, Listen) and self.shown is not None and _entry(step) == self.entry_now()
        if isinstance(step, Listen) and (same or not self.is_answered):
            self.shown = step
        elif not self.is_answered:
            self.shown = None
        if isinstance(step, Star) and not self.stars:
            self.stars = step.stars
        self.show_step()

    def show_step(self) -> None:
        """Draw what is on the screen."""
        listening, pair, starring = self.shown is not None, self.pair, self.starring
        self.query_one("#brief").display = self.judging is not None
        self.query_one("#where").display = listening or pair is not None
        self.query_one("#wave").display = listening or pair is not None
        self.query_one("#stars").display = starring is not None
        self.set_class(pair is not None, "-pair")
        if self.shown is not None:
            self.draw(self.shown.entry.submission)
        elif pair is None:
            self.draw("")
        self._show_brief()
        self._show_where(0)
        self._write("#asked", self._asked())
        note = self._note()
        self._write("#note", note or Content(""))
        self.query_one("#note").display = note is not None
        self._show_stars()
        self._word_keys()
        if not self.is_asking:
            self.refocus()
        self.refresh_bindings()

    def _show_brief(self) -> None:
        if self.judging is not None:
            brief = self.judging.competition.brief
            self._write("#brief", brief_for_judges(brief, max(20, self.size.width - 4)))

    def _write(self, where: str, words: Content) -> None:
        """Write it when it changed: what stays the same need not be laid out again."""
        markup = words.markup  # Textual's Contents are alike when their text is
        if self._written.get(where) != markup:
            self._written[where] = markup
            self.query_one(where, Static).update(words)

    def _asked(self) -> Content:
        from lessons.competitions.steps import Reasons, Wait

        if self.shown is not None:
            return listen_words(self.shown, playing=bool(self._playing))
        if self.pair is not None:
            return pair_words(self.pair, self.pair_heard)
        if self.starring is not None:
            return star_words(self.starring, len(self.stars))
        if isinstance(self.step, Reasons):
            return reasons_words(self.step)
        if isinstance(self.step, Wait):
            goes_on = "This looks again by itself. C lets another judge in."
            return Content("\n\n").join([literal(self.step.why, "bold"), Content(goes_on)])
        if self.step is not None:
            why = getattr(self.step, "why", "")
            return Content("\n\n").join(
                [literal(why, "bold"), Content("C lets another judge in; Esc goes back.")]
            )
        return Content("C says who judges. Esc goes back.")

    def _note(self) -> Content | None:
        if self.shown is not None:
            return note_words(self.shown.note) if self.shown.times else None
        return note_words(self.liked) if self.pair is not None else None

    def _show_where(self, frame: int) -> None:
        width = max(20, self.size.width - 4)
        if self.shown is not None:
            entry = self.shown.entry
            rate = self._rate()
            now = f"{clock(frame / rate, decimals=0)} / " if rate and frame else ""
            time = f"{now}{clock(entry.seconds, decimals=0)}"
            self._write("#where", where_words(self.shown, time, width))
        elif self.pair is not None:
            self._write("#where", literal(pair_where(self.pair)))

    def _rate(self) -> int:
        picture = self.query_one(Waveform).picture
        return picture.samplerate if picture is not None else 0

    def time_passed(self, frame: int) -> None:
        """The time beside the animal follows."""
        self._show_where(frame)

    def _show_stars(self) -> None:
        step, judging = self.starring, self.judging
        if step is None or judging is None:
            return
        listing, mine, stars = self.query_one(LongList), judging.judgement, self.stars
        listing.show(
            len(step.entries),
            lambda line, width: star_line(step.entries[line], mine, stars, width),
            marked=listing.marked,
        )

    def on_resize(self) -> None:
        """Everything is as wide as the window."""
        self.show_step()

    def _word_keys(self) -> None:
        heard = self.shown is not None and self.shown.times > 0
        self.key_words = {
            "judging.play": "stop" if self.is_hearing else "play again" if heard else "play",
            "judging.next": "give the stars" if self.starring is not None else "next",
        }


def _entry(step: Step) -> str:
    entry = getattr(step, "entry", None)
    return entry.submission if entry is not None else ""
