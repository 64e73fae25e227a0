"""A result as it is kept, with the hash of everything it was worked out from; and the check of it."""

from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from lessons.competitions.competition import Kept, NotNow
from lessons.competitions.docket import Docket
from lessons.competitions.judgement import Judgement
from lessons.competitions.result import Result
from rubric.plain import to_plain

_OF_COMPETITION = ("id", "questions", "panel", "away", "rounds", "seed", "method")
_OF_SUBMISSION = ("id", "sha256", "recipe_texts", "withdrawn", "taken_back")
_OF_JUDGEMENT = ("id", "code", "order", "heard", "answers", "stars", "starred", "pairs", "knows")


@dataclass(frozen=True, slots=True)
class Check:
    """Whether a result is still what the stored judgements say."""

    same: bool
    """The winners are the same."""
    untouched: bool
    """Everything it was worked out from is as it was."""
    why: str
    result: Result


def shown_result(docket: Docket, *, adult: bool) -> Result:
    """The result that was kept, for people: pupils see the winners and how, and nothing of the others.

    Raises
    ------
    NotNow
        If judging goes on.
    """
    kept, competition = docket.competition.result, docket.competition
    if kept is None:
        raise NotNow(f"“{competition.title}” has no result yet.", "Judging has to be closed first.")
    winners = () if competition.no_award else tuple(each for each in kept.winners if each in docket.ids)
    found = docket.result()
    how = kept.how if winners or competition.no_award or not kept.winners else "gone"
    shown = Result(winners=winners, how=how, entries=found.entries, judges=found.judges)
    if not adult:
        return shown
    sure = kept.sure if winners and kept.how != "only" else ""
    return replace(shown, sure=sure, finalists=found.finalists, tied=found.tied, unjudged=found.unjudged)


def kept_result(docket: Docket, now: datetime) -> Kept:
    """The result as it is now, to be kept."""
    found = docket.result()
    return Kept(found.winners, found.how, found.sure, inputs(docket), now)


def inputs(docket: Docket) -> str:
    """The hash of all that the result is worked out from; in whatever order it is given."""
    import orjson

    parts = [_chosen(docket.competition, _OF_COMPETITION)]
    for fields, records in ((_OF_SUBMISSION, docket.submissions), (_OF_JUDGEMENT, _on_panel(docket))):
        parts += [_chosen(each, fields) for each in sorted(records, key=lambda each: each.id)]
    return sha256(orjson.dumps(parts, option=orjson.OPT_SORT_KEYS)).hexdigest()


def check(docket: Docket) -> Check:
    """Work the result out again, and lay it beside the one that was kept."""
    kept, found = docket.competition.result, docket.result()
    if kept is None:
        return Check(False, False, "No result has been kept yet.", found)
    same, untouched = found.winners == kept.winners, inputs(docket) == kept.inputs
    if same and untouched:
        why = "Worked out again from the stored judgements: the result is the same."
    elif same:
        why = "Something changed since, such as a withdrawn entry; the result is the same."
    else:
        why = "Something changed since, and what is left would give another result."
    return Check(same, untouched, why, found)


def _on_panel(docket: Docket) -> list[Judgement]:
    return [each for each in docket.judgements if each.code in docket.competition.panel]


def _chosen(record: object, names: tuple[str, ...]) -> dict[str, object]:
    plain = to_plain(record)
    return {name: plain[name] for name in names}
