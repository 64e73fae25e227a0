"""The half-termly meeting: the agenda, what is done, and the key for each thing that is not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.screens.competition.competition_work import CompetitionWorkScreen
from studio.ui.screens.reading import ReadingScreen
from studio.ui.text import literal
from studio.ui.typed_codes import typed_codes
from studio.wording import count, listed

if TYPE_CHECKING:
    from evidence.papers.paper import Paper
    from lessons.competitions.meeting import Meeting


class MeetingScreen(CompetitionWorkScreen):
    """Four things; a digit does one, Enter the first that is not done."""

    HELP_PAGE = "competition_meeting"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "go_on", "the next thing", key_display="Enter", id="meeting.next", tooltip="Not done yet"
        ),
        Binding("1", "item(1)", "judge", id="meeting.judge", tooltip="The last competition"),
        Binding("2", "item(2)", "reasons", id="meeting.reasons", tooltip="Write and check the words"),
        Binding("3", "item(3)", "choose a brief", id="meeting.brief", tooltip="For the next competition"),
        Binding("4", "item(4)", "who announces", id="meeting.announcers", tooltip="One or two pupils"),
        Binding("p", "agenda", "agenda", id="meeting.agenda", tooltip="Read it, print it"),
        Binding("n", "minutes", "minutes", id="meeting.minutes", tooltip="What was done, for adults"),
    ]

    now: reactive[Meeting | None] = reactive(None, init=False, bindings=True)

    def compose_middle(self) -> Iterable[Widget]:
        """The agenda."""
        with VerticalScroll(id="page"):
            yield Static(id="items")
        yield Static(id="next")

    def on_mount(self) -> None:
        """The page has the keys, for a long agenda."""
        self.title_is("Competition: the half-termly meeting")
        self.refocus()

    def refocus(self) -> None:
        """The page has the keys."""
        self.query_one("#page").focus()

    def look(self) -> Meeting:
        """What there is to do."""
        from lessons.competitions.meeting import meeting

        return meeting(self.library)

    def show(self, seen: Any) -> None:
        """Show the agenda."""
        self.now = seen
        lines: list[Content] = []
        for number, item in enumerate(seen.items, 1):
            mark = "■ done" if item.done else "·"
            lines += [
                Content.assemble((f"{number}  ", "bold $accent"), literal(item.title, "bold"), f"   {mark}"),
                *(literal(f"   {told}") for told in item.told),
                Content(""),
            ]
        self.query_one("#items", Static).update(Content("\n").join(lines))
        first = self._first()
        words = (
            f"Next: {first} {seen.items[first - 1].title.lower().rstrip('?')}"
            if first
            else "Next: Esc, all is done"
        )
        self.query_one("#next", Static).update(literal(words, "bold"))

    def _first(self) -> int:
        """The first thing that is not done; 0 when all are."""
        items = self.now.items if self.now else ()
        return next((number for number, item in enumerate(items, 1) if not item.done), 0)

    def action_go_on(self) -> None:
        """Do the first thing that is not done."""
        self.action_item(self._first())

    def action_item(self, number: int) -> None:
        """Do one thing of the agenda."""
        now = self.now
        if now is None:
            return
        if number == 3:
            from studio.ui.screens.competition.briefs import BriefsScreen

            self.app.push_screen(BriefsScreen())
        elif now.last is None:
            self.say("There is nothing to judge yet. 3 chooses a brief.")
        elif number == 4 and now.last.competition.status != "announced":
            value = " ".join(now.last.competition.announcers)
            self.ask("Who announces it? Codes of one or two:", self._announcers, value=value)
        elif number:
            self._open_last(now.last.competition.id, number)

    def _open_last(self, competition_id: str, number: int) -> None:
        from studio.ui.screens.competition.competition import CompetitionScreen
        from studio.ui.screens.competition.competition_reasons import ReasonsScreen

        known = self.now.last.competition if self.now and self.now.last else None
        if number == 2 and known is not None and known.status == "judged":
            self.app.push_screen(ReasonsScreen(competition_id))
        else:
            self.app.push_screen(CompetitionScreen(competition_id))

    def _announcers(self, typed: str) -> None:
        from lessons.competitions.competitions import Competitions

        codes = typed_codes(typed)
        if not codes or self.now is None or self.now.last is None:
            return
        competition_id = self.now.last.competition.id

        def job() -> str:
            Competitions(self.library).choose_announcers(competition_id, codes)
            return f"{listed(list(codes))}: {count(len(codes), 'pupil', 'pupils')} for the announcement."

        self.do(job)

    def action_agenda(self) -> None:
        """Read the agenda as a paper."""
        self.app.push_screen(AgendaScreen())

    def action_minutes(self) -> None:
        """Read the minutes of the last one."""
        if self.now is not None and self.now.last is not None:
            competition_id = self.now.last.competition.id
            self.as_adult(lambda: self._minutes(competition_id))

    def _minutes(self, competition_id: str) -> None:
        self.app.push_screen(AgendaScreen(competition_id))

    def can_do(self, action: str) -> bool:
        """Minutes are of something, and for adults."""
        if action == "minutes":
            return self.now is not None and self.now.last is not None and not self.studio.door.is_locked
        if action == "go_on":
            return bool(self._first())
        return super().can_do(action)


class AgendaScreen(ReadingScreen):
    """The agenda, or the minutes of a competition, to read and print."""

    HELP_PAGE = "competition_meeting"

    def __init__(self, competition_id: str = "") -> None:
        super().__init__()
        self.competition_id = competition_id

    def on_mount(self) -> None:
        """Say which it is."""
        self.title_is("Minutes" if self.competition_id else "Agenda")

    def paper(self) -> Paper:
        """The paper as it is now."""
        from lessons.competitions.agenda import agenda, minutes

        return minutes(self.library, self.competition_id) if self.competition_id else agenda(self.library)

    def file_stem(self) -> str:
        """What it is called."""
        return f"minutes-{self.competition_id.lower()}" if self.competition_id else "competition-agenda"
