"""Pairs: who sits at which PC, given out with one key and put right by hand."""

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
from studio.ui.screens.club.club_listed import ClubListScreen
from studio.ui.seats_by_hand import again_but, moved
from studio.ui.text import cut_to, literal
from studio.ui.widgets.long_list import LongList

if TYPE_CHECKING:
    from lessons.club.club import Club
    from lessons.club.session import Session

_PC, _CODE = 8, 16


class PairsScreen(ClubListScreen):
    """One line a child, PC by PC."""

    HELP_PAGE = "pairs"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "pair", "make pairs", id="pairs.pair", tooltip="A seat for everybody, other pairs"),
        Binding("1", "move(1)", "to that PC", key_display="1-9", id="pairs.move", tooltip="Move this child"),
        *(
            Binding(str(number), f"move({number})", "to that PC", show=False, id=f"pairs.move.{number}")
            for number in range(2, 10)
        ),
        Binding("m", "ask_pc", "to PC ...", id="pairs.ask", tooltip="Move this child to any PC"),
        Binding("k", "lock", "keep this PC", id="pairs.lock", tooltip="P leaves who sits here as they are"),
        Binding("r", "record", "record here", id="pairs.record", tooltip="Record: the makers are known"),
        Binding("n", "apart", "not together", id="pairs.apart", tooltip="For adults: who does not share"),
        Binding("z", "undo", "undo", id="pairs.undo", tooltip="The seats as they were before"),
    ]

    session: reactive[Session | None] = reactive(None, init=False, bindings=True)

    def __init__(self, session_id: str) -> None:
        super().__init__()
        self.session_id = session_id
        self.club: Club | None = None
        self.kept: frozenset[int] = frozenset()
        """Numbers of the PCs that stay as they are."""
        self.names: dict[str, str] = {}
        self.roles: dict[str, str] = {}
        self._tries = 0

    def compose_middle(self) -> Iterable[Widget]:
        """How the room works, then the children."""
        yield Static(id="about")
        yield LongList(id="seats")

    def on_mount(self) -> None:
        """The list has the keys."""
        self.title_is("Pairs")

    @property
    def lines(self) -> list[tuple[int, str]]:
        """The PC and the code of every child that sits somewhere."""
        seats = self.session.seats if self.session else ()
        return [(seat.number, code) for seat in seats for code in seat.codes]

    # Showing

    def read_library(self) -> None:
        """Read who sits where."""
        from lessons.club.club import Clubs
        from lessons.club.seating import ambassadors_of, newcomers

        self.club = Clubs(self.library).now()
        self.names = names_shown(self.library)
        session = self.sessions.one(self.session_id)
        before = [e for e in self.sessions.all() if e.status == "held" and e.date < session.date]
        codes = [code for seat in session.seats for code in seat.codes] or list(session.here)
        self.roles = dict.fromkeys(ambassadors_of(self.library, codes), "helps")
        self.roles |= {code: "new" for code in newcomers(codes, before) if code not in self.roles}
        self._show(session)

    def _show(self, session: Session) -> None:
        self.session = session
        self.listing.show(len(self.lines), self._line, marked=self.listing.marked)
        self.query_one("#about", Static).update(Content("\n").join(map(literal, self._about(session))))

    def _about(self, session: Session) -> list[str]:
        from lessons.club.swaps import room_words

        if not session.seats or self.club is None:
            here = f"{len(session.here)} are here." if session.here else "Nobody is marked yet."
            return [f"{here} P gives everybody a seat: two to a PC."]
        return list(room_words(session.seats, pcs=self.club.seats, swap_minutes=self.club.swap_minutes))

    def _line(self, line: int, width: int) -> Content:
        number, code = self.lines[line]
        first = line == 0 or self.lines[line - 1][0] != number
        kept = "■ stays" if number in self.kept and first else ""
        name = cut_to(self.names.get(code, ""), max(8, width // 3)) if self.names else Content("")
        notes = "   ".join(filter(None, [self.roles.get(code, ""), kept]))
        pc = Content.styled(cut_to(f"PC {number}" if first else "", _PC).plain, "bold")
        return Content.assemble(pc, cut_to(code, _CODE), name, literal(notes))

    @on(LongList.Moved)
    def _moved(self) -> None:
        self.refresh_bindings()

    # Seating

    def action_pair(self) -> None:
        """Give everybody a seat; again, in another way."""
        session = self.session
        if session is None or self.club is None:
            return
        self._tries += 1
        if self.kept & {seat.number for seat in session.seats}:
            seed, pcs = session.seed + self._tries, self.club.seats
            seats = again_but(self.library, session, pcs=pcs, stay=self.kept, seed=seed)
            changed = self.sessions.seat(session.id, seats)
        else:
            changed = self.sessions.pair(session.id)
        self._seated(session, changed)
        self.say(" ".join(["P makes other pairs. Z takes them back.", *self._unwished(changed)]))

    def _unwished(self, session: Session) -> list[str]:
        """What could not be as it should, as far as those at the keyboard may know."""
        from lessons.club.seating import together, unled

        said = list(unled(self.library, session, self.sessions.all()))[:1]
        if not self.studio.door.is_locked:
            said += together(self.library, session)
        return said

    def _seated(self, before: Session, after: Session) -> None:
        self.did(partial(self.sessions.seat, before.id, before.seats))
        self.session = after
        self.read_library()

    def action_move(self, number: int) -> None:
        """Move whom the list stands on to a PC."""
        session = self.session
        if session is None or not self.lines:
            return
        _, code = self.lines[self.listing.marked]
        changed = self.sessions.seat(session.id, moved(session.seats, code, number))
        self._seated(session, changed)
        self.listing.marked = [each for _, each in self.lines].index(code)
        self.say(f"{code} sits at PC {number}.")

    def action_ask_pc(self) -> None:
        """Ask for the PC."""
        code = self.lines[self.listing.marked][1]
        self.ask(f"To which PC does {code} go?", self._move_to)

    def _move_to(self, answer: str) -> None:
        if answer.isascii() and answer.isdecimal() and 1 <= int(answer) <= 60:
            self.action_move(int(answer))
        elif answer:
            self.say(f"“{answer[:10]}” is no PC.")

    def action_lock(self) -> None:
        """Those at this PC stay together when pairs are made again, or need not any more."""
        number = self.lines[self.listing.marked][0]
        self.kept = self.kept ^ {number}
        self.listing.refresh()
        stays = number in self.kept
        self.say(
            f"PC {number} stays as it is when P makes other pairs." if stays else f"PC {number} is free."
        )

    # Other screens

    def action_record(self) -> None:
        """Record at this PC, with everybody who sits there as makers."""
        from studio.ui.screens.club.club_record import ClubRecordScreen

        number = self.lines[self.listing.marked][0]
        makers = tuple(code for each, code in self.lines if each == number)
        self.app.push_screen(ClubRecordScreen(number, makers))

    def action_apart(self) -> None:
        """Who does not share a PC."""
        self.studio.door.pass_through(self, self._open_apart)

    def _open_apart(self) -> None:
        from studio.ui.screens.club.pairs_apart import ApartScreen

        self.app.push_screen(ApartScreen())

    def can_do(self, action: str) -> bool:
        """Pupils see who sits where and record; the seats are for adults."""
        if action in ("undo", "help", "back"):
            return super().can_do(action)
        session = self.session
        if session is None or (action == "apart" and self.studio.door.is_locked):
            return False
        if action == "record":
            return bool(session.seats) and session.status == "open"
        if session.is_over:
            return action == "apart"
        return action in ("pair", "apart") or bool(session.seats)
