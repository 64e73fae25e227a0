"""What two sounds are chosen from, earlier comparisons, and the filled sheet on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from lessons.comparing import Comparison, Comparisons, Piece, noted
from studio.ui.faults import FAULTS
from studio.ui.messages import ProblemMet
from studio.ui.screens.hearing import HearingScreen
from studio.ui.screens.listed import ListedScreen
from studio.ui.screens.reading import ReadingScreen
from studio.ui.text import cut_to, literal, when_words
from studio.ui.typed_path import typed_path
from studio.ui.widgets.long_list import LongList
from studio.wording import clock

if TYPE_CHECKING:
    from pathlib import Path

    from evidence.papers.paper import Paper
    from evidence.sound import Sound
    from lessons.comparing_sound import HeardFiles

_TITLE = 44


class FileHeard(Message):
    """A file is ready to be heard."""

    def __init__(self, piece: Piece) -> None:
        super().__init__()
        self.piece = piece


class ChoosePieceScreen(HearingScreen):
    """The sounds of the library, the newest first; adults may choose a file that is not kept."""

    HELP_PAGE: ClassVar[str] = "two_sounds"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "choose", "take it", key_display="Enter", id="piece.take", tooltip="This is the one"
        ),
        Binding("space", "play", "play", key_display="Space", id="piece.play", tooltip="Hear it, or stop"),
        Binding("f", "file", "a file", id="piece.file", tooltip="For adults: a file, heard and not kept"),
    ]

    sounds: reactive[tuple[Sound, ...]] = reactive((), init=False, bindings=True)
    opening: reactive[bool] = reactive(False, init=False, bindings=True)

    def __init__(self, side: str, files: HeardFiles, then: Callable[[Piece], None]) -> None:
        super().__init__()
        self.side = side
        self._files = files
        self._then = then

    def compose_middle(self) -> Iterable[Widget]:
        """The list."""
        yield Static(id="empty")
        yield LongList(id="patterns")

    def on_mount(self) -> None:
        """Say which it is for."""
        self.title_is(f"Two sounds: which one is {self.side}?")
        self.refocus()

    @property
    def listing(self) -> LongList:
        """The sounds."""
        return self.query_one(LongList)

    def refocus(self) -> None:
        """The list has the keys."""
        self.listing.focus()

    def read_library(self) -> None:
        """Read the sounds."""
        there = (sound for sound in self.library.sounds() if not sound.binned)
        self.sounds = tuple(sorted(there, key=lambda sound: (sound.made, sound.id), reverse=True))
        self.listing.show(len(self.sounds), self._line, marked=self.listing.marked)
        self.query_one("#empty", Static).update(literal("No sounds yet. Esc goes back; record one first."))
        self.query_one("#empty").display = not self.sounds

    def _line(self, line: int, width: int) -> Content:
        sound = self.sounds[line]
        when = when_words(sound.made, self.studio.clock())
        return Content.assemble(cut_to(sound.title, _TITLE), f"{clock(sound.seconds_after):>8}   {when}")

    @on(LongList.Clicked)
    def action_choose(self) -> None:
        """Take the marked one."""
        self._take(Piece.of(self.sounds[self.listing.marked]))

    def _take(self, piece: Piece) -> None:
        self.hush()
        self.app.pop_screen()
        self._then(piece)

    def action_play(self) -> None:
        """Hear the marked one, or stop."""
        if self.is_hearing:
            self.hush()
        else:
            self.hear(self.sounds[self.listing.marked])

    def action_file(self) -> None:
        """A file, for adults."""
        self.studio.door.pass_through(self, self._ask_file)

    def _ask_file(self) -> None:
        self.ask("Which file? It is heard and not kept.", self._file)

    def _file(self, typed: str) -> None:
        if typed.strip():
            self.opening = True
            self.say("Opening it.")
            self._open_file(typed_path(typed))

    @work(thread=True, group="file", exclusive=True)
    def _open_file(self, path: Path) -> None:
        try:
            self.post_message(FileHeard(self._files.open(path)))
        except FAULTS as error:
            self.post_message(ProblemMet(error))

    @on(FileHeard)
    def _file_heard(self, message: FileHeard) -> None:
        self.opening = False
        self._take(message.piece)

    @on(ProblemMet)
    def _not_opened(self) -> None:
        self.opening = False

    def can_do(self, action: str) -> bool:
        """A sound must be there; one file at a time."""
        if action in ("choose", "play"):
            return bool(self.sounds) and not self.opening
        return action != "file" or not self.opening


class EarlierScreen(ListedScreen):
    """Comparisons that were kept, the newest first."""

    HELP_PAGE: ClassVar[str] = "two_sounds"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "choose", "open", key_display="Enter", id="earlier.open", tooltip="Go on with this one"
        ),
    ]

    kept: reactive[tuple[Comparison, ...]] = reactive((), init=False, bindings=True)

    def __init__(self, then: Callable[[Comparison], None]) -> None:
        super().__init__()
        self._then = then

    def compose_middle(self) -> Iterable[Widget]:
        """The list, and what was noted."""
        yield Static(id="empty")
        yield LongList(id="patterns")
        yield Static(id="about")

    def on_mount(self) -> None:
        """Say where we are."""
        self.title_is("Two sounds: earlier ones")

    def read_library(self) -> None:
        """Read them."""
        self.kept = Comparisons(self.library).all()
        self.listing.show(len(self.kept), self._line, marked=self.listing.marked)
        self.query_one("#empty", Static).update(literal("None was kept yet. Choose words, and it is kept."))
        self.query_one("#empty").display = not self.kept
        self.show_marked()

    def _line(self, line: int, width: int) -> Content:
        each = self.kept[line]
        when = when_words(each.made, self.studio.clock())
        return Content.assemble(cut_to(each.title, max(20, width - 20)), "  ", when)

    @on(LongList.Moved)
    def show_marked(self) -> None:
        """What was noted."""
        lines = noted(self.kept[self.listing.marked]) if self.kept else ()
        self.query_one("#about", Static).update(Content("\n").join(map(literal, lines)))

    @on(LongList.Clicked)
    def action_choose(self) -> None:
        """Open it."""
        chosen = self.kept[self.listing.marked]
        self.app.pop_screen()
        self._then(chosen)

    def can_do(self, action: str) -> bool:
        """There must be one."""
        return action != "choose" or bool(self.kept)


class TwoSoundsPageScreen(ReadingScreen):
    """The filled sheet, to read and to print."""

    HELP_PAGE: ClassVar[str] = "two_sounds"

    def __init__(self, comparison: Comparison) -> None:
        super().__init__()
        self.comparison = comparison

    def on_mount(self) -> None:
        """Say which it is."""
        self.title_is("Two sounds, two ears: the sheet")

    def paper(self) -> Paper:
        """As it is now."""
        from lessons.comparing import comparison_paper

        return comparison_paper(self.library, self.comparison)

    def file_stem(self) -> str:
        """What the file is called."""
        return "two-sounds"
