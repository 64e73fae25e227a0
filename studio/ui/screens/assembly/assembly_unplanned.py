"""Something that the team did and nobody had planned: an event and what came of it, at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget

from studio.ui.screens.form import FormScreen
from studio.ui.widgets.choice_row import ChoiceRow
from studio.ui.widgets.field_row import FieldRow


class UnplannedScreen(FormScreen):
    """What it was, when, and who led; evidence is proposed of it."""

    HELP_PAGE: ClassVar[str] = "assembly"

    def rows(self) -> Iterable[Widget]:
        """The lines."""
        from lessons.assembly.event import event_kinds

        kinds = [(kind.id, kind.title) for kind in event_kinds()]
        yield ChoiceRow("What", kinds, id="kind", value="assembly")
        yield FieldRow("Title", id="title", placeholder="empty: the same as above")
        today = self.studio.clock().date().isoformat()
        yield FieldRow("Day", id="day", value=today, placeholder="year-month-day")
        yield FieldRow("Began", id="begins", value="09:00", placeholder="09:10")
        yield FieldRow("Place", id="place", placeholder="such as Hall")
        yield FieldRow("Who led", id="crew", placeholder="sound and vision, by code, such as Y6-otter Y5-fox")
        yield FieldRow("What happened", id="note", placeholder="what went wrong, and how was it put right?")

    def on_mount(self) -> None:
        """Start at what it was."""
        super().on_mount()
        self.title_is("We did one that nobody planned")

    def save(self) -> str:
        """Write it down."""
        from lessons.assembly.did_it import log_now

        event, _ = log_now(
            self.library,
            self.typed("kind"),
            title=self.typed("title"),
            crew=[code for code in re.split(r"[,;\s]+", self.typed("crew")) if code],
            day=self.typed_day("day"),
            begins=self.typed("begins"),
            place=self.typed("place"),
            note=self.typed("note"),
        )
        return f"{event.title} is written down. An adult accepts the evidence. Well done."
