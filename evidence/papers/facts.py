"""What a paper can tell: the award, and the evidence that may go by the paper's channel."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from evidence.bundle.award import Award, award_of
from evidence.entry import Entry
from evidence.library import Library
from evidence.papers.discreet import Discreet, discreet
from evidence.papers.measure import TITLE, within
from evidence.papers.paper import Block, Paper
from evidence.papers.wording import Words, words
from evidence.safety.channels import channel as channel_of
from evidence.safety.gate import Blocked
from evidence.safety.releases import Releases
from rubric.framework import Framework
from studio.wording import count, date_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is asked of a paper beside its kind."""

    about: str | None = None
    """The action or entry that it is about, or the bundle to be destroyed."""
    channel: str | None = None
    """By which it goes; each kind has its usual one."""
    questions: tuple[str, ...] = ()
    """To the hub."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything that one paper is made of."""

    library: Library
    framework: Framework
    kind: str
    wish: Wish
    channel: str
    school: str
    made: datetime
    award: Award
    entries: tuple[Entry, ...]
    """Accepted, in the order in which things happened, and free to go."""
    left_out: tuple[Blocked, ...]
    plain: Discreet
    """Gives a text that people wrote without names, and without codes where the paper has none."""

    @property
    def today(self) -> date:
        """The day of the paper."""
        return self.made.date()

    @property
    def words(self) -> Words:
        """The fixed words of its kind."""
        return words(self.kind)

    def paper(self, blocks: list[Block], *, title: str | None = None) -> Paper:
        """The finished paper."""
        day = date_in_words(self.today)
        known = {"school": self.school, "date": day}
        return Paper(
            over=self.words("over", **known),
            title=title or self.words("heading", **known),
            school=self.school,
            made=self.made,
            foot=words("shared")("foot", **known),
            blocks=tuple(blocks),
            pages=self.words.number("pages") if self.words.has("pages") else None,
        )

    def left_out_words(self) -> str:
        """How many pieces had to stay, in a sentence; empty for none."""
        number = count(len(self.left_out), "piece")
        return words("shared")("left_out", pieces=number) if self.left_out else ""

    def tagged(self, code: str) -> tuple[Entry, ...]:
        """The entries that belong to a criterion of another framework, newest first."""
        return tuple(entry for entry in reversed(self.entries) if code in entry.tags)

    def tagged_left_out(self, code: str) -> int:
        """How many more there are, which may not be told here; those for the staff alone are not counted."""
        return sum(code in each.entry.tags and each.entry.sensitivity != "staff" for each in self.left_out)

    def titles(self) -> Mapping[str, str]:
        """What the criteria are called, by code."""
        return {each.code: each.title for each in self.framework.criteria}


def facts_of(library: Library, framework: Framework, kind: str, wish: Wish) -> Facts:
    """Gather them; what may not go by the channel, or is for the school alone, stays out."""
    channel = channel_of(wish.channel or words(kind)("channel")).id
    accepted = [entry for entry in library.entries() if entry.status == "accepted"]
    gate = Releases(library).gate(accepted, channel)
    allowed = [entry for entry in gate.allowed if entry.sensitivity == "open" or channel == "hub-bundle"]
    free = {entry.id for entry in allowed}
    kept = [Blocked(entry, words("shared")("not_open")) for entry in gate.allowed if entry.id not in free]
    return Facts(
        library=library,
        framework=framework,
        kind=kind,
        wish=wish,
        channel=channel,
        school=within(library.school or words("shared")("no_name"), TITLE, 2),
        made=library.now().replace(microsecond=0),
        award=award_of(library, framework),
        entries=tuple(sorted(allowed, key=lambda entry: (entry.date_happened, entry.id))),
        left_out=(*gate.blocked, *kept),
        plain=discreet(library, accepted, keeps_codes=words(kind).truth("codes")),
    )
