"""Numbers that the award asks for and the library can count itself."""

from dataclasses import dataclass

from evidence.award.figures import NoMeasure, year_groups_with
from evidence.award.plans import Plans
from evidence.library import Library
from evidence.school_years import school_years
from evidence.views.coverage import CLASSES_CRITERION
from lessons.occasion import Occasions
from rubric.framework import Claim

_CLUB = Claim("MT3", "bronze")


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted."""

    value: float
    of: float | None
    note: str
    """Where the number comes from."""


def can_count(claim: Claim) -> bool:
    """Whether the library knows the number that a text asks for."""
    return claim == _CLUB or claim.criterion == CLASSES_CRITERION


def counted(library: Library, claim: Claim) -> Counted:
    """Sessions of the club this school year, or year groups with evidence.

    Raises
    ------
    NoMeasure
        If the library cannot know it.
    """
    if claim.criterion == CLASSES_CRITERION:
        have, lack = year_groups_with(library.entries(), claim, school_years(library))
        note = f"Counted from the evidence; without any: {', '.join(lack) or 'none'}."
        return Counted(len(have), len(have) + len(lack), note)
    if claim == _CLUB:
        plans = Plans(library)
        first = plans.calendar().school_year(plans.today)[0].first
        days = [each.date for each in Occasions(library).all("club-session") if each.date >= first]
        return Counted(len(days), None, f"Club sessions since {first}, as they were written down.")
    raise NoMeasure(f"The library cannot count the number of {claim}.", "Count it yourself and type it.")
