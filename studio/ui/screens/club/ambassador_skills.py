"""What a member has shown they can do, ticked by an adult."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.screens.listed import UndoingScreen
from studio.ui.text import cut_to, literal
from studio.ui.widgets.long_list import LongList
from studio.wording import date_in_words

if TYPE_CHECKING:
    from lessons.club.skills import SkillTick

_TITLE = 24


class AmbassadorSkillsScreen(UndoingScreen):
    """Space ticks a skill and goes on, or takes the tick out."""

    HELP_PAGE = "ambassador_skills"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "tick", key_display="Space", id="skills.tick", tooltip="They can do it"),
        Binding("z", "undo", "undo", id="skills.undo", tooltip="Take the last one back"),
    ]

    ticks: reactive[dict[str, SkillTick]] = reactive(dict, init=False, bindings=True)

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code

    def compose_middle(self) -> Iterable[Widget]:
        """How many, then the list."""
        yield Static(id="about")
        yield LongList(id="skills")

    def on_mount(self) -> None:
        """Say where we are."""
        self.title_is(f"Skills of {self.code}")

    def read_library(self) -> None:
        """Read the ticks."""
        from lessons.club.skills import Skills, skills

        self.ticks = Skills(self.library).of(self.code)
        listing = self.listing
        listing.show(len(skills()), self._line, marked=listing.marked)
        words = f"{len(self.ticks)} of {len(skills())}. Tick what you have seen them do."
        self.query_one("#about", Static).update(literal(words))

    def _line(self, line: int, width: int) -> Content:
        from lessons.club.skills import skills

        skill = skills()[line]
        tick = self.ticks.get(skill.id)
        when = f", {date_in_words(tick.when)}" if tick else ""
        box = "■ " if tick else "· "
        return Content.assemble(box, cut_to(skill.title, _TITLE), literal(f"I can {skill.can}{when}"))

    def action_tick(self) -> None:
        """Tick the marked one, or take its tick out."""
        from lessons.club.skills import skills

        listing = self.listing
        skill = skills()[listing.marked]
        self._turn(skill.id)
        self.did(partial(self._turn, skill.id))
        ticked = skill.id in self.ticks
        self.say(f"{skill.title}: ticked." if ticked else f"{skill.title}: not ticked any more.")
        listing.marked += ticked

    def _turn(self, skill: str) -> None:
        from lessons.club.skills import Skills

        if skill in self.ticks:
            Skills(self.library).untick(self.code, skill)
        else:
            Skills(self.library).tick(self.code, skill)
        self.read_library()

    def can_do(self, action: str) -> bool:
        """Ticking is for adults."""
        if action in ("tick", "undo") and self.studio.door.is_locked:
            return False
        return super().can_do(action)
