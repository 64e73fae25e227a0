"""Reasons: why the winner was chosen, and one kind line for everybody; an adult reads them first."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from evidence.award.records import AwardRecords
from evidence.codes import parse_code
from evidence.library import Library
from evidence.words import clean_text
from lessons.competitions.docket import Dockets
from lessons.competitions.submission import Blind, Submission
from studio.errors import StudioError
from studio.wording import count

WINNER, KIND = "winner", "kind"
UNREAD, OKAY, AGAIN = "unread", "okay", "again"
FEWEST_SENTENCES = 2
_ENDS = ".!?…"


class ReasonMissing(StudioError):
    """Words that are still wanted, or that an adult has not read."""


class NotEnoughSaid(StudioError):
    """A reason that leaves out what it must have."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was written before, word for word, and why another wording was asked for."""

    text: str
    asked: str
    when: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """What the panel says about one entry."""

    id: str
    competition: str
    submission: str
    kind: str
    """`winner` or `kind`."""
    codes: tuple[str, ...]
    """Who wrote it."""
    quality: str
    """What is good in it; all there is of a kind line."""
    where: str = ""
    """Where in the piece it can be heard."""
    brief: str = ""
    """How it does what the brief asks."""
    checked: str = UNREAD
    """By an adult: `unread`, `okay` or `again`, please say it another way."""
    asked: str = ""
    """What the adult asked for."""
    earlier: tuple[Earlier, ...] = ()
    when: datetime

    @property
    def text(self) -> str:
        """Word for word; only a full stop is put where a sentence has none."""
        return " ".join(_ended(part) for part in (self.quality, self.where, self.brief) if part)


