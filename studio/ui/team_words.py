"""The assembly team in words: what somebody still needs, and when they cannot come."""

from collections.abc import Iterable, Sequence

from textual.content import Content

from lessons.assembly.away import Away
from lessons.assembly.skill import team_role, team_roles, team_rules
from lessons.assembly.team import TeamMember
from studio.ui.text import day_words, literal
from studio.wording import listed


def jobs_words(member: TeamMember) -> str:
    """The jobs that somebody is trained for, in a few words."""
    if len(member.trained) == len(team_roles()):
        return "every job"
    return ", ".join(team_role(role).title for role in member.trained) or "learning"


def about_member(code: str, member: TeamMember | None, away: Sequence[Away]) -> Iterable[Content]:
    """What one pupil still needs for each job, and the days on which they cannot come."""
    if member is None:
        yield literal(f"{code} is not in the team.")
        return
    if away:
        yield Content.assemble(("Away: ", "bold"), literal(listed([days_words(each) for each in away])))
    titles = {each.id: each.title for each in team_rules().skills}
    for role in member.learning:
        still = listed([f"“{titles[each]}”" for each in member.passport.still_needs(role)])
        yield literal(f"{team_role(role).title}: still needs {still}.")


def days_words(away: Away) -> str:
    """A day, or from the first to the last."""
    if away.first == away.last:
        return day_words(away.first)
    return f"{day_words(away.first)} to {day_words(away.last)}"
