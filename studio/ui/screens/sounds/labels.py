"""The labels of a sound: go to one, hear what it names, name it anew, take it off."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from studio.ui.screens.hearing import HearingScreen
from studio.ui.screens.listed import ListedScreen
from studio.ui.text import cut_to
from studio.ui.widgets.long_list import LongList
from studio.ui.widgets.view import time_words

if TYPE_CHECKING:
    from evidence.label import Label
    from studio.ui.workbench import Workbench

_TIME = 12


class LabelsScreen(ListedScreen, HearingScreen):
    """In the order they are heard; those whose moment was cut away come last."""

    HELP_PAGE = "labels"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "go", "go there", key_display="Enter", id="labels.go", tooltip="The cursor goes to it"
        ),
        Binding(
            "space", "play", "hear", key_display="Space", id="labels.play", tooltip="From there on, or stop"
        ),
        Binding("n", "rename", "name", id="labels.rename", tooltip="Give it another name"),
        Binding(
            "d,delete", "remove", "take off", key_display="D", id="labels.remove", tooltip="Z brings it back"
        ),
        Binding("z", "undo", "undo", id="labels.undo", tooltip="Take the last change back"),
    ]

    rows: reactive[tuple[tuple[float | None, Label], ...]] = reactive((), init=False, bindings=True)
    """Seconds into the sound as it is now, and the label."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self.bench = bench

    def compose_middle(self) -> Iterable[Widget]:
        """The list."""
        yield LongList(id="labels")

    def read_library(self) -> None:
        """Show what there is."""
        from studio.labels import labels_heard

        self.bench.renew()
        heard = labels_heard(self.bench.sound)
        gone = [label for label in self.bench.sound.labels if label not in {each for _, each in heard}]
        self.rows = (*heard, *((None, label) for label in gone))
        self.title_is(f"Labels of {self.bench.sound.title}")
        self.listing.show(len(self.rows), self._line, marked=self.listing.marked)
        if not self.rows:
            self.say("There is no label yet. Esc, then L puts one where the cursor is.")

    @property
    def row(self) -> tuple[float | None, Label]:
        """The marked one."""
        return self.rows[self.listing.marked]

    def _line(self, line: int, width: int) -> Content:
        seconds, label = self.rows[line]
        at = "cut away" if seconds is None else time_words(seconds, 2)
        return Content.assemble((f" {at:<{_TIME}}", "$quiet"), cut_to(label.words, width - _TIME - 1))

    @on(LongList.Clicked)
    def action_go(self) -> None:
        """Put the cursor there, and go back to the sound."""
        seconds, _ = self.row
        if seconds is None:
            self.say("What it names was cut away. Undo the cut, and it is there again.")
            return
        if self.bench.place is not None:
            self.bench.place = self.bench.place.at(round(seconds * self.bench.sound.samplerate))
        self.leave()

    def action_play(self) -> None:
        """Hear what it names, or stop."""
        if self.is_hearing:
            self.hush()
            return
        seconds, _ = self.row
        if seconds is not None:
            start = round(seconds * self.bench.sound.samplerate)
            self.hear(self.bench.sound, start=start)

    def action_rename(self) -> None:
        """Ask for another name."""
        _, label = self.row
        self.ask("What happens here?", lambda words: self._rename(label, words), value=label.words)

    def _rename(self, label: Label, words: str) -> None:
        from studio.labels import rename_label

        if words:
            self.bench.label(rename_label(self.library, self.bench.sound, label, words))
            self.read_library()
            self.say("It has its new name.")
        else:
            self.say("A label needs a word, so the old one stays.")

    def action_remove(self) -> None:
        """Take it off."""
        from studio.labels import remove_label

        _, label = self.row
        self.bench.label(remove_label(self.library, self.bench.sound, label))
        self.read_library()
        self.say("Taken off. Z brings it back.")

    def action_undo(self) -> None:
        """Take the last change back."""
        self.bench.undo()
        self.read_library()
        self.say("Taken back.")

    def can_do(self, action: str) -> bool:
        """Without a label there is nothing to do to one."""
        if action == "undo":
            return self.bench.can_undo
        return bool(self.rows) or action not in ("go", "play", "rename", "remove")
