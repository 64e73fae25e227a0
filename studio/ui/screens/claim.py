"""One level of one criterion: what it asks for, what we have, and what one could do."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from lessons.idea import ideas_for
from rubric.framework import Claim
from studio.ui.entry_filter import EntryFilter
from studio.ui.screens.evidence_list import EvidenceListScreen
from studio.ui.text import literal
from studio.wording import count


class ClaimScreen(EvidenceListScreen):
    """The descriptor above the entries that show it."""

    HELP_PAGE = "coverage"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("i", "ideas", "ideas", id="claim.ideas", tooltip="What one could do with a class"),
    ]

    showing_ideas: reactive[bool] = reactive(False)

    def __init__(self, claim: Claim) -> None:
        super().__init__(EntryFilter(criterion=claim.criterion, level=claim.level))
        self._claim = claim
        self.ideas = [idea for idea in ideas_for(claim.criterion) if idea.claim == claim]

    @property
    def claim(self) -> Claim:
        """What the entries must show."""
        return self._claim

    def on_mount(self) -> None:
        """The descriptor stands above."""
        self._write_above()

    def asked_words(self) -> str:
        """What is asked for beside the level."""
        return "" if self.narrowed == self.first else super().asked_words()

    def say_title(self, part: str) -> None:
        """The level, and how many entries show it."""
        shown = count(len(self.entries), "entry", "entries")
        self.title_is(f"{self.claim.criterion} {self.claim.level}: {shown}")

    def action_ideas(self) -> None:
        """Show the ideas, or put them away."""
        self.showing_ideas = not self.showing_ideas
        self._write_above()

    def _write_above(self) -> None:
        criterion = self.studio.framework.criterion(self.claim.criterion)
        parts = [
            literal(criterion.title, "bold"),
            literal(criterion.descriptor(self.claim.level).text),
        ]
        for idea in self.ideas if self.showing_ideas else ():
            parts.append(Content.assemble((f"Idea: {idea.title}. ", "bold $accent"), literal(idea.text)))
        self.query_one("#above", Static).update(Content("\n").join(parts))

    def can_do(self, action: str) -> bool:
        """Ideas are there for some levels only."""
        if action in ("criterion", "next_level", "place"):
            return False  # it is about one level of one criterion
        return bool(self.ideas) if action == "ideas" else super().can_do(action)
