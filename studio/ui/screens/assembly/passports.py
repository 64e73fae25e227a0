"""Skills passports: what each of the team can do, ticked by an adult who has seen it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from lessons.assembly.skill import team_rules
from studio.ui.screens.listed import ListedScreen
from studio.ui.team_words import jobs_words
from studio.ui.text import cut_to, day_words, literal
from studio.ui.widgets.long_list import LongList
from studio.wording import count

if TYPE_CHECKING:
    from lessons.assembly.passport import Passports
    from lessons.assembly.team import TeamMember

HAS, NOT_YET = "■", "·"
_CODE, _SKILL, _JOBS = 16, 3, 22


class PassportsScreen(ListedScreen):
    """A digit ticks a skill of the marked pupil; the same digit takes the tick back."""

    HELP_PAGE = "passports"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "1",
            "tick(1)",
            "tick a skill",
            key_display="1-8",
            id="passports.1",
            tooltip="You have seen it: tick; the same key takes it back",
        ),
        *(
            Binding(str(number), f"tick({number})", "tick", show=False, id=f"passports.{number}")
            for number in range(2, 10)
        ),
        Binding("z", "undo", "undo", id="passports.undo", tooltip="Take the last tick back"),
        Binding("m", "team", "team", id="passports.team", tooltip="Who is in the team"),
    ]

    members: tuple[TeamMember, ...] = ()
    done: reactive[tuple[tuple[str, str], ...]] = reactive((), init=False, bindings=True)
    """Code and skill of what was ticked or taken back here, the last at the end."""

    def compose_middle(self) -> Iterable[Widget]:
        """The columns, the pupils, then the skills of the marked one."""
        yield Static(id="columns")
        yield LongList(id="members")
        yield Static(id="skills")

    def on_mount(self) -> None:
        """Say where we are."""
        self.title_is("Skills passports")
        self.names: dict[str, str] = {}

    @property
    def passports(self) -> Passports:
        """Those of the library."""
        from lessons.assembly.passport import Passports

        return Passports(self.library)

    @property
    def member(self) -> TeamMember | None:
        """The marked one."""
        return self.members[self.listing.marked] if self.members and self.is_mounted else None

    def read_library(self) -> None:
        """Look again."""
        from lessons.assembly.team import Team
        from studio.ui.names_shown import names_shown

        self.members = Team(self.library).members()
        self.names = names_shown(self.library)
        self.title_is(f"Skills passports: {count(len(self.members), 'pupil')} in the team")
        heads = "".join(f"{number:<{_SKILL}}" for number in range(1, len(team_rules().skills) + 1))
        empty = "Nobody is in the team yet. M opens the team: mark those who are in it."
        head = f" {'':<{_CODE}}{heads}can do the job of"
        self.query_one("#columns", Static).update(literal(head if self.members else empty))
        self.listing.show(len(self.members), self._line, marked=self.listing.marked)
        self._show_marked()

    def _line(self, line: int, width: int) -> Content:
        member = self.members[line]
        marks = (HAS if skill.id in member.passport.skills else NOT_YET for skill in team_rules().skills)
        return Content.assemble(
            cut_to(member.code, _CODE),
            "".join(f"{mark:<{_SKILL}}" for mark in marks),
            cut_to(jobs_words(member), _JOBS),
            " ",
            literal(self.names.get(member.code, "")),
        )

    @on(LongList.Moved)
    def _show_marked(self) -> None:
        member = self.member
        lines = list(self._skill_lines(member)) if member else []
        self.query_one("#skills", Static).update(Content("\n").join(lines))
        self.refresh_bindings()

    def _skill_lines(self, member: TeamMember) -> Iterable[Content]:
        ticked = {tick.skill: tick for tick in member.passport.ticks}
        for number, skill in enumerate(team_rules().skills, start=1):
            tick = ticked.get(skill.id)
            when = f"{day_words(tick.when.date())} {tick.when.year}, {tick.adult}" if tick else ""
            yield Content.assemble(
                (f"{number} {HAS if tick else NOT_YET} ", "bold"),
                cut_to(skill.title, _TITLE_WIDTH),
                (when, "$success"),
            )

    def action_tick(self, number: int) -> None:
        """Tick a skill, or take the tick back."""
        skills = team_rules().skills
        if self.member is None or number > len(skills):
            return
        skill = skills[number - 1]
        self._turn_over(self.member.code, skill.id)
        self.done = (*self.done, (self.member.code, skill.id))

    def _turn_over(self, code: str, skill_id: str) -> None:
        passport = self.passports.of(code)
        has = skill_id in passport.skills
        change = self.passports.untick if has else self.passports.tick
        change(code, skill_id)
        self.read_library()
        [skill] = [each for each in team_rules().skills if each.id == skill_id]
        self.say(f"{code}: the tick is gone again." if has else f"{code}: “{skill.title}”. {skill.shows}")

    def action_undo(self) -> None:
        """Take the last one back."""
        *rest, (code, skill_id) = self.done
        self._turn_over(code, skill_id)
        self.done = tuple(rest)

    def action_team(self) -> None:
        """Who is in it."""
        from studio.ui.screens.assembly.assembly_team import TeamScreen

        self.app.switch_screen(TeamScreen())

    def can_do(self, action: str) -> bool:
        """A tick needs somebody."""
        if action == "undo":
            return bool(self.done)
        return action != "tick" or self.member is not None


_TITLE_WIDTH = 50
