"""A school's library after five years: 10,000 entries, 400 people, every session, event and competition."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from hashlib import sha256
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from evidence.entry import Entry
from evidence.library import Library
from evidence.safety.people import Person, code_words
from evidence.sound import Sound
from evidence.years import PRIMARY_YEARS
from lessons.assembly.event import Event
from lessons.assembly.passport import Passport, SkillTick
from lessons.assembly.rota import Duty, Rota
from lessons.assembly.skill import team_roles, team_rules
from lessons.club.club import Club
from lessons.club.member import Member
from lessons.club.session import Mark, Said, Seat, Session
from lessons.competitions.animals import name_them
from lessons.competitions.briefs import Briefs
from lessons.competitions.competition import Competition
from lessons.competitions.criteria import questions_for
from lessons.competitions.judgement import Answer, Heard, Judgement
from lessons.competitions.submission import Submission
from lessons.occasion import Occasion
from rubric.plain import to_plain
from tests.benchmarks.evidence_keys import a_draft

YEARS, ENTRIES, PEOPLE, MEMBERS = 5, 10_000, 400, 24
SUBMISSIONS, JUDGES = 60, 30
AT_ONCE = 500


def fill(folder: Path, clock: datetime) -> Library:
    """Make it, with today as the day of a session and an event, and the newest competition being judged."""
    library = Library.open(folder, create=True, school="Oakfield", clock=lambda: clock)
    chance, today = Random(7), clock.date()
    people = [_person(number, today) for number in range(1, PEOPLE + 1)]
    codes = [person.code for person in people if person.year in ("Y4", "Y5", "Y6")]
    days = [today - timedelta(weeks=week) for week in range(YEARS * 36)]
    _put(library, "person", people)
    _put(
        library,
        "club",
        [Club(id="CB-0001", name="Sound Lab", ambassador_title="Ambassador", weekday=today.weekday())],
    )
    _put(library, "member", _members(codes, today))
    _put(library, "session", _sessions(days, codes, clock))
    _put(library, "occasion", _occasions(days, codes, clock))
    _put(library, "event", _events(days, clock))
    _put(library, "passport", _passports(codes, clock))
    _put(library, "rota", _rotas(days, codes, clock))
    _competitions(library, codes, days, clock, chance)
    _put(library, "entry", _entries(clock), plain=lambda entry: entry.as_plain())
    return library


def _put(library: Library, kind: str, records: Iterable[Any], *, plain: Any = to_plain) -> None:
    waiting = iter(records)
    while batch := list(islice(waiting, AT_ONCE)):
        with library.store.turn() as turn:
            for record in batch:
                turn.put(kind, record.id, plain(record), action="added", who=None)


def _person(number: int, today: date) -> Person:
    year = PRIMARY_YEARS[number % len(PRIMARY_YEARS)]
    roles = ("member", "ambassador", "crew") if number % 11 == 0 else ("crew",) if number % 13 == 0 else ()
    word = f"{code_words()[number % 200]}{'' if number < 200 else 2}"
    return Person(
        id=f"P-{number:04d}", code=f"{year}-{word}", year=year, roles=roles, joined=today, since=today
    )


def _members(codes: list[str], today: date) -> Iterator[Member]:
    for number, code in enumerate(codes[:MEMBERS], 1):
        yield Member(id=f"MB-{number:04d}", code=code, joined=today - timedelta(days=400))


def _sessions(days: list[date], codes: list[str], clock: datetime) -> Iterator[Session]:
    for number, day in enumerate(days, 1):
        here = codes[number % 5 : number % 5 + MEMBERS]
        yield Session(
            id=f"CS-{number:04d}",
            date=day,
            number=number % 6 + 1,
            title="Sound hunters",
            plan="six",
            step=number % 6 + 1,
            status="open" if number == 1 else "held",
            register=tuple(Mark(code=code, mark="here", year=code[:2]) for code in here),
            seats=tuple(
                Seat(number=at // 2 + 1, codes=tuple(here[at : at + 2])) for at in range(0, MEMBERS, 2)
            ),
            said=(Said(text="It rings like a bell.", part="plenary"),),
            occasion=f"OC-{number:04d}" if number > 1 else "",
            made=clock,
        )


def _occasions(days: list[date], codes: list[str], clock: datetime) -> Iterator[Occasion]:
    kinds = ("club-session", "assembly", "lesson", "peer-teaching")
    for number in range(1, 4 * len(days) + 1):
        kind = kinds[(number - 1) // len(days)]
        yield Occasion(
            id=f"OC-{number:04d}",
            kind=kind,
            title="Sound Lab: Sound hunters",
            date=days[(number - 1) % len(days)],
            year_groups=("Y4", "Y5"),
            led_by=tuple(codes[:2]),
            did=("changed",),
            made=clock,
        )


def _events(days: list[date], clock: datetime) -> Iterator[Event]:
    for number, day in enumerate(days, 1):
        status = "planned" if number == 1 else "done"
        yield Event(
            id=f"AE-{number:04d}",
            kind="assembly",
            title="Assembly",
            date=day,
            begins="16:00",
            status=status,
            made=clock,
        )


def _passports(codes: list[str], clock: datetime) -> Iterator[Passport]:
    skills = [each.id for each in team_rules().skills]
    for number, code in enumerate(codes[:40], 1):
        ticks = tuple(SkillTick(skill=skill, when=clock, adult="staff") for skill in skills)
        yield Passport(id=f"PP-{number:04d}", code=code, ticks=ticks)


def _rotas(days: list[date], codes: list[str], clock: datetime) -> Iterator[Rota]:
    roles = [role.id for role in team_roles()]
    for number, first in enumerate(range(0, len(days), 12), 1):
        term = days[first : first + 12]
        duties = tuple(
            Duty(event=f"AE-{first + at + 1:04d}", role=role, code=codes[(at * 4 + place) % 40])
            for at in range(len(term))
            for place, role in enumerate(roles)
        )
        yield Rota(
            id=f"RO-{number:04d}",
            title="Autumn",
            first=term[-1],
            last=term[0],
            status="published",
            seed=1,
            duties=duties,
            published=clock,
            made=clock,
        )


def _competitions(
    library: Library, codes: list[str], days: list[date], clock: datetime, chance: Random
) -> None:
    brief = Briefs(library).all()[0]
    total = YEARS * 6
    for number in range(1, total + 1):
        going = number == total
        made = Competition(
            id=f"CO-{number:04d}",
            title=brief.title,
            brief=brief,
            questions=questions_for(brief),
            half_term="2026-autumn-2",
            opens=days[-1],
            closes=days[min(len(days) - 1, 6 * (total - number) + 1)],
            years=("Y4", "Y5", "Y6"),
            status="judging" if going else "announced",
            panel=tuple(codes[-(JUDGES if going else 6) :]),
            seed=number,
            announced=None if going else clock,
            made=clock,
        )
        _put(library, "competition", [made])
        entries = list(_submissions(made, codes, SUBMISSIONS if going else 12, clock))
        _put(library, "submission", entries)
        _put(library, "judgement", _judgements(made, entries, chance))


def _submissions(made: Competition, codes: list[str], number: int, clock: datetime) -> Iterator[Submission]:
    first = (int(made.id[3:]) - 1) * 100
    ids = [f"SB-{first + each:04d}" for each in range(1, number + 1)]
    animals = name_them(ids, seed=made.seed)
    for place, id_ in enumerate(ids):
        yield Submission(
            id=id_,
            competition=made.id,
            sound_id=f"S-{place + 1:04d}",
            sha256=sha256(id_.encode()).hexdigest(),
            recipe_texts=(),
            seconds=20.0,
            makers=(codes[place % 100],),
            animal=animals[id_],
            handed_in=clock,
        )


def _judgements(made: Competition, entries: list[Submission], chance: Random) -> Iterator[Judgement]:
    first = (int(made.id[3:]) - 1) * 50
    for place, code in enumerate(made.panel, 1):
        ids = [each.id for each in entries if code not in each.makers]
        chance.shuffle(ids)
        answers = [
            Answer(id_, question.id, chance.randint(1, 4)) for id_ in ids for question in made.questions
        ]
        yield Judgement(
            id=f"JD-{first + place:04d}",
            competition=made.id,
            code=code,
            order=tuple(ids),
            heard=tuple(Heard(id_, 1) for id_ in ids),
            answers=tuple(answers),
            stars=tuple(ids[:3]),
            starred=True,
        )


def _entries(clock: datetime) -> Iterator[Entry]:
    for number in range(ENTRIES):
        draft = a_draft(number)
        given = {name: getattr(draft, name) for name in type(draft).__dataclass_fields__}
        made = Entry(id=f"EV-2026-{number + 1:04d}", date_recorded=clock, **given)
        yield replace(made, status="proposed" if number < 20 else "accepted")


def some_sounds(library: Library, wav: Path, number: int = 200) -> list[Sound]:
    """Sounds of today's session and before, all of one original."""
    return [
        library.add_sound(
            wav, title=f"Sound {each}", origin="recorded", session="CS-0001" if each % 10 == 0 else ""
        )
        for each in range(number)
    ]
