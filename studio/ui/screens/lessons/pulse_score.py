"""The score of a rhythm, to read and to print."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from studio.ui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from evidence.papers.paper import Paper
    from lessons.rhythm.pattern import Pattern


class PulseScoreScreen(ReadingScreen):
    """Boxes, notes and names of every row; as a PDF it is drawn."""

    HELP_PAGE: ClassVar[str] = "pulse"

    def __init__(self, pattern: Pattern) -> None:
        super().__init__()
        self.pattern = pattern

    def on_mount(self) -> None:
        """Say which it is."""
        self.title_is(f"Score: {self.pattern.title}")

    def paper(self) -> Paper:
        """Its rows as a table."""
        from lessons.rhythm.paper import rhythm_paper

        return rhythm_paper(self.library, self.pattern)

    def file_stem(self) -> str:
        """What the file is called."""
        return "rhythm"

    def action_print(self) -> None:
        """Write the file."""

        def write(out: Path) -> None:
            from lessons.rhythm.paper import print_rhythm

            print_rhythm(self.library, self.pattern, out)

        self.write_to(self.out_path(), write)
