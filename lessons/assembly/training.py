"""Training: what the passports became as something that happened, a day at a time."""

from dataclasses import replace

from evidence.library import Library
from evidence.records.store import Turn
from evidence.years import YEAR_GROUPS
from lessons.assembly.skill import team_roles
from lessons.occasion import Occasion, Occasions
from lessons.occasion_turn import put_occasion, take_back
from studio.wording import listed

KIND = "team-training"


def put_trained(library: Library, turn: Turn, code: str, roles: set[str]) -> None:
    """Somebody has every skill of a job now: it joins what was signed that day."""
    now = library.now()
    known = next((each for each in Occasions(library).all(KIND) if each.date == now.date()), None)
    made = known or Occasion(
        id="", kind=KIND, title="The assembly team was trained", date=now.date(), made=now
    )
    year = code.partition("-")[0]
    titles = [role.title for role in team_roles() if role.id in roles]
    line = f"{code}: {listed(titles)}."
    put_occasion(
        turn,
        replace(
            made,
            people=(*made.people, code),
            year_groups=(*made.year_groups, *([year] if year in YEAR_GROUPS else [])),
            note="\n".join(
                [*(each for each in made.note.splitlines() if not each.startswith(f"{code}:")), line]
            ),
        ),
    )


def take_trained_back(library: Library, turn: Turn, code: str) -> None:
    """Somebody lacks a skill of every job again: they leave what was signed last."""
    known = next((each for each in reversed(Occasions(library).all(KIND)) if code in each.people), None)
    if known is None:
        return
    people = tuple(each for each in known.people if each != code)
    if not people:
        take_back(library, turn, "occasion", known.id)
        return
    lines = [each for each in known.note.splitlines() if not each.startswith(f"{code}:")]
    years = tuple(year for year in known.year_groups if any(each.startswith(f"{year}-") for each in people))
    put_occasion(turn, replace(known, people=people, year_groups=years, note="\n".join(lines)))
