"""A sound in the library: facts of its original, and the recipe of what was done to it."""

import math
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Self

from evidence.codes import parse_code
from evidence.contents import check_sha256
from evidence.credit_card import CreditCard
from evidence.label import Label
from evidence.words import clean_line, clean_title
from evidence.years import parse_year
from studio.audio.recipe import Recipe

ORIGINS = ("recorded", "imported", "shipped", "made")
JOBS = ("played", "recorded", "edited")
"""What a crew does; who played is heard, and is one of the makers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """One sound; its original never changes, its recipe says how it sounds now."""

    id: str
    title: str
    year: str | None = None
    by: str | None = None
    """Whose it is, by code."""
    partners: tuple[str, ...] = ()
    """Who made it together with them, by code."""
    session: str = ""
    """Id of the club's session in which it was made; empty when it was made elsewhere."""
    sha256: str
    """Of the original, which is kept under this name; empty until it is kept."""
    seconds: float
    """Of the original, as are samplerate and channels."""
    samplerate: int
    channels: int
    recipe: Recipe = field(default_factory=Recipe)
    made: datetime
    origin: str
    """`recorded`, `imported`, `shipped` with the program, or `made` in it without a microphone."""
    kept: bool = False
    binned: bool = False
    credit: str = ""
    """Who made a found sound, and what its licence allows; empty for a sound of our own."""
    card: CreditCard | None = None
    """The same in its parts, when it is known so well."""
    labels: tuple[Label, ...] = ()
    """Moments that have a name, the earliest first."""
    crew: tuple[tuple[str, str], ...] = ()
    """Who did which job, as (one of `JOBS`, code); who only recorded or edited it is not heard in it."""
    subject: str = ""
    """The school subject it was made for, in free words."""
    dimensions: tuple[str, ...] = ()
    """The dimensions of music it is about, by their ids, such as pitch."""
    made_of: tuple[str, ...] = ()
    """Ids of the sounds that it was joined, mixed or copied from."""

    def __post_init__(self) -> None:
        if self.origin not in ORIGINS:
            raise ValueError(f"origin must be one of {ORIGINS}, not {self.origin!r}")
        if self.made.tzinfo is None:
            raise ValueError("made must know its time zone")
        if self.sha256 != "":  # which it is until the original is in the library
            check_sha256(self.sha256)
        check_shape(self.seconds, self.samplerate, self.channels)
        object.__setattr__(self, "title", clean_title(self.title))
        object.__setattr__(self, "year", None if self.year is None else parse_year(self.year))
        object.__setattr__(self, "by", None if self.by is None else parse_code(self.by))
        if any(job not in JOBS for job, _ in self.crew):
            raise ValueError(f"a job is one of {JOBS}")
        crew = dict.fromkeys((job, parse_code(code)) for job, code in self.crew)
        object.__setattr__(self, "crew", tuple(sorted(crew, key=lambda each: JOBS.index(each[0]))))
        played = [code for job, code in self.crew if job == "played"]
        together = dict.fromkeys([*map(parse_code, self.partners), *played])
        object.__setattr__(self, "partners", tuple(code for code in together if code != self.by))
        if not isinstance(self.session, str):
            raise ValueError("the id of a session is a text")
        credit = clean_line(self.credit, called="The credit")
        object.__setattr__(self, "credit", credit or (self.card.words if self.card else ""))
        in_order = sorted(self.labels, key=lambda label: (label.seconds, label.words))
        object.__setattr__(self, "labels", tuple(in_order))
        object.__setattr__(self, "subject", clean_line(self.subject, called="The subject"))
        for name in ("dimensions", "made_of"):
            ids = tuple(getattr(self, name))
            if not all(isinstance(each, str) for each in ids):
                raise ValueError("an id is a text")
            object.__setattr__(self, name, ids)

    @property
    def makers(self) -> tuple[str, ...]:
        """Everybody who made it, as far as it is known, by code."""
        return (*([self.by] if self.by else []), *self.partners)

    @property
    def is_found(self) -> bool:
        """Whether somebody else made it: it came with the program, or has a credit.

        A sound that we put together is ours even if it has found sounds in it, whom its credit thanks.
        """
        is_ours = bool(self.made_of) and self.origin in ("recorded", "made")
        return self.origin == "shipped" or (bool(self.credit) and not is_ours)

    @property
    def seconds_after(self) -> float:
        """How long it is with its recipe."""
        return self.recipe.seconds_after(self.seconds)

    def with_recipe(self, recipe: Recipe) -> Self:
        """The same sound with another recipe."""
        return replace(self, recipe=recipe)

    def as_plain(self) -> dict[str, Any]:
        """Plain values for JSON; `from_plain` reads them back without loss."""
        return {
            "id": self.id,
            "title": self.title,
            "year": self.year,
            "by": self.by,
            "partners": list(self.partners),
            "session": self.session,
            "sha256": self.sha256,
            "seconds": self.seconds,
            "samplerate": self.samplerate,
            "channels": self.channels,
            "recipe": self.recipe.as_plain(),
            "made": self.made.isoformat(),
            "origin": self.origin,
            "kept": self.kept,
            "binned": self.binned,
            "credit": self.credit,
            "card": self.card.as_plain() if self.card else None,
            "labels": [label.as_plain() for label in self.labels],
            "crew": [list(each) for each in self.crew],
            "subject": self.subject,
            "dimensions": list(self.dimensions),
            "made_of": list(self.made_of),
        }

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> Self:
        """Read what `as_plain` wrote."""
        card = plain.get("card")
        read = {
            "recipe": Recipe.from_plain(plain["recipe"]),
            "made": datetime.fromisoformat(plain["made"]),
            "partners": tuple(plain.get("partners", ())),
            "card": CreditCard.from_plain(card) if card else None,
            "labels": tuple(map(Label.from_plain, plain.get("labels", ()))),
            "dimensions": tuple(plain.get("dimensions", ())),
            "made_of": tuple(plain.get("made_of", ())),
            # Of a pair whose code was withdrawn, the job alone is left.
            "crew": tuple((each[0], each[1]) for each in plain.get("crew", ()) if len(each) == 2),
        }
        sound = cls(**{**plain, **read})
        if not math.isfinite(sound.seconds_after):
            raise ValueError("no sound lasts so long")  # a stranger may have written hundreds of steps
        return sound


def check_shape(seconds: float, samplerate: int, channels: int) -> None:
    """Refuse what no sound can be."""
    if not (0 <= seconds < math.inf and samplerate > 0 and channels > 0):
        raise ValueError(f"no sound has {seconds} s at {samplerate} Hz in {channels} channels")
