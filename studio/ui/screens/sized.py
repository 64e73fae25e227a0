"""What a screen looks like, changed with one key: S the size of reader, Y the class, C the colours."""

from __future__ import annotations

from textual.binding import Binding

from studio.ui.screens.hearing import HearingScreen
from studio.ui.themes import after

SIZE_KEYS = (
    Binding("s", "size", "size", id="home.size", tooltip="How much is on the screen: the next size"),
    Binding("y", "classes", "who is here", id="home.classes", tooltip="The class, and its size"),
    Binding("c", "colours", "colours", id="home.colours", tooltip="Dark, high contrast, cream"),
)


class SizedScreen(HearingScreen):
    """The smallest size has a screen of its own, which opens with the program."""

    def open_for_the_youngest(self) -> None:
        """Go on to the giant keys, if these are meant for who is here."""
        if self.studio.reader_size.id == "little":
            self.call_after_refresh(self.studio.open_place, "little")

    def word_size_key(self) -> None:
        """Say the size beside its key."""
        self.key_words = {"home.size": f"size: {self.studio.reader_size.title}"}

    def action_size(self) -> None:
        """The next size of reader."""
        from lessons.readers import LITTLE, Readers, next_size

        size = Readers(self.library).set_size(next_size(self.studio.reader_size.id)).size
        self.studio.show_size(size)
        self.read_library()
        self.say(f"{self.studio.reader_size.title}: {self.studio.reader_size.about}")
        if size == LITTLE:
            self._open("little")

    def action_classes(self) -> None:
        """The classes, and the size of each."""
        self._open("classes")

    def action_colours(self) -> None:
        """The next theme."""
        self.app.theme = after(self.app.theme).name
        self.say(f"Colours: {self.app.theme}.")

    def _open(self, place: str) -> None:
        self.hush()
        self.studio.open_place(place)
