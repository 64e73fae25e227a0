"""One level of one criterion: what it asks for, what we have, the key pieces, and what one could do."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from lessons.idea import ideas_for
from lessons.question import questions_for
from rubric.framework import Claim
from studio.ui.entry_filter import EntryFilter
from studio.ui.entry_words import marked_line
from studio.ui.screens.award.evidence_list import EvidenceListScreen
from studio.ui.text import literal
from studio.ui.widgets.long_list import LongList
from studio.wording import count

if TYPE_CHECKING:
    from evidence.entry import Entry

_ELSEWHERE = ("criterion", "next_level", "place")
"""What one does in the list of all evidence only."""


class ClaimScreen(EvidenceListScreen):
    """The descriptor above the entries that show it; K chooses the few that speak for the criterion."""

    HELP_PAGE = "level"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "key", "key piece", id="claim.key", tooltip="Among the few that speak for it"),
        Binding("z", "take_back", "undo", id="claim.undo", tooltip="Take the last choice back"),
        Binding("b", "bundle", "bundle", id="claim.bundle", tooltip="Seal what was chosen into one file"),
        Binding("i", "ideas", "ideas", id="claim.ideas", tooltip="What one could do with a class"),
    ]

    showing_ideas: reactive[bool] = reactive(False)
    chosen: reactive[tuple[tuple[str, bool], ...]] = reactive((), init=False, bindings=True)
    """What K did on this visit: ids, and whether they became key pieces."""

    def __init__(self, claim: Claim) -> None:
        super().__init__(EntryFilter(criterion=claim.criterion, level=claim.level))
        self._claim = claim
        self.ideas = [idea for idea in ideas_for(claim.criterion) if idea.claim == claim]
        self.topics = questions_for(claim.criterion)

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

    def line_of(self, entry: Entry, width: int) -> Content:
        """One line; the star is for key pieces of this criterion."""
        return marked_line(entry, width, criterion=self.claim.criterion, old_before=self.old_before)

    def say_title(self, part: str) -> None:
        """The level, how many entries show it, and how many key pieces its criterion has."""
        shown = count(len(self.entries), "entry", "entries")
        code = self.claim.criterion
        keys = sum(code in each.key_for for each in self.known if each.status == "accepted")
        pieces = f", {code} has {count(keys, 'key piece')}" if keys else ""
        self.title_is(f"{code} {self.claim.level}: {shown}{pieces}")

    # Key pieces

    @on(LongList.Moved)
    def _moved(self) -> None:
        self.refresh_bindings()  # only what was accepted can be a key piece

    def action_key(self) -> None:
        """The marked one is a key piece of the criterion, or is not after all."""
        if self.marked is not None:
            on = self.claim.criterion not in self.marked.key_for
            self._set_key(self.marked.id, on=on)
            self.chosen = (*self.chosen, (self.marked.id, on))
            words = "A key piece" if on else "No longer a key piece"
            self.say(f"{words} for {self.claim.criterion}. Z takes it back.")

    def action_take_back(self) -> None:
        """Take the last choice back."""
        entry_id, on = self.chosen[-1]
        self._set_key(entry_id, on=not on)
        self.chosen = self.chosen[:-1]
        self.say("Taken back.")

    def _set_key(self, entry_id: str, *, on: bool) -> None:
        from evidence.review import set_key

        set_key(self.library, entry_id, self.claim.criterion, on)
        self.read_library()

    def action_bundle(self) -> None:
        """On to sealing."""
        self.studio.open_place("bundle")

    # What one could do

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
        if self.showing_ideas:
            parts += [_told(f"Idea: {idea.title}. ", idea.text) for idea in self.ideas]
            parts += [
                _told(f"Ask: {topic.title} ", " ".join((*topic.find_out, *topic.go_deeper)))
                for topic in self.topics
            ]
        self.query_one("#above", Static).update(Content("\n").join(parts))

    def can_do(self, action: str) -> bool:
        """Ideas are there for some levels only; a key piece has to be evidence."""
        if action in ("key", "take_back") and not self.library.adults.is_adult:
            return False
        allowed = {
            "ideas": bool(self.ideas or self.topics),
            "key": self.is_mounted and self.marked is not None and self.marked.status == "accepted",
            "take_back": bool(self.chosen),
            **dict.fromkeys(_ELSEWHERE, False),
        }
        return allowed[action] if action in allowed else super().can_do(action)


def _told(label: str, words: str) -> Content:
    return Content.assemble((label, "bold $accent"), literal(words))
