"""A screen on which one hears the sounds of an entry, as they were when it was written down."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from studio.ui.screens.hearing import HearingScreen

if TYPE_CHECKING:
    from evidence.entry import Entry, SoundUse
    from studio.audio.rendering.rendition import Rendition


class HearingEntryScreen(HearingScreen):
    """Space plays the next of its sounds, or stops."""

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

    _heard: tuple[str, int] = ("", 0)
    """The entry that was heard last, and how many of its sounds."""

    def entry_to_hear(self) -> Entry | None:
        """The entry that one looks at."""
        raise NotImplementedError

    def action_play(self) -> None:
        """The next of its sounds, or silence."""
        entry = self.entry_to_hear()
        if self.is_hearing:
            self.hush()
        elif entry is not None and entry.sounds:
            number = self._heard[1] if self._heard[0] == entry.id else 0
            self._heard = (entry.id, number + 1)
            use = entry.sounds[number % len(entry.sounds)]
            self.about_to_hear(use)
            self.hear_source(lambda: self._open(use))

    def about_to_hear(self, use: SoundUse) -> None:
        """Told before a sound plays."""

    def _open(self, use: SoundUse) -> Rendition:
        from studio.ui.pictures import rendition_of_use  # loads NumPy

        return rendition_of_use(self.library, use)

    def can_do(self, action: str) -> bool:
        """Playing needs a sound."""
        entry = self.entry_to_hear()
        return action != "play" or bool(entry and entry.sounds)