class Reasons:
    """The words of one competition."""

    def __init__(self, library: Library, competition_id: str) -> None:
        self._library = library
        self._docket = Dockets(library).one(competition_id)
        self._records = AwardRecords(library, "reason", "RE", Reason)

    def all(self) -> tuple[Reason, ...]:
        """Every one about an entry that takes part, oldest first."""
        return tuple(each for each in self._records.all() if each.submission in self._docket.ids)

    def of(self, submission_id: str, kind: str) -> Reason | None:
        """What was written about one entry."""
        found = (each for each in self.all() if (each.submission, each.kind) == (submission_id, kind))
        return next(found, None)

    def wanted(self) -> tuple[tuple[Blind, str], ...]:
        """The entries that have no words yet, or were asked for others, and the kind of words."""
        done = {(each.submission, each.kind) for each in self.all() if each.checked != AGAIN}
        return tuple(
            (self._blind(entry), kind) for entry, kind in self._expected() if (entry.id, kind) not in done
        )

    def unread(self) -> tuple[Reason, ...]:
        """What an adult has yet to read."""
        return tuple(each for each in self.all() if each.checked == UNREAD)

    def suggested(self, submission_id: str) -> tuple[str, ...]:
        """What judges wrote about an entry while they listened and compared, to begin with."""
        notes = [each.note_on(submission_id) for each in self._docket.judgements]
        pairs = [pair for each in self._docket.judgements for pair in each.pairs]
        liked = [pair.liked for pair in pairs if pair.better == submission_id]
        return tuple(dict.fromkeys(filter(None, (*notes, *liked))))

    def say_why(
        self, submission_id: str, *, quality: str, where: str, brief: str, by: Iterable[str]
    ) -> Reason:
        """Say why a winner was chosen: a quality, where in the piece, and how it fits the brief.

        Raises
        ------
        NotEnoughSaid, NotNow
        """
        parts = {"quality": quality, "where": where, "brief": brief}
        said = {name: clean_text(text, called=_CALLED[name]) for name, text in parts.items()}
        for name, text in said.items():
            if not text:
                raise NotEnoughSaid(f"{_CALLED[name]} is missing.", "Say it in a sentence of your own.")
        if sentences(" ".join(map(_ended, said.values()))) < FEWEST_SENTENCES:
            raise NotEnoughSaid(
                "One sentence is not enough for a winner.", f"Write at least {FEWEST_SENTENCES}."
            )
        return self._write(submission_id, WINNER, by, **said)

    def say_kindly(self, submission_id: str, text: str, *, by: Iterable[str]) -> Reason:
        """Say one good thing about an entry."""
        said = clean_text(text, called="The kind line")
        if not said:
            raise NotEnoughSaid("The kind line has no words.", "Say one thing that is good in it.")
        return self._write(submission_id, KIND, by, quality=said)

    def okay(self, reason_id: str) -> Reason:
        """An adult has read it, and it is fine."""
        self._library.adults.need("check what the panel wrote")
        return self._change(reason_id, lambda each: replace(each, checked=OKAY, asked=""), "checked")

    def ask_again(self, reason_id: str, asked: str = "") -> Reason:
        """An adult asks for another wording; what was written is kept."""
        self._library.adults.need("check what the panel wrote")
        said = clean_text(asked, called="What to change")
        return self._change(reason_id, lambda each: replace(each, checked=AGAIN, asked=said), "asked-again")

    def need_ready(self) -> None:
        """Refuse while words are missing or an adult has not read them.

        Raises
        ------
        ReasonMissing
        """
        wanted = self.wanted()
        if wanted:
            raise ReasonMissing(
                f"{count(len(wanted), 'entry has', 'entries have')} no words yet.",
                "Write the winner's reasons, and one kind line for everybody.",
            )
        if self.unread():
            raise ReasonMissing(
                f"{count(len(self.unread()), 'text was', 'texts were')} not read by an adult yet.",
                "Read what the panel wrote.",
            )

    def _expected(self) -> list[tuple[Submission, str]]:
        competition = self._docket.competition
        won = competition.result.winners if competition.result and not competition.no_award else ()
        live = sorted(self._docket.live, key=lambda each: each.animal)
        return [(each, WINNER if each.id in won else KIND) for each in live]

    def _write(self, submission_id: str, kind: str, by: Iterable[str], **said: str) -> Reason:
        entry = self._docket.submission(submission_id)
        self._docket.competition.need(self._library.now().date(), "judged", to="be given reasons")
        given = dict.fromkeys(map(parse_code, by))
        codes = tuple(code for code in given if code not in entry.makers)  # the others write about it
        known = self._docket.competition
        may = {*known.panel, *known.led_by, *known.announcers}
        if not codes or set(codes) - may:
            raise NotEnoughSaid("Somebody on the panel who did not make it writes this.", "Give their code.")
        if (entry.id, kind) not in [(each.id, expected) for each, expected in self._expected()]:
            raise _other_words(entry.animal, kind)
        now, before = self._library.now(), self.of(entry.id, kind)
        made = Reason(
            id="",
            competition=entry.competition,
            submission=entry.id,
            kind=kind,
            codes=codes,
            quality=said["quality"],
            where=said.get("where", ""),
            brief=said.get("brief", ""),
            when=now,
        )
        if before is None:
            return self._records.add(lambda id_: replace(made, id=id_), who=None)

        def rewritten(stored: Reason) -> Reason:
            earlier = (*stored.earlier, Earlier(stored.text, stored.asked, stored.when))
            return replace(made, id=stored.id, earlier=earlier)

        return self._change(before.id, rewritten, "rewritten")

    def _change(self, reason_id: str, altered: Callable[[Reason], Reason], action: str) -> Reason:
        return self._records.change(reason_id, altered, action=action, who=None)

    def _blind(self, entry: Submission) -> Blind:
        return Blind.of(entry, self._docket.competition.brief.longest)


_CALLED = {
    "quality": "What is good in it",
    "where": "Where it can be heard",
    "brief": "How it fits the brief",
}


def _other_words(animal: str, kind: str) -> NotEnoughSaid:
    if kind == KIND:
        return NotEnoughSaid(f"The {animal} won.", "Say why: what is good, where, and how it fits the brief.")
    return NotEnoughSaid(f"The {animal} is not a winner.", "Write a kind line for it.")


def sentences(text: str) -> int:
    """How many sentences a text has: what ends with a full stop, a question or an exclamation mark."""
    found, inside = 0, False
    for letter in text:
        if letter in _ENDS:
            found += inside
            inside = False
        elif letter.isalnum():
            inside = True
    return found + inside


def _ended(part: str) -> str:
    return part if part.endswith((*_ENDS, '"', "”")) else f"{part}."
