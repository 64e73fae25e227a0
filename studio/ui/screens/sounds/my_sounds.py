"""My sounds: all of them, or the bin."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.widgets import OptionList

from studio.ui.screens.sounds.bringing_in import IMPORT_KEYS, SoundsBrought, brought_words
from studio.ui.screens.sounds.sound_list import SoundListScreen
from studio.ui.whose import ask_whose
from studio.ui.widgets.listing import Listing

if TYPE_CHECKING:
    from evidence.sound import Sound


class MySoundsScreen(SoundListScreen):
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
        Binding("d,delete", "bin", "bin", key_display="D", id="sounds.bin", tooltip="Z takes it out again"),
        Binding("u", "unbin", "take out of the bin", id="sounds.unbin", tooltip="Back among the sounds"),
        Binding(
            "z", "take_back", "undo the bin", id="sounds.undo", tooltip="Take the last one out of the bin"
        ),
        Binding("v", "view_bin", "see the bin", id="sounds.view_bin", tooltip="What is in the bin"),
        Binding("v", "view_sounds", "see the sounds", id="sounds.view_sounds", tooltip="Back to the sounds"),
        Binding("m", "tick", "tick", id="sounds.tick", tooltip="To do something with several"),
        Binding("p", "give", "give away", id="sounds.give", tooltip="Slides, files, Audacity: for adults"),
        Binding("f", "credit", "found", id="sounds.credit", tooltip="Whom to thank for a found sound"),
        Binding("j", "join", "join", id="sounds.join", tooltip="The ticked sounds one after another"),
        Binding("x", "mix", "mix", id="sounds.mix", tooltip="The ticked sounds at the same time"),
        Binding("a", "do_to_all", "do to all", id="sounds.all", tooltip="A favourite, to all ticked sounds"),
        Binding("y", "about", "about", id="sounds.about", tooltip="Its subject, and what one hears in it"),
        Binding("c", "place('clinic')", "clinic", id="sounds.clinic", tooltip="Broken recordings to mend"),
        Binding("o", "place('films')", "films", id="sounds.films", tooltip="Sounds at moments of a film"),
        Binding(
            "t", "place('two_sounds')", "compare two", id="sounds.two", tooltip="Hear two, and find words"
        ),
        Binding("r", "place('pulse')", "rhythm", id="sounds.pulse", tooltip="A bar of boxes that plays"),
        Binding(
            "u",
            "place('buttons')",
            "big buttons",
            id="sounds.buttons",
            tooltip="Giant keys with a sound on each",
        ),
        *IMPORT_KEYS,
    ]

    binned: reactive[Sound | None] = reactive(None, init=False, bindings=True)
    """The sound that went into the bin last, on this visit."""

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

    def action_give(self) -> None:
        """Give the ticked sounds, or the marked one, to another program."""
        self.hush()
        self.studio.door.pass_through(self, self._give)

    def _give(self) -> None:
        from studio.ui.screens.sounds.give import GiveScreen

        self.app.push_screen(GiveScreen(self.chosen))

    def action_credit(self) -> None:
        """Whom to thank for the marked sound."""
        from studio.ui.screens.sounds.credit import CreditScreen

        if self.marked is not None:
            self.hush()
            self.app.push_screen(CreditScreen(self.marked))

    def action_join(self) -> None:
        """Make one sound of those that are ticked, one after another."""
        from studio.ui.screens.sounds.join import JoinScreen

        self.hush()
        self.app.push_screen(JoinScreen(*self.chosen))

    def action_mix(self) -> None:
        """Make one sound of those that are ticked, all at once."""
        from studio.ui.screens.sounds.mix import MixScreen

        self.hush()
        self.app.push_screen(MixScreen(*self.chosen))

    def action_do_to_all(self) -> None:
        """Do a favourite to every sound that is ticked."""
        from studio.ui.screens.sounds.favourites import FavouritesScreen

        self.hush()
        self.app.push_screen(FavouritesScreen(self.chosen[0], ticked=self.ticked))

    def action_about(self) -> None:
        """What the marked sound is about."""
        from studio.ui.screens.sounds.sound_about import SoundAboutScreen

        if self.marked is not None:
            self.hush()
            self.app.push_screen(SoundAboutScreen(self.marked))

    def action_place(self, place: str) -> None:
        """A place where one does more with sounds."""
        self.hush()
        self.studio.open_place(place)

    @on(SoundsBrought)
    def _brought(self, message: SoundsBrought) -> None:
        if message.brought.sounds:
            self.in_bin = False
            self.read_library()
            self.query_one("#sounds", Listing).highlighted = 0
        self.say(brought_words(message.brought))

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
            "tick": some and not self.in_bin,
            "give": some and not self.in_bin,
            "credit": some and not self.in_bin,
            "about": some and not self.in_bin,
            "join": len(self.ticked) > 1,
            "mix": len(self.ticked) > 1,
            "do_to_all": len(self.ticked) > 1,
            "bring_new": not self.in_bin and not self.importing,
            "unbin": some and self.in_bin,
            "take_back": self.binned is not None,
            "view_bin": not self.in_bin,
            "view_sounds": self.in_bin,
            "place": not self.in_bin and not self.importing,
            "import": not self.in_bin and not self.importing,
            "stop_import": self.importing,
            "back": not self.importing,
        }
        return allowed.get(action, True)
