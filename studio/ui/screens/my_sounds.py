"""My sounds: all of them, or the bin."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from studio.ui.faults import FAULTS
from studio.ui.messages import SoundImported
from studio.ui.screens.bringing_in import IMPORT_KEYS, BringingInScreen
from studio.ui.text import cut_to, literal, when_words
from studio.ui.whose import ask_whose
from studio.ui.widgets.listing import Listing
from studio.ui.widgets.waveform import Waveform
from studio.wording import clock, count

if TYPE_CHECKING:
    from evidence.sound import Sound

_FACTS_WIDTH = 47


class MySoundsScreen(BringingInScreen):
    """The newest first; Enter opens, Space plays."""

    HELP_PAGE = "my_sounds"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "open", "open", key_display="Enter", id="sounds.open", tooltip="Open it, to shape it"
        ),
        Binding("space", "play", "play", key_display="Space", id="sounds.play", tooltip="Hear it, or stop"),
        Binding("k", "keep", "keep", id="sounds.keep", tooltip="Keep it"),
        Binding("n", "rename", "name", id="sounds.rename", tooltip="Give it another name"),
        Binding("g", "whose", "whose", id="sounds.whose", tooltip="Its year group, or the code of its maker"),
        Binding("x,delete", "bin", "bin", key_display="X", id="sounds.bin", tooltip="Z takes it out again"),
        Binding("u", "unbin", "take out of the bin", id="sounds.unbin", tooltip="Back among the sounds"),
        Binding(
            "z", "take_back", "undo the bin", id="sounds.undo", tooltip="Take the last one out of the bin"
        ),
        Binding("v", "view_bin", "see the bin", id="sounds.view_bin", tooltip="What is in the bin"),
        Binding("v", "view_sounds", "see the sounds", id="sounds.view_sounds", tooltip="Back to the sounds"),
        Binding("c", "clinic", "clinic", id="sounds.clinic", tooltip="Broken recordings to mend"),
        Binding("r", "pulse", "rhythm", id="sounds.pulse", tooltip="A bar of boxes that plays"),
        Binding(
            "u", "buttons", "big buttons", id="sounds.buttons", tooltip="Giant keys with a sound on each"
        ),
        *IMPORT_KEYS,
    ]

    sounds: reactive[tuple[Sound, ...]] = reactive((), init=False, bindings=True)
    in_bin: reactive[bool] = reactive(False, init=False, bindings=True)
    binned: reactive[Sound | None] = reactive(None, init=False, bindings=True)
    """The sound that went into the bin last, on this visit."""

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
        self.title_is(f"{place}: {count(len(self.sounds), 'sound')}")
        self._fill(marked)

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
        return Content.assemble(title, "  ", f"{facts}{when}")

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

    @on(OptionList.OptionSelected, "#sounds")
    def action_open(self) -> None:
        """Open the marked sound."""
        if self.marked is not None:
            self.hush()
            self.studio.open_sound(self.marked)

    def action_play(self) -> None:
        """Hear the marked sound, or stop."""
        if self.is_hearing:
            self.hush()
        elif self.marked is not None:
            self.hear(self.marked)

    def action_keep(self) -> None:
        """Keep the marked sound; its name is asked once."""
        if self.marked is not None:
            self.ask("What is it called?", self._keep_as, value=self.marked.title)

    def _keep_as(self, title: str) -> None:
        from studio.takes import keep

        if self.marked is not None:
            keep(self.library, self.marked, title or None)
            self.say("Kept.")
        self.read_library()

    def action_rename(self) -> None:
        """Another name."""
        if self.marked is not None:
            self.ask("What is it called?", self._rename_to, value=self.marked.title)

    def _rename_to(self, title: str) -> None:
        from studio.takes import rename

        if self.marked is not None and title:
            rename(self.library, self.marked, title)
            self.say("It has its new name.")
        elif not title:
            self.say("A name needs a letter, so the old one stays.")
        self.read_library()

    def action_whose(self) -> None:
        """Say whose the marked sound is."""
        if self.marked is not None:
            ask_whose(self, self.marked, lambda _: self.read_library())

    def action_bin(self) -> None:
        """Put the marked sound in the bin."""
        from studio.takes import bin_sound

        if self.marked is not None:
            self.hush()
            self.binned = bin_sound(self.library, self.marked)
            self.say("In the bin. Press Z to take it out again.")
            self.read_library()

    def action_take_back(self) -> None:
        """Take the last one out of the bin."""
        from studio.takes import unbin

        if self.binned is not None:
            unbin(self.library, self.binned)
            self.binned = None
            self.say("Out of the bin.")
            self.read_library()

    def action_unbin(self) -> None:
        """Take the marked sound out of the bin."""
        from studio.takes import unbin

        if self.marked is not None:
            unbin(self.library, self.marked)
            self.say("Out of the bin, back among the sounds.")
            self.read_library()

    def action_view_bin(self) -> None:
        """What is in the bin."""
        self.in_bin = True
        self.read_library()

    def action_view_sounds(self) -> None:
        """Back to the sounds."""
        self.in_bin = False
        self.read_library()

    def action_clinic(self) -> None:
        """Recordings that are broken on purpose."""
        self.hush()
        self.studio.open_place("clinic")

    def action_pulse(self) -> None:
        """A bar of boxes that plays again and again."""
        self.hush()
        self.studio.open_place("pulse")

    def action_buttons(self) -> None:
        """Giant keys with a sound on each."""
        self.hush()
        self.studio.open_place("buttons")

    @on(SoundImported)
    def _imported(self, message: SoundImported) -> None:
        self.in_bin = False
        self.read_library()
        self.query_one("#sounds", Listing).highlighted = 0
        self.say("It is here. Press Enter to open it.")

    def can_do(self, action: str) -> bool:
        """Most keys need a sound; some only make sense in the bin, or out of it."""
        some = bool(self.sounds)
        allowed = {
            "open": some,
            "play": some,
            "keep": some and not self.in_bin and self.marked is not None and not self.marked.kept,
            "rename": some and not self.in_bin,
            "whose": some and not self.in_bin,
            "bin": some and not self.in_bin,
            "unbin": some and self.in_bin,
            "take_back": self.binned is not None,
            "view_bin": not self.in_bin,
            "view_sounds": self.in_bin,
            "clinic": not self.in_bin and not self.importing,
            "buttons": not self.in_bin and not self.importing,
            "import": not self.in_bin and not self.importing,
            "stop_import": self.importing,
            "back": not self.importing,
        }
        return allowed.get(action, True)

    def refocus(self) -> None:
        """The list has the keys."""
        self.query_one("#sounds").focus()
