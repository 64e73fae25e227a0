"""One entry as it was written down."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.screens.hearing import HearingScreen
from studio.ui.text import literal
from studio.wording import clock

if TYPE_CHECKING:
    from evidence.entry import Entry, SoundUse
    from studio.audio.rendering.rendition import Rendition


class EntryScreen(HearingScreen):
    """Reads one entry; Space plays its sounds, one after the other."""

    HELP_PAGE = "evidence_list"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "space",
            "play",
            "play its sound",
            key_display="Space",
            id="entry.play",
            tooltip="Hear it, or stop",
        ),
    ]

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.entry = entry
        self.heard = 0

    def compose_middle(self) -> Iterable[Widget]:
        """The words."""
        with VerticalScroll(id="page"):
            yield Static(Content("\n").join(self._lines()))

    def on_mount(self) -> None:
        """The arrows scroll."""
        self.title_is(f"{self.entry.id}  {self.entry.title}")
        self.refocus()

    def refocus(self) -> None:
        """The page has the keys."""
        self.query_one("#page").focus()

    def _lines(self) -> list[Content]:
        entry = self.entry
        shows = [f"{claim.criterion} {claim.level}" for claim in entry.criteria]
        facts = [
            ("When", f"{entry.date_happened.isoformat()}, written down {entry.date_recorded:%Y-%m-%d %H:%M}"),
            ("Who", " ".join(entry.year_groups) or "no year group given"),
            ("It shows", ", ".join(shows)),
            ("What happened", entry.happened),
            ("Impact", entry.impact),
            ("By", entry.by or ""),
            ("Files", ", ".join(use.name for use in entry.files)),
        ]
        lines = [_fact(label, words) for label, words in facts if words]
        for use in entry.sounds:
            length = f"{clock(use.seconds_before)} → {clock(use.seconds_after)}"
            lines += [Content(""), _fact("Sound", f"{use.title}  {length}")]
            lines += [_fact("", step) for step in _steps(use)]
        return lines

    def action_play(self) -> None:
        """The next of its sounds, or silence."""
        if self.is_hearing:
            self.hush()
        elif self.entry.sounds:
            use = self.entry.sounds[self.heard % len(self.entry.sounds)]
            self.heard += 1
            self.hear_source(lambda: self._open(use))

    def _open(self, use: SoundUse) -> Rendition:
        from studio.audio.recipe import Recipe
        from studio.audio.rendering.rendition import open_rendition

        return open_rendition(self.library.original_path(use), Recipe.parse(use.recipe_texts))

    def can_do(self, action: str) -> bool:
        """Playing needs a sound."""
        return action != "play" or bool(self.entry.sounds)


def _fact(label: str, words: str) -> Content:
    return Content.assemble((f"{label:<15}", "bold"), literal(words))


def _steps(use: SoundUse) -> list[str]:
    from studio.audio.recipe import Recipe

    return Recipe.parse(use.recipe_texts).words(use.seconds_before)
