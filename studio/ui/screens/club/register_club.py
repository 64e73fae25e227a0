"""The register of a club session: one key a child; and who joins the club or leaves it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from studio.ui.club_now import names_shown
from studio.ui.club_words import came_words
from studio.ui.screens.club.club_listed import ClubListScreen
from studio.ui.text import cut_to, literal
from studio.ui.widgets.long_list import LongList
from studio.wording import count, date_in_words, listed

if TYPE_CHECKING:
    from lessons.club.member import Member
    from lessons.club.session import Session

_MARK, _CODE, _YEAR, _SEAT = 8, 16, 7, 7
_MARKS = {"here": "■ here", "late": "■ late", "away": "× away", "": "·"}
_OF_ADULTS = ("join", "gone")


class ClubRegisterScreen(ClubListScreen):
    """Every member of that day, by year group; Space says here and goes on."""

    HELP_PAGE = "club_register"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "space,enter",
            "mark('here')",
            "here",
            key_display="Space",
            id="register.here",
            tooltip="Here, and on to the next",
        ),
        Binding("a", "mark('away')", "away", id="register.away", tooltip="Not here today"),
        Binding("l", "mark('late')", "late", id="register.late", tooltip="Came later"),
        Binding("e", "everybody", "all others here", id="register.all", tooltip="Who has no mark is here"),
        Binding("x", "mark('')", "no mark", id="register.none", tooltip="Take the mark out"),
        Binding("n", "join", "new member", id="register.join", tooltip="A new code, or one there is"),
        Binding("g", "gone", "leaves", id="register.gone", tooltip="Is no member any more"),
        Binding("z", "undo", "undo", id="register.undo", tooltip="Take the last thing back"),
    ]

    everybody: reactive[tuple[str, ...]] = reactive((), init=False, bindings=True)
    """Codes, in the order of the list."""

    def __init__(self, session_id: str | None) -> None:
        super().__init__()
        self.session_id = session_id
        self.session: Session | None = None
        self.names: dict[str, str] = {}
        self.joined: dict[str, Member] = {}
        self.years: dict[str, str] = {}
        self.new: frozenset[str] = frozenset()

    def compose_middle(self) -> Iterable[Widget]:
        """How many, then the list."""
        yield Static(id="about")
        yield LongList(id="members")

    # Showing

    def read_library(self) -> None:
        """Read the members of the day, and the marks."""
        from lessons.club.member import Members, place_of
        from lessons.club.seating import newcomers

        members, sessions = Members(self.library), self.sessions
        people = members.people()
        self.names = names_shown(self.library)
        self.session = sessions.one(self.session_id) if self.session_id else None
        here = members.here(self.session.date if self.session else None)
        self.joined = {each.code: each for each in here}
        self.years = {code: person.year for code, person in people.items()}
        marked = [each.code for each in self.session.register] if self.session else []
        self.everybody = tuple(sorted({*self.joined, *marked}, key=lambda code: place_of(code, people)))
        before = [
            each
            for each in sessions.all()
            if each.status == "held" and (self.session is None or each.date < self.session.date)
        ]
        self.new = newcomers(self.everybody, before)
        self._show()

    def _show(self) -> None:
        self.listing.show(len(self.everybody), self._line, marked=self.listing.marked)
        title = self.session.title if self.session else "members"
        self.title_is(f"Register: {title}" if self.session else "Club: members")
        self.query_one("#about", Static).update(literal(self._about()))

    def _about(self) -> str:
        if not self.everybody:
            return "Nobody is in the club yet. N takes somebody in: Y4 3 makes three new codes."
        if self.session is None:
            return f"{count(len(self.everybody), 'member')}. Sounds and evidence know codes only."
        left = len(self.everybody) - len(self.session.register)
        to_go = f" · {left} to go" if left else " · everybody is marked"
        return f"{came_words(self.session)}{to_go}"

    def _line(self, line: int, width: int) -> Content:
        code = self.everybody[line]
        mark = self.session.mark_of(code) if self.session else ""
        seat = self.session.seat_of(code) if self.session else None
        member = self.joined.get(code)
        since = f"since {date_in_words(member.joined)}" if member and not self.session else ""
        notes = [
            "new" if code in self.new else "",
            since,
            "" if member else "not a member",
            f"PC {seat.number}" if seat else "",
        ]
        shown = cut_to(_MARKS[mark], _MARK) if self.session else Content("")
        name = cut_to(self.names.get(code, ""), max(8, width // 3)) if self.names else Content("")
        year = cut_to(self.years.get(code, ""), _YEAR)
        words = literal("  ".join(filter(None, notes)))
        return Content.assemble(shown, cut_to(code, _CODE), year, name, words)

    # Marking

    @property
    def marked(self) -> str:
        """Whom the list stands on."""
        return self.everybody[self.listing.marked]

    def action_mark(self, mark: str) -> None:
        """Mark whom the list stands on, and go on."""
        code = self.marked
        self._mark({code: mark}, f"{code}: {mark or 'no mark'}.")
        self.listing.marked += 1

    def action_everybody(self) -> None:
        """Whoever has no mark is here."""
        session = self.session
        rest = [code for code in self.everybody if session and not session.mark_of(code)]
        self._mark(dict.fromkeys(rest, "here"), f"{count(len(rest), 'more is', 'more are')} here.")

    def _mark(self, marks: dict[str, str], words: str) -> None:
        session = self.session
        if session is None:
            return
        before = {code: session.mark_of(code) for code in marks}
        self.session = self.sessions.marks(session.id, marks)
        self.did(lambda: self.sessions.marks(session.id, before))
        self._show()
        done = len(self.session.register) == len(self.everybody)
        self.say(f"{words} Everybody is marked: Esc goes back." if done else words)

    # Members

    def action_join(self) -> None:
        """Ask who."""
        self.ask("Who? A year group and how many (Y4 3), or codes:", self._join)

    def _join(self, answer: str) -> None:
        from studio.ui.club_joining import join, never_joined

        if not answer:
            return
        joined = join(self.library, answer, self.session.date if self.session else None)
        self.did(lambda: never_joined(self.library, joined))
        self.read_library()
        codes = [each.code for each in joined]
        self._stand_on(codes[:1])
        more = " and more" if len(codes) > 4 else ""
        self.say(f"In the club: {listed(codes[:4])}{more}." if codes else "They were in it already.")

    def action_gone(self) -> None:
        """Whom the list stands on is no member any more."""
        from lessons.club.member import Members

        code = self.marked
        left = Members(self.library).leave(code)
        self.did(lambda: Members(self.library).come_back(left.id))
        self.read_library()
        self.say(f"{code} has left the club. The registers stay as they are; Z takes it back.")

    def _stand_on(self, codes: list[str]) -> None:
        if codes and codes[0] in self.everybody:
            self.listing.marked = self.everybody.index(codes[0])

    @on(LongList.Moved)
    def _moved(self) -> None:
        self.refresh_bindings()

    def can_do(self, action: str) -> bool:
        """Marks need a session and somebody; the list of members is for adults."""
        if action in _OF_ADULTS and self.studio.door.is_locked:
            return False
        if action == "gone":
            return bool(self.everybody) and self.marked in self.joined
        if action in ("mark", "everybody"):
            return self.session is not None and bool(self.everybody)
        return super().can_do(action)
