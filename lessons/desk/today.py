"""Today: what the club, the competition, the assembly team and the award have for an adult now."""

from collections.abc import Iterator
from datetime import date, timedelta

from evidence.award.audits import Audits
from evidence.award.diary import Diary
from evidence.award.plans import Plans
from evidence.award.register_lines import RegisterLines
from evidence.award.standing import music_technology
from evidence.library import Library
from evidence.views.coverage import Coverage, coverage
from lessons.assembly.event import Event
from lessons.assembly.events import Events
from lessons.assembly.rotas import Rotas
from lessons.assembly.skill import team_roles
from lessons.club.club import Clubs
from lessons.club.sessions import Sessions
from lessons.competitions.competition import Competition
from lessons.competitions.competitions import Competitions
from lessons.competitions.docket import Docket
from lessons.desk.matter import Matter, day_near
from rubric.framework import Framework
from studio.wording import begun, count

_SOON = timedelta(days=7)
_MOST_GAPS = 3


def today(library: Library, framework: Framework) -> tuple[Matter, ...]:
    """Everything on the desk: what waits today first, each kind in the order of Home."""
    found = [*told(library), *room(library), *award(library, framework)]
    return tuple(sorted(found, key=lambda matter: not matter.now))


def told(library: Library) -> Iterator[Matter]:
    """What judges wanted an adult to know, first of all; it stands here until the winner is announced."""
    known = Competitions(library)
    for competition in known.all():
        if competition.status not in ("announced", "cancelled"):
            said = sum(len(each.told) for each in known.docket(competition.id).judgements)
            if said:
                words = f"a judge wants an adult to know something: “{competition.title}”"
                yield Matter(place="competition", words=words, about=competition.id, now=True)


def room(library: Library) -> Iterator[Matter]:
    """What happens in the room; nothing in it is for adults alone."""
    yield from club(library)
    yield from competitions(library)
    yield from assembly(library)


def of_places(library: Library) -> dict[str, str]:
    """What Home says of the club, the competition and the assembly: what waits, else what comes first."""
    found: dict[str, str] = {}
    for matter in sorted(room(library), key=lambda matter: not matter.now):
        found.setdefault(matter.place, matter.words)
    return found


def club(library: Library) -> Iterator[Matter]:
    """Today's session or the next, and sessions of which nobody said how they went."""
    sessions, setup = Sessions(library), Clubs(library).now()
    if setup is None:
        yield Matter(place="club", words="no club yet: give it a name")
        return
    day = library.now().date()
    session = sessions.today() or sessions.next()
    if session is None:
        yield Matter(place="club", words=f"{setup.name}: no session planned", now=sessions.all() == ())
    else:
        meter = sessions.meter()
        number = meter.held + (session.status != "held")
        of = f" of {meter.of}" if number <= meter.of else ""
        state = {"open": ", going on", "held": ", held", "not-held": ", not held"}.get(session.status, "")
        words = f"session {number}{of} {day_near(session.date, day)} at {session.begins}{state}, {setup.name}"
        waits = session.date == day and not session.is_over
        yield Matter(place="club", words=words, about=session.id, now=waits)
    if left := sessions.left_open():
        said = f"{count(len(left), 'session')} before today: held or not?"
        yield Matter(place="club", words=said, about=left[0].id, now=True)


def competitions(library: Library) -> Iterator[Matter]:
    """What a competition waits for."""
    known = Competitions(library)
    going = [each for each in known.all() if each.status not in ("announced", "cancelled")]
    for competition in reversed(going):
        docket = known.docket(competition.id)
        words, waits = _stage(competition, docket, library.now().date())
        yield Matter(
            place="competition", words=f"“{competition.title}”  {words}", about=competition.id, now=waits
        )
    if not going:
        half_term = Plans(library).calendar().at(library.now().date())
        yield Matter(place="competition", words=f"none set yet for {half_term.title}")


