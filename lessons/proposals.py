"""Proposals: evidence that the rules see in what pupils made and in what happened; an adult decides."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from typing import Any

from evidence.award.plans import Plans
from evidence.award.records import AwardRecords
from evidence.entry import Entry
from evidence.library import Library
from evidence.records.store import RecordId, Turn
from lessons.club.session import Session
from lessons.facts import OccasionFacts, SoundFacts, years_of_sound
from lessons.occasion import Occasion, Occasions
from lessons.rule import Rules, shipped_rules
from rubric.framework import Claim, Framework
from studio.audio.recipe import Recipe

Facts = SoundFacts | OccasionFacts


@dataclass(frozen=True, slots=True)
class Change:
    """A proposal to write: new, or the open one as it is now."""

    facts: Facts
    fields: dict[str, Any]
    open_one: Entry | None


def propose(library: Library, framework: Framework, *, rules: Rules | None = None) -> tuple[Entry, ...]:
    """Propose what the rules see, once -> the proposals that are new or were brought up to date.

    What an adult accepted or binned is not proposed again for the same criteria; a sound that was changed
    since brings its open proposal up to date. A second call changes nothing.

    Raises
    ------
    RuleFault
        If the rules cannot be used as they stand.
    """
    rules = rules or shipped_rules()
    if not changes(library, framework, rules):
        return ()
    with library.store.turn() as turn:  # again, for another program may have proposed meanwhile
        return _written(library, turn, changes(library, framework, rules))


def proposals(library: Library) -> tuple[Entry, ...]:
    """The open proposals, those of the newest happenings first."""
    found = (entry for entry in library.entries() if entry.status == "proposed")
    return tuple(sorted(found, key=lambda entry: (entry.date_happened, entry.id), reverse=True))


def changes(library: Library, framework: Framework, rules: Rules) -> list[Change]:
    """What would be proposed now."""
    has = frozenset(framework.claims())
    past: dict[str, list[Entry]] = defaultdict(list)
    for entry in library.entries():
        if entry.source:
            past[entry.source].append(entry)
    found = (_change(facts, past[facts.id], rules, has) for facts in all_facts(library))
    return [change for change in found if change is not None and _is_whole(change.facts, library)]


def _is_whole(facts: Facts, library: Library) -> bool:
    """Whether the sounds are there: a sound that was taken back leaves nothing to propose."""
    return all(library.original_path(sound).exists() for sound in facts.used)


def all_facts(library: Library) -> Iterator[Facts]:
    """Everything that rules look at: the kept sounds of a known year group, and the occasions."""
    now = library.now()
    happened = Occasions(library).all()
    by_id, by_day = _links(happened)
    by_session = _by_session(happened, library)
    sounds = {sound.id: sound for sound in library.sounds() if sound.kept and not sound.binned}
    for sound in sounds.values():
        made_on = min(sound.made.astimezone(now.tzinfo).date(), now.date())
        years = set(years_of_sound(sound))
        that_day = (each for each in by_day.get(made_on, ()) if years.intersection(each.year_groups))
        named = (*by_id.get(sound.id, ()), *by_session.get(sound.session, ()))
        together = dict.fromkeys((*named, *that_day))
        facts = SoundFacts(sound=sound, made_on=made_on, occasions=tuple(together))
        if facts.year_groups:
            yield facts
    for occasion, number in _numbered(happened, library):
        named = tuple(sounds[each] for each in occasion.sounds if each in sounds)
        yield OccasionFacts(occasion=occasion, sounds=named, number=number)


def _links(happened: Iterable[Occasion]) -> tuple[dict[str, list[Occasion]], dict[date, list[Occasion]]]:
    """Occasions by the ids of the sounds that they name, and by their days."""
    by_id: dict[str, list[Occasion]] = defaultdict(list)
    by_day: dict[date, list[Occasion]] = defaultdict(list)
    for occasion in happened:
        by_day[occasion.date].append(occasion)
        for sound_id in occasion.sounds:
            by_id[sound_id].append(occasion)
    return by_id, by_day


def _by_session(happened: Iterable[Occasion], library: Library) -> dict[str, list[Occasion]]:
    """What each session of the club became, by the session's id."""
    by_id = {occasion.id: occasion for occasion in happened}
    sessions = AwardRecords(library, "session", "CS", Session).all()
    return {each.id: [by_id[each.occasion]] for each in sessions if each.occasion in by_id}


