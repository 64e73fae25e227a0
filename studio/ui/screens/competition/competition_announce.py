"""The announcement for assembly: page by page in big letters; Space plays the winner."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from evidence.safety.adults import QUIET_SECONDS
from studio.ui.announce_pages import Page, announce_pages
from studio.ui.reading_on import read_on
from studio.ui.screens.competition.competition_hear import HearEntryScreen
from studio.ui.screens.competition.competition_work import CompetitionWorkScreen
from studio.ui.text import literal
from studio.ui.widgets.big_words import BigWords

_TOUCH_SECONDS = 30.0
"""An assembly may listen for longer than adult mode lasts without a key."""


class AnnounceScreen(CompetitionWorkScreen, HearEntryScreen):
    """The arrows turn the pages; on the last one Enter says that it was announced."""

    HELP_PAGE = "competition_announce"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "right", "turn(1)", "next page", key_display="→", id="announce.next", tooltip="Turn the page"
        ),
        Binding(
            "left", "turn(-1)", "page before", key_display="←", id="announce.before", tooltip="Turn back"
        ),
        Binding("space", "play", "play it", key_display="Space", id="announce.play", tooltip="Or stop"),
        Binding(
            "enter",
            "announced",
            "it was announced",
            key_display="Enter",
            id="announce.done",
            tooltip="Keep it",
        ),
        Binding("n", "names", "first names", id="announce.names", tooltip="First names, or codes"),
        Binding("d", "read_on", "read on", id="announce.read_on", tooltip="The rest of the page"),
    ]

    pages: reactive[tuple[Page, ...]] = reactive((), init=False, bindings=True)
    at: reactive[int] = reactive(0, init=False, bindings=True)

    def __init__(self, competition_id: str, *, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self.competition_id = competition_id
        self._clock = clock
        self._began = clock()
        self._names = False
        self._is_announced = False

    def compose_middle(self) -> Iterable[Widget]:
        """One page."""
        with VerticalScroll(id="page", can_focus=False):
            yield BigWords(id="big", most_lines=2)
            yield Static(id="words")

    def on_mount(self) -> None:
        """The first page, once it is made."""
        self.title_is("Announcement")
        self.set_interval(_TOUCH_SECONDS, self.studio.door.touch)
        self.refocus()

    def whose(self) -> str:
        """Nothing: a whole school reads this."""
        return ""

    def on_screen_resume(self) -> None:
        """The pages are made once: adult mode may be over when a page of help is closed."""
        if not self.pages:
            super().on_screen_resume()

    def look(self) -> tuple[tuple[Page, ...], bool]:
        """The pages."""
        from lessons.competitions.competitions import Competitions

        known = Competitions(self.library).one(self.competition_id)
        pages = announce_pages(self.library, self.competition_id, names=self._names)
        return pages, known.status == "announced"

    def show(self, seen: Any) -> None:
        """Show the page that it was at."""
        self.pages, self._is_announced = seen
        self.at = min(self.at, len(self.pages) - 1)
        self._show_page()

    def watch_at(self) -> None:
        """Another page."""
        self._show_page()

    def _show_page(self) -> None:
        if not self.pages:
            return
        page = self.pages[self.at]
        self.title_is(f"Announcement · page {self.at + 1} of {len(self.pages)}", "")
        self.query_one("#big", BigWords).words = page.big
        words = [literal(line, "bold") for line in page.lines]
        self.query_one("#words", Static).update(Content("\n\n").join(words))
        self.query_one("#page").scroll_home(animate=False)
        self.call_after_refresh(self.refresh_bindings)

    def action_turn(self, by: int) -> None:
        """To another page; what played stops."""
        self.hush()
        self.say("")
        self.at = max(0, min(len(self.pages) - 1, self.at + by))

    def action_read_on(self) -> None:
        """Down by a page; from the end back to the start."""
        read_on(self.query_one("#page"))

    def action_play(self) -> None:
        """Play the winner, or stop."""
        if self.is_hearing:
            self.hush()
        elif self.pages and (entry := self.pages[self.at].entry) is not None:
            self.hear_entry(entry.id)

    def action_names(self) -> None:
        """First names where they are known, or codes again."""
        self._names = not self._names
        self.read_library()

    def action_announced(self) -> None:
        """It was announced: what was done becomes evidence that waits for an adult."""

        def job() -> str:
            from lessons.competitions.announcing import announce

            announce(self.library, self.competition_id)
            return "Announced. The evidence of it waits under Quality Mark."

        self._is_announced = True
        self.do(job, then=self._done)

    def _done(self) -> None:
        if not self.is_current:
            return  # help is being read: this is not the screen to leave
        self.leave()
        here = self.app.screen
        if isinstance(here, CompetitionWorkScreen):
            here.say("Announced. The evidence of it waits for an adult to accept it.")

    def can_do(self, action: str) -> bool:
        """No key for a page or a sound that is not there."""
        if action in ("help", "back"):
            return True
        if not self.pages:
            return False
        if action == "play":
            return self.pages[self.at].entry is not None
        if action == "announced":
            return self.at + 1 == len(self.pages) and not self._is_announced
        if action == "names":
            return self.library.adults.has_pin and not self.studio.door.is_locked
        if action == "read_on":
            return self.is_mounted and self.query_one("#page").max_scroll_y > 0
        return super().can_do(action)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No page before the first or after the last."""
        if action == "turn" and self.pages:
            to = self.at + (1 if parameters == (1,) else -1)
            return 0 <= to < len(self.pages) and super().check_action(action, parameters)
        return super().check_action(action, parameters)

    def leave(self) -> None:
        """Back; after a long while pupils may be at the keyboard, so the door closes."""
        super().leave()
        if self.studio.door.is_unlocked and self._clock() - self._began > QUIET_SECONDS:
            self.studio.door.lock()
