"""The ways from a competition to its other screens; each is imported when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType

from studio.ui.screens.competition.competition_work import CompetitionWorkScreen

if TYPE_CHECKING:
    from textual.screen import Screen

    from lessons.competitions.competition import Competition

COMPETITION_KEYS: list[BindingType] = [
    Binding("e", "enter", "hand in a sound", id="competition.enter", tooltip="Choose one of your sounds"),
    Binding("j", "judge", "judge", id="competition.judge", tooltip="For those on the panel"),
    Binding("r", "reasons", "reasons", id="competition.reasons", tooltip="Say why, and a kind line each"),
    Binding("k", "check", "check words", id="competition.check", tooltip="An adult reads what was written"),
    Binding("a", "announce", "announce", id="competition.announce", tooltip="Big, page by page, with sound"),
    Binding("o", "panel", "open judging", id="competition.panel", tooltip="Who judges, and how far they are"),
    Binding("c", "card", "read the brief", id="competition.card", tooltip="Big enough to read out"),
    Binding("b", "briefs", "briefs", id="competition.briefs", tooltip="Every card; set a competition"),
    Binding("m", "meeting", "meeting", id="competition.meeting", tooltip="The agenda, and what is done"),
    Binding("l", "list", "all", id="competition.list", tooltip="Every competition there was"),
    Binding("p", "prints", "print", id="competition.prints", tooltip="Script, poster, page, certificates"),
]


class CompetitionWaysScreen(CompetitionWorkScreen):
    """Adults' ways ask for the PIN."""

    @property
    def known(self) -> Competition | None:
        """The competition that is shown."""
        raise NotImplementedError

    def open_screen(self, screen: Screen[None]) -> None:
        """Open it on top of this one; what was said here is over, and cannot be taken back any more."""
        self.say("")
        self.undos = ()
        self.app.push_screen(screen)

    def action_enter(self) -> None:
        """Hand a sound in."""
        from studio.ui.screens.competition.competition_enter import EnterScreen

        if self.known is not None:
            self.open_screen(EnterScreen(self.known.id))

    def action_judge(self) -> None:
        """Judge."""
        from studio.ui.screens.competition.judging import JudgingScreen

        if self.known is not None:
            self.open_screen(JudgingScreen(self.known.id))

    def action_reasons(self) -> None:
        """Write the words."""
        from studio.ui.screens.competition.competition_reasons import ReasonsScreen

        if self.known is not None:
            self.open_screen(ReasonsScreen(self.known.id))

    def action_check(self) -> None:
        """Read the words."""
        from studio.ui.screens.competition.competition_check import CheckReasonsScreen

        if (known := self.known) is not None:
            self.as_adult(lambda: self.open_screen(CheckReasonsScreen(known.id)))

    def action_panel(self) -> None:
        """Name the panel, or see how far it is."""
        from studio.ui.screens.competition.competition_panel import PanelScreen

        if (known := self.known) is not None:
            self.as_adult(lambda: self.open_screen(PanelScreen(known.id)))

    def action_announce(self) -> None:
        """The pages for assembly."""
        from studio.ui.screens.competition.competition_announce import AnnounceScreen

        if (known := self.known) is not None:
            self.as_adult(lambda: self.open_screen(AnnounceScreen(known.id)))

    def action_prints(self) -> None:
        """What is printed and sent."""
        from studio.ui.screens.competition.competition_prints import CompetitionPrintsScreen

        if (known := self.known) is not None:
            self.as_adult(lambda: self.open_screen(CompetitionPrintsScreen(known.id)))

    def action_card(self) -> None:
        """The brief, big."""
        from studio.ui.screens.competition.brief_card import BriefCardScreen

        if self.known is not None:
            self.open_screen(BriefCardScreen(self.known.brief, is_set=True))

    def action_briefs(self) -> None:
        """Every card."""
        from studio.ui.screens.competition.briefs import BriefsScreen

        self.open_screen(BriefsScreen())

    def action_meeting(self) -> None:
        """The agenda."""
        from studio.ui.screens.competition.competition_meeting import MeetingScreen

        self.open_screen(MeetingScreen())

    def action_list(self) -> None:
        """Every competition there was."""
        from studio.ui.screens.competition.competition_list import CompetitionListScreen

        self.open_screen(CompetitionListScreen())