def _stage(competition: Competition, docket: Docket, day: date) -> tuple[str, bool]:
    entries = count(len(docket.live), "entry", "entries")
    match competition.stands(day):
        case "set":
            return f"opens {day_near(competition.opens, day)}", False
        case "open":
            left = (competition.closes - day).days
            ends = f"{count(left, 'day')} to enter" if left else "last day to enter"
            return f"{ends}, {entries}", competition.closes - day <= timedelta(days=1)
        case "closed":
            return f"closed, {entries}: an adult opens the judging", True
        case "judging":
            still = len(docket.waiting())
            words = (
                f"{count(still, 'judge')} still listening" if still else "all have judged: an adult closes it"
            )
            return words, not still
        case _:
            return "judged: reasons, then announce the winner", True


def assembly(library: Library) -> Iterator[Matter]:
    """Who is on duty next, places that nobody has, swaps that wait, and events nobody said anything about."""
    events, rotas, day = Events(library), Rotas(library), library.now().date()
    coming = [event for event in events.coming() if event.date <= day + _SOON]
    following = coming or list(events.coming()[:1])
    if not following:
        yield Matter(place="assembly", words="no event planned")
    for event in following:
        duties = _duties(event, rotas)
        words = f"{begun(day_near(event.date, day))}, {event.begins}: {duties or event.title}"
        yield Matter(place="assembly", words=words, about=event.id, now=event.date == day)
    waiting = [swap for rota in rotas.all() if rota.last >= day for swap in rota.open_swaps]
    if waiting:
        yield Matter(place="assembly", words=f"{count(len(waiting), 'swap')} to say yes or no to", now=True)
    gone = [event for event in events.all() if event.date < day and event.status == "planned"]
    if gone:
        words = f"{count(len(gone), 'event')} before today: done or not?"
        yield Matter(place="assembly", words=words, about=gone[-1].id, now=True)


def _duties(event: Event, rotas: Rotas) -> str:
    rota = rotas.of_event(event.id)
    if rota is None:
        return ""
    titles = {role.id: role.title for role in team_roles()}
    return ", ".join(f"{titles[role]} {rota.who(event.id, role) or '(nobody)'}" for role in event.needs)


def award(library: Library, framework: Framework) -> Iterator[Matter]:
    """Evidence to accept, what the plan says is due, and the gaps that matter most."""
    # Not `standing`, which also looks through the releases of every entry: that is half of all the work here.
    entries, day = library.entries(), library.now().date()
    if proposed := sum(entry.status == "proposed" for entry in entries):
        words = f"{count(proposed, 'piece')} of evidence to accept"
        yield Matter(place="proposals", words=words, now=True)
    plans = Plans(library)
    calendar = plans.calendar()
    for action in plans.actions():
        if action.is_late(calendar, day):
            words = f"“{action.title}” should be done by now"
            yield Matter(place="plan", words=words, about=action.id, now=True)
    for training in Diary(library).trainings():
        if training.is_due(day):
            words = f"ask what came of “{training.title}”"
            yield Matter(place="diary", words=words, about=training.id, now=True)
    if due := RegisterLines(library).due(day):
        yield Matter(place="registers", words=f"{count(len(due), 'line')} of registers to look at", now=True)
    yield from _gaps(library, framework, coverage(entries, framework))


def _gaps(library: Library, framework: Framework, found: Coverage) -> Iterator[Matter]:
    """The levels of music technology that have no evidence yet, up to the one aimed for."""
    target = Audits(library).target(framework.id)
    levels = list(framework.levels)
    # A target of an older edition of the framework may name a level that there is no more.
    if target is not None and target.level in levels:
        levels = levels[: levels.index(target.level) + 1]
    lacking = [
        f"{criterion.code} {level}"
        for level in levels
        for criterion in framework.criteria
        if music_technology(criterion) and not found.criteria[criterion.code].get(level)
    ]
    for gap in lacking[:_MOST_GAPS]:
        yield Matter(place="quality_mark", words=f"{gap}: no evidence yet", about=gap)
