"""The rota maker: events, skills and days away in, duties and gaps out. The same facts give the same rota."""

import random
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from lessons.assembly.rota import CREW, STAND_IN, TRAINEE, Duty
from lessons.assembly.spread import Place, spread

NOBODY_TRAINED, ALL_AWAY, ALL_BUSY = "nobody-trained", "all-away", "all-busy"


@dataclass(frozen=True, slots=True)
class Need:
    """An event and the jobs that it needs, in the order of the days."""

    event: str
    roles: tuple[str, ...]
    slot: str = ""
    """When it begins; events of the same slot are at the same time."""

    @property
    def when(self) -> str:
        """What nobody can be at twice."""
        return self.slot or self.event


@dataclass(frozen=True, slots=True)
class Gap:
    """A job that nobody can do."""

    event: str
    role: str
    why: str
    trained: int
    """How many are trained for it."""


@dataclass(frozen=True, slots=True)
class Made:
    """What the maker made."""

    duties: tuple[Duty, ...]
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that the maker knows, by code."""

    trained: Mapping[str, Set[str]]
    """The jobs that somebody is trained for; everybody in the team is named."""
    learning: Mapping[str, Sequence[str]]
    """The jobs that somebody may learn, the one they need most first."""
    away: Mapping[str, Set[str]]
    """The events at which somebody cannot be."""
    before: Mapping[str, int]
    """How many duties somebody had earlier in the school year; decides who gets one that is over."""
    had: Mapping[str, int] = field(default_factory=dict)
    """How many they had in this rota already, at events that are not made again."""

    def can(self, code: str, event: str) -> bool:
        """Whether somebody can be there."""
        return event not in self.away.get(code, ())


def make_rota(events: Sequence[Need], facts: Facts, *, seed: int, kept: Sequence[Duty] = ()) -> Made:
    """Make the duties of these events; those in `kept` stay as they are.

    Crew: only who is trained for the job and can be there, one job at a time; as many jobs as can be are
    taken, and no rota that takes as many is more even (see `spread`). So two pupils with the same training
    who can be at the same events differ by at most one, whoever had more before. One trainee at an event
    at most, beside a trained pupil, spread in the same way: whoever can do no job yet comes first. Stand-ins
    are trained, there, and not otherwise busy; they are taken in turn, and one may stand in for two jobs
    when there is nobody else.
    """
    chance, when = random.Random(seed), {need.event: need.when for need in events}
    crew = _crew(events, facts, chance, [duty for duty in kept if duty.part == CREW])
    busy = {(when[duty.event], duty.code) for duty in crew}
    trainees = _trainees(events, facts, chance, crew, busy, [each for each in kept if each.part == TRAINEE])
    busy |= {(when[duty.event], duty.code) for duty in trainees}
    stand_ins_kept = [duty for duty in kept if duty.part == STAND_IN and duty.event in when]
    kept_stand_ins = [duty for duty in stand_ins_kept if (when[duty.event], duty.code) not in busy]
    stand_ins = _stand_ins(events, facts, chance, busy, kept_stand_ins)
    return Made((*crew, *trainees, *stand_ins), gaps(events, facts, crew))


def gaps(events: Sequence[Need], facts: Facts, duties: Sequence[Duty]) -> tuple[Gap, ...]:
    """The jobs that nobody has, and why nobody could."""
    taken = {(duty.event, duty.role) for duty in duties if duty.part == CREW}
    found = []
    for need in events:
        for role in need.roles:
            if (need.event, role) not in taken:
                trained = [code for code, roles in facts.trained.items() if role in roles]
                there = [code for code in trained if facts.can(code, need.event)]
                why = NOBODY_TRAINED if not trained else ALL_BUSY if there else ALL_AWAY
                found.append(Gap(need.event, role, why, len(trained)))
    return tuple(found)


def _crew(
    events: Sequence[Need], facts: Facts, chance: random.Random, kept: Sequence[Duty]
) -> tuple[Duty, ...]:
    places = [Place(need.event, role, need.slot) for need in events for role in need.roles]
    fits = {
        code: [n for n, place in enumerate(places) if place.role in roles and facts.can(code, place.event)]
        for code, roles in facts.trained.items()
    }
    taken = spread(
        places, fits, before=facts.before, chance=chance, kept=_numbered(places, kept), had=facts.had
    )
    return tuple(
        Duty(event=place.event, role=place.role, code=taken[n])
        for n, place in enumerate(places)
        if n in taken
    )


def _numbered(places: Sequence[Place], kept: Sequence[Duty]) -> dict[int, str]:
    numbers = {(place.event, place.role): n for n, place in enumerate(places)}
    found = (((duty.event, duty.role), duty.code) for duty in kept)
    return {numbers[place]: code for place, code in found if place in numbers}


def _trainees(
    events: Sequence[Need],
    facts: Facts,
    chance: random.Random,
    crew: Sequence[Duty],
    busy: Set[tuple[str, str]],
    kept: Sequence[Duty],
) -> tuple[Duty, ...]:
    """One at each event where a trained pupil does a job: first those who are trained for none."""
    done: dict[str, list[str]] = {}
    for duty in crew:
        done.setdefault(duty.event, []).append(duty.role)
    places = [Place(need.event, "", need.slot) for need in events if need.event in done]
    when = {need.event: need.when for need in events}
    fits = {
        code: [
            n
            for n, place in enumerate(places)
            if (place.when, code) not in busy
            and facts.can(code, place.event)
            and set(roles) & set(done[place.event])
        ]
        for code, roles in facts.learning.items()
    }
    known = [d for d in kept if d.role in done.get(d.event, ())]
    stay = {d.event: d for d in known if (when[d.event], d.code) not in busy}
    beginners = {code: numbers for code, numbers in fits.items() if not facts.trained.get(code)}
    taken = {n: stay[place.event].code for n, place in enumerate(places) if place.event in stay}
    turns = Counter(duty.code for duty in crew)
    for who in (beginners, fits):
        taken = spread(places, who, before=turns, chance=chance, kept=taken)
    learnt: Counter[tuple[str, str]] = Counter((duty.code, duty.role) for duty in stay.values())
    made = []
    for n, code in sorted(taken.items()):
        event = places[n].event
        if event in stay:
            made.append(stay[event])
            continue
        role = _least_learnt(code, [r for r in facts.learning[code] if r in done[event]], learnt)
        learnt[code, role] += 1
        made.append(Duty(event=event, role=role, code=code, part=TRAINEE))
    return tuple(made)


def _stand_ins(
    events: Sequence[Need],
    facts: Facts,
    chance: random.Random,
    busy: Set[tuple[str, str]],
    kept: Sequence[Duty],
) -> tuple[Duty, ...]:
    """In turn: whoever stood in least, and rather somebody new than one for two jobs."""
    toss = {code: chance.random() for code in sorted(facts.trained)}
    when = {need.event: need.when for need in events}
    stay = {(duty.event, duty.role): duty for duty in kept}
    times: Counter[str] = Counter(duty.code for duty in kept)
    made: list[Duty] = []
    for need in events:
        here: Counter[str] = Counter(d.code for d in (*kept, *made) if when[d.event] == need.when)
        for role in need.roles:
            if (need.event, role) in stay:
                made.append(stay[need.event, role])
                continue
            spare = [
                code
                for code, roles in facts.trained.items()
                if role in roles and facts.can(code, need.event) and (need.when, code) not in busy
            ]
            if spare:
                code = _first_asked(spare, here, times, toss)
                times[code] += 1
                here[code] += 1
                made.append(Duty(event=need.event, role=role, code=code, part=STAND_IN))
    return tuple(made)


def _least_learnt(code: str, roles: Sequence[str], learnt: Mapping[tuple[str, str], int]) -> str:
    return min(roles, key=lambda role: learnt[code, role])


def _first_asked(
    spare: Sequence[str], here: Mapping[str, int], times: Mapping[str, int], toss: Mapping[str, float]
) -> str:
    return min(spare, key=lambda code: (here[code], times[code], toss[code]))
