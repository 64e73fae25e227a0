"""The year groups of a school: those of the phase that its target names."""

from evidence.award.audits import Audits
from evidence.library import Library
from evidence.years import PRIMARY_YEARS, YEARS_OF_PHASE
from rubric.load import shipped_framework


def school_years(library: Library) -> tuple[str, ...]:
    """All the year groups, youngest first; without a target, those of a primary school."""
    target = Audits(library).target(shipped_framework().id)
    return YEARS_OF_PHASE[target.phase] if target else PRIMARY_YEARS
