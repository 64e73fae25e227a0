"""The gate of a channel: which entries may go out by it, and why the others stay."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from evidence.entry import Entry
from evidence.safety.channels import Channel
from studio.wording import date_in_words, listed

ANSWERS = ("yes", "no", "ask")
_MOST_NAMED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One decision: whether a person, or one entry, may go out by a channel."""

    id: str
    subject: str
    """The code of a person, or the id of an entry."""
    channel: str
    answer: str
    """`yes`, `no`, or `ask`: somebody must be asked again first."""
    basis: str
    until: date | None = None
    """The last day of a yes; a no holds until it is changed."""
    note: str = ""
    when: datetime
    by: str | None = None
    """Who wrote it down, as a role."""

    def __post_init__(self) -> None:
        if self.answer not in ANSWERS:
            raise ValueError(f"an answer is one of {ANSWERS}, not {self.answer!r:.40}")

    def stands(self, today: date) -> str:
        """The answer as it stands on a day; `ended` for a yes whose last day has gone."""
        return (
            "ended" if self.answer == "yes" and self.until is not None and self.until < today else self.answer
        )


@dataclass(frozen=True, slots=True)
class Blocked:
    """An entry that must stay, and why, by codes."""

    entry: Entry
    reason: str


@dataclass(frozen=True, slots=True)
class Gate:
    """What may go out by a channel, and what may not."""

    allowed: tuple[Entry, ...]
    blocked: tuple[Blocked, ...]


Standing = Mapping[tuple[str, str], Release]
"""The newest decision by subject and channel."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What decides about one channel on one day."""

    channel: Channel
    standing: Standing
    today: date

    def answer(self, subject: str) -> str:
        """`yes`, `no`, `ask` or `ended`, with what the channel takes for granted where nobody decided."""
        decided = self.standing.get((subject, self.channel.id))
        return self.channel.default if decided is None else decided.stands(self.today)

    def reasons(self, entry: Entry, heard: Iterable[str]) -> list[str]:
        """Every reason why an entry stays, as sentences; none when it may go."""
        people = list(heard)
        return [*self._about(entry, people), *self.reasons_of_people(people)]

    def _about(self, entry: Entry, people: list[str]) -> list[str]:
        found = []
        public = self.channel.public
        if entry.sensitivity == "staff":
            found.append("It is for the staff only.")
        if entry.sensitivity == "school" and public:
            found.append("It is for the school and its hub only.")
        if entry.names_spoken and public:
            found.append("Somebody says a name in it.")
        own = self.standing.get((entry.id, self.channel.id))
        if own is not None and own.stands(self.today) != "yes":
            found.append(self._words(own.stands(self.today), [entry.id]))
        if public and not people and own is None and (entry.sounds or entry.files):
            found.append(f"It is not said who is {'heard' if entry.sounds else 'seen'} in it.")
        return found

    def reasons_of_people(self, people: Iterable[str]) -> list[str]:
        """What people said against it, by codes, as sentences; none when all said yes, or need not."""
        answers = {code: self.answer(code) for code in people}
        kinds = ("no", "ended", "ask")
        groups = {kind: [code for code in answers if answers[code] == kind] for kind in kinds}
        return [self._words(kind, codes) for kind, codes in groups.items() if codes]

    def _words(self, kind: str, subjects: list[str]) -> str:
        named, title = _named(subjects), self.channel.title
        if kind == "no":
            return f"There is a “no” for {title}: {named}."
        if kind == "ask":
            return f"There is no “yes” for {title} yet: {named}."
        return f"The “yes” for {title} has ended: {_named([self._ended(each) for each in subjects])}."

    def _ended(self, subject: str) -> str:
        until = self.standing[subject, self.channel.id].until
        return f"{subject} on {date_in_words(until)}" if until else subject


def gate(entries: Iterable[Entry], rule: Rule, heard: Callable[[Entry], Iterable[str]]) -> Gate:
    """Let each entry through, or not."""
    allowed, blocked = [], []
    for entry in entries:
        reasons = rule.reasons(entry, heard(entry))
        if reasons:
            blocked.append(Blocked(entry, " ".join(reasons)))
        else:
            allowed.append(entry)
    return Gate(tuple(allowed), tuple(blocked))


def _named(subjects: list[str]) -> str:
    more = len(subjects) - _MOST_NAMED
    return f"{', '.join(subjects[:_MOST_NAMED])} and {more} more" if more > 0 else listed(subjects)
