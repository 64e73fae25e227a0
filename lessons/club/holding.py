"""What a session that was held is as something that happened: the occasion, and the peer teaching in it."""

from collections.abc import Iterable
from dataclasses import replace

from evidence.award.registers import FEWEST
from evidence.library import Library
from evidence.records.store import Turn
from evidence.safety.people import Person
from evidence.safety.roles import AMBASSADOR
from evidence.sound import Sound
from evidence.years import YEAR_GROUPS, in_order
from lessons.club.plan import SessionPlan
from lessons.club.prompts import TOOLS
from lessons.club.session import Session
from lessons.club.teaching import Teaching, put_teaching
from lessons.occasion import Occasion
from lessons.occasion_turn import put_occasion, take_back
from lessons.part_names import PARTS
from lessons.rule import shipped_rules
from studio.wording import begun, listed

_HANDS_ON = frozenset(("modelling", "activity"))
"""Parts in which tools are shown; in the others people talk."""


def put_held(
    library: Library,
    turn: Turn,
    session: Session,
    *,
    name: str,
    plan: SessionPlan,
    people: dict[str, Person],
    sounds: Iterable[Sound],
) -> Session:
    """Write what a held session became, anew when it became something before -> the session with its ids.

    Who came is in the register alone: evidence that named every child would have to go, for all of them,
    when one is withdrawn. Sounds know their session, and belong to it by that.
    """
    did = _did(sounds)
    tools = session.tools or tuple(tool for tool, word in _TOOL_OF.items() if word in did)
    leaders = tuple(code for code in session.leaders if _was_there(code, session, people))
    occasion = put_occasion(
        turn,
        Occasion(
            id=session.occasion,
            kind="club-session",
            title=f"{name}: {session.title}",
            date=session.date,
            year_groups=years_here(session),
            led_by=leaders,
            tools=listed([TOOLS[tool] for tool in tools]),
            note=_note(session, plan),
            scope=session.scope,
            did=did,
            made=library.now(),
        ),
    )
    session = replace(session, occasion=occasion.id, tools=tools)
    taught = _taught(session, plan, people, leaders)
    if taught is None:
        return _without_teaching(library, turn, session)
    known = library.store.get("teaching", session.teaching) if session.teaching else None
    before = str(known.fields.get("occasion", "")) if known is not None else ""
    made = replace(taught, id=session.teaching, occasion=before, made=library.now())
    return replace(session, teaching=put_teaching(turn, made).id)


def take_held_back(library: Library, turn: Turn, session: Session) -> Session:
    """Take back what a held session became."""
    session = _without_teaching(library, turn, session)
    if session.occasion:
        take_back(library, turn, "occasion", session.occasion)
    return replace(session, occasion="")


def years_here(session: Session) -> tuple[str, ...]:
    """The year groups of those who came."""
    return in_order(mark.year for mark in session.register if mark.is_here and mark.year)


def _without_teaching(library: Library, turn: Turn, session: Session) -> Session:
    if session.teaching:
        known = library.store.get("teaching", session.teaching)
        if known is not None and known.fields.get("occasion"):
            take_back(library, turn, "occasion", str(known.fields["occasion"]))
        take_back(library, turn, "teaching", session.teaching)
    return replace(session, teaching="")


_TOOL_OF = {"record": "recorded", "change": "changed"}


def _did(sounds: Iterable[Sound]) -> tuple[str, ...]:
    own = [sound for sound in sounds if not sound.is_found]
    found = {
        "recorded": any(sound.origin == "recorded" for sound in own),
        "changed": any(shipped_rules().did_to(sound) for sound in own),
    }
    return tuple(word for word, done in found.items() if done)


def _was_there(code: str, session: Session, people: dict[str, Person]) -> bool:
    """Whether a leader came; adults are in no register."""
    person = people.get(code)
    return code in session.here or (person is not None and not person.year)


def _note(session: Session, plan: SessionPlan) -> str:
    number = len(session.here)
    came = f"Fewer than {FEWEST} children" if number < FEWEST else f"{number} children"
    years = years_here(session)
    lines = [f"{came} came, from {listed(list(years))}." if years else f"{came} came."]
    if plan.word:
        lines.append(f"New word: {plan.word}.")
    lines += [f"{begun(said.part or 'said')}: “{said.text}”" for said in session.said]
    return "\n".join(filter(None, [*lines, session.note]))


def _taught(
    session: Session, plan: SessionPlan, people: dict[str, Person], leaders: Iterable[str]
) -> Teaching | None:
    """The Ambassadors who led parts of it for younger ones; nothing where there were none."""
    years = {
        mark.code: YEAR_GROUPS.index(mark.year) for mark in session.register if mark.is_here and mark.year
    }
    teachers = [
        code
        for code in leaders
        if code in years
        and AMBASSADOR in people[code].roles
        and any(year < years[code] for year in years.values())
    ]
    parts = [lead.part for lead in session.leads if set(lead.codes) & set(teachers)]
    minutes = sum(part.minutes for part in plan.parts if part.name in parts)
    if not teachers or not minutes:
        return None
    oldest = max(years[code] for code in teachers)
    shown = listed([TOOLS[tool] for tool in session.tools]) if _HANDS_ON.intersection(parts) else ""
    return Teaching(
        id="",
        date=session.date,
        codes=tuple(teachers),
        tool=shown or session.title,
        year_groups=in_order(YEAR_GROUPS[year] for year in years.values() if year < oldest),
        minutes=minutes,
        note=f"They led the {listed([part for part in PARTS if part in parts])}.",
        session=session.id,
        made=session.made,
    )
