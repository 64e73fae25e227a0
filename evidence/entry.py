"""An entry: dated evidence of what happened, linked to the criteria it shows."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Self

from evidence.codes import parse_code
from evidence.remarks import Amendment, Feedback
from evidence.uses import FileUse, SoundUse
from evidence.words import clean_line, clean_text, clean_title
from evidence.years import in_order
from rubric.framework import Claim
from studio.errors import StudioError

__all__ = ["Amendment", "Draft", "Entry", "Feedback", "FileUse", "NoCriterion", "SoundUse"]

STATUSES = ("proposed", "accepted", "binned", "withdrawn")
"""Only what an adult accepted is evidence."""

SENSITIVITIES = ("open", "school", "staff")
"""Who may see it: whoever the release allows, the school and its hub, or the staff alone."""


_read_claim = lru_cache(maxsize=256)(Claim.parse)  # a list of 10,000 entries has few different ones


class NoCriterion(StudioError):
    """Evidence that shows no criterion."""


class UnknownSensitivity(StudioError):
    """A word that does not say who may see an entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Evidence before the library has given it an id and the date it was recorded."""

    title: str
    criteria: tuple[Claim, ...]
    year_groups: tuple[str, ...] = ()
    date_happened: date
    before: str = ""
    """How it was before, in a sentence or two."""
    happened: str = ""
    """What we did, in a few sentences."""
    impact: str = ""
    """How it is now: what difference it made."""
    by: str | None = None
    """Who recorded it, by code."""
    sounds: tuple[SoundUse, ...] = ()
    files: tuple[FileUse, ...] = ()
    status: str = "accepted"
    type: str = ""
    """What kind of evidence it is, by its id in `assets/entry-types.toml`; worked out when not given."""
    subject: str = ""
    """The school subject, in free words."""
    action_id: str | None = None
    """The action of the plan whose impact it shows."""
    tags: tuple[str, ...] = ()
    """Criteria of other frameworks that it belongs to, by their codes."""
    sensitivity: str = "open"
    people: tuple[str, ...] = ()
    """Who is heard or seen in it, by code, beside the makers of its sounds."""
    names_spoken: bool = False
    """Whether somebody's name is said in it."""
    key_for: tuple[str, ...] = ()
    """Codes of the criteria for which it is a key piece."""
    feedback: Feedback | None = None
    """Pupils' words on version 1; its first sound is then version 1, its second version 2."""
    source: str = ""
    """The id of the sound or occasion that it was proposed from."""
    why: str = ""
    """Why it was proposed, in a sentence."""

    def __post_init__(self) -> None:
        if self.status not in STATUSES:
            raise ValueError(f"status must be one of {STATUSES}, not {self.status!r}")
        words = (self.type, self.source, self.action_id or "")
        if not all(isinstance(word, str) for word in words):
            raise ValueError("its type, what it was proposed from and its action are told by ids")
        if self.sensitivity not in SENSITIVITIES:
            raise UnknownSensitivity(
                f"“{self.sensitivity[:40]}” does not say who may see it.",
                f"Use one of: {', '.join(SENSITIVITIES)}.",
            )
        if not self.criteria and self.status != "withdrawn":
            raise NoCriterion("The evidence shows no criterion.", "Choose at least one, such as MT1:silver.")
        tidy = {
            "title": clean_title(self.title),
            "criteria": tuple(dict.fromkeys(self.criteria)),
            "year_groups": in_order(self.year_groups),
            "before": clean_text(self.before, called="How it was before"),
            "happened": clean_text(self.happened, called="What happened"),
            "impact": clean_text(self.impact, called="The impact"),
            "by": None if self.by is None else parse_code(self.by),
            "sounds": tuple(self.sounds),
            "files": tuple(self.files),
            "type": self.type or _type_of(self),
            "subject": clean_line(self.subject, called="The subject"),
            "tags": tuple(dict.fromkeys(tag.strip().upper() for tag in self.tags)),
            "people": tuple(dict.fromkeys(map(parse_code, self.people))),
            "key_for": tuple(dict.fromkeys(code.strip().upper() for code in self.key_for)),
            "why": clean_text(self.why, called="The reason"),
        }
        for name, value in tidy.items():
            object.__setattr__(self, name, value)

    @property
    def versions(self) -> tuple[SoundUse, SoundUse] | None:
        """Version 1 and version 2 of a sound, where pupils' words led from one to the other."""
        if self.feedback is None or len(self.sounds) < 2:
            return None
        return self.sounds[0], self.sounds[1]

    @property
    def heard(self) -> tuple[str, ...]:
        """Everybody who is heard or seen in it, by code, as far as it is known."""
        makers = (code for use in self.sounds for code in use.makers)
        return tuple(dict.fromkeys((*self.people, *makers)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Draft):
    """Evidence in the library. The date it happened and the date it was recorded are both kept."""

    id: str
    date_recorded: datetime
    amendments: tuple[Amendment, ...] = ()

    def __post_init__(self) -> None:
        Draft.__post_init__(self)
        if self.date_recorded.tzinfo is None:
            raise ValueError("date_recorded must know its time zone")

    @property
    def days_between(self) -> int:
        """Days from happening to being recorded."""
        return (self.date_recorded.date() - self.date_happened).days

    def as_plain(self) -> dict[str, Any]:
        """Plain values for JSON; `from_plain` reads them back without loss."""
        return {name: getattr(self, name) for name in _NAMES} | {
            "criteria": [str(claim) for claim in self.criteria],
            "year_groups": list(self.year_groups),
            "date_happened": self.date_happened.isoformat(),
            "date_recorded": self.date_recorded.isoformat(),
            "sounds": [use.as_plain() for use in self.sounds],
            "files": [use.as_plain() for use in self.files],
            "tags": list(self.tags),
            "people": list(self.people),
            "key_for": list(self.key_for),
            "feedback": self.feedback.as_plain() if self.feedback else None,
            "amendments": [amendment.as_plain() for amendment in self.amendments],
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Self:
        """Read what `as_plain` wrote; what an older library did not have yet is as if nothing was said."""
        feedback = plain.get("feedback")
        read = {
            "criteria": tuple(map(_read_claim, plain["criteria"])),
            "year_groups": tuple(plain["year_groups"]),
            "date_happened": date.fromisoformat(plain["date_happened"]),
            "date_recorded": datetime.fromisoformat(plain["date_recorded"]),
            "sounds": tuple(SoundUse.from_plain(use) for use in plain["sounds"]),
            "files": tuple(FileUse(**use) for use in plain["files"]),
            "amendments": tuple(Amendment.from_plain(amendment) for amendment in plain["amendments"]),
            **{name: tuple(plain.get(name, ())) for name in ("tags", "people", "key_for")},
            "feedback": Feedback(**feedback) if feedback else None,
        }
        return cls(**{**plain, **read})


_NAMES = tuple(field.name for field in fields(Entry))


def _type_of(draft: Draft) -> str:
    if any(use.recipe_texts for use in draft.sounds):
        return "edited-sound"
    if draft.sounds:
        return "recording"
    return "document" if draft.files else "note"
