"""A list of sounds with a picture of the marked one, in which some can be ticked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from studio.ui.faults import FAULTS
from studio.ui.screens.sounds.bringing_in import BringingInScreen
from studio.ui.text import cut_to, literal, when_words
from studio.ui.widgets.listing import Listing
from studio.ui.widgets.waveform import Waveform
from studio.wording import clock, count

if TYPE_CHECKING:
    from evidence.sound import Sound

_FACTS_WIDTH = 49
_TICK = "■"


class SoundListScreen(BringingInScreen):
    """The newest first."""

    sounds: reactive[tuple[Sound, ...]] = reactive((), init=False, bindings=True)
    in_bin: reactive[bool] = reactive(False, init=False, bindings=True)
    ticked: reactive[frozenset[str]] = reactive(frozenset(), init=False, bindings=True)
    """Ids of the sounds that were ticked, to do something with all of them."""

    def compose_middle(self) -> Iterable[Widget]:
        """The list, and the picture of the marked one."""
        yield Static(id="empty")
        yield Listing(id="sounds")
        yield Waveform(id="preview")

    def on_resize(self) -> None:
        """The columns follow the width."""
        self._fill(self._marked_index())

    def read_library(self) -> None:
        """Read the list."""
        marked = self._marked_index()
        chosen = (sound for sound in self.library.sounds() if sound.binned == self.in_bin)
        self.sounds = tuple(sorted(chosen, key=lambda sound: (sound.made, sound.id), reverse=True))
        place = "The bin" if self.in_bin else "My sounds"
        self.ticked &= {sound.id for sound in self.sounds}
        ticks = f", {len(self.ticked)} ticked" if self.ticked else ""
        self.title_is(f"{place}: {count(len(self.sounds), 'sound')}{ticks}")
        self._fill(marked)

    def leave(self) -> None:
        """From the bin to the sounds, from the sounds to where we came from."""
        if self.in_bin:
            self.in_bin = False
            self.read_library()
        else:
            super().leave()

    def _fill(self, marked: int) -> None:
        listing = self.query_one("#sounds", Listing)
        listing.clear_options()
        listing.add_options(Option(self._line(sound), sound.id) for sound in self.sounds)
        self.query_one("#empty", Static).update(literal("" if self.sounds else self._empty_words()))
        self.query_one("#empty").display = not self.sounds
        self.query_one(Waveform).display = bool(self.sounds)
        if self.sounds:
            listing.highlighted = min(marked, len(self.sounds) - 1)
        if not self.is_asking:
            listing.focus()

    def _empty_words(self) -> str:
        if self.in_bin:
            return "The bin is empty. Press V to see the sounds."
        return "No sounds yet. Press Esc, then 1 to record one. Or press I to import a file."

    def _line(self, sound: Sound) -> Content:
        seconds = clock(sound.recipe.seconds_after(sound.seconds))
        facts = f"{sound.year or '':<5}{seconds:>8}   {'kept' if sound.kept else 'not kept yet':<14}"
        when = when_words(sound.made, self.studio.clock())
        title = cut_to(sound.title, max(12, self.size.width - _FACTS_WIDTH - 4))
        tick = _TICK if sound.id in self.ticked else " "
        return Content.assemble(f"{tick} ", title, "  ", f"{facts}{when}")

    def _marked_index(self) -> int:
        return self.query_one("#sounds", Listing).marked

    @property
    def marked(self) -> Sound | None:
        """The sound the list stands on."""
        index = self.query_one("#sounds", Listing).highlighted
        return self.sounds[index] if index is not None and index < len(self.sounds) else None

    @on(OptionList.OptionHighlighted, "#sounds")
    def _preview(self) -> None:
        from studio.ui.pictures import picture_of

        self.hush()
        self.refresh_bindings()
        if self.marked is None:
            return
        try:
            self.query_one(Waveform).show(picture_of(self.library, self.marked))
        except FAULTS as error:
            self.query_one(Waveform).show(None)
            self.problem(error)

    def playhead_moved(self, frame: int | None) -> None:
        """Show what sounds."""
        self.query_one(Waveform).playhead = frame

    @property
    def chosen(self) -> tuple[Sound, ...]:
        """The ticked sounds as the list has them, the lowest first; else the marked one."""
        if self.ticked:
            return tuple(sound for sound in reversed(self.sounds) if sound.id in self.ticked)
        return () if self.marked is None else (self.marked,)

    def action_tick(self) -> None:
        """Tick the marked sound, or take its tick off, and go to the next."""
        if self.marked is not None:
            index = self._marked_index()
            self.ticked ^= {self.marked.id}
            self.read_library()
            self.query_one("#sounds", Listing).highlighted = min(index + 1, len(self.sounds) - 1)

    def refocus(self) -> None:
        """The list has the keys."""
        self.query_one("#sounds").focus()
