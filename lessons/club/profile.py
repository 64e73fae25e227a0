"""“Meet the leaders”: what an Ambassador says of themselves. No photo, no surname."""

from dataclasses import dataclass, replace
from typing import Any

from evidence.award.records import AwardRecords
from evidence.library import Library
from evidence.safety.people import People
from evidence.words import clean_line
from lessons.club.club import Clubs

FIELDS = {
    "genres": "Music I like",
    "artists": "Artists I like",
    "instrument": "My favourite instrument",
    "software": "My favourite software",
    "tip": "My tip for beginners",
}
"""What a profile asks, field by field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What one pupil says of themselves."""

    id: str
    code: str
    title: str
    """What the school calls them."""
    genres: str = ""
    artists: str = ""
    instrument: str = ""
    software: str = ""
    tip: str = ""
    sound: str = ""
    """Id of a favourite sound of theirs."""
    shown: bool = False
    """Whether an adult read it and lets it be shown."""

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields that are still empty."""
        return tuple(field for field in FIELDS if not getattr(self, field))


class Profiles:
    """The profiles in a library, one a pupil."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._records = AwardRecords(library, "profile", "PF", Profile)

    def all(self) -> tuple[Profile, ...]:
        """Every profile, oldest first."""
        return self._records.all()

    def of(self, code: str) -> Profile | None:
        """The profile of a pupil, when there is one."""
        wanted = People(self._library).one(code).code
        return next((each for each in self._records.all() if each.code == wanted), None)

    def write(self, code: str, **fields: str) -> Profile:
        """Write these fields of a pupil's profile; what an adult had read must be read again.

        Raises
        ------
        NoClub, UnknownPerson, UnknownRecord, TextTooLong
        """
        clean: dict[str, Any] = {
            name: clean_line(text, called=FIELDS[name]) for name, text in fields.items() if name in FIELDS
        }
        if fields.keys() - {*FIELDS, "sound"}:
            raise ValueError(f"a profile has no {', '.join(fields.keys() - {*FIELDS, 'sound'})}")
        if "sound" in fields:
            clean["sound"] = self._library.sound(fields["sound"]).id if fields["sound"] else ""
        title, known = Clubs(self._library).need().ambassador_title, self.of(code)
        if known is not None:
            return self._records.change(
                known.id,
                lambda stored: replace(stored, **clean, title=title, shown=False),
                action="edited",
                who=None,
            )
        wanted = People(self._library).one(code).code
        return self._records.add(lambda id_: Profile(id=id_, code=wanted, title=title, **clean), who=None)

    def publish(self, code: str, *, shown: bool = True) -> Profile:
        """An adult has read a profile and lets it be shown, or takes it down again."""
        self._library.adults.need("let a profile be shown")
        known = self.of(code) or self.write(code)
        action = "published" if shown else "taken-down"
        return self._records.change(
            known.id, lambda stored: replace(stored, shown=shown), action=action, who=None
        )

    def save(self, profile: Profile) -> Profile:
        """Put a profile back as it was; only an adult brings one back that is shown."""
        if profile.shown:
            self._library.adults.need("let a profile be shown")
        return self._records.change(profile.id, lambda stored: profile, action="edited", who=None)
