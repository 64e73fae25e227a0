"""Choosing sounds from all there are: for a join, a mix, or to do something to many."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.read_in_thread import read_in_thread
from studio.ui.screens.hearing import HearingScreen
from studio.ui.screens.listed import ListedScreen
from studio.ui.text import cut_to, literal, when_words
from studio.ui.widgets.long_list import LongList
from studio.wording import clock, count

if TYPE_CHECKING:
    from evidence.sound import Sound

_TICKED = "■"
_LEAST_TITLE = 12


class SoundsListed(Message):
    """The library's sounds were read."""

    def __init__(self, sounds: tuple[Sound, ...], club: frozenset[str]) -> None:
        super().__init__()
        self.sounds = sounds
        self.club = club
        """Ids of those of today's session of the club."""


class PickSoundsScreen(ListedScreen, HearingScreen):
    """The newest first; Space chooses, Enter takes what was chosen, or the marked one."""

    HELP_PAGE = "pick_sounds"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "choose", key_display="Space", id="pick.tick", tooltip="This one, or not"),
        Binding("p", "play", "play", id="pick.play", tooltip="Hear it, or stop"),
        Binding("a", "all", "all", id="pick.all", tooltip="All of them; again, none"),
        Binding("c", "club", "today's club", id="pick.club", tooltip="All sounds of today's session"),
        Binding("enter", "take", "take them", key_display="Enter", id="pick.take", tooltip="Take the chosen"),
    ]

    sounds: reactive[tuple[Sound, ...]] = reactive((), init=False, bindings=True)
    ticked: reactive[tuple[str, ...]] = reactive((), init=False, bindings=True)
    """Ids, in the order they were chosen."""
    club: frozenset[str] = frozenset()

    def __init__(
        self,
        title: str,
        then: Callable[[tuple[Sound, ...]], None] = lambda _: None,
        *,
        leave_out: Collection[str] = (),
    ) -> None:
        super().__init__()
        self._where = title
        self._then = then
        self._leave_out = frozenset(leave_out)

    def compose_middle(self) -> Iterable[Widget]:
        """The list, and how many are chosen."""
        yield LongList(id="sounds")
        yield Static(id="chosen")

    def on_mount(self) -> None:
        """Say where we are."""
        self.title_is(self._where)

    def read_library(self) -> None:
        """Read the list."""
        self._look()

    @read_in_thread
    def _look(self) -> Message:
        from lessons.club.sessions import Sessions

        found = [
            sound for sound in self.library.sounds() if not sound.binned and sound.id not in self._leave_out
        ]
        session = Sessions(self.library).today()
        club = {sound.id for sound in found if session is not None and sound.session == session.id}
        newest_first = sorted(found, key=lambda sound: (sound.made, sound.id), reverse=True)
        return SoundsListed(tuple(newest_first), frozenset(club))

    @on(SoundsListed)
    def _listed(self, message: SoundsListed) -> None:
        self.club = message.club
        self.sounds = message.sounds
        there = {sound.id for sound in self.sounds}
        self.ticked = tuple(each for each in self.ticked if each in there)
        self._show()
        if not self.sounds:
            self.say("There is no other sound yet. Esc goes back.")

    def _show(self) -> None:
        self.listing.show(len(self.sounds), self._line, marked=self.listing.marked)
        chosen = f"{count(len(self.ticked), 'sound')} chosen." if self.ticked else self.nothing_chosen()
        self.query_one("#chosen", Static).update(literal(chosen if self.sounds else ""))

    def nothing_chosen(self) -> str:
        """What to say below the list then."""
        return "Space chooses several. Enter takes the marked one."

    def _line(self, line: int, width: int) -> Content:
        sound = self.sounds[line]
        box = _TICKED if sound.id in self.ticked else "·"
        facts = f"  {sound.year or '':<5}{clock(sound.seconds_after):>8}   "
        facts += f"{when_words(sound.made, self.studio.clock()):<14}"
        title = cut_to(sound.title, max(_LEAST_TITLE, width - len(facts) - 2))
        return Content.assemble((f"{box} ", "bold"), title, facts)

    @property
    def marked(self) -> Sound:
        """The one that the list stands on."""
        return self.sounds[self.listing.marked]

    @property
    def chosen(self) -> tuple[Sound, ...]:
        """Those that were chosen, in that order; else the marked one."""
        by_id = {sound.id: sound for sound in self.sounds}
        return tuple(by_id[each] for each in self.ticked) or (self.marked,)

    @on(LongList.Clicked)
    def action_tick(self) -> None:
        """Choose it, or not."""
        here = self.marked.id
        left = tuple(each for each in self.ticked if each != here)
        self.ticked = left if here in self.ticked else (*self.ticked, here)
        self._show()

    def action_all(self) -> None:
        """Choose all of them, the newest last; again, none."""
        left = tuple(sound.id for sound in reversed(self.sounds) if sound.id not in self.ticked)
        self.ticked = (*self.ticked, *left) if left else ()
        self._show()

    def action_club(self) -> None:
        """Choose all of today's session; again, none of them."""
        club = tuple(sound.id for sound in reversed(self.sounds) if sound.id in self.club)
        others = tuple(each for each in self.ticked if each not in self.club)
        self.ticked = others if set(club) <= set(self.ticked) else (*others, *club)
        self._show()

    def action_play(self) -> None:
        """Hear the marked one, or stop."""
        if self.is_hearing:
            self.hush()
        else:
            self.hear(self.marked)

    @on(LongList.Moved)
    def _moved(self) -> None:
        self.hush()

    def action_take(self) -> None:
        """Go back with them."""
        chosen = self.chosen
        self.leave()
        self._then(chosen)

    def can_do(self, action: str) -> bool:
        """Most keys need a sound."""
        if action == "club":
            return bool(self.club)
        return bool(self.sounds) or action not in ("tick", "all", "play", "take")
