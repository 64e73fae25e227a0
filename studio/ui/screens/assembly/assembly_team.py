"""The assembly team: who is in it, what they are trained for, and the days they cannot come."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.errors import StudioError
from studio.ui.names_shown import names_shown
from studio.ui.screens.listed import ListedScreen
from studio.ui.team_words import about_member, days_words, jobs_words
from studio.ui.text import cut_to, literal
from studio.ui.widgets.long_list import LongList
from studio.wording import count, listed

if TYPE_CHECKING:
    from evidence.safety.people import Person
    from lessons.assembly.away import Away, Aways
    from lessons.assembly.team import Team, TeamMember

IN_TEAM, NOT_IN_TEAM = "■", "·"
_CODE, _YEAR, _JOBS = 18, 6, 28


class TeamScreen(ListedScreen):
    """Everybody who could be in it; those who are carry a square."""

    HELP_PAGE = "assembly_team"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,space", "join", "in or out", key_display="Enter", id="team.join", tooltip="Of the team"
        ),
        Binding("v", "view", "all or team", id="team.view", tooltip="Everybody, or the team alone"),
        Binding("a", "away", "away", id="team.away", tooltip="The days they cannot come; never why"),
        Binding("b", "come", "can come", id="team.come", tooltip="They can come after all"),
        Binding("p", "passports", "passports", id="team.passports", tooltip="What each of them can do"),
        Binding("z", "undo", "undo", id="team.undo", tooltip="As it was before the last key"),
    ]

    people: reactive[tuple[Person, ...]] = reactive((), init=False, bindings=True)
    undone_by: reactive[tuple[tuple[str, str], ...]] = reactive((), init=False, bindings=True)
    """What takes the last keys back: `team` and a code, `strike` or `restore` and the id of days away."""
    only_team = True

    def compose_middle(self) -> Iterable[Widget]:
        """How many of each year group, the list, the marked one."""
        yield Static(id="fair")
        yield LongList(id="people")
        yield Static(id="about")

    def on_mount(self) -> None:
        """Say where we are."""
        self.title_is("The assembly team")
        self.names: dict[str, str] = {}
        self.members: dict[str, TeamMember] = {}
        self.away: tuple[Away, ...] = ()

    @property
    def team(self) -> Team:
        """The team of the library."""
        from lessons.assembly.team import Team

        return Team(self.library)

    @property
    def aways(self) -> Aways:
        """The days on which somebody cannot come."""
        from lessons.assembly.away import Aways

        return Aways(self.library)

    @property
    def person(self) -> Person | None:
        """The marked one."""
        return self.people[self.listing.marked] if self.people and self.is_mounted else None

    # Showing

    def read_library(self) -> None:
        """Look again; stay with who was marked."""
        from evidence.safety.people import People

        marked = self.person.code if self.person else ""
        pupils = [each for each in People(self.library).all() if each.is_here and each.year]
        self.members = {each.code: each for each in self.team.members()}
        self.away = self.aways.all()
        self.names = names_shown(self.library)
        alone = self.only_team and bool(self.members)
        self.people = tuple(each for each in pupils if not alone or each.code in self.members)
        codes = [each.code for each in self.people]
        self.listing.show(len(codes), self._line, marked=codes.index(marked) if marked in codes else 0)
        self._show_fair()
        self._show_marked()

    def _show_fair(self) -> None:
        by_year = listed([f"{number} in {year}" for year, number in sorted(self.team.by_year().items())])
        words = f"{count(len(self.members), 'pupil')} in the team: {by_year}." if self.members else ""
        if not self.people:
            words = "Nobody has a code yet. An adult makes codes in the office, under People."
        elif not self.members:
            words = "Nobody is in the team yet. Enter marks those who are."
        self.query_one("#fair", Static).update(literal(words))

    def _line(self, line: int, width: int) -> Content:
        person = self.people[line]
        member = self.members.get(person.code)
        return Content.assemble(
            f"{IN_TEAM if member else NOT_IN_TEAM} ",
            cut_to(person.code, _CODE),
            f"{person.year:<{_YEAR}}",
            cut_to(jobs_words(member) if member else "", _JOBS),
            " ",
            literal(self.names.get(person.code, "")),
        )

    @on(LongList.Moved)
    def _show_marked(self) -> None:
        person = self.person
        lines = about_member(person.code, self.members.get(person.code), self._days_away()) if person else []
        self.query_one("#about", Static).update(Content("\n").join(lines))
        self.refresh_bindings()

    def _days_away(self) -> list[Away]:
        """Those of the marked one that are still to come."""
        code = self.person.code if self.person else ""
        return [each for each in self.away if each.code == code and each.last >= self._today]

    @property
    def _today(self) -> date:
        return self.library.now().date()

    # What becomes of them

    @on(LongList.Clicked)
    def action_join(self) -> None:
        """Into the team, or out of it."""
        if self.person is not None:
            code = self.person.code
            self._turn_over(code)
            self.undone_by = (*self.undone_by, ("team", code))

    def _turn_over(self, code: str) -> None:
        is_in = code in self.members
        change = self.team.leave if is_in else self.team.join
        change(code)
        if self.only_team and not is_in and len(self.members) == 0:
            self.only_team = False  # the first of them: show everybody, for more will follow
        self.read_library()
        kept = "Their passport stays." if is_in else "P ticks what they can do."
        self.say(f"{code} is {'not in the team any more' if is_in else 'in the team'}. {kept}")

    def action_away(self) -> None:
        """Ask for the days."""
        person = self._need()
        self.ask(
            f"When can {person.code} not come? One day, or first and last:",
            partial(self._away, person.code),
            value=self._today.isoformat(),
        )

    def _away(self, code: str, answer: str) -> None:
        if not answer:
            return
        try:
            first, last = [date.fromisoformat(word) for word in (answer.split() * 2)[:2]]
        except ValueError:
            raise StudioError(
                f"“{answer[:30]}” are not days.", "Write them like 2026-11-24, or 2026-11-24 2026-11-27."
            ) from None
        if len(answer.split()) == 1:
            last = first
        made = self.aways.add(code, first, last)
        self.undone_by = (*self.undone_by, ("strike", made.id))
        self.read_library()
        self.say(f"{code} cannot come: {days_words(made)}. In the rota, F fills what is empty now.")

    def action_come(self) -> None:
        """They can come after all: the next days away are taken out."""
        person = self._need()
        coming = self._days_away()
        self.aways.strike(coming[0].id)
        self.undone_by = (*self.undone_by, ("restore", coming[0].id))
        self.read_library()
        self.say(f"{person.code} can come: {days_words(coming[0])}.")

    def action_undo(self) -> None:
        """As it was."""
        *rest, (what, about) = self.undone_by
        if what == "team":
            self._turn_over(about)
        else:
            self.aways.strike(about, struck=what == "strike")
            self.read_library()
            self.say("Taken back.")
        self.undone_by = tuple(rest)

    def action_view(self) -> None:
        """Everybody, or the team alone."""
        self.only_team = not self.only_team
        self.read_library()

    def action_passports(self) -> None:
        """What each of them can do."""
        from studio.ui.screens.assembly.passports import PassportsScreen

        self.app.switch_screen(PassportsScreen())

    def _need(self) -> Person:
        assert self.person is not None  # else the key does nothing
        return self.person

    def can_do(self, action: str) -> bool:
        """Only what fits the marked one."""
        if action == "undo":
            return bool(self.undone_by)
        person = self.person
        if action == "come":
            return bool(self._days_away())
        if action == "away":
            return person is not None and person.code in self.members
        return action != "join" or person is not None
