"""What a panel's words stand on: every entry with what was written about it, and its sound."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.screens.competition.competition_hear import HearEntryScreen
from studio.ui.screens.competition.competition_work import CompetitionWorkScreen
from studio.ui.screens.listed import ListedScreen
from studio.ui.widgets.long_list import LongList

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


class PanelWordsScreen(CompetitionWorkScreen, HearEntryScreen, ListedScreen):
    """A list of entries with their words; what is done with them, its screens say."""

    lines: reactive[tuple[Line, ...]] = reactive((), init=False, bindings=True)

    def __init__(self, competition_id: str) -> None:
        super().__init__()
        self.competition_id = competition_id

    def compose_middle(self) -> Iterable[Widget]:
        """How many are left, the list, and what was written."""
        yield Static(id="about")
        yield LongList(id="entries")
        yield Static(id="words")
        yield Static(id="next")

    @property
    def marked(self) -> Line | None:
        """The line that the list stands on."""
        return self.lines[self.listing.marked] if self.lines else None

    def look(self) -> tuple[str, tuple[Line, ...]]:
        """The title, and every entry with its words."""
        return read_lines(self.library, self.competition_id)

    def action_play(self) -> None:
        """Hear the marked entry, or stop."""
        if self.is_hearing:
            self.hush()
        elif self.marked is not None:
            self.hear_entry(self.marked.entry.submission)


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
