"""Who leads which part of a session, and for whom the session is."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.club_now import names_shown
from studio.ui.club_words import codes_with_names, labelled
from studio.ui.screens.club.club_listed import ClubListScreen
from studio.ui.text import cut_to, literal
from studio.ui.widgets.long_list import LongList
from studio.wording import begun

if TYPE_CHECKING:
    from lessons.club.plan import SessionPlan
    from lessons.club.session import Session

_PART = 13
_SCOPES = {"class": "one class", "key-stage": "a key stage", "school": "the whole school"}


class ClubLeadsScreen(ClubListScreen):
    """The five parts; a digit puts an Ambassador to the marked one, or takes them off."""

    HELP_PAGE = "club_leads"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "lead(1)", "leads it", key_display="1-9", id="leads.1", tooltip="Leads it, or not"),
        *(
            Binding(str(number), f"lead({number})", "leads it", show=False, id=f"leads.{number}")
            for number in range(2, 10)
        ),
        Binding("w", "write", "write codes", id="leads.write", tooltip="Anybody else, by code"),
        Binding("x", "nobody", "nobody", id="leads.nobody", tooltip="Nobody leads it"),
        Binding("v", "scope", "for whom", id="leads.scope", tooltip="A class, a key stage, the school"),
        Binding("z", "undo", "undo", id="leads.undo", tooltip="Take the last one back"),
    ]

    session: reactive[Session | None] = reactive(None, init=False, bindings=True)

    def __init__(self, session_id: str) -> None:
        super().__init__()
        self.session_id = session_id
        self.plan: SessionPlan | None = None
        self.codes: tuple[str, ...] = ()
        """The Ambassadors, or whoever is here when there are none."""
        self.names: dict[str, str] = {}

    def compose_middle(self) -> Iterable[Widget]:
        """The parts, what can be done in the marked one, the Ambassadors with their digits."""
        yield LongList(id="parts")
        yield Static(id="about")
        yield Static(id="digits")

    @property
    def part(self) -> str:
        """The name of the marked part."""
        return self.plan.parts[self.listing.marked].name if self.plan else ""

    def read_library(self) -> None:
        """Read the session and the Ambassadors."""
        from lessons.club.ambassadors import ambassadors
        from lessons.club.kept_sessions import plan_of
        from lessons.club.member import Members

        session = self.sessions.one(self.session_id)
        self.plan = plan_of(session)
        self.names = names_shown(self.library)
        members = [each.code for each in Members(self.library).here(session.date)]
        leaders = [person.code for person in ambassadors(self.library)]
        there = [code for code in leaders if session.mark_of(code) != "away"]
        self.codes = tuple(there or list(session.here) or members)[:9]
        self._show(session)

    def _show(self, session: Session) -> None:
        self.session = session
        self.title_is(f"Who leads: {session.title}")
        self.listing.show(len(self.plan.parts) if self.plan else 0, self._line, marked=self.listing.marked)
        self._show_about()

    def _line(self, line: int, width: int) -> Content:
        if self.plan is None or self.session is None:
            return Content("")
        part = self.plan.parts[line]
        leaders = codes_with_names(self.session.leads_of(part.name), self.names)
        name = Content.styled(cut_to(begun(part.name), _PART).plain, "bold")
        return Content.assemble(name, literal(leaders or "·"))

    @on(LongList.Moved)
    def _show_about(self) -> None:
        if self.plan is None or self.session is None:
            return
        width = max(20, self.size.width - 6)
        part = self.plan.parts[self.listing.marked]
        lines = [labelled("Helps", part.ambassador, width)] if part.ambassador else []
        lines.append(labelled("For", _SCOPES[self.session.scope], width))
        self.query_one("#about", Static).update(Content("\n").join(lines))
        shown = [
            Content.assemble((f"{number} ", "bold $accent"), literal(codes_with_names([code], self.names)))
            for number, code in enumerate(self.codes, start=1)
        ]
        words = (
            Content("   ").join(shown) if shown else literal("Nobody is in the club yet: press Esc, then R.")
        )
        self.query_one("#digits", Static).update(words)

    def action_lead(self, number: int) -> None:
        """Put somebody to the marked part, or take them off."""
        if self.session is None or number > len(self.codes):
            return
        code, now = self.codes[number - 1], self.session.leads_of(self.part)
        self._lead([each for each in now if each != code] if code in now else [*now, code])

    def action_nobody(self) -> None:
        """Nobody leads it."""
        self._lead([])

    def action_write(self) -> None:
        """Ask for codes."""
        now = self.session.leads_of(self.part) if self.session else ()
        self.ask(f"Who leads the {self.part}? Codes:", self._write, value=" ".join(now))

    def _write(self, answer: str) -> None:
        self._lead(answer.replace(",", " ").split())

    def _lead(self, codes: list[str]) -> None:
        if self.session is None:
            return
        before = self.session.leads_of(self.part)
        changed = self.sessions.lead(self.session.id, self.part, codes)
        self.did(partial(self.sessions.lead, self.session.id, self.part, before))
        self._show(changed)
        who = codes_with_names(changed.leads_of(self.part), self.names) or "Nobody"
        self.say(f"{begun(self.part)}: {who}.")

    def action_scope(self) -> None:
        """For a class, a key stage, the whole school."""
        if self.session is None:
            return
        scopes = list(_SCOPES)
        following = scopes[(scopes.index(self.session.scope) + 1) % len(scopes)]
        self._show(self.sessions.edit(self.session.id, scope=following))
        self.say(f"It is for {_SCOPES[following]}.")

    def can_do(self, action: str) -> bool:
        """There are as many digits as Ambassadors."""
        return bool(self.codes) if action == "lead" else super().can_do(action)
