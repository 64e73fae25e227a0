"""One unit of work: to read, to show to the class, to print, to write down that it was taught."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from studio.ui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from evidence.papers.paper import Block, Paper
    from lessons.units.unit import Unit


class UnitScreen(ReadingScreen):
    """Everything in it, also what is for the teacher alone; Enter shows the lesson to the class."""

    HELP_PAGE = "unit"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "present",
            "show the class",
            key_display="Enter",
            id="unit.present",
            tooltip="Part by part",
        ),
        Binding("t", "taught", "we taught this", id="unit.taught", tooltip="Write it down as evidence"),
    ]

    def __init__(self, unit: Unit) -> None:
        super().__init__()
        self.unit = unit

    def on_mount(self) -> None:
        """Say which it is."""
        super().on_mount()
        self.title_is(f"{self.unit.id}  {self.unit.title}")

    def paper(self) -> Paper:
        """The unit on two sides."""
        from lessons.units.paper import unit_paper

        return unit_paper(self.library, self.unit)

    def blocks_shown(self) -> list[Block]:
        """When it was taught comes first."""
        from evidence.papers.paper import Text
        from lessons.units.taught import taught, taught_words

        words = taught_words(taught(self.library).get(self.unit.id, ()))
        return [*([Text(words)] if words else []), *self.paper().blocks]

    def file_stem(self) -> str:
        """Its id and title."""
        from evidence.words import clean_file_name

        return clean_file_name(f"{self.unit.id} {self.unit.title}")

    def action_present(self) -> None:
        """Part by part, big."""
        from studio.ui.screens.present import PresentScreen

        self.app.push_screen(PresentScreen(self.unit))

    def action_taught(self) -> None:
        """Write it down."""
        from studio.ui.screens.lesson_taught import LessonTaughtScreen

        self.app.push_screen(LessonTaughtScreen(self.unit))
