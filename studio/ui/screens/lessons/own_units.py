"""The school's own units of work: added from files, replaced, removed, and what is wrong with any of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.errors import StudioError
from studio.ui.screens.listed import ListedScreen
from studio.ui.text import literal
from studio.ui.typed_path import is_folder, typed_path
from studio.ui.unit_words import unit_line
from studio.ui.widgets.long_list import LongList
from studio.wording import count

if TYPE_CHECKING:
    from lessons.units.load import UnitFault
    from lessons.units.unit import Unit

_EMPTY = "None yet. N writes one of ours into a file to type over; A adds your file."

_LEFT_OUT = "Left out until they are put right:"
_TO_PUT_RIGHT = "To put right in your file:"


class OwnUnitsScreen(ListedScreen):
    """A list; faults stand below it with their lines."""

    HELP_PAGE: ClassVar[str] = "own_units"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open", key_display="Enter", id="own.open", tooltip="Read it, show it"),
        Binding("n", "template", "new file", id="own.template", tooltip="A unit to type over, in any editor"),
        Binding("a", "add", "add a file", id="own.add", tooltip="Check a file and keep a copy of it"),
        Binding("r", "remove", "remove", id="own.remove", tooltip="Out of the list; Z brings it back"),
        Binding("z", "take_back", "undo", id="own.undo", tooltip="The last change here"),
    ]

    own: reactive[tuple[Unit, ...]] = reactive((), init=False, bindings=True)

    def __init__(self) -> None:
        super().__init__()
        self._undo: list[Callable[[], str]] = []

    def compose_middle(self) -> Iterable[Widget]:
        """The list, and what is wrong."""
        yield Static(id="empty")
        yield LongList(id="units")
        yield Static(id="faults")

    def on_mount(self) -> None:
        """Say where we are."""
        self.title_is("Lessons: our own units")

    @property
    def marked(self) -> Unit:
        """The one that the list stands on."""
        return self.own[self.listing.marked]

    def read_library(self) -> None:
        """Look into the folder again."""
        from lessons.units.own import OwnUnits

        found, faults = OwnUnits(self.library).read()
        self.own = own = tuple(each.unit for each in found)
        self.listing.show(
            len(own),
            lambda line, width: unit_line(own[line], width, was_taught=False),
            marked=self.listing.marked,
        )
        self.query_one("#empty", Static).update(literal(_EMPTY))
        self.query_one("#empty").display = not own
        self._show_faults(faults, _LEFT_OUT)

    def action_open(self) -> None:
        """Read it."""
        from studio.ui.screens.lessons.unit import UnitScreen

        self.app.push_screen(UnitScreen(self.marked))

    def action_template(self) -> None:
        """Ask where to."""
        start = self.library.exports / "our-lesson.toml"
        self.ask("Into which new file?", self._write_template, value=str(start))

    def _write_template(self, typed: str) -> None:
        from lessons.units.template import write_template

        if typed:
            path = typed_path(typed)
            out = write_template(path / "our-lesson.toml" if is_folder(path) else path)
            self.say(f"Change the words in it, save it, then press A. It is {out}")

    def action_add(self) -> None:
        """Ask for the file."""
        self.ask("Which file?", self._add, value=str(self.library.exports / "our-lesson.toml"))

    def _add(self, typed: str) -> None:
        from lessons.units.own import OwnUnits

        if not typed:
            return
        path = typed_path(typed)
        if faults := OwnUnits(self.library).faults(path):
            self._tell_faults(path, faults)
            return
        unit = OwnUnits(self.library).check(path)
        if unit.id in {each.id for each in self.own}:
            self.ask(f"{unit.id} is here already. Replace it? Type yes:", partial(self._replace, typed))
        else:
            self._keep(path, again=False)

    def _tell_faults(self, path: Path, faults: tuple[UnitFault, ...]) -> None:
        """All of them in the pane; what can be put right is seen at once."""
        self._show_faults(faults, _TO_PUT_RIGHT)
        what = f"{path.name} has {count(len(faults), 'fault')}."
        self.problem(StudioError(what, "Put it right, save it, then press A again."))

    def _show_faults(self, faults: tuple[UnitFault, ...], heading: str) -> None:
        lines = [literal(f"{fault.what} {fault.fix}") for fault in faults]
        self.query_one("#faults", Static).update(
            Content("\n").join([Content.styled(heading, "bold"), *lines])
        )
        self.query_one("#faults").display = bool(faults)

    def _replace(self, typed: str, answer: str) -> None:
        if answer.lower() == "yes":
            self._keep(typed_path(typed), again=True)

    def _keep(self, path: Path, *, again: bool) -> None:
        from lessons.units.own import OwnUnits

        own = OwnUnits(self.library)
        unit = own.keep(path, again=again)

        def undo() -> str:
            if again:
                return f"{own.put_back(unit.id).id} is as it was before."
            return f"{own.remove(unit.id).id} is gone again."

        self._changed(undo, f"{unit.id} is kept: {unit.title}.")

    def action_remove(self) -> None:
        """Out of the list."""
        from lessons.units.own import OwnUnits

        own = OwnUnits(self.library)
        gone = own.remove(self.marked.id)
        self._changed(lambda: f"{own.put_back(gone.id).id} is back.", f"{gone.id} is removed.")

    def _changed(self, undo: Callable[[], str], words: str) -> None:
        self._undo.append(undo)
        self.read_library()
        self.say(f"{words} Z takes it back.")

    def action_take_back(self) -> None:
        """Undo the last change made here."""
        words = self._undo[-1]()
        self._undo.pop()
        self.read_library()
        self.say(words)

    def can_do(self, action: str) -> bool:
        """What needs a unit, or a change."""
        if action in ("open", "remove"):
            return bool(self.own)
        return bool(self._undo) if action == "take_back" else True
