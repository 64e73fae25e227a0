"""What the competition commands share: which one is meant, and what they print of it."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from studio.cli.options import has_pin_at_hand, open_library
from studio.errors import StudioError
from studio.wording import listed

if TYPE_CHECKING:
    from evidence.library import Library
    from lessons.competitions.brief import Brief
    from lessons.competitions.docket import Docket
    from lessons.competitions.result import Result
    from lessons.competitions.submission import Submission

id_argument = click.argument("id_", metavar="ID")
why_argument = click.argument("why", metavar="WHY")


class NoCompetition(StudioError):
    """The word `now` where there is no competition."""


def competition_library(library: Path | None) -> "Library":
    """The library for what pupils may do, and adults may see more of when their PIN is at hand."""
    return open_library(library, adult=has_pin_at_hand())


def meant(library: "Library", text: str) -> str:
    """The id of a competition; `now` for the one that goes on."""
    from lessons.competitions.competitions import Competitions

    if text.strip().lower() != "now":
        return text
    found = Competitions(library).now()
    if found is None:
        raise NoCompetition("There is no competition yet.", "Set one: soundingboard competition set BRIEF.")
    return found.id


def entry_meant(docket: "Docket", text: str) -> "Submission":
    """An entry by its animal, or by its id."""
    wanted = " ".join(text.lower().split())
    for each in docket.live:
        if each.animal == wanted:
            return each
    return docket.submission(text)


def brief_shape(brief: "Brief") -> dict[str, Any]:
    """The JSON shape of a brief."""
    from rubric.plain import to_plain

    return to_plain(brief)


def competition_shape(docket: "Docket", library: "Library") -> dict[str, Any]:
    """The JSON shape of a competition; with its entries only for adults, for judges hear them blind."""
    from rubric.plain import to_plain

    known = docket.competition
    plain = to_plain(known)
    shape = {name: plain[name] for name in _FOR_ALL}
    shape |= {"status": known.stands(library.now().date()), "entries": len(docket.live)}
    if library.adults.is_adult:
        shape |= {"seed": known.seed, "away": plain["away"], "rounds": plain["rounds"]}
        shape |= {"submissions": [to_plain(each) for each in docket.submissions]}
        shape |= {"waiting": list(docket.waiting()) if known.status == "judging" else []}
    return shape


_FOR_ALL = (
    "id", "title", "brief", "questions", "half_term", "opens", "closes", "who_may", "years", "scope", "panel",
    "led_by", "announcers", "opened_by", "moves", "no_award", "why", "announced", "occasion",
)  # fmt: skip


def competition_line(docket: "Docket", library: "Library") -> tuple[str, ...]:
    """A competition in the columns of a list."""
    known = docket.competition
    stands = known.stands(library.now().date())
    return (known.id, stands, f"{known.opens} to {known.closes}", f"{len(docket.live)} in", known.title)


def brief_lines(brief: "Brief") -> list[str]:
    """A card, a line each."""
    must = [f"  - {each}" for each in brief.must]
    told = (
        ("Make", brief.make),
        ("Length", brief.length),
        ("Tools", ", ".join(brief.tools)),
        ("For", f"{brief.years[0]} to {brief.years[-1]}"),
        ("Purpose", brief.purpose),
        ("Mood", ", ".join(brief.mood)),
        ("Judges ask", " ".join(brief.criteria)),
        ("When two are level", brief.tie_break),
    )
    lines = [f"{brief.id}  {brief.title}", brief.hook]
    lines += [f"{label}: {text}" for label, text in told if text]
    return [*lines, *(["It must have:", *must] if must else [])]


def result_shape(docket: "Docket", result: "Result") -> dict[str, Any]:
    """The JSON shape of a result: animals, and nothing of those who did not win."""
    from lessons.competitions.result import HOW, SURE

    shape = {
        "winners": animals(docket, result.winners),
        "how": result.how,
        "why": docket.competition.no_award or HOW[result.how],
        "entries": result.entries,
        "judges": result.judges,
    }
    if result.sure:
        shape |= {"sure": result.sure, "how_sure": SURE[result.sure]}
        shape |= {"tied": animals(docket, result.tied), "unjudged": animals(docket, result.unjudged)}
    return shape


def result_words(docket: "Docket", shape: dict[str, Any]) -> str:
    """A result in sentences, from its JSON shape."""
    sure = shape.get("how_sure", "")
    if shape["winners"]:
        won = listed([f"the {animal}" for animal in shape["winners"]])
        return f"Chosen by the panel: {won}. {shape['why']} {sure}".rstrip()
    return f"No award this time: {shape['why']}" if docket.competition.no_award else str(shape["why"])


def animals(docket: "Docket", ids: tuple[str, ...]) -> list[str]:
    """What entries are called, in the order of the alphabet."""
    return sorted(docket.submission(each).animal for each in ids)
