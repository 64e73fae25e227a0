"""The register of releases: who said yes or no to which channel, until when, and on what it rests."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from evidence.award.plans import Plans
from evidence.award.records import AwardRecords
from evidence.codes import parse_code, parse_role
from evidence.entry import Entry
from evidence.library import Library
from evidence.safety.channels import basis as parse_basis
from evidence.safety.channels import channel as parse_channel
from evidence.safety.channels import channels
from evidence.safety.gate import ANSWERS, Blocked, Gate, Release, Rule, Standing, gate
from evidence.words import clean_text
from rubric.year import Calendar
from studio.errors import StudioError

__all__ = ["BadRelease", "Blocked", "Gate", "Release", "Releases"]

_NOTE_LENGTH = 500


class BadRelease(StudioError):
    """A decision that cannot be meant."""


class Releases:
    """Every decision, kept; the newest about a person and a channel stands."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._records = AwardRecords(library, "release", "RL", Release)

    def all(self) -> tuple[Release, ...]:
        """Every decision, oldest first, those too that no longer stand."""
        return self._records.all()

    def of(self, subject: str) -> dict[str, Release]:
        """What stands for a person or an entry, by channel."""
        subject = self.subject(subject)
        return {channel: each for (whose, channel), each in self.standing().items() if whose == subject}

    def answer(self, subject: str, channel: str) -> str:
        """`yes`, `no`, `ask` or `ended`, with what the channel takes for granted where nobody decided."""
        return self.rule(channel).answer(self.subject(subject))

    def rules(self) -> dict[str, Rule]:
        """What decides today about every channel: for a table of everybody, read once."""
        standing, today = self.standing(), self._library.now().date()
        return {way.id: Rule(way, standing, today) for way in channels()}

    def rule(self, channel: str) -> Rule:
        """What decides today about one channel."""
        return self.rules()[parse_channel(channel).id]

    def standing(self) -> Standing:
        """The newest decision by person or entry, and channel."""
        return {(each.subject, each.channel): each for each in self.all()}

    def set(
        self,
        subject: str,
        channel: str,
        answer: str,
        *,
        basis: str | None = None,
        until: date | None = None,
        note: str = "",
        who: str | None = None,
    ) -> Release:
        """Write a decision down; a yes holds until the end of the school year unless a day is given.

        Raises
        ------
        AdultsOnly, BadRelease, UnknownChannel, UnknownBasis, NotACode, UnknownRecord
        """
        self._library.adults.need("change who may be heard where")
        way = parse_channel(channel)
        said = answer.strip().lower()
        if said not in ANSWERS:
            raise BadRelease(f"“{answer[:40]}” is no answer.", f"Use one of: {', '.join(ANSWERS)}.")
        made = Release(
            id="",
            subject=self.subject(subject),
            channel=way.id,
            answer=said,
            basis=parse_basis(basis or ("objection" if said == "no" else way.basis)).id,
            until=self._until(said, until),
            note=_note(note),
            when=self._library.now(),
            by=parse_role(who) if who else None,
        )
        return self._records.add(lambda id_: replace(made, id=id_), who=made.by)

    def gate(self, entries: Iterable[Entry], channel: str) -> Gate:
        """Which of these entries may go out by a channel today, and why the others must stay.

        One no, one yes that has ended, or one person who has not been asked blocks the whole entry.
        """
        makers: dict[str, tuple[str, ...]] = {}

        def heard(entry: Entry) -> Iterable[str]:
            # An entry of an earlier version of the program does not say whose its sounds are.
            if not makers and any(use.by is None for use in entry.sounds):
                makers.update({sound.id: sound.makers for sound in self._library.sounds()})
            old = (code for use in entry.sounds if use.by is None for code in makers.get(use.sound_id, ()))
            return dict.fromkeys([*entry.heard, *old])

        return gate(entries, self.rule(channel), heard)

    def subject(self, text: str) -> str:
        """The code of a person or the id of an entry, as it is kept.

        Raises
        ------
        NotACode, UnknownRecord
        """
        word = text.strip()
        return self._library.entry(word).id if word[:3].upper() == "EV-" else parse_code(word)

    def _until(self, answer: str, until: date | None) -> date | None:
        today = self._library.now().date()
        if answer != "yes":
            if until is not None:
                raise BadRelease(f"“{answer}” has no last day.", "It holds until it is changed.")
            return None
        if until is not None and until < today:
            raise BadRelease(f"{until.isoformat()} has gone.", "Give a day that is still to come.")
        return until or end_of_school_year(Plans(self._library).calendar(), today)


def end_of_school_year(calendar: Calendar, day: date) -> date:
    """The last day before the next school year begins."""
    first = calendar.school_year(day)[0]
    year, _, season = first.code.partition("-")
    following = calendar.half_term(f"{int(year) + 1}-{season}").first
    if day >= following:  # a year that begins earlier than the one before
        following = calendar.half_term(f"{int(year) + 2}-{season}").first
    return following - timedelta(days=1)


def _note(text: str) -> str:
    said = clean_text(text, called="The note")
    if len(said) > _NOTE_LENGTH:
        raise BadRelease(f"The note has {len(said):,} characters.", f"Use at most {_NOTE_LENGTH}.")
    return said
