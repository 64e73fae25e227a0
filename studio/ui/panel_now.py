"""How far a panel is, for the adult: read from the library at one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.errors import StudioError
from studio.wording import count, did_you_mean, listed

if TYPE_CHECKING:
    from evidence.library import Library
    from lessons.competitions.competition import Competition
    from lessons.competitions.docket import Docket
    from lessons.competitions.result import Result


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelNow:
    """What the panel's screen shows."""

    known: Competition
    stands: str
    lines: tuple[str, ...]
    judges: tuple[tuple[str, str], ...] = ()
    """Each code, and how far the judge is."""
    away: frozenset[str] = frozenset()
    waiting: int = 0
    told: tuple[str, ...] = ()
    animals: tuple[tuple[str, str], ...] = ()
    """The animal and the id of each entry."""
    makers: tuple[tuple[str, str], ...] = ()
    """Each maker's code, and the id of the entry."""
    suggested: tuple[str, ...] = ()
    is_level: bool = False
    next: str = ""


class NoSuchEntry(StudioError):
    """An animal or a code that no entry has."""


def entry_of(now: PanelNow, typed: str) -> str:
    """The id of the entry that is meant, by its animal; before judging by a maker's code.

    Raises
    ------
    NoSuchEntry
    """
    found = {name.lower(): entry for name, entry in now.animals or now.makers}
    wanted = typed.strip().lower().removeprefix("the ")
    if wanted not in found:
        raise NoSuchEntry(f"There is no entry “{typed[:20]}”.", did_you_mean(wanted, found))
    return found[wanted]


def read_panel(library: Library, competition_id: str) -> PanelNow:
    """How far it is.

    Raises
    ------
    AdultsOnly
    """
    from lessons.competitions.competitions import Competitions
    from lessons.competitions.panel import Panel

    docket = Competitions(library).docket(competition_id)
    known = docket.competition
    stands = known.stands(library.now().date())
    waiting = docket.waiting()
    result = docket.result() if stands in ("judging", "judged") and not waiting else None
    animals = {each.id: each.animal for each in docket.live}
    told = [
        f"{code}{_about(animals.get(each.submission, ''))}: {each.text}"
        for code, each in Panel(library).told(competition_id)
    ]
    return PanelNow(
        known=known,
        stands=stands,
        lines=(*_lines(docket, stands, waiting, result), *(_bonds(library) if stands == "closed" else ())),
        judges=tuple((code, _how_far(docket, code, waiting)) for code in known.panel),
        away=frozenset(each.code for each in known.away),
        waiting=len(waiting),
        told=tuple(told),
        animals=tuple((animal, each) for each, animal in animals.items() if animal),
        makers=tuple((code, each.id) for each in docket.live for code in each.makers),
        suggested=known.led_by,
        is_level=bool(result and result.sure == "level" and not any(r.kind == "asked" for r in known.rounds)),
        next=_next(docket, stands, len(waiting), result),
    )


def _about(animal: str) -> str:
    return f", about the {animal}" if animal else ""


def _lines(docket: Docket, stands: str, waiting: tuple[str, ...], result: Result | None) -> list[str]:
    from lessons.competitions.result import HOW, SURE

    entries = count(len(docket.live), "entry", "entries")
    if stands == "closed":
        if not docket.live:
            return ["Nobody handed anything in.", "Esc goes back; there D moves the day and X cancels."]
        return [
            f"{entries} to judge. Pupils judge; nobody hears their own or their partner's.",
            "Each judge gets an order of their own. Entries are known by animals.",
        ]
    if waiting:
        play_off = " It is the play-off." if docket.competition.rounds else ""
        return [f"{entries}. {count(len(waiting), 'judge is', 'judges are')} not done.{play_off}"]
    if result is None:
        return [f"{entries}. There is nothing to judge now."]
    animals = {each.id: each.animal for each in docket.live}
    won = listed([f"the {animals[each]}" for each in result.winners if each in animals])
    said = [f"Chosen by the panel: {won}. {HOW[result.how]}" if won else HOW[result.how]]
    if docket.competition.no_award:
        said = [f"No award this time: {docket.competition.no_award}"]
    return [*said, *([SURE[result.sure]] if result.sure else []), *_unjudged(result, animals)]


def _bonds(library: Library) -> list[str]:
    from lessons.competitions.bonds import Bonds

    bonds = [listed(list(each.codes)) for each in Bonds(library).all()]
    return [f"Too close to judge each other: {'; '.join(bonds)}."] if bonds else []


def _unjudged(result: Result, animals: dict[str, str]) -> list[str]:
    if not result.unjudged or result.how == "nothing":
        return []
    named = listed([f"the {animals[each]}" for each in result.unjudged if each in animals])
    return [f"Nobody could hear {named} without knowing who it is."]


def _how_far(docket: Docket, code: str, waiting: tuple[str, ...]) -> str:
    from lessons.competitions.hearing import open_to

    away = next((each for each in docket.competition.away if each.code == code), None)
    if away is not None:
        return f"away{f': {away.why}' if away.why else ''}"
    mine = docket.judgement(code)
    if mine is None or code not in waiting:
        return "■ done"
    entries = open_to(mine, docket.ids)
    questions = len(docket.competition.questions)
    done = sum(len(mine.answers_to(each)) >= questions for each in entries)
    if done < len(entries):
        return f"heard {done} of {len(entries)}"
    return "gives stars" if not docket.competition.rounds else "compares pairs"


def _next(docket: Docket, stands: str, waiting: int, result: Result | None) -> str:
    if stands == "closed":
        return "Enter names the panel" if docket.live else "Esc goes back"
    if stands == "judging":
        if waiting:
            return "Esc goes back, and they judge with J. A says who is away"
        if result is not None and result.how == "nothing":
            return "P names other judges, or G gives no award"
        return "C closes the judging"
    return "Esc goes back; there R writes the reasons" if stands == "judged" else "Esc goes back"
