"""What is done in the sessions of the club: opened, registered, led, seated, talked about, held."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from evidence.library import NotYetHappened
from evidence.safety.people import People
from evidence.words import clean_text
from lessons.club.club import Clubs
from lessons.club.holding import take_held_back
from lessons.club.kept_sessions import Meter, SessionOver, plan_of
from lessons.club.member import Members, NotAPupil
from lessons.club.plan import parse_part
from lessons.club.planned_sessions import NothingSaid, PlannedSessions
from lessons.club.prompts import parse_tool
from lessons.club.register import marked, seated
from lessons.club.seating import newcomers, seats_for, together, unled, wishes_of
from lessons.club.session import Said, Seat, Session, parse_mark
from lessons.club.swaps import Turn, room_words, turns
from rubric.plain import to_plain
from studio.errors import StudioError

__all__ = ["Meter", "NobodyCame", "NotOver", "NothingSaid", "SessionOver", "Sessions", "plan_of"]


class NobodyCame(StudioError):
    """A session that is said to be held although nobody is marked as here."""


class NotOver(StudioError):
    """The end of a session to be taken back that has not ended."""


class Sessions(PlannedSessions):
    """The sessions of the club in a library, and everything that is done in them."""

    def open(self, session_id: str) -> Session:
        """Begin a session."""
        return self._alter(
            session_id,
            lambda stored: replace(stored, status="open"),
            action="opened",
            what="open a session of another day",
            over=False,
        )

    def mark(self, session_id: str, code: str, mark: str) -> Session:
        """Mark one child in the register; see `marks`."""
        return self.marks(session_id, {code: mark})

    def marks(self, session_id: str, marks: Mapping[str, str]) -> Session:
        """Mark children as here, late or away, or with an empty mark not at all.

        A session that was planned is open from then on. Where seats were given out, whoever came late
        gets one, and the place of whoever is away is free.

        Raises
        ------
        AdultsOnly, UnknownPerson, UnknownMark, NotAPupil, NotYetHappened
        """
        if any(marks.values()) and self.one(session_id).date > self._today:
            raise NotYetHappened("This session is in the future.", "Mark who is here on its day.")
        people = Members(self._library).people()
        wanted = {self._pupil(code): parse_mark(mark) if mark else "" for code, mark in marks.items()}
        club = Clubs(self._library).now()

        def altered(stored: Session) -> Session:
            changed = marked(stored, wanted, people)
            if stored.seats:
                wishes = wishes_of(self._library, changed, self.all())
                changed = seated(changed, pcs=club.seats if club else len(stored.seats), wishes=wishes)
            return replace(changed, status="open") if stored.status == "planned" else changed

        return self._alter(session_id, altered, action="registered", what="put a register right")

    def lead(self, session_id: str, part: str, codes: Sequence[str]) -> Session:
        """Say who leads a part, by code; with nobody it has no leader."""
        name, people = parse_part(part), People(self._library)
        chosen = [people.one(code).code for code in codes]
        return self._alter(
            session_id,
            lambda stored: stored.with_leads(name, chosen),
            action="led",
            what="change who leads a session of another day",
        )

    def say(self, session_id: str, part: str, text: str) -> Session:
        """Keep something that was said, word for word; `part` may be empty."""
        said = Said(text=clean_text(text, called="What was said"), part=parse_part(part) if part else "")
        if not said.text:
            raise NothingSaid("Nothing was said.", "Write down the words.")
        return self._alter(
            session_id,
            lambda stored: replace(stored, said=(*stored.said, said)),
            action="said",
            what="write in a session of another day",
        )

    def unsay(self, session_id: str) -> Session:
        """Take back what was written down last."""

        def altered(stored: Session) -> Session:
            if not stored.said:
                raise NothingSaid(
                    f"Nothing is written down in {stored.id}.", "There is nothing to take back."
                )
            return replace(stored, said=stored.said[:-1])

        return self._alter(
            session_id,
            altered,
            action="taken-back",
            what="write in a session of another day",
        )

    def used(self, session_id: str, tools: Sequence[str]) -> Session:
        """Say which tools were used."""
        chosen = tuple(dict.fromkeys(map(parse_tool, tools)))
        return self._alter(
            session_id,
            lambda stored: replace(stored, tools=chosen),
            action="edited",
            what="write in a session of another day",
        )

    def pair(self, session_id: str) -> Session:
        """Give everybody who is here a seat, each time in another way; before the register, every member."""
        pcs = Clubs(self._library).need().seats

        def altered(stored: Session) -> Session:
            present = stored.here or tuple(each.code for each in Members(self._library).here(stored.date))
            wishes = wishes_of(self._library, stored, self.all(), present)
            return seats_for(stored, present, pcs=pcs, wishes=wishes)

        return self._alter(
            session_id, altered, action="seated", what="give seats out on another day", over=False
        )

    def newcomers(self, session_id: str) -> frozenset[str]:
        """The members, and others in the register, for whom it is the first or second session."""
        session = self.one(session_id)
        members = (each.code for each in Members(self._library).here(session.date))
        before = [each for each in self.all() if each.status == "held" and each.date < session.date]
        return newcomers((*members, *(mark.code for mark in session.register)), before)

    def room_words(self, session_id: str) -> tuple[str, ...]:
        """How the room works with these seats, and who needs a visit, in sentences for everybody."""
        session, club = self.one(session_id), Clubs(self._library).need()
        words = room_words(session.seats, pcs=club.seats, swap_minutes=club.swap_minutes)
        return (*words, *unled(self._library, session, self.all()))

    def kept_together(self, session_id: str) -> tuple[str, ...]:
        """Who shares a PC although they are kept apart, in sentences; only for adults."""
        return together(self._library, self.one(session_id))

    def turns(self, session_id: str, number: int) -> tuple[Turn, ...]:
        """Everybody's turns at the PC of a number; none when nobody sits there."""
        session, club = self.one(session_id), Clubs(self._library).need()
        seat = next((each for each in session.seats if each.number == number), Seat(number=number))
        return turns(seat, minutes=session.minutes, swap_minutes=club.swap_minutes)

    def seat(self, session_id: str, seats: Sequence[Seat]) -> Session:
        """Seat people by hand: everybody once."""
        codes = [code for seat in seats for code in seat.codes]
        if len(set(codes)) < len(codes):
            raise ValueError("somebody has two seats")
        return self._alter(
            session_id,
            lambda stored: replace(stored, seats=tuple(seats)),
            action="seated",
            what="give seats out on another day",
            over=False,
        )

    def hold(self, session_id: str, note: str = "") -> Session:
        """The session was held: it becomes something that happened, from which evidence is proposed.

        Raises
        ------
        AdultsOnly, SessionOver, NotYetHappened, NobodyCame
        """
        text = clean_text(note, called="The note")
        if self.one(session_id).date > self._today:
            raise NotYetHappened("This session is in the future.", "Hold it on its day.")

        def altered(stored: Session) -> Session:
            if not stored.here:
                raise NobodyCame("Nobody is marked as here.", "Mark who came, or say that it was not held.")
            return replace(stored, status="held", note=text or stored.note)

        return self._alter(
            session_id, altered, action="held", what="end a session of another day", over=False
        )

    def again(self, session_id: str) -> Session:
        """Take back that a session was held, or was not: what it became goes, the register stays.

        Proposals from it that nobody accepted are binned; evidence that was accepted is left to the adults.

        Raises
        ------
        AdultsOnly, NotOver
        """
        known = self.one(session_id)
        if known.date != self._today or known.status == "not-held":
            self._library.adults.need("take the end of a session back")
        with self._library.store.turn() as turn:
            stored = self._now(turn, known)
            if not stored.is_over:
                raise NotOver(f"{stored.id} has not ended.", "There is nothing to take back.")
            changed = take_held_back(self._library, turn, stored) if stored.status == "held" else stored
            changed = replace(changed, status="open" if stored.register else "planned", why_not="")
            turn.put("session", changed.id, to_plain(changed), action="taken-back", who=None)
        return changed

    def _pupil(self, code: str) -> str:
        person = People(self._library).one(code)
        if not person.year:
            raise NotAPupil(f"{person.code} is no pupil.", "Only pupils are in the register.")
        return person.code
