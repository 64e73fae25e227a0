"""One unit of work: to read, to show to the class, to print, to write down that it was taught."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from studio.ui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from evidence.papers.paper import Block, Paper
    from lessons.occasion import Occasion
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
        Binding("z", "untaught", "undo", id="unit.undo", tooltip="Take back what was written down today"),
    ]

    def __init__(self, unit: Unit) -> None:
        super().__init__()
        self.unit = unit
        self.lessons: tuple[Occasion, ...] = ()

    def on_mount(self) -> None:
        """Say which it is."""
        self.title_is(f"{self.unit.id}  {self.unit.title}")

    def paper(self) -> Paper:
        """The unit on two sides."""
        from lessons.units.paper import unit_paper

        return unit_paper(self.library, self.unit)

    def blocks_shown(self) -> list[Block]:
        """When it was taught comes first."""
        from evidence.papers.paper import Text
        from lessons.units.taught import taught, taught_words

        self.lessons = taught(self.library).get(self.unit.id, ())
        self.refresh_bindings()
        words = taught_words(self.lessons)
        return [*([Text(words)] if words else []), *self.paper().blocks]

    def file_stem(self) -> str:
        """Its id and title."""
        from evidence.words import clean_file_name

        return clean_file_name(f"{self.unit.id} {self.unit.title}")

    def action_present(self) -> None:
        """Part by part, big."""
        from studio.ui.screens.lessons.present import PresentScreen

        self.app.push_screen(PresentScreen(self.unit))

    def action_taught(self) -> None:
        """Write it down."""
        from studio.ui.screens.lessons.lesson_taught import LessonTaughtScreen

        self.app.push_screen(LessonTaughtScreen(self.unit))

    def action_untaught(self) -> None:
        """Take back what was written down last."""
        from lessons.units.taught import last_written, untaught

        last = last_written(self.lessons, self.studio.clock().date())
        if last is not None:
            gone = untaught(self.library, last.id)
            self.read_library()
            self.say(f"{gone.id} is taken back. T writes it down again.")

    def can_do(self, action: str) -> bool:
        """Only what was written down today is undone with a key."""
        if action == "untaught":
            from lessons.units.taught import last_written

            return last_written(self.lessons, self.studio.clock().date()) is not None
        return super().can_do(action)
