"""How to record: when a take begins, how long it may be, and what one hears and sees; one key each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from studio.audio.live.how_to_record import HowToRecord
from studio.ui.record_words import longest_words
from studio.ui.screens.base import StudioScreen
from studio.ui.text import literal
from studio.ui.widgets.choice_row import CHOSEN

_LABEL_WIDTH = 14
_LONGEST = (60.0, 300.0, 600.0, 1800.0, 3600.0, None)


@dataclass(frozen=True, slots=True)
class _Choice:
    """Something to choose with one key."""

    field: str
    """Of `HowToRecord`."""
    key: str
    label: str
    answers: tuple[tuple[Any, str], ...]
    about: str

    def words(self, how: HowToRecord) -> Content:
        """The key, what it chooses, every answer, and under them what it is for."""
        here = getattr(how, self.field)
        answers = [
            literal(f"{CHOSEN if value == here else ' '}{word}", "bold $accent" if value == here else "")
            for value, word in self.answers
        ]
        line = Content.assemble(
            (f" {self.key.upper()}  ", "bold $accent"),
            f"{self.label:<{_LABEL_WIDTH}}",
            Content("  ").join(answers),
        )
        return Content.assemble(line, "\n", (f"    {'':<{_LABEL_WIDTH}} {self.about}", "$quiet"), "\n")

    def next(self, how: HowToRecord) -> HowToRecord:
        """The same with the next answer."""
        values = [value for value, _ in self.answers]
        here = getattr(how, self.field)
        at = values.index(here) if here in values else -1
        changed: dict[str, Any] = {self.field: values[(at + 1) % len(values)]}
        return replace(how, **changed)


_YES_NO = ((False, "no"), (True, "yes"))
_CHOICES = (
    _Choice(
        "start",
        "s",
        "Start",
        (("at-once", "at once"), ("count-in", "3, 2, 1"), ("beats", "4 beats"), ("sound", "by a sound")),
        "By a sound: it waits, and keeps half a second before.",
    ),
    _Choice(
        "beats_a_minute",
        "b",
        "Beats a minute",
        tuple((beats, str(beats)) for beats in (60, 75, 90, 105, 120, 140)),
        "For a start after 4 beats: seen, not heard.",
    ),
    _Choice(
        "longest_seconds",
        "l",
        "Longest take",
        tuple(
            (seconds, longest_words(seconds).replace("minutes", "min").replace("minute", "min"))
            for seconds in _LONGEST
        ),
        "It says so ten seconds before. No end is for an assembly.",
    ),
    _Choice(
        "hears_self",
        "e",
        "Hear yourself",
        _YES_NO,
        "Only with headphones on, or it howls. You hear it late.",
    ),
    _Choice(
        "shows_level",
        "v",
        "See the level",
        _YES_NO,
        "Before you record. It only listens; it keeps nothing.",
    ),
)


class HowToRecordScreen(StudioScreen):
    """What is chosen here stays chosen while the program runs."""

    HELP_PAGE = "how_to_record"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                choice.key,
                f"choose({number})",
                choice.label.lower(),
                id=f"how.{choice.field}",
                tooltip=choice.about,
            )
            for number, choice in enumerate(_CHOICES)
        ),
        Binding("u", "usual", "as usual", id="how.usual", tooltip="Everything as it was at first"),
        Binding(
            "enter,space",
            "back",
            "done",
            key_display="Enter",
            id="how.done",
            tooltip="Back to Record; it is remembered until you leave the program",
        ),
    ]

    def compose_middle(self) -> Iterable[Widget]:
        """One choice under the other."""
        yield Static(id="choices")

    def on_mount(self) -> None:
        """Show what is chosen."""
        self.title_is("How to record")
        self.show_choices()

    def show_choices(self) -> None:
        """Every choice with its answers."""
        how = self.studio.how_to_record
        words = [choice.words(how) for choice in _CHOICES]
        self.query_one("#choices", Static).update(Content("\n").join(words))

    def action_choose(self, number: int) -> None:
        """The next answer."""
        self.studio.how_to_record = _CHOICES[number].next(self.studio.how_to_record)
        self.show_choices()

    def action_usual(self) -> None:
        """As it was when the program started."""
        self.studio.how_to_record = HowToRecord()
        self.show_choices()
        self.say("Everything is as usual.")
