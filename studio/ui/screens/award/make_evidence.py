"""Make it evidence: what happened, when, for whom, and what it shows; also for changing an entry."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input

from studio.errors import StudioError
from studio.ui.faults import FAULTS
from studio.ui.form_start import Offered, blank, of_entry
from studio.ui.screens.base import StudioScreen
from studio.ui.typed_path import typed_path
from studio.ui.widgets.criteria_list import CriteriaList
from studio.ui.widgets.what_else import WhatElse
from studio.ui.widgets.what_happened import WhatHappened

if TYPE_CHECKING:
    from evidence.entry import Entry
    from evidence.sound import Sound
    from rubric.framework import Claim
    from rubric.plan import Action


class MakeEvidenceScreen(StudioScreen):
    """A form of two pages; Tab walks through both, Enter saves it."""

    HELP_PAGE = "make_evidence"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "save", "save", key_display="Enter", id="evidence.save", tooltip="Save it as evidence"
        ),
        Binding("tab", "next_line", "next", key_display="Tab", id="evidence.next", tooltip="The next line"),
        Binding("shift+tab", "line_above", "line above", show=False, id="evidence.previous"),
        Binding(
            "f2", "turn", "more", key_display="F2", id="evidence.more", tooltip="Who is in it, versions ..."
        ),
        Binding(
            "f2", "turn_back", "first page", key_display="F2", id="evidence.first", tooltip="What happened"
        ),
    ]

    on_second: reactive[bool] = reactive(False, init=False, bindings=True)

    def __init__(
        self,
        *,
        sound: Sound | None = None,
        claim: Claim | None = None,
        year: str | None = None,
        entry: Entry | None = None,
        action: Action | None = None,
    ) -> None:
        super().__init__()
        self.year = year
        self.action = action
        self.sound = sound
        self.claim = claim
        self.entry = entry

    def compose_middle(self) -> Iterable[Widget]:
        """Two pages, one of them in sight."""
        from evidence.entry_types import entry_types

        if self.entry is None:
            start = blank(
                self.studio.clock(), sound=self.sound, claim=self.claim, year=self.year, action=self.action
            )
        else:
            start = of_entry(self.entry)
        yield WhatHappened(self.studio.framework, start, id="first-page")
        yield WhatElse(start, Offered.by(self.library, start["sounds"]), entry_types(), id="second-page")

    def on_mount(self) -> None:
        """Start at the criteria when the title is there already."""
        where = "Make it evidence" if self.entry is None else f"Change {self.entry.id}"
        self.title_is(where, f"with the sound “{self.sound.title}”" if self.sound else None)
        self.query_one(WhatElse).display = False
        self.refocus()

    def refocus(self) -> None:
        """The first place that is not filled in."""
        page = self.query_one(WhatElse) if self.on_second else self.query_one(WhatHappened)
        page.start_at().focus()

    # Two pages

    def watch_on_second(self) -> None:
        """Show the other page."""
        self.query_one(WhatHappened).display = not self.on_second
        self.query_one(WhatElse).display = self.on_second
        self.refocus()

    def action_turn(self) -> None:
        """To the second page."""
        self.on_second = True

    def action_turn_back(self) -> None:
        """To the first page."""
        self.on_second = False

    def action_next_line(self) -> None:
        """The next line; after the last one of a page, the other page."""
        if self.focused is self.focus_chain[-1]:
            self.on_second = not self.on_second
        else:
            self.focus_next()

    def action_line_above(self) -> None:
        """The line above."""
        self.focus_previous()

    # Saving

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Save it and go back."""
        first = self.query_one(WhatHappened)
        if not first.claims():
            self.on_second = False
            first.query_one(CriteriaList).focus()
            self.problem(StudioError("It shows nothing yet.", "Choose a criterion, then press B, S or G."))
            return
        try:
            values = first.values() | self.query_one(WhatElse).values()
            saved = self._add(values) if self.entry is None else self._amend(self.entry, values)
        except FAULTS as error:
            self.problem(error)
            return
        self.app.pop_screen()
        if isinstance(self.app.screen, StudioScreen):
            self.app.screen.say(self._said(saved))

    def _add(self, values: dict[str, Any]) -> Entry:
        from studio.make_evidence import make_evidence

        typed = self.query_one(WhatElse).file
        values["sounds"] = [self.library.sound(use.sound_id) for use in values["sounds"]]
        files = [typed_path(typed)] if typed else []
        return make_evidence(self.library, files=files, framework=self.studio.framework, **values)

    def _amend(self, entry: Entry, values: dict[str, Any]) -> Entry:
        from evidence.review import amend

        if typed := self.query_one(WhatElse).file:
            values["files"] = (*entry.files, self.library.add_file(typed_path(typed)))
        return amend(self.library, entry.id, framework=self.studio.framework, **values)

    def _said(self, saved: Entry) -> str:
        shown = ", ".join(f"{claim.criterion} {claim.level}" for claim in saved.criteria)
        if self.entry is not None:
            changed = f"Changed: {saved.id}, for {shown}."
            return f"{changed} Press A to accept it." if saved.status == "proposed" else changed
        if saved.status == "proposed":
            return f"Saved as {saved.id}. An adult will look at it."
        return f"Saved as {saved.id}, for {shown}."

    def can_do(self, action: str) -> bool:
        """F2 leads to the page that is not in sight."""
        if action in ("turn", "turn_back"):
            return self.on_second == (action == "turn_back")
        return True
