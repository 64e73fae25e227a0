"""Ambassadors, and the other members on their way: card, skills, teaching, nominations."""

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
from textual.widgets import Static

from studio.ui.ambassador_facts import Leader, read_leaders
from studio.ui.ambassador_words import about_leader
from studio.ui.club_now import names_shown
from studio.ui.screens.listed import UndoingScreen
from studio.ui.text import cut_to, literal
from studio.ui.widgets.long_list import LongList
from studio.wording import count

_CODE, _ROLE, _SKILLS, _TAUGHT = 16, 24, 14, 12
_OF_ADULTS = ("name", "strike", "fair", "skills", "print")


class AmbassadorsScreen(UndoingScreen):
    """Those who lead come first, then everybody else in the club."""

    HELP_PAGE = "ambassadors"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "card", "card", key_display="Enter", id="leaders.card", tooltip="Meet the leaders"),
        Binding("t", "taught", "taught", id="leaders.taught", tooltip="They taught younger ones"),
        Binding("s", "skills", "skills", id="leaders.skills", tooltip="What they have shown they can do"),
        Binding("n", "nominate", "nominate", id="leaders.nominate", tooltip="Who could lead, and why"),
        Binding("m", "name", "make them one", id="leaders.name", tooltip="Give them the title"),
        Binding("x", "strike", "not nominated", id="leaders.strike", tooltip="Take the nomination out"),
        Binding("v", "fair", "fair chance", id="leaders.fair", tooltip="Whether every year group had one"),
        Binding("r", "role", "role card", id="leaders.role", tooltip="What an Ambassador does and asks"),
        Binding("p", "print", "print", id="leaders.print", tooltip="Badges, certificates, the display"),
        Binding("z", "undo", "undo", id="leaders.undo", tooltip="Take the last thing back"),
    ]

    leaders: reactive[tuple[Leader, ...]] = reactive((), init=False, bindings=True)

    def compose_middle(self) -> Iterable[Widget]:
        """The list, and all about the marked one."""
        yield Static(id="empty")
        yield LongList(id="leaders")
        with VerticalScroll(id="about", can_focus=False):
            yield Static(id="about-words")

    def on_mount(self) -> None:
        """Nobody is known yet."""
        self.names: dict[str, str] = {}
        self.called = ""

    def on_resize(self) -> None:
        """Long lines break where there is room."""
        self._show_about()

    @property
    def marked(self) -> Leader:
        """Whom the list stands on."""
        return self.leaders[self.listing.marked]

    # Showing

    def read_library(self) -> None:
        """Read who is there and what they did."""
        from lessons.club.ambassadors import ambassador_title

        before = self.marked.code if self.leaders else ""
        self.names = names_shown(self.library)
        pupils = self.studio.door.is_locked
        self.key_words = {"leaders.nominate": "I want to lead"} if pupils else {}
        self.called = ambassador_title(self.library)
        self.leaders = read_leaders(self.library)
        codes = [each.code for each in self.leaders]
        at = codes.index(before) if before in codes else self.listing.marked
        self.listing.show(len(self.leaders), self._line, marked=at)
        lead = sum(each.is_ambassador for each in self.leaders)
        self.title_is(f"{self.called}: {lead or 'nobody yet'}")
        words = "" if self.leaders else "Nobody is in the club yet. In the club, R takes members in."
        self.query_one("#empty", Static).update(literal(words))
        self.query_one("#empty").display = not self.leaders
        self._show_about()

    def _line(self, line: int, width: int) -> Content:
        each = self.leaders[line]
        role = cut_to(self.called if each.is_ambassador else each.role, _ROLE)
        skills = f"{each.skills} of {each.all_skills} skills" if each.skills else ""
        taught = f"taught {count(each.taught, 'time')}" if each.taught else ""
        waits = "nominated" if each.nominated and not self.studio.door.is_locked else ""
        name = cut_to(self.names.get(each.code, ""), max(8, width // 5)) if self.names else Content("")
        notes = "  ".join(filter(None, [skills, taught, waits]))
        code = cut_to(each.code, _CODE)
        return Content.assemble(code, name, role, literal(notes))

    @on(LongList.Moved)
    def _moved(self) -> None:
        self._show_about()
        self.refresh_bindings()

    def _show_about(self) -> None:
        if not self.leaders:
            return
        width = max(30, self.size.width - 6)
        adult = not self.studio.door.is_locked
        lines = about_leader(self.library, self.marked.code, width, adult=adult)
        self.query_one("#about-words", Static).update(Content("\n").join(lines))

    # What they say and do

    def action_card(self) -> None:
        """Their card, to fill in."""
        from studio.ui.screens.club.ambassador_card import AmbassadorCardScreen

        self.app.push_screen(AmbassadorCardScreen(self.marked.code))

    def action_taught(self) -> None:
        """They taught somebody."""
        from studio.ui.screens.club.ambassador_taught import AmbassadorTaughtScreen

        self.app.push_screen(AmbassadorTaughtScreen(self.marked.code, kept=self.did))

    def action_skills(self) -> None:
        """What they have shown."""
        from studio.ui.screens.club.ambassador_skills import AmbassadorSkillsScreen

        self.app.push_screen(AmbassadorSkillsScreen(self.marked.code))

    def action_nominate(self) -> None:
        """Ask why; in pupil mode it is the pupil's own wish."""
        code = self.marked.code
        own = self.studio.door.is_locked
        question = f"{code}: why would you be a good leader?" if own else f"Why could {code} lead?"
        self.ask(question, partial(self._nominate, code, own))

    def _nominate(self, code: str, own: bool, why: str) -> None:
        from lessons.club.nomination import Nominations

        if not why:
            return
        nominations = Nominations(self.library)
        made = nominations.apply(code, why) if own else nominations.nominate(code, why)
        if own:
            self.say("Thank you. An adult reads it.")
        else:
            self.did(lambda: nominations.strike(made.id))
            self.say(f"{code} is nominated. M makes them one; V shows who else had a chance.")
        self.read_library()

    def action_strike(self) -> None:
        """Take what stands for the marked one out."""
        from lessons.club.nomination import Nominations

        nominations, code = Nominations(self.library), self.marked.code
        ids = [each.id for each in nominations.all() if each.code == code and each.status == "open"]
        for each in ids:
            nominations.strike(each)
        self.did(lambda: [nominations.strike(each, struck=False) for each in ids])
        self.read_library()
        self.say(f"{code} is not nominated any more. Z takes that back.")

    def action_name(self) -> None:
        """Give the title to the marked one."""
        from lessons.club.ambassadors import name_ambassadors, take_names_back

        code = self.marked.code
        named = name_ambassadors(self.library, [code])
        self.did(lambda: take_names_back(self.library, named.id))
        self.read_library()
        self.say(f"{code} is a {self.called} from today. Evidence is proposed from it; Z takes it back.")

    def action_fair(self) -> None:
        """Whether every year group had its chance."""
        from studio.ui.screens.club.ambassador_fair import FairChanceScreen

        self.app.push_screen(FairChanceScreen())

    def action_role(self) -> None:
        """What an Ambassador does and asks."""
        from studio.ui.screens.club.ambassador_role import AmbassadorRoleScreen

        self.app.push_screen(AmbassadorRoleScreen())

    def action_print(self) -> None:
        """Badges, certificates, the display."""
        from studio.ui.screens.club.ambassador_print import AmbassadorPrintScreen

        self.app.push_screen(AmbassadorPrintScreen(self.marked.code if self.leaders else None))

    def can_do(self, action: str) -> bool:
        """Most need somebody; naming and printing are for adults."""
        if action in _OF_ADULTS and self.studio.door.is_locked:
            return False
        if action == "name":
            return bool(self.leaders) and not self.marked.is_ambassador
        if action == "strike":
            return bool(self.leaders) and self.marked.nominated
        if action == "print":
            return any(each.is_ambassador for each in self.leaders)
        if action in ("undo", "help", "back", "fair", "role"):
            return super().can_do(action)
        return bool(self.leaders)