def _numbered(happened: Iterable[Occasion], library: Library) -> Iterator[tuple[Occasion, int]]:
    """Each with its number among its kind in its school year, in the order they were written down."""
    calendar = Plans(library).calendar()
    began: dict[date, str] = {}
    counted: dict[tuple[str, str], int] = defaultdict(int)
    for occasion in happened:
        if occasion.date not in began:
            began[occasion.date] = calendar.school_year(occasion.date)[0].code
        place = (occasion.kind, began[occasion.date])
        counted[place] += 1
        yield occasion, counted[place]


def _change(facts: Facts, past: list[Entry], rules: Rules, has: frozenset[Claim]) -> Change | None:
    """What there is to write about a sound or an occasion, with all that was ever proposed from it."""
    if any(entry.status == "withdrawn" for entry in past):
        return None
    open_one = next((entry for entry in past if entry.status == "proposed"), None)
    settled = {claim for entry in past if entry is not open_one for claim in _ever(entry)}
    offered = facts.claims(rules)
    new = [claim for claim in offered if claim in has and claim not in settled]
    if open_one is not None:
        return _renewed(facts, open_one, offered, new, rules)
    if not new:
        return None
    return Change(facts, facts.drafted() | {"criteria": tuple(new), "why": facts.why(rules)}, None)


def _renewed(
    facts: Facts, open_one: Entry, offered: Collection[Claim], new: list[Claim], rules: Rules
) -> Change | None:
    """The open proposal as it should be now; what an adult changed in it stays."""
    once: Collection[Claim] = offered
    if isinstance(facts, SoundFacts) and open_one.sounds:
        steps = open_one.sounds[0].recipe_texts
        if tuple(facts.sound.recipe.texts()) != steps:
            once = facts.with_recipe(Recipe.parse(steps)).claims(rules)
    stay = [claim for claim in open_one.criteria if claim in offered or claim not in once]
    had = _ever(open_one)
    new = [claim for claim in new if claim not in had or (claim not in once and claim not in stay)]
    fields = facts.renewed(open_one, more=bool(new))
    fields["criteria"] = tuple(dict.fromkeys([*stay, *new])) or open_one.criteria
    if all(getattr(open_one, name) == value for name, value in fields.items()):
        return None
    return Change(facts, fields | {"why": facts.why(rules)}, open_one)


def _ever(entry: Entry) -> set[Claim]:
    """Every claim that an entry has or had."""
    earlier = (text for each in entry.amendments for text in each.earlier.get("criteria", ()))
    return {*entry.criteria, *map(Claim.parse, earlier)}


def _written(library: Library, turn: Turn, found: list[Change]) -> tuple[Entry, ...]:
    now = library.now()
    new_ids = _new_ids(turn, f"EV-{now.year:04d}")
    written = []
    for change in found:
        if change.open_one is not None:
            entry = replace(change.open_one, **change.fields)
        else:
            entry = Entry(id=next(new_ids), date_recorded=now, status="proposed", **change.fields)
        turn.put("entry", entry.id, entry.as_plain(), action="proposed", who=None)
        written.append(entry)
    return tuple(written)


def _new_ids(turn: Turn, series: str) -> Iterator[str]:
    """Ids that follow each other: asking the turn for each would look through all that were given before."""
    first = RecordId.parse(turn.new_id("entry", series))
    assert first is not None
    for number in count(first.number):
        yield str(RecordId(series, number))
