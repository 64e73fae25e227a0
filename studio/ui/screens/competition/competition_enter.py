"""Handing in: choose one of the sounds, say whose it is, and it is in; take it back as long as it is open."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.errors import StudioError
from studio.ui.brief_words import brief_for_judges
from studio.ui.screens.competition.competition_work import CompetitionWorkScreen
from studio.ui.screens.hearing import HearingScreen
from studio.ui.screens.listed import ListedScreen
from studio.ui.text import cut_to, day_words, literal, when_words
from studio.ui.widgets.long_list import LongList
from studio.wording import clock, count, listed

if TYPE_CHECKING:
    from evidence.sound import Sound
    from lessons.competitions.competition import Competition
    from lessons.competitions.submission import Submission

_FACTS = 46


class NoEntry(StudioError):
    """A code that has handed nothing in."""


class EnterScreen(CompetitionWorkScreen, HearingScreen, ListedScreen):
    """The sounds, newest first; Enter hands the marked one in."""

    HELP_PAGE = "competition_enter"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "play", "hear it", key_display="Space", id="enter.play", tooltip="Hear it, or stop"),
        Binding("enter", "hand_in", "hand it in", key_display="Enter", id="enter.in", tooltip="As it is now"),
        Binding(
            "t", "take_back", "take back", id="enter.back", tooltip="An entry of yours, while it is open"
        ),
    ]

    sounds: reactive[tuple[Sound, ...]] = reactive((), init=False, bindings=True)
    receipt: reactive[str] = reactive("", init=False)

    def __init__(self, competition_id: str) -> None:
        super().__init__()
        self.competition_id = competition_id
        self.known: Competition | None = None
        self.entries = 0

    def compose_middle(self) -> Iterable[Widget]:
        """The brief, the sounds, the receipt."""
        yield Static(id="brief")
        yield Static(id="empty")
        yield LongList(id="sounds")
        yield Static(id="receipt")

    def on_mount(self) -> None:
        """Say where we are."""
        self.title_is("Hand in a sound")
        self.query_one("#receipt").display = False

    @property
    def marked(self) -> Sound | None:
        """The sound that the list stands on."""
        return self.sounds[self.listing.marked] if self.sounds else None

    # Showing

    def look(self) -> tuple[Competition, tuple[Sound, ...], frozenset[str], int]:
        """The competition, our own sounds, and which are in."""
        from lessons.competitions.competitions import Competitions
        from lessons.competitions.docket import Dockets

        known = Competitions(self.library).one(self.competition_id)
        entered = [
            each
            for each in Dockets(self.library).submissions.all()
            if each.competition == known.id and each.is_in
        ]
        ours = [each for each in self.library.sounds() if not each.binned and not each.is_found]
        newest = tuple(sorted(ours, key=lambda each: (each.made, each.id), reverse=True))
        return known, newest, frozenset(each.sound_id for each in entered), len(entered)

    def show(self, seen: Any) -> None:
        """Show the sounds."""
        self.known, self.sounds, inside, self.entries = seen
        self.title_is(f"Hand in: {self.known.title}")
        self._show_brief()
        now = self.studio.clock()

        def line(number: int, width: int) -> Content:
            sound = self.sounds[number]
            whose = " ".join(sound.makers) or sound.year or ""
            facts = f"{whose:<18.18}{clock(sound.seconds_after):>8}  {when_words(sound.made, now)}"
            mark = "■ " if sound.id in inside else "  "
            return Content.assemble(
                mark, cut_to(sound.title, max(12, width - _FACTS - 2)), "  ", literal(facts)
            )

        self.listing.show(len(self.sounds), line, marked=self.listing.marked)
        empty = "No sounds yet. Press Esc twice, then 1 to record one."
        self.query_one("#empty", Static).update(literal(empty))
        self.query_one("#empty").display = not self.sounds
        self._show_receipt()

    def _show_brief(self) -> None:
        if self.known is not None:
            words = brief_for_judges(self.known.brief, max(20, self.size.width - 4))
            self.query_one("#brief", Static).update(words)

    def on_resize(self) -> None:
        """The brief is as wide as the window."""
        self._show_brief()

    def watch_receipt(self) -> None:
        """Another one."""
        self._show_receipt()

    def _show_receipt(self) -> None:
        known = self.known
        if known is None:
            return
        entered = f"{count(self.entries, 'entry', 'entries')} so far, until {day_words(known.closes)}."
        words = self.receipt or f"{entered} Judges hear it without title and name."
        self.query_one("#receipt", Static).update(literal(words, "bold" if self.receipt else ""))
        self.query_one("#receipt").display = True

    # Keys

    def action_play(self) -> None:
        """Hear the marked sound, or stop."""
        if self.is_hearing:
            self.hush()
        elif self.marked is not None:
            self.hear(self.marked)

    @on(LongList.Moved)
    def _moved(self) -> None:
        if self.is_hearing:
            self.hush()

    @on(LongList.Clicked)
    def action_hand_in(self) -> None:
        """Ask whose it is."""
        if (sound := self.marked) is not None and self.known is not None:
            self.hush()
            who = "your code" if self.known.who_may == "one each" else "your codes"
            question = f"“{sound.title[:24]}”: {who}, such as Y4-heron:"
            self.ask(question, partial(self._hand_in, sound), value=" ".join(sound.makers))

    def _hand_in(self, sound: Sound, typed: str) -> None:
        from studio.ui.typed_codes import typed_codes

        codes = typed_codes(typed)
        if not codes:
            return
        kept: list[Submission] = []

        def job() -> str:
            from lessons.competitions.submissions import Submissions

            kept.append(Submissions(self.library).enter(self.competition_id, sound.id, codes))
            return "It is in. Z takes it back."

        def undo() -> str:
            from lessons.competitions.submissions import Submissions

            Submissions(self.library).take_back(kept[0].id)
            return "Taken back. The sound is still among yours."

        self.do(job, undo=undo, then=lambda: self._give_receipt(sound, kept[0]))

    def _give_receipt(self, sound: Sound, entry: Submission) -> None:
        from lessons.competitions.submissions import length_words

        assert self.known is not None
        length = length_words(self.known, entry.seconds)
        day = day_words(self.known.closes)
        self.receipt = " ".join(
            filter(
                None,
                [
                    f"Handed in: “{sound.title}” by {listed(list(entry.makers))}.",
                    length,
                    f"It can come back until {day}.",
                ],
            )
        )

    def action_undo(self) -> None:
        """The receipt goes with the entry."""
        self.receipt = ""
        super().action_undo()

    def action_take_back(self) -> None:
        """Ask whose."""
        self.ask("Whose entry comes back? The code:", self._take_back)

    def _take_back(self, typed: str) -> None:
        from studio.ui.typed_codes import typed_codes

        codes = typed_codes(typed)
        if not codes:
            return

        def job() -> str:
            from lessons.competitions.submissions import Submissions

            submissions = Submissions(self.library)
            mine = [each for each in submissions.of(self.competition_id) if codes[0] in each.makers]
            if not mine:
                raise NoEntry(f"{codes[0]} has no entry here.", "Look whether the code is right.")
            submissions.take_back(mine[0].id)
            return "Taken back. The sound is still there; Enter hands one in again."

        self.receipt = ""
        self.do(job)

    def can_do(self, action: str) -> bool:
        """There must be a sound, and the competition open."""
        if action in ("play", "hand_in"):
            return bool(self.sounds)
        if action == "take_back":
            return self.entries > 0
        return super().can_do(action)
