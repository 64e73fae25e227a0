"""The club of a school: its name, when and where it meets, and with how many PCs."""

import re
from dataclasses import dataclass, replace
from typing import Any

from evidence.award.records import AwardRecords
from evidence.library import Library
from evidence.safety.roles import AMBASSADOR, club_role
from evidence.words import clean_line, clean_title
from lessons.club.plan import club_plan
from lessons.occasion import SCOPES
from studio.errors import StudioError
from studio.wording import WEEKDAYS, did_you_mean

LONGEST_NAME = 40
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
_NUMBERS = {"minutes": (15, 180), "seats": (1, 60), "swap_minutes": (1, 30)}
_CALLED = {"minutes": "The length in minutes", "seats": "The number of PCs", "swap_minutes": "The swap time"}


class NoClub(StudioError):
    """A school without a club."""


class BadSetting(StudioError):
    """Something that a club cannot be set to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Club:
    """How the club is set up."""

    id: str
    name: str
    """Chosen by the children."""
    ambassador_title: str
    """What the school calls the children who lead, one of them."""
    plan: str = "six"
    """Id of the plan that its sessions follow."""
    weekday: int | None = None
    """0 for Monday; `None` when it meets on different days."""
    begins: str = "15:30"
    minutes: int = 60
    place: str = ""
    seats: int = 6
    """How many PCs there are."""
    swap_minutes: int = 5
    """After how long two at one PC change places."""
    scope: str = "school"
    """For whom it is: one of `SCOPES`."""

    def __post_init__(self) -> None:
        for field, (least, most) in _NUMBERS.items():
            if not least <= getattr(self, field) <= most:
                raise ValueError(f"{field} is from {least} to {most}, not {getattr(self, field)}")
        if self.weekday not in (None, *range(7)) or not _CLOCK.fullmatch(self.begins):
            raise ValueError("a club meets on a day of the week, at a time of the day")
        if self.scope not in SCOPES:
            raise ValueError(f"scope must be one of {SCOPES}")

    @property
    def day(self) -> str:
        """The day it meets on, as a word; empty when it meets on different days."""
        return "" if self.weekday is None else WEEKDAYS[self.weekday]


class Clubs:
    """The club in a library; there is one, or none yet."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._records = AwardRecords(library, "club", "CB", Club)

    def now(self) -> Club | None:
        """The club, when it was set up."""
        return next(iter(self._records.all()), None)

    def need(self) -> Club:
        """The club.

        Raises
        ------
        NoClub
            If it was not set up.
        """
        found = self.now()
        if found is None:
            raise NoClub(
                "There is no club yet.", 'Give it a name: soundingboard club set --name "Sound Lab".'
            )
        return found

    def set(self, **fields: Any) -> Club:
        """Set the club up, or change these fields of it; words and numbers as a person gives them.

        Raises
        ------
        AdultsOnly, BadSetting, UnknownPlan, BadTitle
        """
        self._library.adults.need("set the club up")
        clean = {name: _clean(name, value) for name, value in fields.items()}
        known = self.now()
        if known is not None:
            return self._records.change(
                known.id, lambda stored: replace(stored, **clean), action="edited", who=None
            )
        if "name" not in clean:
            raise NoClub("The club has no name yet.", "Let the children choose one, and give it with --name.")
        made = {"ambassador_title": club_role(AMBASSADOR).title, **clean}
        return self._records.add(lambda id_: Club(id=id_, **made), who=None)

    def save(self, club: Club) -> Club:
        """Put the settings back as they were."""
        self._library.adults.need("set the club up")
        return self._records.change(club.id, lambda stored: club, action="edited", who=None)


def parse_weekday(text: str) -> int | None:
    """Read a day of the week; `none` for a club that meets on different days."""
    word = text.strip().lower()
    if word in ("", "none"):
        return None
    for number, name in enumerate(WEEKDAYS):
        if len(word) >= 3 and name.lower().startswith(word):
            return number
    raise BadSetting(f"“{text[:20]}” is no day of the week.", "Write it like Tuesday, or none.")


def _clean(name: str, value: Any) -> Any:
    if name in ("name", "ambassador_title"):
        title = clean_title(value)
        if len(title) > LONGEST_NAME:
            raise BadSetting(f"“{title[:60]}” is too long.", f"Use at most {LONGEST_NAME} letters.")
        return title
    if name in _NUMBERS:
        least, most = _NUMBERS[name]
        if not least <= value <= most:
            raise BadSetting(f"{_CALLED[name]} cannot be {value}.", f"Give {least} to {most}.")
        return value
    if name == "begins" and not _CLOCK.fullmatch(value.strip()):
        raise BadSetting(f"“{value[:20]}” is no time of the day.", "Write it like 15:30.")
    if name == "scope" and value not in SCOPES:
        raise BadSetting(f"“{value[:20]}” does not say for whom the club is.", did_you_mean(value, SCOPES))
    if name == "weekday" and isinstance(value, str):
        return parse_weekday(value)
    if name == "plan":
        return club_plan(value).id
    if name in ("place", "begins"):
        return clean_line(value, called="The place")
    return value
