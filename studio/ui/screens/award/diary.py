"""Diary: reflections, conversations and trainings, with what it is time to ask on top."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from evidence.award.diary import Diary
from rubric.plan import Training
from studio.ui.diary_words import Said, about, in_diary, line_of
from studio.ui.reading_on import read_on
from studio.ui.screens.base import StudioScreen
from studio.ui.text import literal
from studio.ui.widgets.listing import Listing
from studio.wording import count


class DiaryScreen(StudioScreen):
    """The newest on top; what was said stays as it was said."""

    HELP_PAGE = "diary"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "reflect", "reflect", id="diary.reflect", tooltip="Look back at a half-term"),
        Binding("c", "talk", "conversation", id="diary.talk", tooltip="A talk with the mentor or the hub"),
        Binding("t", "train", "training", id="diary.train", tooltip="A training that somebody went to"),
        Binding("f", "follow_up", "what came of it", id="diary.follow", tooltip="Of the marked training"),
        Binding("x", "strike", "take out", id="diary.strike", tooltip="Take the marked one out"),
        Binding("z", "undo", "undo", id="diary.undo", tooltip="Put back what was taken out last"),
        Binding("d", "read_on", "read on", id="diary.read_on", tooltip="More of what stands below"),
        Binding("p", "plan", "plan", id="diary.plan", tooltip="The actions"),
    ]

    said: tuple[Said, ...] = ()
    struck: reactive[tuple[str, ...]] = reactive((), init=False, bindings=True)

    def compose_middle(self) -> Iterable[Widget]:
        """The list, and the marked one below it."""
        yield Static(id="empty")
        yield Listing(id="said")
        with VerticalScroll(id="pane", can_focus=False):
            yield Static(id="words")

    def on_mount(self) -> None:
        """The list has the keys."""
        self.title_is("Diary")
        self.refocus()

    def refocus(self) -> None:
        """The list has the keys."""
        self.query_one("#said").focus()

    @property
    def diary(self) -> Diary:
        """The library's diary."""
        return Diary(self.library)

    def on_resize(self) -> None:
        """The columns follow the width."""
        self._fill()

    def read_library(self) -> None:
        """Look again."""
        diary = self.diary
        self.said = in_diary(diary)
        due = sum(isinstance(each, Training) and each.is_due(diary.today) for each in self.said)
        waiting = f", {due} to ask about" if due else ""
        self.title_is(f"Diary: {count(len(self.said), 'entry', 'entries')}{waiting}")
        self._fill()

    def _fill(self) -> None:
        from rubric.year import prompts

        listing = self.query_one("#said", Listing)
        marked = listing.marked
        listing.clear_options()
        width, today = self.size.width - 6, self.diary.today
        listing.add_options(Option(line_of(each, today, width), each.id) for each in self.said)
        listing.highlighted = min(marked, len(self.said) - 1) if self.said else None
        self.query_one("#empty", Static).update(
            literal(f"Nothing yet. At the end of a half-term press R: {prompts().reflection}")
        )
        self.query_one("#empty").display = not self.said
        self._show_marked()

    @property
    def marked(self) -> Said | None:
        """The one that the list stands on."""
        return self.said[self.query_one("#said", Listing).marked] if self.said else None

    @on(OptionList.OptionHighlighted, "#said")
    def _show_marked(self) -> None:
        marked = self.marked
        words = about(marked, self.diary.today) if marked else Content("")
        self.query_one("#words", Static).update(words)
        self.query_one("#pane").scroll_home(animate=False)
        self.refresh_bindings()

    def action_read_on(self) -> None:
        """More of the marked one, and from its end the beginning again."""
        read_on(self.query_one("#pane"))

    # Taking out

    def action_strike(self) -> None:
        """Take the marked one out."""
        if self.marked is not None:
            self.diary.strike(self.marked.id)
            self.struck = (*self.struck, self.marked.id)
            self.read_library()
            self.say("Taken out. Z puts it back.")

    def action_undo(self) -> None:
        """Put back what was taken out last."""
        *rest, last = self.struck
        self.diary.strike(last, struck=False)
        self.struck = tuple(rest)
        self.read_library()
        self.say("Put back.")

    # Writing

    def action_reflect(self) -> None:
        """A look back at a half-term."""
        from studio.ui.screens.award.diary_forms import ReflectionScreen

        self.app.push_screen(ReflectionScreen())

    def action_talk(self) -> None:
        """A conversation with the mentor or the hub."""
        from studio.ui.screens.award.diary_forms import ConversationScreen

        self.app.push_screen(ConversationScreen())

    def action_train(self) -> None:
        """A training that somebody went to."""
        from studio.ui.screens.award.diary_forms import TrainingScreen

        self.app.push_screen(TrainingScreen())

    def action_follow_up(self) -> None:
        """What came of the marked training."""
        training = self.marked
        if isinstance(training, Training):
            self.ask("What came of it?", partial(self._follow_up, training.id), value=training.came_of_it)

    def _follow_up(self, training_id: str, answer: str) -> None:
        self.diary.follow_up(training_id, answer)
        self.read_library()
        self.say(f"Kept with {training_id}.")

    def action_plan(self) -> None:
        """The actions."""
        self.studio.open_place("plan")

    def can_do(self, action: str) -> bool:
        """Only a training is asked about."""
        if action == "follow_up":
            return self.is_mounted and isinstance(self.marked, Training)
        if action == "undo":
            return bool(self.struck)
        return action not in ("read_on", "strike") or bool(self.said)
