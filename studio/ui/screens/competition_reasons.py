"""The words of the panel: why the winner was chosen, and one kind line for everybody else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.screens.competition_hear import HearEntryScreen
from studio.ui.screens.competition_work import CompetitionWorkScreen
from studio.ui.screens.listed import ListedScreen
from studio.ui.text import cut_to, literal
from studio.ui.typed_codes import typed_codes
from studio.ui.widgets.long_list import LongList
from studio.wording import count, listed

if TYPE_CHECKING:
    from evidence.library import Library
    from lessons.competitions.reasons import Reason
    from lessons.competitions.submission import Blind


@dataclass(frozen=True, slots=True)
class Line:
    """One entry, and the words about it so far."""

    entry: Blind
    kind: str
    reason: Reason | None
    is_wanted: bool


class ReasonsScreen(CompetitionWorkScreen, HearEntryScreen, ListedScreen):
    """Those without words stand first; Enter writes."""

    HELP_PAGE = "competition_reasons"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "write", "write", key_display="Enter", id="reasons.write", tooltip="The marked one"),
        Binding(
            "space", "play", "hear it", key_display="Space", id="reasons.play", tooltip="Hear it, or stop"
        ),
        Binding("w", "who", "who writes", id="reasons.who", tooltip="Codes of those at the keyboard"),
    ]

    lines: reactive[tuple[Line, ...]] = reactive((), init=False, bindings=True)

    def __init__(self, competition_id: str, *, by: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.competition_id = competition_id
        self.by = by

    def compose_middle(self) -> Iterable[Widget]:
        """How many are left, the list, and what was written."""
        yield Static(id="about")
        yield LongList(id="entries")
        yield Static(id="words")
        yield Static(id="next")

    def on_mount(self) -> None:
        """Say where we are."""
        self.title_is("Reasons")

    @property
    def marked(self) -> Line | None:
        """The line that the list stands on."""
        return self.lines[self.listing.marked] if self.lines else None

    def look(self) -> tuple[str, tuple[Line, ...]]:
        """Every entry, with its words."""
        return read_lines(self.library, self.competition_id)

    def show(self, seen: Any) -> None:
        """Show the list."""
        title, self.lines = seen
        self.title_is(f"Reasons: {title}")
        left = sum(each.is_wanted for each in self.lines)
        who = f" {listed(list(self.by))} write." if self.by else ""
        done = (
            f"{count(left, 'entry has', 'entries have')} no words yet." if left else "Everything is written."
        )
        self.query_one("#about", Static).update(literal(f"{done}{who}"))
        self.listing.show(len(self.lines), self._line, marked=0 if left else self.listing.marked)
        words = (
            "Next: Enter writes about the marked one"
            if left
            else "Next: K, on the screen before, checks the words"
        )
        self.query_one("#next", Static).update(
            literal(words if self.lines else "Next: Esc goes back", "bold")
        )
        self.show_words()

    def _line(self, number: int, width: int) -> Content:
        each = self.lines[number]
        kind = "why it was chosen" if each.kind == "winner" else "one kind line"
        state = _state(each)
        return Content.assemble(
            cut_to(each.entry.animal, 20), "  ", cut_to(kind, 18), "  ", cut_to(state, max(8, width - 44))
        )

    @on(LongList.Moved)
    def show_words(self) -> None:
        """Read what was written about the marked one."""
        here = self.marked
        lines: list[Content] = []
        if here is not None and here.reason is not None:
            lines.append(literal(f"“{here.reason.text}”"))
            if here.reason.checked == "again":
                asked = here.reason.asked or "Please say it another way."
                lines.append(literal(f"An adult asks: {asked}", "bold"))
        self.query_one("#words", Static).update(Content("\n").join(lines))
        self.query_one("#words").display = bool(lines)
        self.refresh_bindings()

    def action_play(self) -> None:
        """Hear the marked entry, or stop."""
        if self.is_hearing:
            self.hush()
        elif self.marked is not None:
            self.hear_entry(self.marked.entry.submission)

    def action_who(self) -> None:
        """Ask who is at the keyboard."""
        self.ask("Who writes? Codes of the panel:", self._who, value=" ".join(self.by))

    def _who(self, typed: str) -> None:
        self.by = typed_codes(typed)
        self.read_library()

    @on(LongList.Clicked)
    def action_write(self) -> None:
        """Write about the marked one; who writes is asked once."""
        if self.marked is None:
            return
        self.hush()
        if self.by:
            self._write()
        else:
            self.ask("Who writes? Codes of the panel:", self._who_then_write)

    def _who_then_write(self, typed: str) -> None:
        self.by = typed_codes(typed)
        if self.by:
            self._write()

    def _write(self) -> None:
        from studio.ui.screens.competition_write import WriteReasonScreen

        if (here := self.marked) is not None:
            self.app.push_screen(WriteReasonScreen(self.competition_id, here, self.by))

    def can_do(self, action: str) -> bool:
        """There must be an entry."""
        return bool(self.lines) if action in ("write", "play") else super().can_do(action)


def read_lines(library: Library, competition_id: str) -> tuple[str, tuple[Line, ...]]:
    """The title, and every entry with its words, those that are wanted first."""
    from lessons.competitions.competitions import Competitions
    from lessons.competitions.reasons import Reasons
    from lessons.competitions.submission import Blind

    docket = Competitions(library).docket(competition_id)
    reasons = Reasons(library, competition_id)
    wanted = reasons.wanted()
    said = {(each.submission, each.kind): each for each in reasons.all()}
    longest = docket.competition.brief.longest
    found = [Line(entry, kind, said.get((entry.submission, kind)), True) for entry, kind in wanted]
    waiting = {(entry.submission, kind) for entry, kind in wanted}
    live = {each.id: each for each in docket.live}
    found += [
        Line(Blind.of(live[entry], longest), kind, reason, False)
        for (entry, kind), reason in sorted(
            said.items(), key=lambda each: live[each[0][0]].animal if each[0][0] in live else ""
        )
        if entry in live and (entry, kind) not in waiting
    ]
    return docket.competition.title, tuple(
        sorted(found, key=lambda each: (not each.is_wanted, each.kind != "winner"))
    )


def _state(line: Line) -> str:
    if line.reason is None:
        return "no words yet"
    return {"unread": "■ written", "okay": "■ written, checked", "again": "please say it another way"}[
        line.reason.checked
    ]
