"""An entry: dated evidence of what happened, linked to the criteria it shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Self

from evidence.contents import check_sha256
from evidence.people import parse_code
from evidence.sound import Sound, check_shape
from evidence.words import clean_file_name, clean_text, clean_title
from evidence.years import in_order
from rubric.framework import Claim
from studio.audio.recipe import Recipe
from studio.errors import StudioError

STATUSES = ("proposed", "accepted", "withdrawn")
"""Only what an adult accepted is evidence."""


_read_claim = lru_cache(maxsize=256)(Claim.parse)  # a list of 10,000 entries has few different ones


class NoCriterion(StudioError):
    """Evidence that shows no criterion."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundUse:
    """A sound as it was when it became evidence; later edits of the sound do not reach it."""

    sound_id: str
    title: str
    original_sha256: str
    recipe_texts: tuple[str, ...]
    seconds_before: float
    seconds_after: float
    samplerate: int
    channels: int

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", clean_title(self.title))
        check_sha256(self.original_sha256)
        for seconds in (self.seconds_before, self.seconds_after):
            check_shape(seconds, self.samplerate, self.channels)

    @classmethod
    def of(cls, sound: Sound) -> Self:
        """The sound as it is now."""
        return cls(
            sound_id=sound.id,
            title=sound.title,
            original_sha256=sound.sha256,
            recipe_texts=tuple(sound.recipe.texts()),
            seconds_before=sound.seconds,
            seconds_after=sound.seconds_after,
            samplerate=sound.samplerate,
            channels=sound.channels,
        )

    @property
    def sha256(self) -> str:
        """Of the original, under the same name as a sound has it."""
        return self.original_sha256

    @property
    def words(self) -> list[str]:
        """What was done to it, one phrase a step."""
        return Recipe.parse(self.recipe_texts).words(self.seconds_before)

    def as_plain(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {name: getattr(self, name) for name in self.__slots__} | {
            "recipe_texts": list(self.recipe_texts)
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Self:
        """Read what `as_plain` wrote."""
        return cls(**{**plain, "recipe_texts": tuple(plain["recipe_texts"])})


@dataclass(frozen=True, slots=True, kw_only=True)
class FileUse:
    """A file that goes with an entry; the library keeps it by its content."""

    name: str
    sha256: str
    size: int

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", clean_file_name(self.name))
        check_sha256(self.sha256)
        if self.size < 0:
            raise ValueError(f"no file has {self.size} bytes")

    def as_plain(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {"name": self.name, "sha256": self.sha256, "size": self.size}


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """What an entry said before it was changed, until when, and who changed it."""

    when: datetime
    by: str | None
    earlier: Mapping[str, Any]
    """The plain values that were replaced, by field."""

    def as_plain(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {"when": self.when.isoformat(), "by": self.by, "earlier": dict(self.earlier)}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Self:
        """Read what `as_plain` wrote."""
        return cls(when=datetime.fromisoformat(plain["when"]), by=plain["by"], earlier=plain["earlier"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Evidence before the library has given it an id and the date it was recorded."""

    title: str
    criteria: tuple[Claim, ...]
    year_groups: tuple[str, ...] = ()
    date_happened: date
    happened: str = ""
    """What happened, in a few sentences."""
    impact: str = ""
    """What difference it made."""
    by: str | None = None
    """Who recorded it, by code."""
    sounds: tuple[SoundUse, ...] = ()
    files: tuple[FileUse, ...] = ()
    status: str = "accepted"

    def __post_init__(self) -> None:
        if self.status not in STATUSES:
            raise ValueError(f"status must be one of {STATUSES}, not {self.status!r}")
        if not self.criteria and self.status != "withdrawn":
            raise NoCriterion("The evidence shows no criterion.", "Choose at least one, such as MT1:silver.")
        tidy = {
            "title": clean_title(self.title),
            "criteria": tuple(dict.fromkeys(self.criteria)),
            "year_groups": in_order(self.year_groups),
            "happened": clean_text(self.happened, called="What happened"),
            "impact": clean_text(self.impact, called="The impact"),
            "by": None if self.by is None else parse_code(self.by),
            "sounds": tuple(self.sounds),
            "files": tuple(self.files),
        }
        for name, value in tidy.items():
            object.__setattr__(self, name, value)


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
        return {
            "id": self.id,
            "title": self.title,
            "criteria": [str(claim) for claim in self.criteria],
            "year_groups": list(self.year_groups),
            "date_happened": self.date_happened.isoformat(),
            "date_recorded": self.date_recorded.isoformat(),
            "happened": self.happened,
            "impact": self.impact,
            "by": self.by,
            "sounds": [use.as_plain() for use in self.sounds],
            "files": [use.as_plain() for use in self.files],
            "status": self.status,
            "amendments": [amendment.as_plain() for amendment in self.amendments],
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Self:
        """Read what `as_plain` wrote."""
        read = {
            "criteria": tuple(map(_read_claim, plain["criteria"])),
            "year_groups": tuple(plain["year_groups"]),
            "date_happened": date.fromisoformat(plain["date_happened"]),
            "date_recorded": datetime.fromisoformat(plain["date_recorded"]),
            "sounds": tuple(SoundUse.from_plain(use) for use in plain["sounds"]),
            "files": tuple(FileUse(**use) for use in plain["files"]),
            "amendments": tuple(Amendment.from_plain(amendment) for amendment in plain["amendments"]),
        }
        return cls(**{**plain, **read})
