"""The sounds of one club session, one after the other: keep it or bin it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.club_now import newest_first
from studio.ui.faults import FAULTS
from studio.ui.read_in_thread import read_in_thread
from studio.ui.screens.hearing import HearingScreen
from studio.ui.text import cut_to, literal
from studio.ui.whose import ask_whose
from studio.ui.widgets.long_list import LongList
from studio.ui.widgets.waveform import Waveform
from studio.wording import clock, count

if TYPE_CHECKING:
    from evidence.sound import Sound

_LOOK_SECONDS = 2.0
_LENGTH, _WHOSE, _KEPT = 8, 20, 14
_WIDE, _WIDE_WHOSE = 100, 36


class SoundsRead(Message):
    """What was made in the session was read."""

    def __init__(self, sounds: tuple[Sound, ...]) -> None:
        super().__init__()
        self.sounds = sounds


class ClubSoundsScreen(HearingScreen):
    """K keeps and B bins, and the next one stands there."""

    HELP_PAGE = "club_sounds"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "play", "play", key_display="Space", id="made.play", tooltip="Hear it, or stop"),
        Binding("k", "keep", "keep", id="made.keep", tooltip="Keep it, and on to the next"),
        Binding("b", "bin", "bin", id="made.bin", tooltip="Into the bin; Z takes it out"),
        Binding("n", "rename", "name", id="made.rename", tooltip="What it is called"),
        Binding("g", "whose", "whose", id="made.whose", tooltip="Who made it, by code"),
        Binding("enter", "open", "open", key_display="Enter", id="made.open", tooltip="Shape it"),
        Binding("z", "undo", "undo", id="made.undo", tooltip="Take the last one back"),
    ]

    sounds: reactive[tuple[Sound, ...]] = reactive((), init=False, bindings=True)
    undos: reactive[tuple[Sound, ...]] = reactive((), init=False, bindings=True)
    """Sounds as they were before they were kept or binned, the last at the end."""

    def __init__(self, session_id: str) -> None:
        super().__init__()
        self.session_id = session_id

    def compose_middle(self) -> Iterable[Widget]:
        """The list, and the picture of the marked one."""
        yield Static(id="about")
        yield LongList(id="sounds")
        yield Waveform(id="picture")

    def on_mount(self) -> None:
        """New ones appear by themselves."""
        self.title_is("Sounds of this session")
        self.set_interval(_LOOK_SECONDS, self._look_while_seen)
        self.refocus()

    def refocus(self) -> None:
        """The list has the keys."""
        self.listing.focus()

    @property
    def listing(self) -> LongList:
        """The list."""
        return self.query_one(LongList)

    @property
    def marked(self) -> Sound | None:
        """The sound that the list stands on."""
        return self.sounds[self.listing.marked] if self.sounds else None

    def read_library(self) -> None:
        """Read the sounds, in a thread: there may be thousands of others."""
        self.look()

    def _look_while_seen(self) -> None:
        if self.is_current:
            self.look()

    @read_in_thread
    def look(self) -> Message:
        """Look whether a new one has come in."""
        from lessons.club.sessions import Sessions

        return SoundsRead(newest_first(Sessions(self.library).sounds(self.session_id)))

    @on(SoundsRead)
    def _read(self, message: SoundsRead) -> None:
        if message.sounds != self.sounds or not message.sounds:
            self._show(message.sounds)

    def _show(self, sounds: tuple[Sound, ...]) -> None:
        before = self.marked
        self.sounds = sounds
        ids = [sound.id for sound in sounds]
        at = ids.index(before.id) if before is not None and before.id in ids else self.listing.marked
        self.listing.show(len(sounds), self._line, marked=at)
        fresh = sum(not sound.kept for sound in sounds)
        words = f"{count(len(sounds), 'sound')}, {fresh} not kept yet."
        if not sounds:
            words = "No sounds yet. What is recorded while the session is open comes in here by itself."
        elif not fresh:
            words = f"{count(len(sounds), 'sound')}, all kept. Esc goes back."
        self.query_one("#about", Static).update(literal(words))
        self._draw()

    def _line(self, line: int, width: int) -> Content:
        sound = self.sounds[line]
        length = clock(sound.recipe.seconds_after(sound.seconds))
        kept = "■ kept" if sound.kept else "not kept yet"
        makers = " ".join(sound.makers) or sound.year or ""
        whose = cut_to(makers, _WIDE_WHOSE if width >= _WIDE else _WHOSE)
        here = sound.made.astimezone(self.studio.clock().tzinfo)
        facts = Content.assemble("  ", whose, f"{length:>{_LENGTH}}  ", f"{kept:<{_KEPT}}", f"{here:%H:%M}")
        title = cut_to(sound.title, max(10, width - facts.cell_length))
        return Content.assemble(title, facts)

    @on(LongList.Moved)
    def _moved(self) -> None:
        self.hush()
        self._draw()
        self.refresh_bindings()

    def _draw(self) -> None:
        from studio.ui.pictures import picture_of  # loads NumPy

        wave, sound = self.query_one(Waveform), self.marked
        wave.display = sound is not None
        try:
            wave.show(picture_of(self.library, sound) if sound else None)
        except FAULTS as error:
            wave.show(None)
            self.problem(error)

    def playhead_moved(self, frame: int | None) -> None:
        """Show what sounds."""
        self.query_one(Waveform).playhead = frame

    # Deciding

    def action_play(self) -> None:
        """Hear the marked one, or stop."""
        if self.is_hearing:
            self.hush()
        elif self.marked is not None:
            self.hear(self.marked)

    def action_keep(self) -> None:
        """Keep it."""
        from studio.takes import keep

        if (sound := self.marked) is not None:
            self._decided(sound, keep(self.library, sound))
            self.listing.marked += 1
            self.say(f"Kept: {sound.title}.")

    def action_bin(self) -> None:
        """Into the bin."""
        from studio.takes import bin_sound

        if (sound := self.marked) is not None:
            self._decided(sound, bin_sound(self.library, sound))
            self.say(f"In the bin: {sound.title}. Z takes it out.")

    def _decided(self, before: Sound, after: Sound) -> None:
        self.hush()
        self.undos = (*self.undos, before)
        changed = (after if sound.id == after.id else sound for sound in self.sounds)
        self._show(tuple(sound for sound in changed if not sound.binned))
        self.look()  # what was being read knows nothing of it

    def action_undo(self) -> None:
        """As it was before."""
        *rest, last = self.undos
        now = self.library.sound(last.id)
        back = self.library.save_sound(replace(now, kept=last.kept, binned=last.binned), "undid", was=now)
        self.undos = tuple(rest)
        others = [sound for sound in self.sounds if sound.id != back.id]
        self._show(newest_first((*others, back)))
        self.listing.marked = [sound.id for sound in self.sounds].index(back.id)
        self.look()
        self.say(f"As it was: {back.title}.")

    def action_rename(self) -> None:
        """Ask for a name."""
        if (sound := self.marked) is not None:
            self.ask("What is it called?", lambda title: self._rename(sound, title), value=sound.title)

    def _rename(self, sound: Sound, title: str) -> None:
        from studio.takes import rename

        if title:
            rename(self.library, sound, title)
            self.look()
            self.say("It has its new name.")

    def action_whose(self) -> None:
        """Ask who made it."""
        if (sound := self.marked) is not None:
            ask_whose(self, sound, self._credited)

    def _credited(self, sound: Sound) -> None:
        self.look()

    def action_open(self) -> None:
        """Shape it."""
        if (sound := self.marked) is not None:
            self.hush()
            self.studio.open_sound(sound)

    def can_do(self, action: str) -> bool:
        """All need a sound."""
        if action == "undo":
            return bool(self.undos)
        return action in ("help", "back") or bool(self.sounds)
