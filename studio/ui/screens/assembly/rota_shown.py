"""The rota on the screen: events down, jobs across, and what is said of the marked place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from lessons.assembly.skill import team_roles
from studio.ui.faults import FAULTS
from studio.ui.messages import ProblemMet
from studio.ui.read_in_thread import read_in_thread
from studio.ui.rota_words import RotaRow, about_row, head_line, how_whole, rota_rows, rota_title
from studio.ui.screens.base import StudioScreen
from studio.ui.text import literal
from studio.ui.widgets.long_list import LongList
from studio.ui.widgets.rota_table import RotaTable

if TYPE_CHECKING:
    from lessons.assembly.event import Event
    from lessons.assembly.hitch import Hitch
    from lessons.assembly.rota import Rota
    from lessons.assembly.rotas import Rotas


class RotaRead(Message):
    """A rota, and what is not right with it, was read."""

    def __init__(
        self, rotas: tuple[Rota, ...], rota: Rota | None, rows: tuple[RotaRow, ...], wrong: tuple[Hitch, ...]
    ) -> None:
        super().__init__()
        self.rotas = rotas
        self.rota = rota
        self.rows = rows
        self.wrong = wrong


class RotaChanged(Message):
    """Something was done with the rota."""

    def __init__(self, words: str, rota_id: str, back: Callable[[str], object] | None = None) -> None:
        super().__init__()
        self.words = words
        self.rota_id = rota_id
        self.back = back


class RotaShownScreen(StudioScreen):
    """Shows a rota, changes it and takes changes back; which, is for the screen made of this one to say."""

    HELP_PAGE: ClassVar[str] = "rota"

    read: reactive[RotaRead | None] = reactive(None, init=False, bindings=True)
    before: reactive[tuple[Callable[[], object], ...]] = reactive((), init=False, bindings=True)
    """What takes the last keys back."""

    def __init__(self, event: Event | None = None) -> None:
        super().__init__()
        self._at_event = event.id if event else ""
        self.wanted = ""
        """The id of the rota to show; the one of now when there is none."""

    def compose_middle(self) -> Iterable[Widget]:
        """The heads, the table, the marked place."""
        yield Static(id="heads")
        yield RotaTable(id="rota")
        yield Static(id="about")

    def on_mount(self) -> None:
        """The table has the keys."""
        self.title_is("Rota")
        self.refocus()

    def refocus(self) -> None:
        """The table has the keys."""
        self.table.focus()

    @property
    def table(self) -> RotaTable:
        """The table."""
        return self.query_one(RotaTable)

    @property
    def rotas(self) -> Rotas:
        """Those of the library."""
        from lessons.assembly.rotas import Rotas

        return Rotas(self.library)

    @property
    def rota(self) -> Rota | None:
        """The one that is shown."""
        return self.read.rota if self.read else None

    # Reading and showing

    def read_library(self) -> None:
        """Look again."""
        self._read(self.wanted)

    @read_in_thread
    def _read(self, wanted: str) -> Message:
        from lessons.assembly.events import Events
        from lessons.assembly.hitch import hitches

        every = self._in_sight()
        rota = next((each for each in every if each.id == wanted), None) or self._now(every)
        rows: tuple[RotaRow, ...] = ()
        wrong: tuple[Hitch, ...] = ()
        if rota is not None:
            rows = rota_rows(rota, Events(self.library).between(rota.first, rota.last))
            wrong = hitches(self.library, rota)
        return RotaRead(every, rota, rows, wrong)

    def _in_sight(self) -> tuple[Rota, ...]:
        """Drafts are for adults."""
        adult = self.library.adults.is_adult
        return tuple(each for each in self.rotas.all() if adult or each.status == "published")

    def _now(self, every: tuple[Rota, ...]) -> Rota | None:
        today = self.library.now().date()
        here = [each for each in every if each.first <= today <= each.last]
        return max(here or every, key=lambda each: (each.status == "published", each.id), default=None)

    @on(RotaRead)
    def _show_read(self, message: RotaRead) -> None:
        old = self.table.row.event.id if self.table.row else self._at_event
        self.read = message
        rota = message.rota
        if rota is None:
            adult = not self.studio.door.is_locked
            none = "There is no rota yet. D makes one." if adult else "There is no rota yet. Ask an adult."
            self.query_one("#heads", Static).update(literal(none))
            return
        self.wanted = rota.id
        self.title_is(rota_title(rota))
        self._show_heads()
        self.table.show_rows(message.rows, marked=self._place(message.rows, old))
        self._show_about()

    def _place(self, rows: tuple[RotaRow, ...], event: str) -> int:
        ids = [row.event.id for row in rows]
        if event in ids:
            return ids.index(event)
        today = self.library.now().date()
        return next((at for at, row in enumerate(rows) if row.event.date >= today), 0)

    def on_resize(self) -> None:
        """The columns follow the width."""
        if self.rota is not None:
            self._show_heads()

    def _show_heads(self) -> None:
        # How wide a line is depends on whether there is a bar to scroll with, which the layout decides.
        self.call_after_refresh(self._show_heads_now)

    def _show_heads_now(self) -> None:
        self.query_one("#heads", Static).update(head_line(team_roles(), self.table.line_width))

    @on(LongList.Moved)
    def _show_about(self) -> None:
        rota, row = self.rota, self.table.row
        if rota is None or row is None or self.read is None:
            return
        lines = [literal(how_whole(len(self.read.wrong), len(rota.open_swaps)), "$quiet")]
        lines += about_row(row, rota, self.read.wrong)
        self.query_one("#about", Static).update(Content("\n").join(lines))
        self.refresh_bindings()

    def action_go_on(self) -> None:
        """To the next event with something that is not right, round and round."""
        rota, rows = self.rota, self.table.rows
        assert rota is not None
        assert self.read is not None
        open_ = {each.event.id for each in self.read.wrong} | {each.event for each in rota.open_swaps}
        order = (*range(self.table.marked + 1, len(rows)), *range(self.table.marked + 1))
        self.table.marked = next(at for at in order if rows[at].event.id in open_)

    # Changing

    def do(self, words: str, change: Callable[[], Rota], *, back: Callable[[str], object] | None) -> None:
        """Change it in a thread, for a rota takes a moment; then say so, and how to take it back."""

        def run() -> None:
            try:
                rota = change()
            except FAULTS as error:
                self.post_message(ProblemMet(error))
                return
            self.post_message(RotaChanged(words, rota.id, back))

        self.run_worker(run, thread=True, group="change", exclusive=True)

    def remember(self, back: Callable[[], object]) -> None:
        """Z does this."""
        self.before = (*self.before, back)

    @on(RotaChanged)
    def changed(self, message: RotaChanged) -> None:
        """Show it, and say what was done."""
        self.wanted = message.rota_id
        if message.back is not None:
            self.remember(partial(message.back, message.rota_id))
        self.read_library()
        self.say(message.words)

    def action_undo(self) -> None:
        """As it was."""
        *rest, back = self.before
        back()
        self.before = tuple(rest)
        self.read_library()
        self.say("Taken back.")
