"""What is not right with a rota: jobs that nobody can do, and pupils who cannot come after all."""

from dataclasses import dataclass

from evidence.library import Library
from lessons.assembly.event import Event
from lessons.assembly.rota import CREW, STAND_IN, Rota
from lessons.assembly.rota_maker import ALL_AWAY, ALL_BUSY, NOBODY_TRAINED, Facts
from lessons.assembly.rotas import Rotas
from lessons.assembly.skill import team_role
from lessons.assembly.team import Team
from studio.wording import count

IS_AWAY, NOT_IN_TEAM, NOT_TRAINED, COULD_BE = "is-away", "not-in-team", "not-trained", "could-be"


@dataclass(frozen=True, slots=True)
class Hitch:
    """One job at one event that will not be done as things stand."""

    event: Event
    role: str
    why: str
    code: str = ""
    """Who is down for it and cannot; empty when nobody is."""
    stand_in: str = ""
    """Who can step in."""
    trained: int = 0
    """How many are trained for the job."""

    @property
    def what(self) -> str:
        """What is wrong, in a sentence."""
        job = team_role(self.role).title
        return {
            NOBODY_TRAINED: f"Nobody is trained for {job} yet.",
            ALL_AWAY: f"All who are trained for {job} are away ({count(self.trained, 'pupil')}).",
            ALL_BUSY: f"All who are trained for {job} do another job then ({count(self.trained, 'pupil')}).",
            COULD_BE: f"Nobody does {job}, but somebody could.",
            IS_AWAY: f"{self.code} is away and cannot do {job}.",
            NOT_IN_TEAM: f"{self.code} is no longer in the team and cannot do {job}.",
            NOT_TRAINED: f"{self.code} is not trained for {job} any more.",
        }[self.why]

    @property
    def fix(self) -> str:
        """What to do about it, in a sentence."""
        if self.stand_in:
            return f"{self.stand_in} can stand in."
        return {
            NOBODY_TRAINED: "An adult does it, and teaches a pupil: tick the skills when they can.",
            ALL_AWAY: "An adult does it this time; train one more pupil.",
            ALL_BUSY: "An adult does it this time; train one more pupil.",
        }.get(self.why, "Fill the rota again.")


def hitches(library: Library, rota: Rota) -> tuple[Hitch, ...]:
    """Everything that is not right at the events to come of a rota, in the order of the days."""
    today = library.now().date()
    events = [each for each in Rotas(library).events(rota) if each.status == "planned" and each.date >= today]
    facts = Team(library).facts(events)
    found = []
    for event in events:
        for role in event.needs:
            code = rota.who(event.id, role)
            why = _why(facts, event, role, code)
            if why:
                why = _gap(facts, rota, event, role) if why == COULD_BE else why
                trained = sum(role in roles for roles in facts.trained.values())
                found.append(Hitch(event, role, why, code, _stand_in(facts, rota, event, role), trained))
    return tuple(found)


def _why(facts: Facts, event: Event, role: str, code: str) -> str:
    if not code:
        return COULD_BE
    if code not in facts.trained:
        return NOT_IN_TEAM
    if not facts.can(code, event.id):
        return IS_AWAY
    return "" if role in facts.trained[code] else NOT_TRAINED


def _gap(facts: Facts, rota: Rota, event: Event, role: str) -> str:
    """Why nobody has a job: nobody trained, all away, all busy; or that somebody could."""
    trained = [code for code, roles in facts.trained.items() if role in roles]
    there = [code for code in trained if facts.can(code, event.id)]
    busy = {duty.code for duty in rota.at(event.id) if duty.part == CREW}
    if not trained:
        return NOBODY_TRAINED
    if not there:
        return ALL_AWAY
    return ALL_BUSY if busy.issuperset(there) else COULD_BE


def _stand_in(facts: Facts, rota: Rota, event: Event, role: str) -> str:
    code = rota.who(event.id, role, STAND_IN)
    fits = code in facts.trained and facts.can(code, event.id) and role in facts.trained[code]
    return code if fits else ""
