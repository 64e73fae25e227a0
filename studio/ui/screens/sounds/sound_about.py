"""What a sound is about: the school subject, and the dimensions of music one hears in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from studio.ui.screens.form import FormScreen
from studio.ui.widgets.field_row import FieldRow
from studio.ui.widgets.ticks_row import TicksRow

if TYPE_CHECKING:
    from evidence.sound import Sound


class SoundAboutScreen(FormScreen):
    """Two questions, which reports and evidence use."""

    HELP_PAGE: ClassVar[str] = "sound_about"

    def __init__(self, sound: Sound) -> None:
        super().__init__()
        self.sound = sound

    def rows(self) -> Iterable[Widget]:
        """The subject, and a line for each dimension."""
        from lessons.vocabulary import dimensions

        options = [(each.id, each.title) for each in dimensions()]
        yield FieldRow("Subject", id="subject", value=self.sound.subject, placeholder="such as Science, Art")
        yield TicksRow("It is about", options, id="dimensions", chosen=frozenset(self.sound.dimensions))

    def on_mount(self) -> None:
        """Start at the first line."""
        self.title_is("What is it about?")
        self.refocus()

    def save(self) -> str:
        """Keep it with the sound."""
        from lessons.sound_tags import tag_sound

        chosen = self.query_one("#dimensions", TicksRow).chosen
        tag_sound(
            self.library,
            self.library.sound(self.sound.id),
            subject=self.typed("subject"),
            dimensions=sorted(chosen),
        )
        return "Kept with it."
